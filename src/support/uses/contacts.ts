import { randomUUID } from 'node:crypto';
import { accountsById, type Asker } from '../../identity/index.ts';
import { addDays, type CalendarDay, dayIn } from '../../platform/calendar.ts';
import { recordEvents } from '../../platform/events.ts';
import { type Person, whoMatters } from '../../people/index.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Attempt, needsReason, nextTryOn, type Protocol, protocolOf } from '../attempts.ts';
import { companyOf, type Contact, implausible, likelyDouble, plainContact } from '../contact.ts';
import type { OwnTemplate } from '../contact-templates.ts';
import type { AgreedTime } from '../appointment.ts';
import * as store from '../store/contacts.ts';
import { holdSupport, noteContact, supportsOf } from '../store/supports.ts';
import { allTags, type OwnTag, templatesFor } from '../store/templates.ts';
import { currentOf, type Support } from '../support.ts';
import type { Task, TaskKind } from '../task.ts';
import { aboutPerson, byOf, type NotReached, type Ports, todayFor } from './needs.ts';
import { askForRisks } from './risks.ts';
import { changeTasks } from './tasks.ts';

export type NewContact = Pick<Contact, 'happenedAt' | 'channel' | 'place' | 'minutes' | 'present' | 'note' | 'nextStep' | 'debrief'> &
  Partial<Pick<Contact, 'template' | 'tags' | 'travelMinutes' | 'travelKm' | 'outcome'>> & {
    nextOn: CalendarDay | null;
    /** The appointment that it was. */
    appointment?: string;
    /** It is another contact, although there is one at the same hour. */
    another?: boolean;
  };
export type ContactRefusal = NotReached | 'not-open' | 'before-birth' | 'before-referral' | { double: Contact; by: string };
export type NewAttempt = Pick<Attempt, 'triedAt' | 'channel' | 'outcome' | 'note' | 'whyThisWay'> & {
  againOn: CalendarDay | null;
  /** The appointment at which they were not there. */
  appointment?: string;
};
export type AttemptRefusal = NotReached | 'not-open' | { needsReason: 'channel' | 'voicemail' };

/** What getting in touch, or trying to, settles. */
export const reaching: readonly TaskKind[] = ['first-contact', 'first-hello', 'try-again', 'call-back', 'not-reached'];

export const protocolFor = (asker: Asker, attempts: readonly Attempt[], support: Pick<Support, 'lastContactAt'>, now: Date): Protocol => {
  const { settings } = asker.programme;
  return protocolOf(attempts, support.lastContactAt, settings, (at) => dayIn(settings.timeZone, at), todayFor(asker, now));
};

export const contactUses = ({ db, now, appointments }: Ports) => ({
  /** What the forms for contacts and attempts need to be filled in well before anybody types. */
  beforeContact: (asker: Asker, person: string, appointment?: string) =>
    aboutPerson(db, asker, 'support person', person, async (tx, found): Promise<Result<BeforeContact, 'not-open'>> => {
      const support = currentOf(await supportsOf(tx, person));
      if (!support) return refuse('not-open');
      const protocol = protocolFor(asker, await store.attemptsIn(tx, support.id), support, now());
      const earlier = await store.contactsOf(tx, person, 20);
      const matters = await whoMatters(tx, person);
      return ok({
        person: found,
        support,
        protocol,
        lastChannel: await store.lastChannelOf(tx, person),
        company: companyOf(
          matters.map(({ name }) => name),
          found.interpreter,
          earlier,
        ),
        templates: asker.team ? await templatesFor(tx, asker.team, asker.id) : [],
        tags: await allTags(tx),
        appointment: appointment ? await appointments.find(tx, person, appointment) : undefined,
      });
    }),

  recordContact: (
    asker: Asker,
    person: string,
    { nextOn, another = false, appointment, ...details }: NewContact,
  ): Promise<Result<Contact, ContactRefusal>> =>
    aboutPerson(db, asker, 'support person', person, async (tx, found): Promise<Result<Contact, ContactRefusal>> => {
      const current = currentOf(await supportsOf(tx, person));
      // Held, so that two who write the same contact at once come one after the other.
      const support = current && (await holdSupport(tx, current.id));
      if (!support) return refuse('not-open');
      const { timeZone } = asker.programme.settings;
      const wrong = implausible(dayIn(timeZone, details.happenedAt), found.dateOfBirth, dayIn(timeZone, support.startedAt));
      if (wrong) return refuse(wrong);
      const double = another ? undefined : likelyDouble(await store.contactsOf(tx, person, 50), details.happenedAt);
      if (double) return refuse({ double, by: (await accountsById(tx, [double.by])).get(double.by)?.name ?? '' });
      const contact: Contact = { ...plainContact, ...details, id: randomUUID(), person, support: support.id, by: asker.id };
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
        await askForRisks(tx, support, asker, now());
      }
      if (appointment) await appointments.becameContact(tx, asker, person, appointment, contact.id, now());
      return ok(contact);
    }),

  recordAttempt: (
    asker: Asker,
    person: string,
    { againOn, appointment, ...details }: NewAttempt,
  ): Promise<Result<Attempt, AttemptRefusal>> =>
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
      if (appointment) await appointments.wasNotThere(tx, asker, { person, id: appointment, note: attempt.note, at: now() });
      return ok(attempt);
    }),
});

export type BeforeContact = {
  person: Person;
  support: Support;
  protocol: Protocol;
  lastChannel: Contact['channel'] | undefined;
  /** Who is often there, to be chosen with a touch. */
  company: readonly string[];
  templates: readonly OwnTemplate[];
  tags: readonly OwnTag[];
  /** What this contact began as. */
  appointment: AgreedTime | undefined;
};

export function afterAttempt(
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
