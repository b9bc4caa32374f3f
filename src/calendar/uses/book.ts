import { randomUUID } from 'node:crypto';
import type { Asker, Colleague } from '../../identity/index.ts';
import { nameOf, peopleById, type Person } from '../../people/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { addTask, moveTasks } from '../../support/index.ts';
import * as core from '../appointment.ts';
import type { Appointment, Details, TimeRefusal, When } from '../appointment.ts';
import type { Slot } from '../hours.ts';
import type { Room } from '../room.ts';
import { addAppointment, clashingWith, findAppointment, isClash, saveAppointment } from '../store/appointments.ts';
import { allRooms } from '../store/hours.ts';
import { daysOf, unusualDays } from './days.ts';
import { aboutIt, aboutPerson, byOf, colleaguesOf, type NotReached, type Ports } from './needs.ts';

/** What is in the way: whose appointment, of whom, when. */
export type InTheWay = Pick<Appointment, 'startsAt' | 'endsAt' | 'workers' | 'room'> & { person: string; name: string };
export type Asked = { details: Details; when: When; workers: readonly string[]; anyway: boolean };
export type BookRefusal = NotReached | TimeRefusal | 'died' | 'worker' | 'room' | { clash: readonly InTheWay[] };
export type MoveRefusal = BookRefusal | core.StageRefusal | { stale: Appointment };
export type MoveAsked = Asked & { askedBy: core.Asker; reason: core.Reason; version: number };
export type BeforeBooking = {
  person: Person;
  colleagues: readonly Colleague[];
  worker: string;
  rooms: readonly Room[];
  free: readonly Slot[];
};

/** How far ahead free times are offered. */
const offeredDays = 21;
const offered = 10;

export const bookUses = ({ db, now, post }: Ports) => ({
  /** What the form needs to be filled in well: who may go, which rooms there are, and what is free. */
  beforeBooking: (asker: Asker, person: string, worker?: string): Promise<Result<BeforeBooking, NotReached>> =>
    aboutPerson(db, asker, 'support person', person, async (tx, found) => {
      const colleagues = await colleaguesOf(tx, asker);
      const whose = colleagues.find(({ id }) => id === worker) ?? colleagues.find(({ id }) => id === asker.id) ?? colleagues[0];
      const today = dayIn(asker.programme.settings.timeZone, now());
      const days = whose && (await daysOf(tx, asker.programme, [whose.id], { from: today, count: offeredDays, now: now() }));
      return ok({
        person: found,
        colleagues,
        worker: whose?.id ?? asker.id,
        rooms: (await allRooms(tx)).filter(({ endedAt }) => endedAt === null),
        free: days?.free.slice(0, offered) ?? [],
      });
    }),

  book: (asker: Asker, person: string, asked: Asked): Promise<Result<Appointment, BookRefusal>> =>
    apart(() =>
      aboutPerson(db, asker, 'support person', person, async (tx, found): Promise<Result<Appointment, BookRefusal>> => {
        const fits = await whoAndWhere(tx, asker, asked, found);
        if (!fits.ok) return fits;
        const made = { id: randomUUID(), person, workers: asked.workers, by: asker.id };
        const booked = core.book(made, asked.details, asked.when, await rulesFor(tx, asker, asked, now()));
        if (!booked.ok) return booked;
        const clash = await clashingWith(tx, booked.value);
        if (clash.length) return refuse({ clash: await named(tx, clash) });
        await addAppointment(tx, booked.value);
        await note(tx, 'appointment-booked', booked.value, asker, now(), { kind: booked.value.kind });
        await addTask(tx, {
          person,
          kind: 'appointment',
          about: aboutIt(booked.value.id),
          dueOn: asked.when.day,
          owner: asked.workers[0],
          by: byOf(asker),
          at: now(),
        });
        if (booked.value.tell)
          await post.queue(tx, { template: 'appointment-booked', about: booked.value.id, person, to: { person }, at: now() });
        return booked;
      }),
    ),

  moveAppointment: (asker: Asker, person: string, id: string, asked: MoveAsked): Promise<Result<Appointment, MoveRefusal>> =>
    apart(() =>
      aboutPerson(db, asker, 'support person', person, async (tx, found): Promise<Result<Appointment, MoveRefusal>> => {
        const before = uuid.test(id) ? await findAppointment(tx, id) : undefined;
        if (before?.person !== person) return refuse('not-found');
        if (before.rowVersion !== asked.version) return refuse({ stale: before });
        const fits = await whoAndWhere(tx, asker, asked, found);
        if (!fits.ok) return fits;
        const rules = await rulesFor(tx, asker, asked, now());
        const moved = core.move({ ...before, workers: asked.workers }, asked.details, asked.when, rules);
        if (!moved.ok) return moved;
        const clash = await clashingWith(tx, moved.value);
        if (clash.length) return refuse({ clash: await named(tx, clash) });
        if (!(await saveAppointment(tx, moved.value))) return refuse({ stale: before });
        await note(tx, 'appointment-moved', moved.value, asker, now(), { askedBy: asked.askedBy, reason: asked.reason });
        await moveTasks(tx, { about: id }, asked.when.day, byOf(asker), now());
        await post.stopFor(tx, { about: id });
        if (moved.value.tell) await post.queue(tx, { template: 'appointment-moved', about: id, person, to: { person }, at: now() });
        return moved;
      }),
    ),
});

async function whoAndWhere(
  tx: Tx,
  asker: Asker,
  { details, workers }: Asked,
  { died }: Person,
): Promise<Result<'fits', 'died' | 'worker' | 'room'>> {
  if (died) return refuse('died');
  const colleagues = await colleaguesOf(tx, asker);
  const known = workers.every((worker) => colleagues.some(({ id }) => id === worker));
  if (!known || workers.length < 1 || workers.length > 2 || new Set(workers).size < workers.length) return refuse('worker');
  if (details.room === null) return ok('fits');
  return (await allRooms(tx)).some(({ id, endedAt }) => id === details.room && endedAt === null) ? ok('fits') : refuse('room');
}

async function rulesFor(tx: Tx, asker: Asker, { workers, when, anyway }: Asked, now: Date): Promise<core.Rules> {
  const { settings } = asker.programme;
  const unusual = await unusualDays(tx, settings, workers, when.day);
  return { now, timeZone: settings.timeZone, remindDays: settings.remindOfAppointmentDays, dayIs: () => unusual, anyway };
}

async function named(tx: Tx, clash: readonly Appointment[]): Promise<InTheWay[]> {
  const people = await peopleById(
    tx,
    clash.map(({ person }) => person),
  );
  return clash.map(({ startsAt, endsAt, workers, room, person }) => {
    const found = people.get(person);
    return { startsAt, endsAt, workers, room, person, name: found ? nameOf(found) : '' };
  });
}

/** Two who booked in the same moment: the database lets the first through, and the second hears that the time has just gone. */
export async function apart<T, E>(work: () => Promise<Result<T, E>>): Promise<Result<T, E | { clash: readonly InTheWay[] }>> {
  try {
    return await work();
  } catch (error) {
    if (isClash(error)) return refuse({ clash: [] });
    throw error;
  }
}

export const note = (
  tx: Tx,
  type: string,
  { id, person, startsAt }: Appointment,
  asker: Asker,
  at: Date,
  data: Record<string, string | boolean> = {},
) => recordEvents(tx, [{ type, subject: aboutIt(id), person, by: byOf(asker), at, data: { ...data, startsAt: startsAt.toISOString() } }]);
