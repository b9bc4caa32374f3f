/** What makes a link worker belong, in the words of the realist evaluation (BJGP 2024.0279). */
export const concepts = ['power', 'identity', 'effect', 'infrastructure'] as const;
export type Concept = (typeof concepts)[number];

/** Where somebody stands on the continuum, the furthest last. */
export const levels = ['bolted-on', 'fitting-in', 'belonging'] as const;
export type Level = (typeof levels)[number];

/**
 * Counted from what happens. `days` of the period; `lag`: how long a thing is given before it counts against anybody; `step`: the
 * smallest change that is called one.
 */
type Live = {
  concept: Concept;
  kind: 'live';
  unit: 'share' | 'days';
  better: 'more' | 'less';
  step: number;
  days: number;
  lag: number;
};
/** Said by somebody. The answers go from bolted on to belonging. */
type Said = { concept: Concept; kind: 'fact'; answers: readonly string[] };

const share = (concept: Concept, better: 'more' | 'less', days: number, lag = 0): Live => ({
  ...{ concept, kind: 'live', unit: 'share', better, step: 0.1, days, lag },
});
const fact = (concept: Concept, ...answers: string[]): Said => ({ concept, kind: 'fact', answers });

const live = {
  criteria: share('power', 'more', 365),
  'active-referrers': share('identity', 'more', 30),
  returned: share('identity', 'less', 91),
  summaries: share('effect', 'more', 91),
  read: share('effect', 'more', 91, 7),
  'first-contact': share('infrastructure', 'more', 91, 14),
  supervision: share('infrastructure', 'more', 182),
  'surgery-days': {
    concept: 'infrastructure',
    kind: 'live',
    unit: 'days',
    better: 'more',
    step: 1,
    days: 28,
    lag: 0,
  } satisfies Live as Live,
};
const facts = {
  'criteria-say': fact('power', 'without', 'asked', 'together'),
  'may-decline': fact('power', 'no', 'asks-first', 'yes'),
  'team-meetings': fact('identity', 'no', 'sometimes', 'regularly'),
  'hears-back': fact('effect', 'no', 'sometimes', 'regularly'),
  'record-access': fact('infrastructure', 'none', 'read', 'write'),
  room: fact('infrastructure', 'no', 'when-free', 'own-days'),
  induction: fact('infrastructure', 'no', 'begun', 'yes'),
  'named-lead': fact('infrastructure', 'no', 'yes'),
  'it-account': fact('infrastructure', 'no', 'yes'),
  'community-time': fact('infrastructure', 'no', 'some', 'protected'),
  cover: fact('infrastructure', 'no', 'sometimes', 'yes'),
};

export type LiveId = keyof typeof live;
export type FactId = keyof typeof facts;
export type IndicatorId = LiveId | FactId;

export const liveIds = Object.keys(live) as LiveId[];
export const factIds = Object.keys(facts) as FactId[];
/** What is counted comes before what is said. */
export const indicatorIds: readonly IndicatorId[] = [...liveIds, ...factIds];
export const isIndicator = (id: string): id is IndicatorId => (indicatorIds as readonly string[]).includes(id);
export const isFact = (id: IndicatorId): id is FactId => id in facts;

export const liveOf = (id: LiveId): Live => live[id];
export const answersOf = (id: FactId): readonly string[] => facts[id].answers;
const conceptOf = (id: IndicatorId): Concept => (isFact(id) ? facts[id] : live[id]).concept;
export const indicatorsOf = (concept: Concept): IndicatorId[] => indicatorIds.filter((id) => conceptOf(id) === concept);

/** Why there is no figure. None of these ever counts as low. */
export type WhyNot = 'few' | 'nothing-yet' | 'not-said' | 'not-connected' | 'does-not-apply';

/** A share from 0 to 1, a number of days, or where an answer stands among its answers, from 0. Figures from fewer than five things are not given. */
export type Figure = { value: number } | { why: WhyNot };
export const valueOf = (figure: Figure | undefined): number | null => (figure && 'value' in figure ? figure.value : null);

const fewest = 5;
/** A share that is given only when it stands on enough. */
export function shareOf(count: number, of: number): Figure {
  if (of === 0) return { why: 'nothing-yet' };
  return of < fewest ? { why: 'few' } : { value: count / of };
}

/** The answer's place; one that is not among them any more is no answer. */
export function answerFigure(id: FactId, answer: string | null | undefined): Figure {
  const place = answersOf(id).indexOf(answer ?? '');
  return place < 0 ? { why: 'not-said' } : { value: place };
}
