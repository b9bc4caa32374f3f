import { type Programme, thisProgramme } from '../../identity/index.ts';
import { findPerson, firstNameOf } from '../../people/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf } from '../../platform/secrets.ts';
import { addTask, finishTasks, moveTasks, type TaskKind } from '../../support/index.ts';
import * as core from '../appointment.ts';
import type { Appointment } from '../appointment.ts';
import type { Slot } from '../hours.ts';
import { type Facts, factsOf } from '../letters/to-person.ts';
import { clashingWith, findAppointment, saveAppointment } from '../store/appointments.ts';
import { appointmentOfLink } from '../store/links.ts';
import { apart } from './book.ts';
import { daysOf, unusualDays } from './days.ts';
import { aboutIt, type Ports } from './needs.ts';

/** What somebody sees of their own appointment by the link in their message: no more than stood in it. */
export type OwnAppointment = {
  programme: Programme;
  firstName: string;
  appointment: Appointment;
  facts: Facts;
  /** Other times that they may choose by themselves. */
  free: readonly Slot[];
};
export type LinkRefusal = 'unknown' | 'expired';
export type AnswerRefusal = LinkRefusal | 'meanwhile' | 'gone' | core.StageRefusal;
type Answered = Result<Appointment, AnswerRefusal>;

const offeredDays = 21;
const offered = 8;
/** Nobody is given a time so soon that the link worker may not see it. */
const notice = 24 * 3_600_000;

