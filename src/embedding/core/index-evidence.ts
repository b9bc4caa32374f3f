import { addDays, type CalendarDay } from '../../platform/calendar.ts';
import { type Figure, type IndicatorId, indicatorIds, isFact, type LiveId, liveOf, valueOf } from './indicator.ts';
import type { Rules } from './index-rules.ts';

/** What a figure stands on: how many of how many, and in which days, both included. `reasons` why referrals came back. */
export type Evidence = Figure & {
  count?: number;
  of?: number;
  from?: CalendarDay;
  to?: CalendarDay;
  reasons?: readonly string[];
};
export type Evidences = Partial<Record<IndicatorId, Evidence>>;

/** Whether it may be said how many of how many: not when they are so few that somebody could be known by it. */
export const mayCount = (evidence: Evidence | undefined): evidence is Evidence & { count: number; of: number } =>
  evidence !== undefined && 'value' in evidence && evidence.count !== undefined && evidence.of !== undefined;

/** The days of a figure as at the end of a day. What needs time to come about is given it before it counts. */
export function periodOf(id: LiveId, on: CalendarDay, rules: Rules): { from: CalendarDay; to: CalendarDay } {
  const { days, lag } = liveOf(id);
  const last = addDays(on, -(id === 'first-contact' ? rules.withinDays.contact : lag));
  return { from: addDays(last, 1 - days), to: last };
}

/** What is kept of a month: nothing that was too few to be said. */
export function toKeep(found: Evidences): Evidences {
  return Object.fromEntries(
    indicatorIds.flatMap((id) => {
      const evidence = found[id];
      if (!evidence) return [];
      if (valueOf(evidence) !== null || isFact(id)) return [[id, evidence]];
      const { count: _, of: __, reasons: ___, ...rest } = evidence;
      return [[id, rest]];
    }),
  );
}
