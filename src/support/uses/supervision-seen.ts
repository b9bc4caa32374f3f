import type { Colleague } from '../../identity/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type * as core from '../supervision.ts';

export type Standing = {
  worker: Colleague;
  schedule: core.Schedule | undefined;
  everyWeeks: number;
  lastHeldOn: CalendarDay | null;
  dueOn: CalendarDay | null;
  overdue: boolean;
};
/** A topic as this asker may see it: the person only when their reach covers them. */
export type TopicSeen = { topic: core.Topic; person: { id: string; name: string } | undefined };
export type SupervisionSeen = {
  own:
    | {
        standing: Standing;
        sessions: readonly core.Session[];
        agenda: readonly TopicSeen[];
        actions: readonly core.Action[];
        checks: readonly core.Check[];
      }
    | undefined;
  team: readonly Standing[];
  toHold: readonly core.Session[];
  names: ReadonlyMap<string, Colleague>;
  counts: { workers: number | null; overdue: number | null } | undefined;
};
export type SessionSeen = {
  session: core.Session;
  agenda: readonly TopicSeen[];
  actions: readonly core.Action[];
  checks: readonly core.Check[];
  names: ReadonlyMap<string, Colleague>;
};
export type Written = {
  notes: string;
  version: number;
  held: boolean;
  covered: readonly string[];
  actions: readonly { what: string; dueOn: CalendarDay }[];
};
