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
  kinds: WorkKind[];
  /** What of it nobody has said. */
  missing: ('needs' | 'place' | 'times')[];
};

export const workPerPage = 30;

/** Every service that runs, with what is to be done about it. What has been taken out of the directory does not run. */
const work = ({ now, ageingBefore, oldBefore, hiddenBefore, remindedBefore, failed }: Since) => sql`
  latest as (
    select distinct on (a.service_id) a.service_id, a.answer, k.id, k.asked_at, k.answered_at, k.reminded_at
    from assurance_ask_service a join assurance_ask k on k.programme_id = a.programme_id and k.id = a.ask_id
    order by a.service_id, k.asked_at desc
  ), work as materialized (
    select s.id, s.assured_at, array_remove(array[
      case when s.assured_at <= ${hiddenBefore}::date then 'hidden' end,
      case when s.assured_at <= ${oldBefore}::date and s.assured_at > ${hiddenBefore}::date then 'soon' end,
      case when k.id = any(${failed}::uuid[]) and k.answered_at is null then 'bounced' end,
      case when k.answered_at is null and k.reminded_at <= ${remindedBefore} and k.id <> all(${failed}::uuid[]) and k.answer is null
        and coalesce(s.assured_at < k.asked_at::date, true) then 'unanswered' end,
      case when s.assured_at <= ${ageingBefore}::date and s.assured_at > ${oldBefore}::date then 'ageing' end,
      case when c.expires_at <= ${now} then 'room' end,
      case when s.needs = '{}' or t.service_id is null or (p.service_id is null and not s.attendance && ${elsewhere}) then 'incomplete' end,
      case when s.assured_at is null then 'never' end], null) as kinds
    from service s
    left join service_capacity c on c.service_id = s.id
    left join latest k on k.service_id = s.id
    left join (select distinct service_id from service_at_location) p on p.service_id = s.id
    left join (select distinct service_id from schedule) t on t.service_id = s.id
    where s.status = 'active'
  )`;

/** What takes place where whoever comes is, and so needs no place. */
const elsewhere = sql`'{online,phone,home-visit}'::text[]`;

type Worked = { counts: Partial<Record<WorkKind, number>>; page: { id: string; kinds: WorkKind[] }[]; total: number };

/** How many services there are of each kind of work; and one page of those of one kind, or of any, the most urgent first. */
export async function workOf(
  tx: Tx,
  since: Since,
  { kind, order, page }: { kind: WorkKind | null; order: readonly WorkKind[]; page: number },
): Promise<{ rows: WorkRow[]; total: number; counts: Worked['counts'] }> {
  const chosen = kind ? sql`${kind} = any(kinds)` : sql`kinds <> '{}'`;
  const { rows } = await sql<Worked>`
    with ${work(since)}
    select (select coalesce(jsonb_object_agg(kind, n), '{}') from (select kind, count(*) as n from work, unnest(kinds) kind group by kind) each) as counts,
      (select count(*) from work where ${chosen}) as total,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kinds', kinds) order by nth), '[]') from (
        select id, kinds, row_number() over (order by array_position(${order}::text[], kinds[1]), assured_at nulls last, id) as nth
        from work where ${chosen} order by nth offset ${(page - 1) * workPerPage} limit ${workPerPage}) shown) as page`.execute(tx);
  const worked = rows[0]!;
  const details = await workRows(
    tx,
    worked.page.map(({ id }) => id),
  );
  const shown = worked.page.flatMap(({ id, kinds }) => {
    const row = details.find((each) => each.id === id);
    return row ? [{ ...row, kinds }] : [];
  });
  return { rows: shown, total: worked.total, counts: worked.counts };
}

async function workRows(tx: Tx, ids: readonly string[]): Promise<Omit<WorkRow, 'kinds'>[]> {
  const { rows } = await sql<Omit<WorkRow, 'kinds'>>`
    select s.id, s.name, o.name as "organisationName", s.assured_at as "assuredAt", s.assured_by as "assuredBy",
      coalesce(coalesce(nullif(s.request_email, ''), nullif(s.email, ''), nullif(o.email, '')) like '%@%', false) as "hasAddress",
      (select max(k.asked_at) from assurance_ask_service a join assurance_ask k on k.id = a.ask_id where a.service_id = s.id) as "askedAt",
      array_remove(array[
        case when s.needs = '{}' then 'needs' end,
        case when not s.attendance && ${elsewhere} and not exists (select from service_at_location p where p.service_id = s.id) then 'place' end,
        case when not exists (select from schedule t where t.service_id = s.id) then 'times' end], null) as missing
    from service s join organisation o on o.id = s.organisation_id where s.id = any(${ids}::uuid[])`.execute(tx);
  return rows;
}

/** Askings since an instant that nobody has answered. */
export async function unansweredAsks(tx: Tx, since: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from assurance_ask where answered_at is null and asked_at > ${since} order by asked_at desc limit 5000`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Feeds whose latest reading failed or broke off. */
export async function troubledFeeds(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from feed f where not f.stopped and (
      select state from feed_run r where r.feed_id = f.id order by began_at desc limit 1) in ('failed', 'incomplete')`.execute(tx);
  return rows[0]!.n;
}

/** Terms that services carry, and that nobody has said the meaning of. */
export async function unmatchedTerms(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct s.term_id) as n from service_term s join taxonomy_term t on t.id = s.term_id
    where not exists (select from term_match m where m.term_id = t.id)`.execute(tx);
  return rows[0]!.n;
}
