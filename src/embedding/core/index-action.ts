import { type CalendarDay, daysBetween } from '../../platform/calendar.ts';
import { type IndicatorId, isFact, liveOf } from './indicator.ts';

/** Something that is done so that an indicator moves. */
export type IndexAction = {
  id: string;
  indicator: IndicatorId;
  /** One of the ways that Bothy knows of, or words of their own. */
  what: string;
  owner: string;
  beganOn: CalendarDay;
  reviewOn: CalendarDay;
  valueAtStart: number | null;
  valueAtReview: number | null;
  stage: 'open' | 'reviewed' | 'stopped';
  endedOn: CalendarDay | null;
};

/** `cannot-say`: one of the two figures was not known. */
export type Moved = 'moved' | 'did-not-move' | 'other-way' | 'too-early' | 'cannot-say';

/** Nothing that is counted over weeks can have moved before. */
const earliestDays = 28;

/** Whether the figure changed between the start and a day. It says nothing of why. */
export function moved(action: Pick<IndexAction, 'indicator' | 'beganOn' | 'valueAtStart'>, value: number | null, on: CalendarDay): Moved {
  const { indicator, valueAtStart: start } = action;
  if (start === null || value === null) return 'cannot-say';
  const better = !isFact(indicator) && liveOf(indicator).better === 'less' ? start - value : value - start;
  const step = isFact(indicator) ? 1 : liveOf(indicator).step;
  // What is said is true from the day that it is said; what is counted needs a period of its own.
  if (!isFact(indicator) && daysBetween(action.beganOn, on) < earliestDays) return 'too-early';
  const least = step - 1e-9;
  return better >= least ? 'moved' : better <= -least ? 'other-way' : 'did-not-move';
}
