import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { type Weight, weightDays } from '../weight.ts';

type Tables = {
  support: {
    id: string;
    person_id: string;
    link_worker_id: string;
    team_id: string;
    stage: 'open' | 'closed';
    started_at: Date;
    weight: Weight | null;
    suggested_weight: Weight;
    held_since: string | null;
  };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

/** How heavy these supports are together. Whoever is held counts for so many per cent. */
export const weightSum = (heldCountsPercent: number) =>
  sql<number>`coalesce(sum(coalesce(weight, suggested_weight) * case when held_since is null then 100 else ${heldCountsPercent}::int end), 0)::float8 / 100`;

export type Load = { account: string; people: number; weight: number };

/** What each of these workers carries; nobody is missing from the answer. */
export async function loadsOf(tx: Tx, accounts: readonly string[], heldCountsPercent: number): Promise<Map<string, Load>> {
  const rows = accounts.length
    ? await tables(tx)
        .selectFrom('support')
        .select(({ fn }) => ['link_worker_id as account', fn.countAll<number>().as('people'), weightSum(heldCountsPercent).as('weight')])
        .where('stage', '=', 'open')
        .where('link_worker_id', 'in', [...accounts])
        .groupBy('link_worker_id')
        .execute()
    : [];
  return new Map(accounts.map((account) => [account, rows.find((row) => row.account === account) ?? { account, people: 0, weight: 0 }]));
}

/** Whoever has people at present, with the team of most of them and when the first of them began. */
export async function workersWithPeople(tx: Tx): Promise<{ account: string; team: string; people: number; heldSince: Date }[]> {
  return tables(tx)
    .selectFrom('support')
    .select(({ fn }) => [
      'link_worker_id as account',
      sql<string>`mode() within group (order by team_id)`.as('team'),
      fn.countAll<number>().as('people'),
      sql<Date>`min(started_at)`.as('heldSince'),
    ])
    .where('stage', '=', 'open')
    .groupBy('link_worker_id')
    .orderBy('link_worker_id')
    .execute();
}

/** What a worker says of one person; null leaves it to what the last weeks suggest. Answers whether there was an open support. */
export async function setWeight(tx: Tx, support: string, weight: Weight | null): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('support')
    .set({ weight })
    .where('id', '=', support)
    .where('stage', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

export async function weightsOf(tx: Tx, support: string): Promise<{ weight: Weight | null; suggestedWeight: Weight } | undefined> {
  return tables(tx)
    .selectFrom('support')
    .select(['weight', 'suggested_weight as suggestedWeight'])
    .where('id', '=', support)
    .executeTakeFirst();
}

export type Counted = { support: string; contacts: number; startedAt: Date; suggested: Weight };

/** How often each open support was in touch in the last four weeks. */
export async function contactsLately(tx: Tx, now: Date): Promise<Counted[]> {
  const since = new Date(now.getTime() - weightDays * 86_400_000);
  const { rows } = await sql<Counted>`
    select s.id as support, count(c.id)::int as contacts, s.started_at as "startedAt", s.suggested_weight as suggested
    from support s left join contact c on c.programme_id = s.programme_id and c.support_id = s.id and c.happened_at > ${since}
    where s.stage = 'open' group by s.id, s.started_at, s.suggested_weight`.execute(tx);
  return rows;
}

export async function setSuggested(tx: Tx, supports: readonly string[], weight: Weight): Promise<void> {
  if (supports.length) await sql`update support set suggested_weight = ${weight} where id = any(${[...supports]}::uuid[])`.execute(tx);
}

/** Open supports that nobody has anything to do about. */
export async function supportsWithoutTask(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from support s where s.stage = 'open'
      and not exists (select from task t where t.programme_id = s.programme_id and t.support_id = s.id and t.done_at is null)`.execute(tx);
  return rows.map(({ id }) => id);
}
