import { addDays, type CalendarDay, daysBetween } from '../platform/calendar.ts';
import { ok, refuse, type Result } from '../platform/result.ts';

export const holdReasons = ['service', 'change', 'nowhere', 'other'] as const;
export type HoldReason = (typeof holdReasons)[number];
type EndReason = 'by-hand' | 'answered' | 'closed';

/** A time in which a person waits, for something that is not in the worker's hands, while support goes on. */
export type Holding = {
  id: string;
  person: string;
  support: string;
  because: HoldReason;
  /** What is awaited: the connection to a service, or the gap that was recorded because there is none. */
  connection: string | null;
  gap: string | null;
  /** What lists call it, such as the name of the service. */
  awaits: string;
  words: string;
  since: CalendarDay;
  reviewOn: CalendarDay;
  ended: { on: CalendarDay; because: EndReason; by: string | null } | null;
  startedBy: string;
  rowVersion: number;
};

/** Nobody waits for longer than this without somebody looking again at whether waiting is still right. */
export const longestHoldDays = 56;

export type NewHolding = Pick<Holding, 'because' | 'connection' | 'gap' | 'awaits' | 'words' | 'reviewOn'>;
export type HoldRefusal = 'awaits-what' | 'say-why' | 'review-past' | 'review-far';
type Begun = Pick<Holding, 'id' | 'person' | 'support' | 'startedBy'> & { today: CalendarDay };

export function hold(asked: NewHolding, { today, ...begun }: Begun): Result<Holding, HoldRefusal> {
  if (asked.because === 'service' && !asked.connection && !asked.awaits) return refuse('awaits-what');
  if (asked.because === 'other' && !asked.words) return refuse('say-why');
  const wrong = reviewRefusal(asked.reviewOn, today);
  if (wrong) return refuse(wrong);
  const awaited = {
    connection: asked.because === 'service' ? asked.connection : null,
    gap: asked.because === 'nowhere' ? asked.gap : null,
    awaits: asked.because === 'service' ? asked.awaits : '',
  };
  return ok({ ...asked, ...awaited, ...begun, since: today, ended: null, rowVersion: 1 });
}

/** Looked at, and waiting is still right. */
export function holdOn(
  holding: Holding,
  { reviewOn, words }: Pick<Holding, 'reviewOn' | 'words'>,
  today: CalendarDay,
): Result<Holding, HoldRefusal | 'over'> {
  if (holding.ended) return refuse('over');
  if (holding.because === 'other' && !words) return refuse('say-why');
  const wrong = reviewRefusal(reviewOn, today);
  return wrong ? refuse(wrong) : ok({ ...holding, reviewOn, words });
}

export function endHold(
  holding: Holding,
  { because, by, today }: { because: EndReason; by: string | null; today: CalendarDay },
): Result<Holding, 'over'> {
  if (holding.ended) return refuse('over');
  const on = today < holding.since ? holding.since : today;
  return ok({ ...holding, ended: { on, because, by } });
}

function reviewRefusal(reviewOn: CalendarDay, today: CalendarDay): 'review-past' | 'review-far' | undefined {
  if (reviewOn <= today) return 'review-past';
  return reviewOn > addDays(today, longestHoldDays) ? 'review-far' : undefined;
}

/** Nights spent waiting. */
export const heldDays = ({ since, ended }: Pick<Holding, 'since' | 'ended'>, today: CalendarDay): number =>
  Math.max(0, daysBetween(since, ended?.on ?? today));

export const totalHeldDays = (holdings: readonly Pick<Holding, 'since' | 'ended'>[], today: CalendarDay): number =>
  holdings.reduce((sum, each) => sum + heldDays(each, today), 0);

export type Waits = { because: HoldReason; people: number; days: number };

/** What a team's people wait for: how many do today, and the nights that anybody waited since a day. The most nights first. */
export function waitsByReason(
  holdings: readonly Pick<Holding, 'because' | 'person' | 'since' | 'ended'>[],
  since: CalendarDay,
  today: CalendarDay,
): Waits[] {
  const within = (each: Pick<Holding, 'since' | 'ended'>) => heldDays({ ...each, since: each.since < since ? since : each.since }, today);
  return holdReasons
    .map((because) => {
      const theirs = holdings.filter((each) => each.because === because);
      const waiting = new Set(theirs.filter(({ ended }) => !ended).map(({ person }) => person));
      return { because, people: waiting.size, days: theirs.reduce((sum, each) => sum + within(each), 0) };
    })
    .filter(({ people, days }) => people + days > 0)
    .toSorted((a, b) => b.days - a.days);
}

/** While somebody waits, only looking again at the wait can be late: the rest is not slowness of the worker's. */
export const isLateWhileHeld = (kind: string | null): boolean => kind === 'holding-review';

/** An answer that ends the wait. Silence and a waiting list do not. */
export const isStillAwaited = (status: string): boolean => status === 'draft' || status === 'requested' || status === 'on-hold';
