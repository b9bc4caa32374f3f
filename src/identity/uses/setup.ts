import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf, hashPassword, newToken } from '../../platform/secrets.ts';
import { type Weakness, weaknessOf } from '../password.ts';
import { usualSettings } from '../programme.ts';
import { addAccounts, addPractices, addProgramme, addTeams, programmeIds } from '../store.ts';
import { addSetupLink, beginSetUp, maySetUp } from '../store/setup.ts';
import { type Session, startSession } from './session.ts';

const day = 86_400_000;

export type FirstProgramme = {
  programme: { name: string; slug: string; timeZone: string };
  practice: { name: string; place: string };
  team: string;
  administrator: { name: string; email: string; password: string };
};

/** How an empty installation gets its first programme and administrator: by a link that only whoever started it sees. */
export function openSetup({ db, now }: { db: Database; now: () => Date }) {
  return {
    /** A link's token that holds for a day, when there is no programme yet. Only its hash is kept, so each start prints a new one. */
    async offer(): Promise<string | undefined> {
      const programmes = await db.outsideProgrammes(programmeIds);
      if (programmes.length) return undefined;
      const token = newToken();
      await db.asOwner((connection) => addSetupLink(connection, hashOf(token), now(), new Date(now().getTime() + day)));
      return token;
    },

    holds: (token: string): Promise<boolean> => db.outsideProgrammes((tx) => maySetUp(tx, hashOf(token), now())),

    async begin(
      token: string,
      { programme, practice, team, administrator }: FirstProgramme,
    ): Promise<Result<Session, 'no-link' | Weakness>> {
      const weak = weaknessOf(administrator.password, administrator);
      if (weak) return refuse(weak);
      const passwordHash = await hashPassword(administrator.password);
      const id = randomUUID();
      const account = randomUUID();
      return db.inProgramme(id, async (tx) => {
        if (!(await beginSetUp(tx, hashOf(token), now()))) return refuse('no-link');
        const teamId = randomUUID();
        await addProgramme(tx, {
          id,
          slug: programme.slug,
          name: programme.name,
          settings: { ...usualSettings, timeZone: programme.timeZone },
        });
        await addTeams(tx, [{ id: teamId, name: team, email: null, phone: null }]);
        await addPractices(tx, [{ id: randomUUID(), name: practice.name, place: practice.place, team: teamId }]);
        const nowhere = { practice: null, team: null, organisation: null };
        const { name, email } = administrator;
        await addAccounts(tx, [{ id: account, name, email, roles: ['administrator'], jobTitle: '', ...nowhere, passwordHash }]);
        const by = { kind: 'account', id: account } as const;
        await recordEvents(tx, [
          { type: 'programme-added', subject: { kind: 'programme', id }, by, at: now() },
          { type: 'account-added', subject: { kind: 'account', id: account }, by, at: now(), data: { roles: ['administrator'] } },
        ]);
        return ok(await startSession(tx, account, now()));
      });
    },
  };
}
