import { randomUUID } from 'node:crypto';
import type { Asker } from '../../identity/index.ts';
import type { Person } from '../../people/index.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { closeReferral, findReferral } from '../../referrals/index.ts';
import type { Protocol } from '../attempts.ts';
import { type Closing, isWithoutThePerson } from '../closing.ts';
import type { EndingPlan } from '../ending.ts';
import type { Plan } from '../plan.ts';
import { addClosings } from '../store/closings.ts';
import { attemptsIn, countIn } from '../store/contacts.ts';
import { endingOf } from '../store/endings.ts';
import { planOf } from '../store/plans.ts';
import { holdSupport, saveSupport, supportsOf } from '../store/supports.ts';
import { openTasksAbout } from '../store/tasks.ts';
import * as core from '../support.ts';
import { record } from './begin.ts';
import { protocolFor } from './contacts.ts';
import { aboutPerson, byOf, type ConnectionLine, type NotReached, type Ports, type ScoreChange, todayFor } from './needs.ts';
import { endHoldingOnClose } from './holding.ts';
import { closeTasks } from './tasks.ts';

export type Ending = Pick<Closing, 'because' | 'goals' | 'outcome' | 'didNotWork' | 'forPractice' | 'whatNext' | 'tellReferrer'> & {
  /** Whether the person gets a message with how to come back. */
  tellPerson?: boolean;
};
export type CloseRefusal = NotReached | 'changed-meanwhile' | { tooSoon: Protocol };
export type BeforeClosing = {
  person: Person;
  support: core.Support;
  plan: Plan | undefined;
  protocol: Protocol;
  /** What the record says was done, and agreed about the ending; for the draft. */
  done: Awaited<ReturnType<typeof countIn>>;
  connections: readonly ConnectionLine[];
  ending: EndingPlan | undefined;
  /** How they said that things were at first, and last. */
  changes: readonly ScoreChange[];
  /** How many appointments are still ahead of them. */
  appointments: number;
};

export const closingUses = ({ db, now, post, connections, measures, appointments }: Ports) => ({
  beforeClosing: (asker: Asker, person: string): Promise<Result<BeforeClosing, NotReached | 'not-open'>> =>
    aboutPerson(db, asker, 'support person', person, async (tx, found) => {
      const support = core.currentOf(await supportsOf(tx, person));
      if (!support) return refuse('not-open');
      const protocol = protocolFor(asker, await attemptsIn(tx, support.id), support, now());
      const done = await countIn(tx, support.id);
      const since = (await connections.ofPerson(tx, person)).filter(({ statusAt }) => statusAt >= support.startedAt);
      const [plan, ending] = [await planOf(tx, person), await endingOf(tx, support.id)];
      const changes = await measures.changes(tx, { person, support: support.id }, todayFor(asker, now()));
      const ahead = await appointments.countAhead(tx, person, now());
      return ok({ person: found, support, plan, protocol, done, connections: since, ending, changes, appointments: ahead });
    }),

  /** Ends a support, finishes its tasks, closes its referral, and tells whoever referred. `rowVersion` is of the support that the page showed. */
  close: (
    asker: Asker,
    person: string,
    { support: id, rowVersion }: { support: string; rowVersion: number },
    { tellPerson = false, ...ending }: Ending,
  ): Promise<Result<Closing, CloseRefusal>> =>
    aboutPerson(db, asker, 'support person', person, async (tx): Promise<Result<Closing, CloseRefusal>> => {
      const support = await holdSupport(tx, id);
      if (!support || support.person !== person) return refuse('not-found');
      if (support.rowVersion !== rowVersion) return refuse('changed-meanwhile');
      const protocol = protocolFor(asker, await attemptsIn(tx, id), support, now());
      if (ending.because === 'could-not-be-reached' && !protocol.mayClose) return refuse({ tooSoon: protocol });
      const change = core.close(support, ending.because, now());
      if (!change.ok) return refuse('changed-meanwhile');
      const closed = await closeReferral(tx, support.referral, ending.because, byOf(asker), now());
      if (!closed.ok) return refuse('changed-meanwhile');
      await endHoldingOnClose(tx, id, byOf(asker), now());
      const closing: Closing = {
        ...ending,
        id: randomUUID(),
        person,
        support: id,
        referral: support.referral,
        closedAt: now(),
        closedBy: asker.id,
      };
      await closeTasks(tx, await openTasksAbout(tx, { support: id }), byOf(asker), now());
      await saveSupport(tx, change.value.state);
      await addClosings(tx, [closing]);
      await record(tx, change.value, byOf(asker), now());
      const referrer = (await findReferral(tx, support.referral))?.referredBy;
      const template = closing.because === 'could-not-be-reached' ? 'could-not-be-reached' : 'support-closed';
      if (referrer) await post.queue(tx, { template, about: closing.id, person, to: { account: referrer }, at: now() });
      if (tellPerson && !isWithoutThePerson(closing.because))
        await post.queue(tx, { template: 'support-ended-person', about: closing.id, person, to: { person }, at: now() });
      return ok(closing);
    }),
});
