import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Site } from '../site.ts';

const columns = sql`id, kind, name, place, team_id as team`;

/** Practices first, each by name. */
export async function allSites(tx: Tx): Promise<Site[]> {
  const { rows } = await sql<Site>`select ${columns} from site order by kind, lower(unaccent(name))`.execute(tx);
  return rows;
}

export async function siteById(tx: Tx, id: string): Promise<Site | undefined> {
  const { rows } = await sql<Site>`select ${columns} from site where id = ${id}`.execute(tx);
  return rows[0];
}
