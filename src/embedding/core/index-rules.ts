import { type IndicatorId, indicatorIds, type LiveId, liveIds, liveOf } from './indicator.ts';

/** From where a figure counts as fitting in, and from where as belonging. */
type Threshold = { fitting: number; belonging: number };

/**
 * How sites are placed. `withinDays`: how soon a summary follows the last contact, and a first contact the referral. `by`: where a
 * concept stands when its indicators differ. `leastKnown`: with fewer known indicators a concept is not placed.
 */
export type Rules = {
  thresholds: Record<LiveId, Threshold>;
  left: readonly IndicatorId[];
  withinDays: { summary: number; contact: number };
  by: 'most' | 'weakest';
  leastKnown: number;
};

/** All of these are our own choice, until a programme makes its own: nobody has published where these lines are. */
export const usualRules: Rules = {
  thresholds: {
    criteria: { fitting: 0.1, belonging: 0.4 },
    'active-referrers': { fitting: 0.3, belonging: 0.6 },
    returned: { fitting: 0.25, belonging: 0.1 },
    summaries: { fitting: 0.5, belonging: 0.8 },
    read: { fitting: 0.3, belonging: 0.6 },
    'first-contact': { fitting: 0.5, belonging: 0.8 },
    supervision: { fitting: 0.5, belonging: 0.9 },
    'surgery-days': { fitting: 2, belonging: 4 },
  },
  left: [],
  withinDays: { summary: 14, contact: 14 },
  by: 'most',
  leastKnown: 2,
};

export type RuleProblem = { field: string; why: 'order' | 'range' | 'whole' };

const most = (id: LiveId): number => (liveOf(id).unit === 'share' ? 1 : liveOf(id).days);

/** What is wrong with rules that somebody wants; none is `[]`. */
export function problemsOf(rules: Rules): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const within = (value: number, from: number, to: number) => Number.isFinite(value) && value >= from && value <= to;
  for (const id of liveIds) {
    const { fitting, belonging } = rules.thresholds[id];
    if (!within(fitting, 0, most(id))) problems.push({ field: `${id}-fitting`, why: 'range' });
    else if (!within(belonging, 0, most(id))) problems.push({ field: `${id}-belonging`, why: 'range' });
    else if (liveOf(id).better === 'more' ? belonging <= fitting : belonging >= fitting)
      problems.push({ field: `${id}-belonging`, why: 'order' });
  }
  for (const [name, value] of [...Object.entries(rules.withinDays), ['leastKnown', rules.leastKnown] as const])
    if (!Number.isInteger(value) || !within(value, 1, name === 'leastKnown' ? 4 : 90)) problems.push({ field: name, why: 'whole' });
  return problems;
}

/** Rules as they were kept, completed with what has come since. */
export const completed = (kept: Partial<Rules>): Rules => ({
  ...usualRules,
  ...kept,
  thresholds: { ...usualRules.thresholds, ...kept.thresholds },
  withinDays: { ...usualRules.withinDays, ...kept.withinDays },
  left: (kept.left ?? []).filter((id) => indicatorIds.includes(id)),
});
