import { randomUUID } from 'node:crypto';
import {
  addAccounts,
  addPractices,
  addProgramme,
  addTeams,
  type Asker,
  type Role,
  usualSettings,
  type Settings,
} from '../../src/identity/index.ts';
import type { Database } from '../../src/platform/database.ts';
import { hashPassword } from '../../src/platform/secrets.ts';

export const password = 'a long pass phrase';
let hashed: Promise<string> | undefined;

const people: Record<string, { name: string; role: Role }> = {
  nurse: { name: 'Isla Gordon', role: 'referrer' },
  linkWorker: { name: 'Sam Findlay', role: 'link-worker' },
  otherLinkWorker: { name: 'Rhona Bell', role: 'link-worker' },
  lead: { name: 'Catriona Reid', role: 'team-lead' },
  manager: { name: 'Dev Anand', role: 'programme-manager' },
  evaluator: { name: 'Mairi Young', role: 'evaluator' },
  community: { name: 'Jean Kirkpatrick', role: 'community-member' },
  steering: { name: 'Alec Dunn', role: 'steering-member' },
  admin: { name: 'Priya Shah', role: 'administrator' },
};
export type Somebody = 'nurse' | 'linkWorker' | 'otherLinkWorker' | 'lead' | 'manager' | 'evaluator' | 'community' | 'steering' | 'admin';
export type TestProgramme = { id: string; practice: string; team: string; organisation: string; as: (who: Somebody) => Asker };

/** A programme with one practice, one team and somebody in each role, that no other test can see. */
export async function newProgramme(db: Database, settings: Partial<Settings> = {}): Promise<TestProgramme> {
  const id = randomUUID();
  const [practice, team, organisation] = [randomUUID(), randomUUID(), randomUUID()];
  const programme = {
    id,
    slug: `test-${id.slice(0, 8)}`,
    name: 'Glenkens Connections',
    settings: { ...usualSettings, sharingNeedsAgreement: false, ...settings },
  };
  const passwordHash = await (hashed ??= hashPassword(password));
  const accounts = Object.fromEntries(
    Object.entries(people).map(([who, { name, role }]) => [
      who,
      {
        id: randomUUID(),
        name,
        roles: [role],
        email: `${who.toLowerCase()}@${id.slice(0, 8)}.example`,
        jobTitle: '',
        practice: role === 'referrer' ? practice : null,
        team: role === 'link-worker' || role === 'team-lead' ? team : null,
        organisation: role === 'community-member' ? organisation : null,
        passwordHash,
      },
    ]),
  );
  await db.inProgramme(id, async (tx) => {
    await addProgramme(tx, programme);
    await addTeams(tx, [{ id: team, name: 'Glenkens link workers', email: null, phone: '01644 000000' }]);
    await addPractices(tx, [{ id: practice, name: 'Glenkens Medical Practice', place: 'New Galloway', team }]);
    await addAccounts(tx, Object.values(accounts));
  });
  return {
    id,
    practice,
    team,
    organisation,
    as: (who) => {
      const { passwordHash: _, ...account } = accounts[who]!;
      return { ...account, practiceName: account.practice && 'Glenkens Medical Practice', programme };
    },
  };
}
