import { accountsById, allPractices, type Asker, type Colleague, may, type Practice } from '../../identity/index.ts';
import { findPerson, type Person } from '../../people/index.ts';
import { uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { findReferral, type Referral } from '../../referrals/index.ts';
import type { Closing } from '../closing.ts';
import { closingOfReferral } from '../store/closings.ts';
import { countIn } from '../store/contacts.ts';
import { nowForReferrer } from './for-referrer.ts';
import type { ConnectionLine, NotReached, Ports } from './needs.ts';

export type ClosingLetter = {
  referral: Referral;
  person: Person;
  closing: Closing;
  worker: Colleague | undefined;
  referrer: Colleague | undefined;
  practice: Practice | undefined;
  done: { contacts: number; attempts: number; first: Date | null; last: Date | null };
  connections: readonly ConnectionLine[];
};

export const letterUse = ({ db, connections }: Ports) => ({
  /** What the referrer's practice and the team may read once support has ended. */
  seeLetter: async (asker: Asker, id: string): Promise<Result<ClosingLetter, NotReached>> => {
    if (!uuid.test(id)) return refuse('not-found');
    return db.inProgramme(asker.programme.id, async (tx): Promise<Result<ClosingLetter, NotReached>> => {
      const referral = await findReferral(tx, id);
      if (!referral) return refuse('not-found');
      const { referredBy, practice, team } = referral;
      if (!may(asker, 'see referrals made', { by: referredBy, practice }) && !may(asker, 'see person', { team }))
        return refuse('not-yours');
      const said = await closingOfReferral(tx, id);
      if (!said) return refuse('not-found');
      const closing = await nowForReferrer(tx, said);
      const names = await accountsById(
        tx,
        [closing.closedBy, referredBy].filter((each) => each !== null),
      );
      return ok({
        referral,
        person: (await findPerson(tx, referral.person))!,
        closing,
        worker: names.get(closing.closedBy),
        referrer: referredBy ? names.get(referredBy) : undefined,
        practice: (await allPractices(tx)).find((each) => each.id === practice),
        done: await countIn(tx, closing.support),
        connections: closing.tellReferrer ? (await connections.ofPerson(tx, referral.person)).filter(({ restricted }) => !restricted) : [],
      });
    });
  },
});
