import { addDays, ageOn, type CalendarDay, dayIn, daysBetween } from '../platform/calendar.ts';
import type { Instrument, Point } from './instrument.ts';
import { isValidOn, type Measure } from './measure.ts';

/** What a programme asks, and how much of somebody's time it may take. */
export type Schedule = {
  /** In order of importance: when there is not room for all, the first come first. */
  entries: readonly { instrument: string; points: readonly Point[] }[];
  minutesPerMeeting: number;
  minutesPerMonth: number;
  reviewEveryWeeks: number;
  followUpAfterWeeks: number;
  declinesBeforeQuiet: number;
  quietWeeks: number;
  linkDays: number;
};

export const usualSchedule: Schedule = {
  entries: [
    { instrument: 'ons4', points: ['baseline', 'review', 'close'] },
    { instrument: 'ons-loneliness', points: ['baseline', 'review', 'close'] },
    { instrument: 'goals', points: ['review', 'close'] },
    { instrument: 'poverty', points: ['baseline'] },
  ],
  minutesPerMeeting: 10,
  minutesPerMonth: 15,
  reviewEveryWeeks: 8,
  followUpAfterWeeks: 12,
  declinesBeforeQuiet: 2,
  quietWeeks: 12,
  linkDays: 14,
};

type Known = Pick<Instrument, 'id' | 'minutes' | 'ages' | 'validFrom' | 'validTo'>;

/** The minutes that each time point asks for, and which of them are more than one meeting should hold. */
export function burdenOf(schedule: Schedule, instruments: readonly Known[]): { point: Point; minutes: number; over: boolean }[] {
  const minutesAt = (point: Point) =>
    schedule.entries
      .filter(({ points }) => points.includes(point))
      .reduce((sum, { instrument }) => sum + (instruments.find(({ id }) => id === instrument)?.minutes ?? 0), 0);
  return (['baseline', 'review', 'close', 'follow-up'] as const).map((point) => {
    const minutes = minutesAt(point);
    return { point, minutes, over: minutes > Math.min(schedule.minutesPerMeeting, schedule.minutesPerMonth) };
  });
}

export type Due = { instrument: string; point: Point; minutes: number; since: CalendarDay };
/** `room`: it waits, because enough is asked already. `quiet`: they have said no, and are left in peace until a day. */
export type DueList = { now: Due[]; room: Due[]; quiet: { instrument: string; until: CalendarDay }[] };

type Taken = Pick<Measure, 'instrument' | 'support' | 'point' | 'state' | 'takenOn' | 'whyNot'>;
export type DueAsked = {
  schedule: Schedule;
  instruments: readonly Known[];
  taken: readonly Taken[];
  support: { id: string; startedAt: Date; closedAt: Date | null } | undefined;
  bornOn: CalendarDay;
  today: CalendarDay;
  timeZone: string;
};

const counts = ({ state }: Taken): boolean => state !== 'struck' && state !== 'withdrawn';
const month = 28;

/** What is to be asked of somebody today, within what it is fair to ask. */
export function dueOf({ schedule, instruments, taken, support, bornOn, today, timeZone }: DueAsked): DueList {
  const list: DueList = { now: [], room: [], quiet: [] };
  if (!support) return list;
  const minutesOf = (id: string) => instruments.find((instrument) => instrument.id === id)?.minutes ?? 0;
  const lately = taken.filter((one) => counts(one) && one.state !== 'declined' && daysBetween(one.takenOn, today) < month);
  let thisMonth = lately.reduce((sum, { instrument }) => sum + minutesOf(instrument), 0);
  let thisMeeting = 0;
  for (const { instrument, points } of schedule.entries) {
    const known = instruments.find(({ id }) => id === instrument);
    if (!known || !isRightFor(known, bornOn, today)) continue;
    const mine = taken.filter((one) => one.instrument === instrument && counts(one));
    const until = quietUntil(schedule, mine);
    const point = pointDue(schedule, points, mine, support, today, timeZone);
    if (!point) continue;
    if (until && today < until) list.quiet.push({ instrument, until });
    else {
      const due = { instrument, ...point, minutes: known.minutes };
      const fits = thisMeeting + due.minutes <= schedule.minutesPerMeeting && thisMonth + due.minutes <= schedule.minutesPerMonth;
      list[fits ? 'now' : 'room'].push(due);
      if (fits) [thisMeeting, thisMonth] = [thisMeeting + due.minutes, thisMonth + due.minutes];
    }
  }
  return list;
}

/** A no that was about that moment, and not about the questions. */
const isForLater = ({ state, whyNot }: Taken): boolean => state === 'declined' && (whyNot === 'not-now' || whyNot === 'too-upset');

const isRightFor = ({ ages, ...instrument }: Known, bornOn: CalendarDay, today: CalendarDay): boolean => {
  const age = ageOn(bornOn, today);
  return (ages.from === null || age >= ages.from) && (ages.to === null || age <= ages.to) && isValidOn(instrument, today);
};

/** After so many noes in a row they are not asked again for some weeks. */
export function quietUntil(schedule: Schedule, mine: readonly Taken[]): CalendarDay | null {
  const latestFirst = mine.toSorted((a, b) => b.takenOn.localeCompare(a.takenOn));
  const answered = latestFirst.findIndex(({ state }) => state !== 'declined');
  const noes = answered < 0 ? latestFirst.length : answered;
  const last = latestFirst[0];
  return last && noes >= schedule.declinesBeforeQuiet ? addDays(last.takenOn, schedule.quietWeeks * 7) : null;
}

function pointDue(
  schedule: Schedule,
  points: readonly Point[],
  mine: readonly Taken[],
  support: NonNullable<DueAsked['support']>,
  today: CalendarDay,
  timeZone: string,
): { point: Point; since: CalendarDay } | undefined {
  const here = mine.filter((one) => one.support === support.id);
  if (mine.some((one) => one.takenOn === today)) return undefined;
  const has = (point: Point) => here.some((one) => one.point === point && !isForLater(one));
  const began = dayIn(timeZone, support.startedAt);
  if (support.closedAt) {
    const closed = dayIn(timeZone, support.closedAt);
    const follow = addDays(closed, schedule.followUpAfterWeeks * 7);
    if (points.includes('close') && !has('close') && daysBetween(closed, today) < month) return { point: 'close', since: closed };
    return points.includes('follow-up') && !has('follow-up') && today >= follow ? { point: 'follow-up', since: follow } : undefined;
  }
  if (points.includes('baseline') && !has('baseline')) return { point: 'baseline', since: began };
  const last = here.reduce((latest, one) => (one.takenOn > latest ? one.takenOn : latest), began);
  const review = addDays(last, schedule.reviewEveryWeeks * 7);
  return points.includes('review') && today >= review ? { point: 'review', since: review } : undefined;
}
