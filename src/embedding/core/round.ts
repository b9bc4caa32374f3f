import type { CalendarDay } from '../../platform/calendar.ts';
import { addDays, daysBetween } from '../../platform/calendar.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';

export const kinds = ['full', 'pulse'] as const;
export type Kind = (typeof kinds)[number];

/** What somebody does at a site. A list of our own: enough to see where a way of working has taken root, and no finer. */
export const roundRoles = ['gp', 'nurse', 'receptionist', 'manager', 'link-worker', 'other'] as const;
export type RoundRole = (typeof roundRoles)[number];

/** `called-off`: before anybody could answer. */
export type Stage = 'planned' | 'open' | 'closed' | 'called-off';

/** What whoever makes a round decides, and may change until it opens. */
export type RoundDetails = {
  kind: Kind;
  items: readonly string[];
  /** The three general questions too, whose wording is not verified. */
  general: boolean;
  intervention: string;
  organisation: string;
  languages: readonly string[];
  opensOn: CalendarDay;
  closesOn: CalendarDay;
  /** How much of a part somebody must have answered to be counted in it. */
  leastPercent: number;
};

export type Round = RoundDetails & {
  id: string;
  site: string;
  /** What the site was called then. */
  siteName: string;
  stage: Stage;
  remindedOn: CalendarDay | null;
  closedOn: CalendarDay | null;
  rowVersion: number;
};

export const leastPercents = [50, 75, 100] as const;
const pulseItems = { least: 3, most: 7 } as const;
/** Two rounds that stand further apart than this are not nearly the same people saying nearly the same. */
const daysApart = 28;
const longest = 60;
const furthestAhead = 366;
/** Nobody is reminded more often. */
const daysBetweenReminders = 3;

export type DetailsRefusal =
  'items' | 'opens-past' | 'opens-far' | 'closes-first' | 'too-long' | { tooSoonAfter: CalendarDay; from: CalendarDay };

/** `lasts`: the first and last days of the other rounds at this site. */
export function checkDetails(
  details: RoundDetails,
  { today, known, lasts }: { today: CalendarDay; known: readonly string[]; lasts: readonly Pick<Round, 'opensOn' | 'closesOn'>[] },
): Result<RoundDetails, DetailsRefusal> {
  const { items, opensOn, closesOn, kind } = details;
  const fits = new Set(items).size === items.length && items.every((item) => known.includes(item));
  const count = kind === 'full' ? items.length === known.length : items.length >= pulseItems.least && items.length <= pulseItems.most;
  if (!fits || !count) return refuse('items');
  if (opensOn < today) return refuse('opens-past');
  if (daysBetween(today, opensOn) > furthestAhead) return refuse('opens-far');
  if (closesOn <= opensOn) return refuse('closes-first');
  if (daysBetween(opensOn, closesOn) > longest) return refuse('too-long');
  const near = lasts.find((other) => opensOn < addDays(other.closesOn, daysApart) && other.opensOn < addDays(closesOn, daysApart));
  return near ? refuse({ tooSoonAfter: near.closesOn, from: addDays(near.closesOn, daysApart) }) : ok(details);
}

export const mayAnswer = ({ stage, closesOn }: Pick<Round, 'stage' | 'closesOn'>, today: CalendarDay): boolean =>
  stage === 'open' && today <= closesOn;

/** What the clock does with a round on this day. */
export function dueOn(round: Round, today: CalendarDay): 'open' | 'close' | 'remind' | 'nothing' {
  if (round.stage === 'planned') return round.opensOn <= today ? 'open' : 'nothing';
  if (round.stage !== 'open') return 'nothing';
  if (today > round.closesOn) return 'close';
  return today >= remindsOn(round) && round.remindedOn === null ? 'remind' : 'nothing';
}

/** The day on which those who have not answered are reminded by themselves: when three quarters of the time have gone. */
export const remindsOn = ({ opensOn, closesOn }: Pick<Round, 'opensOn' | 'closesOn'>): CalendarDay =>
  addDays(opensOn, Math.max(1, Math.round(daysBetween(opensOn, closesOn) * 0.75)));

export const mayRemind = ({ stage, remindedOn }: Pick<Round, 'stage' | 'remindedOn'>, today: CalendarDay): boolean =>
  stage === 'open' && (remindedOn === null || daysBetween(remindedOn, today) >= daysBetweenReminders);
