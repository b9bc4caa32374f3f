import {
  allPractices,
  allTeams,
  type Asker,
  type Colleague,
  mayAtAll,
  type Practice,
  reach,
  teamMembers,
  thisProgramme,
} from '../../identity/index.ts';
import { addDays, type CalendarDay, daysBetween, dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { daysAt, type Offered, offeredBy } from '../figures.ts';
import { allRooms } from '../store/hours.ts';
import { daysOf } from './days.ts';
import type { NotReached, Ports } from './needs.ts';

export type Figures = {
  from: CalendarDay;
  to: CalendarDay;
  offered: readonly (Offered & { name: string })[];
  practices: readonly { practice: Practice; days: number }[];
};
const weeks = 4;

/** No person stands in these, only how much there was room for. */
export const figureUses = ({ db, now }: Ports) => ({
  seeFigures: (asker: Asker): Promise<Result<Figures, NotReached>> => {
    if (!mayAtAll(asker, 'keep rooms')) return Promise.resolve(refuse('not-yours'));
    return db.inProgramme(asker.programme.id, async (tx) => {
      const to = addDays(dayIn(asker.programme.settings.timeZone, now()), -1);
      const from = addDays(to, 1 - weeks * 7);
      const workers = await workersSeenBy(tx, asker);
      const period = { from, count: weeks * 7, now: now() };
      const { slots, appointments } = await daysOf(
        tx,
        asker.programme,
        workers.map(({ id }) => id),
        period,
      );
      const offered = offeredBy(
        workers.map(({ id }) => id),
        slots,
        appointments,
      ).map((each) => ({ ...each, name: workers.find(({ id }) => id === each.worker)?.name ?? '' }));
      const days = await roomDays(tx, { from, to });
      const practices = (await allPractices(tx)).map((practice) => ({ practice, days: days.get(practice.id) ?? 0 }));
      return ok({ from, to, offered, practices });
    });
  },
});

async function workersSeenBy(tx: Tx, asker: Asker): Promise<Colleague[]> {
  const own = asker.team && reach(asker, 'keep calendar') === 'team' ? [asker.team] : (await allTeams(tx)).map(({ id }) => id);
  const members: Colleague[] = [];
  for (const team of own) members.push(...(await teamMembers(tx, team)));
  return members.filter(({ roles }) => roles.includes('link-worker'));
}

/** On how many days of the time a link worker had a room at each practice, by the practice's id: one of the facts of belonging. */
async function roomDays(tx: Tx, { from, to }: { from: CalendarDay; to: CalendarDay }): Promise<Map<string, number>> {
  const programme = await thisProgramme(tx);
  const workers: string[] = [];
  for (const { id } of await allTeams(tx)) workers.push(...(await teamMembers(tx, id)).map((member) => member.id));
  const rooms = new Map((await allRooms(tx)).map(({ id, practice }) => [id, practice]));
  const instant = new Date(8.64e15);
  const { days } = await daysOf(tx, programme, workers, { from, count: daysBetween(from, to) + 1, now: instant });
  return daysAt(
    days.flatMap(({ sessions }) => sessions),
    (room) => rooms.get(room) ?? null,
  );
}
