import { addDays, type CalendarDay } from '../../platform/calendar.ts';
import type { Sort } from './change-entry.ts';

/**
 * What makes a start go well: the facilitators and barriers of a review of eight studies (Pescheny and others 2018, Table 2), made
 * into steps. Which phase a step is in and how many weeks from the start it is due are our own assumption.
 */
export const templateSteps = [
  { key: 'lead-in', sort: 'prepare', weeks: -12 },
  { key: 'sponsor', sort: 'prepare', weeks: -12 },
  { key: 'champion', sort: 'prepare', weeks: -10 },
  { key: 'partners', sort: 'prepare', weeks: -8 },
  { key: 'agreements', sort: 'prepare', weeks: -6 },
  { key: 'risks', sort: 'prepare', weeks: -6 },
  { key: 'room', sort: 'prepare', weeks: -4 },
  { key: 'record', sort: 'prepare', weeks: -4 },
  { key: 'workshop', sort: 'brief', weeks: -5 },
  { key: 'understanding', sort: 'brief', weeks: -4 },
  { key: 'briefing', sort: 'brief', weeks: -2 },
  { key: 'phased', sort: 'begin', weeks: 0 },
  { key: 'first-look', sort: 'begin', weeks: 4 },
  { key: 'flexible', sort: 'settle', weeks: 8 },
  { key: 'feedback', sort: 'settle', weeks: 10 },
  { key: 'turnover', sort: 'settle', weeks: 12 },
  { key: 'survey', sort: 'settle', weeks: 16 },
] as const satisfies readonly { key: string; sort: Sort; weeks: number }[];
export type StepKey = (typeof templateSteps)[number]['key'];

/** Where the template has a step; what somebody wrote stands after it. */
export const placeOf = ({ madeFrom }: { madeFrom: string }): number => {
  const place = templateSteps.findIndex(({ key }) => key === madeFrom);
  return place < 0 ? templateSteps.length : place;
};

/** Nobody is late with a step from the moment at which it is thought of: a day that is past already is left open. */
export function dueOf(step: StepKey, startsOn: CalendarDay | null, today: CalendarDay): CalendarDay | null {
  const due = startsOn && addDays(startsOn, 7 * templateSteps.find(({ key }) => key === step)!.weeks);
  return due && due >= today ? due : null;
}

/** What is asked before a site goes live, each with the step that brings it about. */
export const readinessQuestions = [
  { key: 'sponsor', step: 'sponsor' },
  { key: 'champion', step: 'champion' },
  { key: 'time', step: 'lead-in' },
  { key: 'understood', step: 'understanding' },
  { key: 'briefed', step: 'briefing' },
  { key: 'partners', step: 'partners' },
  { key: 'agreements', step: 'agreements' },
  { key: 'room', step: 'room' },
  { key: 'record', step: 'record' },
  { key: 'risks', step: 'risks' },
  { key: 'phased', step: 'phased' },
  { key: 'cover', step: 'turnover' },
] as const satisfies readonly { key: string; step: StepKey }[];
export type ReadinessKey = (typeof readinessQuestions)[number]['key'];

export const readinessAnswers = ['yes', 'partly', 'no', 'unknown'] as const;
export type ReadinessAnswer = (typeof readinessAnswers)[number];
export type ReadinessAnswers = Partial<Record<ReadinessKey, ReadinessAnswer>>;
export type ReadinessCheck = { id: string; site: string; answers: ReadinessAnswers; note: string; at: Date; by: string };

/** What is not there yet, or that nobody is sure of; also what was never asked. */
export const missingOf = (answers: ReadinessAnswers): ReadinessKey[] =>
  readinessQuestions.map(({ key }) => key).filter((key) => answers[key] !== 'yes');

export const stepOf = (question: ReadinessKey): StepKey => readinessQuestions.find(({ key }) => key === question)!.step;

/** Whether a practice refers already, or is being prepared. Of a site that nobody has said anything of, it is taken that it does. */
export type SiteStart = { stage: 'preparing' | 'live'; startsOn: CalendarDay | null; rowVersion: number };
export const refersAlready = (start: SiteStart | undefined, today: CalendarDay): boolean =>
  !start || (start.stage === 'live' && (start.startsOn === null || start.startsOn <= today));
