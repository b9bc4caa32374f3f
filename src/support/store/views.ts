import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { everybody, type View } from '../caseload.ts';

type Row = { id: string; owner_id: string; team_id: string | null; name: string; asked: string; saved_at: Date };
type Tables = {
  caseload_view: Row;
  caseload_start: { account_id: string; view_id: string };
  caseload_search: { id: string; account_id: string; words: string; at: Date };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

export type Seen = View & { isStart: boolean };

/** One's own and the team's, with which of them one starts with. */
export async function viewsFor(tx: Tx, account: string, team: string | null): Promise<Seen[]> {
  const rows = await tables(tx)
    .selectFrom('caseload_view')
    .leftJoin('caseload_start', (join) => join.onRef('view_id', '=', 'caseload_view.id').on('account_id', '=', account))
    .selectAll('caseload_view')
    .select('view_id')
    .where((eb) => eb.or([eb('owner_id', '=', account), ...(team ? [eb('team_id', '=', team)] : [])]))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...fromRow(row), isStart: row.view_id !== null }));
}

/** Under a name that one has already, it takes the place of that one. */
export async function saveView(tx: Tx, { id, name, owner, asked }: View, team: string | null, at: Date): Promise<void> {
  await tables(tx)
    .deleteFrom('caseload_view')
    .where('owner_id', '=', owner)
    .where((eb) => eb(eb.fn('lower', ['name']), '=', name.toLowerCase()))
    .execute();
  await tables(tx)
    .insertInto('caseload_view')
    .values({ id, owner_id: owner, team_id: team, name, asked: JSON.stringify(asked), saved_at: at })
    .execute();
}

export async function removeView(tx: Tx, id: string, owner: string): Promise<boolean> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('caseload_view')
    .where('id', '=', id)
    .where('owner_id', '=', owner)
    .executeTakeFirst();
  return numDeletedRows > 0;
}

/** `null`: with everybody again. */
export async function startWith(tx: Tx, account: string, view: string | null): Promise<void> {
  await tables(tx).deleteFrom('caseload_start').where('account_id', '=', account).execute();
  if (view) await tables(tx).insertInto('caseload_start').values({ account_id: account, view_id: view }).execute();
}

export async function addSearch(tx: Tx, id: string, account: string, words: string, at: Date): Promise<void> {
  await tables(tx).insertInto('caseload_search').values({ id, account_id: account, words, at }).execute();
}

/** Only whoever searched can open it again. */
export async function findSearch(tx: Tx, id: string, account: string): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('caseload_search')
    .select('words')
    .where('id', '=', id)
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row?.words;
}

export async function removeSearchesBefore(tx: Tx, at: Date): Promise<void> {
  await tables(tx).deleteFrom('caseload_search').where('at', '<', at).execute();
}

const fromRow = (row: Selectable<Row>): View => {
  const asked = row.asked as unknown as Partial<View['asked']>;
  return {
    id: row.id,
    name: row.name,
    owner: row.owner_id,
    shared: row.team_id !== null,
    asked: { filters: { ...everybody, ...asked.filters }, sort: asked.sort ?? 'pressing' },
  };
};
