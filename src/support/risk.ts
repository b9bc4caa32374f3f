import type { CalendarDay } from '../platform/calendar.ts';
import { ok, refuse, type Result } from '../platform/result.ts';

export const riskKinds = ['suicide', 'self-harm', 'neglect', 'from-others', 'to-others', 'to-child', 'health', 'home', 'other'] as const;
export type RiskKind = (typeof riskKinds)[number];

/** Keep an eye on it, take care each time, act now. */
export const riskLevels = ['watch', 'careful', 'act'] as const;
export type RiskLevel = (typeof riskLevels)[number];

export type Risk = {
  id: string;
  person: string;
  kind: RiskKind;
  level: RiskLevel;
  words: string;
  helps: string;
  startedOn: CalendarDay | null;
  reviewOn: CalendarDay;
  /** An ended one stays readable: history is the best warning. */
  ended: { on: CalendarDay; why: string } | null;
  saidAt: Date;
  saidBy: string;
  rowVersion: number;
};

/** Somebody asked, and nothing was known. */
export type NoKnownRisk = { id: string; person: string; words: string; saidAt: Date; saidBy: string };

export type RiskStanding = 'not-asked' | 'known' | 'none-known' | 'ended';

/** What can be said of somebody's risks. Until somebody has asked, nothing can be. */
export function standingOf(risks: readonly Risk[], none: NoKnownRisk | undefined): RiskStanding {
  if (risks.some(({ ended }) => !ended)) return 'known';
  const latest = Math.max(...risks.map(({ saidAt }) => saidAt.getTime()));
  if (none && (!risks.length || none.saidAt.getTime() >= latest)) return 'none-known';
  return risks.length ? 'ended' : 'not-asked';
}

/** "No known risks" is not said over one that is open. */
export const mayNoneBeSaid = (risks: readonly Risk[]): Result<'yes', 'known-risks'> =>
  risks.some(({ ended }) => !ended) ? refuse('known-risks') : ok('yes');

export type EndRefusal = 'ended-already' | 'no-reason' | 'before-start';

export function endRisk(risk: Risk, { on, why }: { on: CalendarDay; why: string }): Result<Risk, EndRefusal> {
  if (risk.ended) return refuse('ended-already');
  if (!why.trim()) return refuse('no-reason');
  if (risk.startedOn && on < risk.startedOn) return refuse('before-start');
  return ok({ ...risk, ended: { on, why: why.trim() } });
}
