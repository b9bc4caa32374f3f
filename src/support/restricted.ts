import type { CalendarDay } from '../platform/calendar.ts';
import { ok, refuse, type Result } from '../platform/result.ts';

export const factKinds = ['safeguarding', 'domestic-abuse', 'third-party', 'legal', 'other'] as const;
export type FactKind = (typeof factKinds)[number];

type Span = { from: CalendarDay | null; to: CalendarDay | null; authority: string };
/** Of safeguarding alone: a code, a child who is looked after, a plan for one not yet born. */
export type Safeguarding = { code: string; lookedAfter: Span | null; unbornPlan: Span | null };

/** What is kept apart from the record. */
export type Fact = {
  id: string;
  person: string;
  team: string;
  kind: FactKind;
  words: string;
  comment: string;
  startedOn: CalendarDay | null;
  endedOn: CalendarDay | null;
  safeguarding: Safeguarding | null;
  hiddenFromPerson: boolean;
  /** Who may not even open it with a reason. */
  keptFrom: readonly string[];
  keptFromWords: string;
  saidAt: Date;
  saidBy: string;
  rowVersion: number;
};

export const openReasons = ['danger', 'meeting', 'covering', 'asked', 'other'] as const;
export type OpenReason = (typeof openReasons)[number];
export const verdicts = ['right', 'talk', 'not-right'] as const;
export type Verdict = (typeof verdicts)[number];

/** Somebody opened what is kept apart, with a reason, for a while. */
export type Opening = {
  id: string;
  person: string;
  team: string;
  by: string;
  reason: OpenReason;
  words: string;
  at: Date;
  until: Date;
  review: { at: Date; by: string; verdict: Verdict; note: string } | null;
};

export const openForMinutes = 60;

export const isStillOpen = (opening: Opening, reader: string, now: Date): boolean =>
  opening.by === reader && opening.at <= now && now < opening.until;

type Reader = { id: string; leads: (team: string) => boolean };

/** Why this reader may read it; undefined when they may not. Whoever it is kept from may not in any way. */
export function sightOf(
  fact: Pick<Fact, 'saidBy' | 'team' | 'keptFrom'>,
  reader: Reader,
  openings: readonly Opening[],
  now: Date,
): 'author' | 'lead' | 'opened' | undefined {
  if (fact.saidBy === reader.id) return 'author';
  if (fact.keptFrom.includes(reader.id)) return undefined;
  if (reader.leads(fact.team)) return 'lead';
  return openings.some((opening) => isStillOpen(opening, reader.id, now)) ? 'opened' : undefined;
}

export type ReviewRefusal = 'reviewed' | 'own' | 'no-note';

/** Nobody says of their own opening that it was right. */
export function review(
  opening: Opening,
  { verdict, note, by, at }: { verdict: Verdict; note: string; by: string; at: Date },
): Result<Opening, ReviewRefusal> {
  if (opening.review) return refuse('reviewed');
  if (opening.by === by) return refuse('own');
  if (verdict !== 'right' && !note.trim()) return refuse('no-note');
  return ok({ ...opening, review: { at, by, verdict, note: note.trim() } });
}
