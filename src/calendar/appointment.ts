import { addDays, type CalendarDay, dayIn } from '../platform/calendar.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { addMinutes, type Span, timeIn, whenOf } from './clock.ts';
import { remindAt } from './reminder.ts';

export const kinds = ['meeting', 'call', 'home', 'video', 'accompanied'] as const;
export type Kind = (typeof kinds)[number];

/** Why it was called off, by whom. Nobody has to say. */
export const reasons = {
  person: ['unwell', 'other-plans', 'transport', 'caring', 'not-ready', 'no-longer', 'not-said'],
  us: ['we-are-ill', 'urgent', 'room', 'two-at-once', 'weather', 'travel'],
} as const;
export type Asker = keyof typeof reasons;
export type Reason = (typeof reasons)[Asker][number] | 'stopped' | 'by-link';

export const whyNotThere = ['not-known', 'forgot', 'unwell', 'transport', 'afraid', 'place', 'time', 'caring', 'money'] as const;
export type WhyNotThere = (typeof whyNotThere)[number];
export const easier = ['other-time', 'other-place', 'transport', 'come-to-them', 'by-phone', 'somebody-with-them', 'reminder'] as const;
export type Easier = (typeof easier)[number];

export type Stage =
  | { name: 'booked' }
  | { name: 'happened'; contact: string | null }
  | { name: 'not-there'; reason: WhyNotThere; note: string; easier: readonly Easier[] }
  | { name: 'cancelled'; by: Asker; reason: Reason; note: string };

export type Details = { kind: Kind; room: string | null; place: string; bring: string; gettingThere: string; tell: boolean };
export type Appointment = Details & {
  id: string;
  person: string;
  /** One link worker or two; whoever it was made for stands first. */
  workers: readonly string[];
  startsAt: Date;
  endsAt: Date;
  stage: Stage;
  answer: 'coming' | 'change' | null;
  wish: string;
  remindAt: Date | null;
  madeAt: Date;
  madeBy: string;
  rowVersion: number;
};

export type When = { day: CalendarDay; time: string; minutes: number };
export type Unusual = 'bank-holiday' | 'away' | 'odd-hour';
export type Rules = {
  now: Date;
  timeZone: string;
  remindDays: number;
  /** Why a day is not an ordinary one for whoever is to go. */
  dayIs: (day: CalendarDay) => 'bank-holiday' | 'away' | null;
  /** The link worker has seen that it is unusual, and means it. */
  anyway: boolean;
};
export type TimeRefusal = 'past' | 'far' | 'no-such-time' | 'length' | { unusual: Unusual };

export const shortest = 15;
export const longest = 240;
const usual = { from: '07:00', to: '21:00' } as const;

/** From when until when, if that can be: ahead of now, within a year, on the clock that day, and as long as talks are. */
function spanOf({ day, time, minutes }: When, { now, timeZone, dayIs, anyway }: Rules): Result<Span, TimeRefusal> {
  if (!Number.isInteger(minutes) || minutes < shortest || minutes > longest) return refuse('length');
  const startsAt = whenOf(timeZone, day, time);
  if (!startsAt.ok) return startsAt;
  if (startsAt.value <= now) return refuse('past');
  if (day > addDays(dayIn(timeZone, now), 366)) return refuse('far');
  const endsAt = addMinutes(startsAt.value, minutes);
  const odd = time < usual.from || timeIn(timeZone, endsAt) > usual.to || dayIn(timeZone, endsAt) !== day;
  const unusual = dayIs(day) ?? (odd ? 'odd-hour' : null);
  return unusual && !anyway ? refuse({ unusual }) : ok({ startsAt: startsAt.value, endsAt });
}

type Made = { id: string; person: string; workers: readonly string[]; by: string };

export function book(made: Made, details: Details, when: When, rules: Rules): Result<Appointment, TimeRefusal> {
  const span = spanOf(when, rules);
  if (!span.ok) return span;
  const { by, ...rest } = made;
  return ok({
    ...rest,
    ...details,
    ...span.value,
    room: isAway(details.kind) ? null : details.room,
    stage: { name: 'booked' },
    answer: null,
    wish: '',
    remindAt: details.tell ? remindAt(span.value.startsAt, rules.now, { days: rules.remindDays, timeZone: rules.timeZone }) : null,
    madeAt: rules.now,
    madeBy: by,
    rowVersion: 1,
  });
}

/** Kinds for which nobody needs a room of ours. */
export const isAway = (kind: Kind): boolean => kind !== 'meeting' && kind !== 'video' && kind !== 'call';

export type StageRefusal = 'not-booked' | 'not-yet' | 'begun';

/** Another time, another place or both. What the person answered was about the old time, so it no longer counts. */
export function move(before: Appointment, details: Details, when: When, rules: Rules): Result<Appointment, StageRefusal | TimeRefusal> {
  if (before.stage.name !== 'booked') return refuse('not-booked');
  const span = spanOf(when, rules);
  if (!span.ok) return span;
  const remind = details.tell ? remindAt(span.value.startsAt, rules.now, { days: rules.remindDays, timeZone: rules.timeZone }) : null;
  const room = isAway(details.kind) ? null : details.room;
  return ok({ ...before, ...details, ...span.value, room, remindAt: remind, answer: null, wish: '' });
}

export function cancel(before: Appointment, by: Asker, reason: Reason, note: string): Result<Appointment, StageRefusal> {
  if (before.stage.name !== 'booked') return refuse('not-booked');
  return ok({ ...before, stage: { name: 'cancelled', by, reason, note }, remindAt: null });
}

/** Nothing is said of how it went before it began. */
const afterIt = (before: Appointment, now: Date, stage: Stage): Result<Appointment, StageRefusal> => {
  if (before.stage.name !== 'booked') return refuse('not-booked');
  return before.startsAt > now ? refuse('not-yet') : ok({ ...before, stage, remindAt: null });
};
export const happened = (before: Appointment, contact: string | null, now: Date) => afterIt(before, now, { name: 'happened', contact });
export const notThere = (
  before: Appointment,
  { reason, note, easier: would }: { reason: WhyNotThere; note: string; easier: readonly Easier[] },
  now: Date,
) => afterIt(before, now, { name: 'not-there', reason, note, easier: would });

/** What the person says on their own page, while there is still time. */
export function answered(before: Appointment, answer: 'coming' | 'change', wish: string, now: Date): Result<Appointment, StageRefusal> {
  if (before.stage.name !== 'booked') return refuse('not-booked');
  return before.startsAt <= now ? refuse('begun') : ok({ ...before, answer, wish });
}

export const isAhead = ({ stage, startsAt }: Pick<Appointment, 'stage' | 'startsAt'>, now: Date): boolean =>
  stage.name === 'booked' && startsAt > now;
/** It is over, and nobody has said yet what came of it. */
export const toRecord = ({ stage, endsAt }: Pick<Appointment, 'stage' | 'endsAt'>, now: Date): boolean =>
  stage.name === 'booked' && endsAt <= now;
