import type { CalendarDay } from '../../platform/calendar.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';

export const severities = ['near-miss', 'low', 'serious', 'grave'] as const;
export type Severity = (typeof severities)[number];

/** Something that went wrong or nearly did. Its words name nobody. */
export type Incident = {
  id: string;
  site: string | null;
  reportedBy: string;
  reportedAt: Date;
  happenedOn: CalendarDay;
  severity: Severity;
  what: string;
  atOnce: string;
  learning: string;
  closed: { at: Date; by: string } | null;
  rowVersion: number;
};

/** It is closed with what was learnt of it, by whoever leads. */
export function closeIncident(incident: Incident, by: string, at: Date): Result<Incident, 'no-learning' | 'closed'> {
  if (incident.closed) return refuse('closed');
  return incident.learning.trim() ? ok({ ...incident, closed: { at, by } }) : refuse('no-learning');
}
