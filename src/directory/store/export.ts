import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

type After = string | null;

/** The next services that are in the directory, private ones too, in the order of their ids. */
export async function serviceIds(tx: Tx, after: After, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from directory_record where kind = 'service' and not removed and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The next organisations that run no service of the directory. */
export async function idleOrganisationIds(tx: Tx, after: After, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from directory_record o where o.kind = 'organisation' and not o.removed and (${after}::uuid is null or o.id > ${after}::uuid)
      and not exists (
        select from service s where s.organisation_id = o.id
          and not exists (select from directory_record r where r.kind = 'service' and r.id = s.id and r.removed))
    order by o.id limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}
