import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { OptOut } from '../may-use.ts';

export type ListKind = 'opted-out' | 'cleaned';
export type OptOutList = { id: string; kind: ListKind; readAt: Date; readBy: string | null; numbers: number; optedOut: number };
export type NotedOptOut = { state: OptOut; at: Date | null; told: boolean };

type Tables = {
  opt_out_list: { id: string; kind: ListKind; read_at: Date; read_by: string | null; numbers: number; opted_out: number };
  person_opt_out: { person_id: string; opted_out: boolean; checked_at: Date; list_id: string | null; noted_by: string | null };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

/**
 * Compares everybody who has an NHS number with a list. The numbers of the list are not kept, because most are of people who are nobody's
 * business here. Whoever told us themselves that they opted out stays so. Answers how many are opted out now.
 */
export async function compareWith(
  tx: Tx,
  { id, kind, readAt, readBy }: Omit<OptOutList, 'numbers' | 'optedOut'>,
  numbers: readonly string[],
): Promise<number> {
  const list = { id, kind, read_at: readAt, read_by: readBy, numbers: numbers.length, opted_out: 0 };
  await tables(tx).insertInto('opt_out_list').values(list).execute();
  const named = sql`n.value = any (select jsonb_array_elements_text(${JSON.stringify(numbers)}::text::jsonb))`;
  const { rows } = await sql<{ out: number }>`
    with said as (
      insert into person_opt_out as known (person_id, opted_out, checked_at, list_id)
      select n.person_id, ${kind === 'opted-out' ? named : sql`not (${named})`}, ${readAt}, ${id} from person_identifier n where n.system = 'nhs-number'
      on conflict (programme_id, person_id) do update set opted_out = excluded.opted_out, checked_at = excluded.checked_at, list_id = excluded.list_id, noted_by = null
        where not (known.opted_out and known.list_id is null)
      returning opted_out)
    select count(*) filter (where opted_out)::int as out from said`.execute(tx);
  const optedOut = rows[0]?.out ?? 0;
  await tables(tx).updateTable('opt_out_list').set({ opted_out: optedOut }).where('id', '=', id).execute();
  return optedOut;
}

export async function newestList(tx: Tx): Promise<OptOutList | undefined> {
  const row = await tables(tx).selectFrom('opt_out_list').selectAll().orderBy('read_at', 'desc').limit(1).executeTakeFirst();
  return row && { id: row.id, kind: row.kind, readAt: row.read_at, readBy: row.read_by, numbers: row.numbers, optedOut: row.opted_out };
}

/** They tell us themselves; that stands whatever a list says. */
export async function noteOptOut(tx: Tx, person: string, { out, at, by }: { out: boolean; at: Date; by: string }): Promise<void> {
  if (!out)
    return void (await tables(tx).deleteFrom('person_opt_out').where('person_id', '=', person).where('list_id', 'is', null).execute());
  const row = { opted_out: true, checked_at: at, list_id: null, noted_by: by };
  await tables(tx)
    .insertInto('person_opt_out')
    .values({ ...row, person_id: person })
    .onConflict((c) => c.columns(['programme_id', 'person_id'] as never).doUpdateSet(row))
    .execute();
}

const unknown: NotedOptOut = { state: 'not-checked', at: null, told: false };

export async function optOutsOf(tx: Tx, people: readonly string[]): Promise<(person: string) => NotedOptOut> {
  const known = new Map<string, NotedOptOut>();
  for (let at = 0; at < people.length; at += 5000) {
    const part = tables(tx)
      .selectFrom('person_opt_out')
      .selectAll()
      .where('person_id', 'in', people.slice(at, at + 5000));
    for (const { person_id, opted_out, checked_at, list_id } of await part.execute())
      known.set(person_id, { state: opted_out ? 'out' : 'in', at: checked_at, told: list_id === null });
  }
  return (person) => known.get(person) ?? unknown;
}
