import { isBankHoliday } from '../../directory/index.ts';
import type { Programme } from '../../identity/index.ts';
import { addDays, type CalendarDay, instantAt } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { absencesOf } from '../../support/index.ts';
import type { Appointment } from '../appointment.ts';
import { freeSlots, type Hours, isAwayOn, type OtherDay, sessionsOn, type Session, type Slot, slotsOf } from '../hours.ts';
import { appointmentsBetween, bookedInRooms } from '../store/appointments.ts';
import { hoursSince, otherDaysSince } from '../store/hours.ts';

type Settings = Programme['settings'];
export type Day = { day: CalendarDay; holiday: boolean; away: readonly string[]; sessions: readonly Session[] };
export type Days = { days: readonly Day[]; appointments: readonly Appointment[]; slots: readonly Slot[]; free: readonly Slot[] };

/** So many days of some workers' calendars: their hours, what is in them, and what is still free. */
export async function daysOf(
  tx: Tx,
  { settings }: Pick<Programme, 'settings'>,
  workers: readonly string[],
  { from, count, now }: { from: CalendarDay; count: number; now: Date },
): Promise<Days> {
  const span = {
    startsAt: instantAt(settings.timeZone, from, '00:00'),
    endsAt: instantAt(settings.timeZone, addDays(from, count), '00:00'),
  };
  const hours = await hoursSince(tx, from, workers);
  const others = await othersSince(tx, from, workers);
  const appointments = await appointmentsBetween(tx, workers, span);
  const days = Array.from({ length: count }, (_, index) => dayOf(addDays(from, index), settings, workers, hours, others));
  const slots = days.flatMap(({ sessions }) => sessions.flatMap((session) => slotsOf(session, settings.timeZone)));
  const rooms = [...new Set(slots.map(({ room }) => room).filter((room) => room !== null))];
  const taken = [...appointments.filter(({ stage }) => stage.name === 'booked'), ...(await bookedInRooms(tx, rooms, span))];
  return { days, appointments, slots, free: freeSlots(slots, taken, now) };
}

function dayOf(
  day: CalendarDay,
  settings: Settings,
  workers: readonly string[],
  hours: readonly Hours[],
  others: readonly OtherDay[],
): Day {
  const isHoliday = (each: CalendarDay) => isBankHoliday(settings.holidays, each);
  const away = workers.filter((worker) =>
    isAwayOn(
      others.filter((other) => other.worker === worker),
      day,
    ),
  );
  return { day, holiday: isHoliday(day), away, sessions: sessionsOn(day, hours, others, isHoliday) };
}

/** Days that are not like the others, and those on which somebody else looks after their people. */
async function othersSince(tx: Tx, from: CalendarDay, workers: readonly string[]): Promise<OtherDay[]> {
  return [...(await otherDaysSince(tx, from, workers)), ...(await awaySince(tx, from, workers))];
}

/** The absences that support knows of. */
export async function awaySince(tx: Tx, from: CalendarDay, workers: readonly string[]): Promise<OtherDay[]> {
  const theirs = (await absencesOf(tx, workers, from)).filter(({ account }) => workers.includes(account));
  return theirs.map(({ id, account, from: first, to }) => ({ id, worker: account, from: first, to, kind: 'away' }));
}

/** Why a day is not an ordinary one for somebody. */
export async function unusualDays(
  tx: Tx,
  settings: Settings,
  workers: readonly string[],
  day: CalendarDay,
): Promise<'bank-holiday' | 'away' | null> {
  if (isBankHoliday(settings.holidays, day)) return 'bank-holiday';
  const others = await othersSince(tx, day, workers);
  return isAwayOn(others, day) ? 'away' : null;
}
