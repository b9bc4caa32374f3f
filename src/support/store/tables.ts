import type { Need } from '../../directory/index.ts';
import type { Closure } from '../../referrals/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { AttemptChannel, Attempt } from '../attempts.ts';
import type { ContactChannel, ContactOutcome } from '../contact.ts';
import type { TaskKind } from '../task.ts';

export type SupportRow = {
  id: string;
  person_id: string;
  referral_id: string;
  link_worker_id: string;
  team_id: string;
  needs: Need[];
  started_at: Date;
  last_contact_at: Date | null;
  stage: 'open' | 'closed';
  closed_because: Closure | null;
  closed_at: Date | null;
  next_due: string | null;
  next_kind: TaskKind | null;
  next_note: string;
  row_version: number;
};
export type TaskRow = {
  id: string;
  person_id: string;
  support_id: string | null;
  owner_id: string;
  kind: TaskKind;
  about_kind: string | null;
  about_id: string | null;
  due_on: string;
  note: string;
  added_at: Date;
  done_at: Date | null;
  done_by: string | null;
};
export type AttemptRow = {
  id: string;
  person_id: string;
  support_id: string;
  tried_at: Date;
  channel: AttemptChannel;
  outcome: Attempt['outcome'];
  note: string;
  why_this_way: string;
  by_id: string;
};
export type ContactRow = {
  id: string;
  person_id: string;
  support_id: string;
  happened_at: Date;
  channel: ContactChannel;
  place: string;
  minutes: number;
  present: string;
  note: string;
  next_step: string;
  debrief: boolean;
  by_id: string;
  template: string;
  tags: string[];
  travel_minutes: number | null;
  travel_km: number | null;
  outcome: ContactOutcome;
  row_version: number;
  struck_at: Date | null;
  struck_by: string | null;
  struck_why: string;
};
export type PlanRow = {
  id: string;
  person_id: string;
  version: number;
  what_matters: string;
  strengths: string;
  needs: Need[];
  goals: string;
  actions: string;
  if_worse: string;
  agreed: string;
  funded_by: string;
  other_plans: string;
  review_on: string | null;
  saved_at: Date;
  saved_by: string;
};
export type ClosingRow = {
  id: string;
  person_id: string;
  support_id: string;
  referral_id: string;
  because: Closure;
  goals: string;
  outcome: string;
  did_not_work: string;
  for_practice: string;
  what_next: string;
  tell_referrer: boolean;
  closed_at: Date;
  closed_by: string;
};
/** Published by people for lists. */
type PersonInList = {
  id: string;
  given_name: string;
  family_name: string;
  chosen_name: string;
  date_of_birth: string;
  place: string;
  interpreter: string;
  sort_name: string;
};

export type Tables = {
  support: SupportRow;
  task: TaskRow;
  attempt: AttemptRow;
  contact: ContactRow;
  plan_version: PlanRow;
  closing: ClosingRow;
  person_in_list: PersonInList;
};

export const tables = (tx: Tx) => tx.withTables<Tables>();
