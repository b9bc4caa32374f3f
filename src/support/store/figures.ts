import { sql } from 'kysely';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { usualWeeks } from '../supervision.ts';

/** Whose people: those whom some practices referred, or all who were referred to a team. Instants: `from` is in it, `to` is not. */
type Counted = { of: { practices: readonly string[] } | { team: string }; from: Date; to: Date };
type OutOf = { count: number; of: number };

const theirs = ({ of }: Counted) => ('team' in of ? sql`r.team_id = ${of.team}` : sql`r.practice_id = any(${[...of.practices]}::uuid[])`);
const inDays = (days: number) => sql`make_interval(days => ${days})`;
const one = async (query: { execute(tx: Tx): Promise<{ rows: OutOf[] }> }, tx: Tx): Promise<OutOf> => (await query.execute(tx)).rows[0]!;

/** Of the people referred in this time and not given back, how many were in touch with a link worker within so many days. */
export const countMetSoon = (tx: Tx, counted: Counted, days: number): Promise<OutOf> =>
  one(
    sql<OutOf>`
    select count(*)::int as of, count(*) filter (where exists (
      select from support s join contact c on c.programme_id = s.programme_id and c.support_id = s.id
      where s.programme_id = r.programme_id and s.referral_id = r.id and c.struck_at is null and c.outcome = 'met'
        and c.happened_at <= r.received_at + ${inDays(days)}))::int as count
    from referral_of_site r
    where ${theirs(counted)} and r.received_at >= ${counted.from} and r.received_at < ${counted.to} and r.stage <> 'returned'`,
    tx,
  );

/** The supports that ended in this time, referred by somebody who can be told, where the person was content that they are told more. */
const told = (counted: Counted) => sql`
  from closing c join referral_of_site r on r.programme_id = c.programme_id and r.id = c.referral_id
  where ${theirs(counted)} and c.closed_at >= ${counted.from} and c.closed_at < ${counted.to} and c.tell_referrer and r.referred_by is not null`;

/** Of the supports that ended, how many had a summary for the practice within so many days of the last time that somebody was in touch or tried. */
export const countSummaries = (tx: Tx, counted: Counted, days: number): Promise<OutOf> =>
  one(
    sql<OutOf>`
    select count(*)::int as of, count(*) filter (where c.outcome || c.what_next || c.for_practice <> '' and c.closed_at <= ${inDays(days)} + greatest(
      (select s.started_at from support s where s.programme_id = c.programme_id and s.id = c.support_id),
      (select max(k.happened_at) from contact k where k.programme_id = c.programme_id and k.support_id = c.support_id and k.struck_at is null and k.happened_at <= c.closed_at),
      (select max(a.tried_at) from attempt a where a.programme_id = c.programme_id and a.support_id = c.support_id and a.tried_at <= c.closed_at)))::int as count
    ${told(counted)}`,
    tx,
  );

/** Of the summaries, how many one of these accounts has opened in Bothy before an instant. What is read in a mailbox nobody sees. */
export const countRead = (tx: Tx, counted: Counted, readers: readonly string[], before: Date): Promise<OutOf> =>
  one(
    sql<OutOf>`
    select count(*)::int as of, count(*) filter (where exists (
      select from access a where a.programme_id = c.programme_id and a.person_id = c.person_id and a.what = 'GET /referrals/:id/letter'
        and a.account_id = any(${[...readers]}::uuid[]) and a.at >= c.closed_at and a.at < ${before}))::int as count
    ${told(counted)}`,
    tx,
  );

/** Of the supervision sessions that were due to these workers between two days, how many were held; more than were due do not make up for another's. */
export async function countSupervision(
  tx: Tx,
  workers: readonly string[],
  { from, to }: { from: CalendarDay; to: CalendarDay },
): Promise<OutOf> {
  if (!workers.length) return { count: 0, of: 0 };
  return one(
    sql<OutOf>`
    select coalesce(sum(due), 0)::int as of, coalesce(sum(least(due, held)), 0)::int as count from (
      select floor((${to}::date - greatest(${from}::date, min(s.started_at)::date)) / (7.0 * coalesce(v.every_weeks, ${usualWeeks})))::int as due,
        (select count(*)::int from supervision_session x where x.programme_id = s.programme_id and x.worker_id = s.link_worker_id
          and x.stage = 'held' and x.on_day between ${from}::date and ${to}::date) as held
      from support s left join supervision v on v.programme_id = s.programme_id and v.worker_id = s.link_worker_id
      where s.link_worker_id = any(${[...workers]}::uuid[]) and s.started_at < ${to}::date
      group by s.programme_id, s.link_worker_id, v.every_weeks) each_worker where due > 0`,
    tx,
  );
}
