import type { CalendarDay } from '../../platform/calendar.ts';
import type { Constituency, Member } from './steering-member.ts';

export type Stage = 'planned' | 'held' | 'called-off';

export type Meeting = {
  id: string;
  startsAt: Date;
  place: string;
  callLink: string;
  /** One thing in each line. */
  agenda: string;
  notes: string;
  stage: Stage;
  rowVersion: number;
};

export const presences = ['there', 'by-call', 'sorry'] as const;
export type Presence = (typeof presences)[number];

export const outcomes = ['yes', 'no', 'later'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a decision is about, where that is an idea or a proposal that came to the meeting. */
export type About = { kind: 'idea' | 'proposal'; id: string };

export type Decision = {
  id: string;
  meeting: string;
  /** Counted through the programme: decision 12 is always the same one. */
  number: number;
  what: string;
  outcome: Outcome;
  reason: string;
  /** Who saw it otherwise, and why. Empty when nobody wished that to be said. */
  otherwise: string;
  about: About | null;
  madeAt: Date;
  rowVersion: number;
};

export type Action = {
  id: string;
  meeting: string;
  decision: string | null;
  what: string;
  owner: string;
  dueOn: CalendarDay;
  doneOn: CalendarDay | null;
  cameOfIt: string;
  rowVersion: number;
};

export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** Whose voices were in the room: how many of each constituency came, in person or by call. */
export const voicesIn = (members: readonly Member[], attendance: ReadonlyMap<string, Presence>): ReadonlyMap<Constituency, number> => {
  const came = members.filter(({ id }) => ['there', 'by-call'].includes(attendance.get(id) ?? ''));
  return new Map([...Map.groupBy(came, ({ constituency }) => constituency)].map(([each, those]) => [each, those.length]));
};

export const isOverdue = ({ doneOn, dueOn }: Pick<Action, 'doneOn' | 'dueOn'>, today: CalendarDay): boolean =>
  doneOn === null && dueOn < today;
