import { refuse, ok, type Result } from '../platform/result.ts';

export const alertKinds = [
  'risk-raised',
  'visit-overdue',
  'glass-broken',
  'without-link-worker',
  'caseload-over',
  'supervision-overdue',
  'wellbeing',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Something that whoever leads a team has to know of. */
export type Alert = {
  id: string;
  kind: AlertKind;
  team: string;
  person: string | null;
  about: { kind: string; id: string };
  raisedAt: Date;
  /** Null when Bothy noticed it. */
  raisedBy: string | null;
  timesTold: number;
  seen: { at: Date; by: string; note: string } | null;
  settled: { at: Date; by: string | null } | null;
};

/** It waits on the lead's page until they have said what they made of it, or its cause is over. */
export const waits = ({ seen, settled }: Pick<Alert, 'seen' | 'settled'>): boolean => !seen && !settled;

export type SeeRefusal = 'dealt-with' | 'no-note';

export function see(alert: Alert, { by, at, note }: { by: string; at: Date; note: string }): Result<Alert, SeeRefusal> {
  if (!waits(alert)) return refuse('dealt-with');
  return note.trim() ? ok({ ...alert, seen: { at, by, note: note.trim() } }) : refuse('no-note');
}
