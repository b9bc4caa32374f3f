import { sql } from 'kysely';
import type { BehaviourOf } from '../../directory/index.ts';
import type { Tx } from '../../platform/database.ts';
import { type Counted, countedDays, silentAfterDays } from '../behaviour.ts';

/** Something has happened to a request to each of these: they are to be counted again. */
export async function noteDue(tx: Tx, asked: readonly { service: string; organisation: string }[]): Promise<void> {
  const all: BehaviourOf[] = asked.flatMap(({ service, organisation }) => [
    { kind: 'service', id: service },
    { kind: 'organisation', id: organisation },
  ]);
  const once = [...new Map(all.map((each) => [`${each.kind} ${each.id}`, each])).values()];
  await sql`
    insert into behaviour (kind, id)
    select kind, id from jsonb_to_recordset(${JSON.stringify(once)}::text::jsonb) as new (kind text, id uuid) order by kind, id
    on conflict (programme_id, kind, id) do update set due = true`.execute(tx);
}

/** Those that are to be counted, or were counted before this; each held by whoever asked first. */
export async function holdDue(tx: Tx, before: Date, limit: number): Promise<BehaviourOf[]> {
  const { rows } = await sql<BehaviourOf>`
    select kind, id from behaviour where due or counted_at < ${before}
    order by due desc, counted_at nulls first limit ${limit} for update skip locked`.execute(tx);
  return rows;
}

/** Counts how one of them has answered in the last year. What was only signposted asked nobody anything. */
export async function count(tx: Tx, { kind, id }: BehaviourOf, now: Date, timeZone: string): Promise<void> {
  const whose = kind === 'service' ? sql`service_id` : sql`organisation_id`;
  const from = new Date(now.getTime() - countedDays * 86_400_000);
  const silentBefore = new Date(now.getTime() - silentAfterDays * 86_400_000);
  await sql`
    with asked as (
      select c.kind, c.asked_at, c.reason, heard.answered_at, heard.accepted_at,
        least(heard.started_on, (select min(s.held_on) from connection_session s where s.connection_id = c.id and s.came)) as started_on
      from connection c left join lateral (
        select min(a.at) filter (where a.name in ('accepted', 'waiting-list', 'cannot-help')) as answered_at,
          min(a.at) filter (where a.name in ('accepted', 'waiting-list')) as accepted_at,
          (min(a.at) filter (where a.name = 'place-now') at time zone ${timeZone})::date as started_on
        from connection_answer a where a.connection_id = c.id) heard on true
      where c.${whose} = ${id} and c.asked_at > ${from} and c.kind <> 'self' and c.status <> 'entered-in-error'
    ), timed as (
      select *, case when kind = 'asked' then extract(epoch from answered_at - asked_at) / 86400 end as reply,
        greatest(0, started_on - (accepted_at at time zone ${timeZone})::date) as wait
      from asked
    )
    update behaviour set (requests, answered, accepted, silent, replies, reply_median, reply_p80, waits, wait_median, wait_p80) = (
      select count(*), count(answered_at), count(*) filter (where accepted_at = answered_at),
        count(*) filter (where answered_at is null and (asked_at < ${silentBefore} or reason = 'no-answer')),
        count(reply), percentile_cont(0.5) within group (order by reply), percentile_cont(0.8) within group (order by reply),
        count(wait) filter (where accepted_at is not null and started_on is not null),
        percentile_cont(0.5) within group (order by wait) filter (where accepted_at is not null and started_on is not null),
        percentile_cont(0.8) within group (order by wait) filter (where accepted_at is not null and started_on is not null)
      from timed), due = false, counted_at = ${now}
    where kind = ${kind} and id = ${id}`.execute(tx);
}

/** What was counted last; undefined when nothing has been. */
export async function countedOf(tx: Tx, { kind, id }: BehaviourOf): Promise<Counted | undefined> {
  const { rows } = await sql<Counted>`
    select requests, answered, accepted, silent, replies, reply_median as "replyMedian", reply_p80 as "replyP80",
      waits, wait_median as "waitMedian", wait_p80 as "waitP80"
    from behaviour where kind = ${kind} and id = ${id} and counted_at is not null`.execute(tx);
  return rows[0];
}
