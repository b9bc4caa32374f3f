import { addDays, type CalendarDay } from '../platform/calendar.ts';
import { ok, refuse, type Result } from '../platform/result.ts';

/** Somebody is away on these days, both included; their people are looked after by whoever covers. */
export type Absence = { id: string; account: string; cover: string | null; from: CalendarDay; to: CalendarDay };
export type NewAbsence = Pick<Absence, 'account' | 'cover' | 'from' | 'to'>;

const longestAbsenceDays = 366;

export type AbsenceRefusal =
  | 'ends-first'
  | 'over-already'
  | 'too-long'
  | 'covers-themselves'
  | { name: 'away-already' | 'cover-away' | 'covers-somebody'; absence: Absence };

type Days = Pick<Absence, 'from' | 'to'>;
export const overlap = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to;
export const isAway = ({ from, to }: Days, day: CalendarDay): boolean => from <= day && day <= to;

/**
 * `others` are those of the worker and of the cover, as they stand. Whoever covers is there on all of those days, and so is nobody's
 * cover while away: a circle of cover cannot come about.
 */
export function planAbsence(asked: NewAbsence, others: readonly Absence[], today: CalendarDay): Result<NewAbsence, AbsenceRefusal> {
  if (asked.to < asked.from) return refuse('ends-first');
  if (asked.to < today) return refuse('over-already');
  if (asked.to > addDays(asked.from, longestAbsenceDays)) return refuse('too-long');
  if (asked.cover === asked.account) return refuse('covers-themselves');
  const meanwhile = others.filter((other) => overlap(other, asked));
  const own = meanwhile.find(({ account }) => account === asked.account);
  if (own) return refuse({ name: 'away-already', absence: own });
  const away = meanwhile.find(({ account }) => account === asked.cover);
  if (away) return refuse({ name: 'cover-away', absence: away });
  const covering = meanwhile.find(({ cover }) => cover === asked.account);
  return covering ? refuse({ name: 'covers-somebody', absence: covering }) : ok(asked);
}
