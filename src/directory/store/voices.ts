import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Kind, Source } from '../record.ts';

export type Contested = { kind: Kind; id: string; name: string; feeds: number; choices: number };

/** Things of which several feeds speak, services first. */
export async function contested(tx: Tx, { limit, offset }: { limit: number; offset: number }): Promise<Contested[]> {
  const { rows } = await sql<Contested>`
    select r.kind, r.record_id as id, coalesce(d.document ->> 'name', '') as name, count(*) as feeds,
      (select count(*) from feed_choice c where c.kind = r.kind and c.record_id = r.record_id) as choices
    from feed_record r join directory_record d on d.programme_id = r.programme_id and d.kind = r.kind and d.id = r.record_id
    where r.record_id is not null and not r.gone and r.document is not null
    group by r.kind, r.record_id, d.document ->> 'name' having count(*) > 1
    order by array_position(array['service', 'organisation', 'location'], r.kind), lower(coalesce(d.document ->> 'name', '')), r.record_id
    limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

export async function countContested(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select from feed_record where record_id is not null and not gone and document is not null
      group by kind, record_id having count(*) > 1) as several`.execute(tx);
  return rows[0]!.n;
}

export async function putChoices(
  tx: Tx,
  kind: Kind,
  record: string,
  choices: Readonly<Record<string, Source>>,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await sql`delete from feed_choice where kind = ${kind} and record_id = ${record}`.execute(tx);
  for (const [field, source] of Object.entries(choices))
    await sql`
      insert into feed_choice (kind, record_id, field, source, chosen_by, chosen_at) values (${kind}, ${record}, ${field}, ${source}, ${by}, ${at})`.execute(
      tx,
    );
}