/** For whoever holds the link from our message, and has no account. */
export function openOwnAppointment({ db, now, post, limits }: Ports) {
  async function behind(token: string) {
    const link = await db.outsideProgrammes((tx) => appointmentOfLink(tx, hashOf(token), now()));
    if (!link) return refuse('unknown' as const);
    return link.expired ? refuse('expired' as const) : ok(link);
  }

  async function seen(tx: Tx, id: string): Promise<OwnAppointment | undefined> {
    const appointment = await findAppointment(tx, id);
    const person = appointment && (await findPerson(tx, appointment.person));
    if (!appointment || !person || person.died) return undefined;
    const programme = await thisProgramme(tx);
    return {
      programme,
      appointment,
      firstName: firstNameOf(person),
      facts: await factsOf(tx, appointment),
      free: core.isAhead(appointment, now()) && !core.isAway(appointment.kind) ? await freeFor(tx, programme, appointment) : [],
    };
  }

  async function freeFor(tx: Tx, programme: Programme, { workers, startsAt, endsAt }: Appointment): Promise<readonly Slot[]> {
    const [worker] = workers;
    if (!worker || workers.length > 1) return [];
    const from = dayIn(programme.settings.timeZone, now());
    const { free } = await daysOf(tx, programme, [worker], { from, count: offeredDays, now: new Date(now().getTime() + notice) });
    const length = endsAt.getTime() - startsAt.getTime();
    return free.filter((slot) => slot.endsAt.getTime() - slot.startsAt.getTime() >= length).slice(0, offered);
  }

  const change = (
    token: string,
    version: number,
    decide: (tx: Tx, before: OwnAppointment) => Promise<Answered>,
    then: (tx: Tx, after: Appointment, before: Appointment) => Promise<void>,
  ): Promise<Answered> =>
    apart(async (): Promise<Answered> => {
      const link = await behind(token);
      if (!link.ok) return link;
      return db.inProgramme(link.value.programme, async (tx): Promise<Answered> => {
        const before = await seen(tx, link.value.appointment);
        if (!before) return refuse('unknown');
        if (before.appointment.rowVersion !== version) return refuse('meanwhile');
        const after = await decide(tx, before);
        if (!after.ok) return after;
        if (!(await saveAppointment(tx, after.value, { answeredAt: now() }))) return refuse('meanwhile');
        await then(tx, after.value, before.appointment);
        return after;
      });
    }).then((done) => (done.ok || typeof done.error !== 'object' ? (done as Answered) : refuse('gone')));

  const tell = (tx: Tx, type: string, { id, person }: Appointment, data: Record<string, string> = {}) =>
    recordEvents(tx, [{ type, subject: aboutIt(id), person, by: { kind: 'person', id: person }, at: now(), data }]);
  const toDo = async (tx: Tx, kind: TaskKind, { id, person, workers }: Appointment) =>
    addTask(tx, {
      person,
      kind,
      about: aboutIt(id),
      dueOn: dayIn((await thisProgramme(tx)).settings.timeZone, now()),
      owner: workers[0],
      by: { kind: 'person', id: person },
      at: now(),
    });

  return {
    countGuess: (machine: string): Promise<number> => limits.guesses.take(machine),

    async open(token: string): Promise<Result<OwnAppointment, LinkRefusal>> {
      const link = await behind(token);
      if (!link.ok) return link;
      const own = await db.inProgramme(link.value.programme, (tx) => seen(tx, link.value.appointment));
      return own ? ok(own) : refuse('unknown');
    },

    willCome: (token: string, version: number): Promise<Answered> =>
      change(
        token,
        version,
        (_tx, { appointment }) => Promise.resolve(core.answered(appointment, 'coming', '', now())),
        (tx, after) => tell(tx, 'appointment-answered', after, { answer: 'coming' }),
      ),

    /** One of the free times: it is theirs at once, and the link worker hears of it. */
    chooseTime: (token: string, version: number, startsAt: string): Promise<Answered> =>
      change(
        token,
        version,
        async (tx, { appointment, free, programme }) => {
          const slot = free.find((each) => each.startsAt.toISOString() === startsAt);
          if (!slot) return refuse('gone');
          const { settings } = programme;
          const unusual = await unusualDays(tx, settings, appointment.workers, slot.day);
          const minutes = (appointment.endsAt.getTime() - appointment.startsAt.getTime()) / 60_000;
          const rules = { now: now(), timeZone: settings.timeZone, remindDays: settings.remindOfAppointmentDays };
          const details = appointment.kind === 'meeting' ? { ...appointment, room: slot.room, place: '' } : appointment;
          const when = { day: slot.day, time: slot.time, minutes };
          const moved = core.move(appointment, details, when, { ...rules, dayIs: () => unusual, anyway: false });
          if (!moved.ok) return typeof moved.error === 'string' && moved.error === 'not-booked' ? refuse('not-booked') : refuse('gone');
          return (await clashingWith(tx, moved.value)).length ? refuse('gone') : ok({ ...moved.value, answer: 'coming' });
        },
        async (tx, after) => {
          await tell(tx, 'appointment-moved', after, { askedBy: 'person', reason: 'by-link', startsAt: after.startsAt.toISOString() });
          await moveTasks(
            tx,
            { about: after.id, kind: 'appointment' },
            dayIn((await thisProgramme(tx)).settings.timeZone, after.startsAt),
            { kind: 'person', id: after.person },
            now(),
          );
          await toDo(tx, 'appointment-changed', after);
          await post.stopFor(tx, { about: after.id });
          await post.queue(tx, {
            template: 'appointment-moved',
            about: after.id,
            person: after.person,
            to: { person: after.person },
            at: now(),
          });
        },
      ),

    askForAnother: (token: string, version: number, wish: string): Promise<Answered> =>
      change(
        token,
        version,
        (_tx, { appointment }) => Promise.resolve(core.answered(appointment, 'change', wish, now())),
        async (tx, after) => {
          await tell(tx, 'appointment-answered', after, { answer: 'change' });
          await toDo(tx, 'appointment-asked', after);
        },
      ),

    cannotCome: (token: string, version: number): Promise<Answered> =>
      change(
        token,
        version,
        (_tx, { appointment }) =>
          Promise.resolve(core.isAhead(appointment, now()) ? core.cancel(appointment, 'person', 'by-link', '') : refuse('begun')),
        async (tx, after) => {
          await tell(tx, 'appointment-cancelled', after, { endedBy: 'person', reason: 'by-link' });
          await post.stopFor(tx, { about: after.id });
          await toDo(tx, 'appointment-off', after);
          await finishTasks(tx, { about: after.id, kind: 'appointment' }, { kind: 'person', id: after.person }, now());
        },
      ),
  };
}
