import { sql } from 'kysely';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { WorkKind } from '../work-list.ts';

/** The days and instants that tell what is to be done. `failed` are the askings whose mail did not arrive. */
export type Since = {
  now: Date;
  ageingBefore: CalendarDay;
  oldBefore: CalendarDay;
  hiddenBefore: CalendarDay;
  remindedBefore: Date;
  failed: readonly string[];
};

export type WorkRow = {
  id: string;
  name: string;
  organisationName: string;
  assuredAt: CalendarDay | null;
  assuredBy: string | null;
  hasAddress: boolean;
  askedAt: Date | null;
  roomUntil: Date | null;
  kinds: WorkKind[];
  /** What of it nobody has said. */
  missing: ('needs' | 'place' | 'times')[];
};

export const workPerPage = 30;

/** Every service that runs, with what is to be done about it. */
const work = ({ now, ageingBefore, oldBefore, hiddenBefore, remindedBefore, failed }: Since) => sql`
  select s.id, s.name, o.name as "organisationName", s.assured_at as "assuredAt", s.assured_by as "assuredBy",
    coalesce(nullif(s.request_email, ''), nullif(s.email, ''), nullif(o.email, '')) like '%@%' as "hasAddress",
    k.asked_at as "askedAt", c.expires_at as "roomUntil", missing,
    array_remove(array[
      case when s.assured_at <= ${hiddenBefore}::date then 'hidden' end,
      case when s.assured_at <= ${oldBefore}::date and s.assured_at > ${hiddenBefore}::date then 'soon' end,
      case when k.id = any(${failed}::uuid[]) and k.answered_at is null then 'bounced' end,
      case when k.answered_at is null and k.reminded_at <= ${remindedBefore} and k.id <> all(${failed}::uuid[]) and k.answer is null
        and coalesce(s.assured_at < k.asked_at::date, true) then 'unanswered' end,
      case when s.assured_at <= ${ageingBefore}::date and s.assured_at > ${oldBefore}::date then 'ageing' end,
      case when c.expires_at <= ${now} then 'room' end,
      case when cardinality(missing) > 0 then 'incomplete' end,
      case when s.assured_at is null then 'never' end], null) as kinds
  from service s join organisation o on o.id = s.organisation_id
  left join service_capacity c on c.service_id = s.id
  left join lateral (
    select k.*, a.answer from assurance_ask_service a join assurance_ask k on k.id = a.ask_id
    where a.service_id = s.id order by k.asked_at desc limit 1) k on true
  cross join lateral (select array_remove(array[
    case when s.needs = '{}' then 'needs' end,
    case when not s.attendance && '{online,phone,home-visit}' and not exists (select from service_at_location sal where sal.service_id = s.id) then 'place' end,
    case when not exists (select from schedule t where t.service_id = s.id) then 'times' end], null) as missing) as gaps
  where s.status = 'active' and not exists (select from directory_record r where r.kind = 'service' and r.id = s.id and r.removed)`;

/** How many services there are of each kind of work. */
export async function countWork(tx: Tx, since: Since): Promise<Partial<Record<WorkKind, number>>> {
  const { rows } = await sql<{ kind: WorkKind; n: number }>`
    select kind, count(*) as n from (${work(since)}) as work, unnest(kinds) kind group by kind`.execute(tx);
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
}

/** Services with something to be done: of one kind, or of any, the most urgent first. */
export async function workOf(
  tx: Tx,
  since: Since,
  { kind, order, page }: { kind: WorkKind | null; order: readonly WorkKind[]; page: number },
): Promise<{ rows: WorkRow[]; total: number }> {
  const { rows } = await sql<WorkRow & { total: number }>`
    select work.*, count(*) over () as total from (${work(since)}) as work
    where ${kind ? sql`${kind} = any(kinds)` : sql`cardinality(kinds) > 0`}
    order by (select min(nth) from unnest(${order}::text[]) with ordinality as urgent (kind, nth) where urgent.kind = any(kinds)),
      "assuredAt" nulls last, id
    offset ${(page - 1) * workPerPage} limit ${workPerPage}`.execute(tx);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** Askings since an instant that nobody has answered. */
export async function unansweredAsks(tx: Tx, since: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from assurance_ask where answered_at is null and asked_at > ${since} order by asked_at desc limit 5000`.execute(tx);
  return rows.map(({ id }) => id);
}
