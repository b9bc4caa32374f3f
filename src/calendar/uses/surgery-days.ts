import { teamMembers, thisProgramme } from '../../identity/index.ts';
import { type CalendarDay, daysBetween, dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { allRooms } from '../store/hours.ts';
import { daysOf } from './days.ts';

type Where = { practices: readonly string[]; team: string };

/**
 * On how many days, both included, somebody of the team had hours in a room at these practices, or an appointment there that was not called
 * off. Undefined when the calendar knows no room there: then nobody can tell.
 */
export async function surgeryDays(
  tx: Tx,
  { practices, team }: Where,
  { from, to }: { from: CalendarDay; to: CalendarDay },
): Promise<number | undefined> {
  const rooms = new Set(
    (await allRooms(tx)).filter(({ practice }) => practice !== null && practices.includes(practice)).map(({ id }) => id),
  );
  if (!rooms.size) return undefined;
  const programme = await thisProgramme(tx);
  const workers = (await teamMembers(tx, team)).map(({ id }) => id);
  const { days, appointments } = await daysOf(tx, programme, workers, { from, count: daysBetween(from, to) + 1, now: new Date(0) });
  const there = (room: string | null) => room !== null && rooms.has(room);
  const held = days.flatMap(({ sessions }) => sessions).filter(({ room }) => there(room));
  const met = appointments.filter(({ room, stage }) => there(room) && stage.name !== 'cancelled');
  return new Set([...held.map(({ day }) => day), ...met.map(({ startsAt }) => dayIn(programme.settings.timeZone, startsAt))]).size;
}
