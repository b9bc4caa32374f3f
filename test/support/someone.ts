import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/platform/database.ts';
import type { Need } from '../../src/directory/index.ts';
import { addPerson, letTeamsSee, type NewPerson, type Person } from '../../src/people/index.ts';
import { addReferrals, referenceOf, type Referral } from '../../src/referrals/index.ts';
import { beginSupport, type Support } from '../../src/support/index.ts';
import type { TestProgramme } from './programme.ts';

type About = { details?: Partial<NewPerson>; needs?: readonly Need[]; note?: string; at?: Date; referrer?: 'nurse' | null };
export type Somebody = { person: Person; referral: Referral; support: Support };

/** Somebody who was referred by the nurse and accepted by the link worker of a test's programme. */
export function someone(
  db: Database,
  programme: TestProgramme,
  { details, needs = ['loneliness'], note = '', at, referrer = 'nurse' }: About = {},
): Promise<Somebody> {
  const when = at ?? new Date('2026-11-20T09:00:00Z');
  const worker = programme.as('linkWorker');
  const by = { kind: 'account', id: worker.id } as const;
  return db.inProgramme(programme.id, async (tx) => {
    const named = { givenName: 'Moira', familyName: 'Kerr', dateOfBirth: '1964-03-14', healthNumber: null, practice: programme.practice };
    const person = await addPerson(tx, { ...named, ...details }, by, when);
    await letTeamsSee(tx, [{ person: person.id, team: programme.team }]);
    const id = randomUUID();
    const referral: Referral = {
      id,
      reference: referenceOf(id),
      person: person.id,
      source: 'practice',
      referredBy: referrer && programme.as(referrer).id,
      practice: programme.practice,
      team: programme.team,
      needs,
      note,
      receivedAt: when,
      dueOn: null,
      stage: { name: 'accepted', linkWorker: worker.id, at: when },
    };
    await addReferrals(tx, [referral]);
    const { settings } = worker.programme;
    const support = await beginSupport(tx, {
      person: person.id,
      referral: id,
      linkWorker: worker.id,
      team: programme.team,
      by,
      at: when,
      settings,
    });
    return { person, referral, support };
  });
}
