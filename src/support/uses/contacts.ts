import { randomUUID } from 'node:crypto';
import type { Asker } from '../../identity/index.ts';
import { addDays, type CalendarDay, dayIn } from '../../platform/calendar.ts';
import { recordEvents } from '../../platform/events.ts';
import type { Person } from '../../people/index.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Attempt, needsReason, nextTryOn, type Protocol, protocolOf } from '../attempts.ts';
import type { Contact } from '../contact.ts';
import * as store from '../store/contacts.ts';
import { noteContact, supportsOf } from '../store/supports.ts';
import { currentOf, type Support } from '../support.ts';
import type { Task, TaskKind } from '../task.ts';
import { aboutPerson, byOf, type NotReached, type Ports, todayFor } from './needs.ts';
import { changeTasks } from './tasks.ts';

export type NewContact = Pick<Contact, 'happenedAt' | 'channel' | 'place' | 'minutes' | 'present' | 'note' | 'nextStep' | 'debrief'> & {
  nextOn: CalendarDay | null;
};
export type NewAttempt = Pick<Attempt, 'triedAt' | 'channel' | 'outcome' | 'note' | 'whyThisWay'> & { againOn: CalendarDay | null };
export type AttemptRefusal = NotReached | 'not-open' | { needsReason: 'channel' | 'voicemail' };

/** What getting in touch, or trying to, settles. */
const reaching: readonly TaskKind[] = ['first-contact', 'try-again', 'call-back', 'not-reached'];

export const protocolFor = (asker: Asker, attempts: readonly Attempt[], support: Pick<Support, 'lastContactAt'>, now: Date): Protocol => {
  const { settings } = asker.programme;
  return protocolOf(attempts, support.lastContactAt, settings, (at) => dayIn(settings.timeZone, at), todayFor(asker, now));
};

export const contactUses = ({ db, now }: Ports) => ({
  /** What the forms for contacts and attempts need to be filled in well before anybody types. */
  beforeContact: (asker: Asker, person: string) =>
    aboutPerson(db, asker, 'support person', person, async (tx, found): Promise<Result<BeforeContact, 'not-open'>> => {
      const support = currentOf(await supportsOf(tx, person));
      if (!support) return refuse('not-open');
      const protocol = protocolFor(asker, await store.attemptsIn(tx, support.id), support, now());
      return ok({ person: found, support, protocol, lastChannel: await store.lastChannelOf(tx, person) });
    }),

  recordContact: (asker: Asker, person: string, { nextOn, ...details }: NewContact): Promise<Result<Contact, NotReached | 'not-open'>> =>
    aboutPerson(db, asker, 'support person', person, async (tx) => {
      const support = currentOf(await supportsOf(tx, person));
      if (!support) return refuse('not-open');
      const contact: Contact = { ...details, id: randomUUID(), person, support: support.id, by: asker.id };
      await store.addContacts(tx, [contact]);
      await noteContact(tx, support.id, contact.happenedAt);
      const data = { channel: contact.channel, minutes: contact.minutes, debrief: contact.debrief };
      await recordEvents(tx, [
        { type: 'contact-recorded', subject: { kind: 'contact', id: contact.id }, person, by: byOf(asker), at: now(), data },
      ]);
      if (support.stage.name === 'open') {
        const next =
          nextOn || details.nextStep
            ? [taskFor(support, 'next-step', nextOn ?? addDays(todayFor(asker, now()), 7), details.nextStep, now())]
            : [];
        await changeTasks(
          tx,
          support.id,
          { done: reaching, doneIfDue: { kind: 'review', by: todayFor(asker, now()) }, added: next },
          byOf(asker),
          now(),
        );
      }
      return ok(contact);
    }),

  recordAttempt: (asker: Asker, person: string, { againOn, ...details }: NewAttempt): Promise<Result<Attempt, AttemptRefusal>> =>
    aboutPerson(db, asker, 'support person', person, async (tx, found): Promise<Result<Attempt, AttemptRefusal>> => {
      const support = currentOf(await supportsOf(tx, person));
      if (support?.stage.name !== 'open') return refuse('not-open');
      const reason = needsReason(details, found.safeContact);
      if (reason && !details.whyThisWay) return refuse({ needsReason: reason });
      const attempt: Attempt = { ...details, id: randomUUID(), person, support: support.id, by: asker.id };
      await store.addAttempts(tx, [attempt]);
      const data = { channel: attempt.channel, outcome: attempt.outcome };
      await recordEvents(tx, [
        { type: 'attempt-recorded', subject: { kind: 'attempt', id: attempt.id }, person, by: byOf(asker), at: now(), data },
      ]);
      const protocol = protocolFor(asker, await store.attemptsIn(tx, support.id), support, now());
      await changeTasks(
        tx,
        support.id,
        { done: reaching, added: [afterAttempt(support, attempt, protocol, againOn, { today: todayFor(asker, now()), at: now() })] },
        byOf(asker),
        now(),
      );
      return ok(attempt);
    }),
});

export type BeforeContact = { person: Person; support: Support; protocol: Protocol; lastChannel: Contact['channel'] | undefined };

function afterAttempt(
  support: Support,
  { outcome }: Attempt,
  protocol: Protocol,
  againOn: CalendarDay | null,
  { today, at }: { today: CalendarDay; at: Date },
): Task {
  const task = (kind: TaskKind, dueOn: CalendarDay) => taskFor(support, kind, dueOn, '', at);
  if (outcome === 'call-back') return task('call-back', againOn ?? addDays(today, 1));
  if (againOn) return task('try-again', againOn);
  return protocol.mayClose ? task('not-reached', today) : task('try-again', nextTryOn(protocol, today));
}

const taskFor = ({ id, person, linkWorker }: Support, kind: TaskKind, dueOn: CalendarDay, note: string, at: Date): Task => ({
  id: randomUUID(),
  person,
  support: id,
  owner: linkWorker,
  kind,
  about: null,
  dueOn,
  note,
  addedAt: at,
  done: null,
});
