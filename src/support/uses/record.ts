import { accountsById, allPractices, type Asker, type Colleague, type Practice } from '../../identity/index.ts';
import type { Person } from '../../people/index.ts';
import { eventsAbout, type PastEvent } from '../../platform/events.ts';
import { ok, type Result } from '../../platform/result.ts';
import { type Referral, referralsOf } from '../../referrals/index.ts';
import type { AgreedTime } from '../appointment.ts';
import type { Attempt, Protocol } from '../attempts.ts';
import type { Contact } from '../contact.ts';
import type { Plan } from '../plan.ts';
import { attemptsOf, contactsOf } from '../store/contacts.ts';
import type { Holding } from '../holding.ts';
import { holdingsOf } from '../store/holdings.ts';
import { planOf } from '../store/plans.ts';
import { supportsOf } from '../store/supports.ts';
import { allTags, type OwnTag } from '../store/templates.ts';
import { tasksOfPerson } from '../store/tasks.ts';
import { currentOf, type Support } from '../support.ts';
import type { Task } from '../task.ts';
import { type Care, careOf } from './care.ts';
import { protocolFor } from './contacts.ts';
import { isAnythingRestricted } from '../store/restricted.ts';
import { raisedFor, type RaisedSeen } from './danger.ts';
import { risksSeen, type RisksSeen } from './risks.ts';
import { aboutPerson, type ConnectionLine, type NotReached, type Ports, todayFor } from './needs.ts';

/** Everything that a person's page shows. */
export type PersonRecord = {
  person: Person;
  support: Support | undefined;
  tasks: readonly Task[];
  referrals: readonly Referral[];
  connections: readonly ConnectionLine[];
  appointment: AgreedTime | undefined;
  contacts: readonly Contact[];
  attempts: readonly Attempt[];
  ownTags: readonly OwnTag[];
  protocol: Protocol | undefined;
  /** The times in which they waited, the newest first. */
  holdings: readonly Holding[];
  /** Who looks after them; undefined when nobody does. */
  care: Care | undefined;
  plan: Plan | undefined;
  events: readonly PastEvent[];
  raised: RaisedSeen;
  risks: RisksSeen;
  /** Whether something is kept apart from this record. */
  restricted: boolean;
  names: ReadonlyMap<string, Colleague>;
  practices: ReadonlyMap<string, Practice>;
};

export const recordUse = ({ db, now, appointments, connections }: Ports) => ({
  seeRecord: (asker: Asker, id: string): Promise<Result<PersonRecord, NotReached>> =>
    aboutPerson(db, asker, 'see person', id, async (tx, person) => {
      const support = currentOf(await supportsOf(tx, id));
      const tasks = await tasksOfPerson(tx, id);
      const referrals = await referralsOf(tx, id);
      const contacts = await contactsOf(tx, id);
      const attempts = await attemptsOf(tx, id);
      const plan = await planOf(tx, id);
      const events = await eventsAbout(tx, id);
      const ids = [
        support?.linkWorker,
        plan?.savedBy,
        ...tasks.map(({ owner }) => owner),
        ...[...contacts, ...attempts].map(({ by }) => by),
        ...referrals.map(({ referredBy }) => referredBy),
        ...events.flatMap(({ by, data }) => [
          by.kind === 'account' ? by.id : undefined,
          typeof data['linkWorker'] === 'string' ? data['linkWorker'] : undefined,
          typeof data['from'] === 'string' ? data['from'] : undefined,
        ]),
      ].filter((each) => each != null);
      return ok({
        person,
        support,
        tasks,
        referrals,
        connections: await connections.ofPerson(tx, id),
        appointment: await appointments.next(tx, id, now()),
        contacts,
        attempts,
        ownTags: await allTags(tx),
        holdings: await holdingsOf(tx, id),
        care: await careOf(tx, support, todayFor(asker, now())),
        protocol:
          support?.stage.name === 'open'
            ? protocolFor(
                asker,
                attempts.filter((attempt) => attempt.support === support.id),
                support,
                now(),
              )
            : undefined,
        plan,
        events,
        raised: await raisedFor(tx, asker, id),
        risks: await risksSeen(tx, id),
        restricted: await isAnythingRestricted(tx, id),
        names: await accountsById(tx, ids),
        practices: new Map((await allPractices(tx)).map((practice) => [practice.id, practice])),
      });
    }),
});
