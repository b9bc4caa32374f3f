import { addDays, type CalendarDay, daysBetween } from '../platform/calendar.ts';

/** How a support is brought to its end together, so that nobody is let go from one day to the next. */
export type EndingPlan = {
  support: string;
  person: string;
  lastOn: CalendarDay | null;
  /** Days on which they will still be in touch, the first first. */
  checkIns: readonly CalendarDay[];
  whatGoesOn: string;
  whoToTurnTo: string;
  talkedThrough: boolean;
  rowVersion: number;
  savedAt: Date;
  savedBy: string;
};

export type EndingContent = Pick<EndingPlan, 'lastOn' | 'checkIns' | 'whatGoesOn' | 'whoToTurnTo' | 'talkedThrough'>;
export const mostCheckIns = 4;
/** An ending further off than this is a plan for another day. */
export const furthestEnding = 183;

export type EndingRefusal = 'check-in-after-end' | 'past' | 'too-far';

/** The check-ins in order and each once; refused when one of them would come after the end, or a day is gone by or far off. */
export function refusalOf({ lastOn, checkIns }: EndingContent, today: CalendarDay): EndingRefusal | undefined {
  const days = [...checkIns, ...(lastOn ? [lastOn] : [])];
  if (days.some((day) => day < today)) return 'past';
  if (days.some((day) => daysBetween(today, day) > furthestEnding)) return 'too-far';
  return lastOn && checkIns.some((day) => day > lastOn) ? 'check-in-after-end' : undefined;
}

export const inOrder = (content: EndingContent): EndingContent => ({ ...content, checkIns: [...new Set(content.checkIns)].toSorted() });

/** Contacts that grow further apart, 7, 14, 28 and 56 days, as many as there is room for before the last. Our own suggestion, from no standard. */
export function taper(today: CalendarDay, lastOn: CalendarDay): CalendarDay[] {
  const days: CalendarDay[] = [];
  let at = today;
  for (const gap of [7, 14, 28, 56]) {
    at = addDays(at, gap);
    if (at >= lastOn) break;
    days.push(at);
  }
  return days;
}
