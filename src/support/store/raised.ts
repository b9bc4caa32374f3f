import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Deed, Look, Raised, Source, Worry } from '../raised.ts';

type Row = {
  id: string;
  person_id: string;
  team_id: string;
  source: Source;
  about_kind: string | null;
  about_id: string | null;
  raised_at: Date;
  raised_by: string | null;
  worries: Worry[];
  did: Deed[];
  words: string;
  lead_at: Date | null;
  lead_by: string | null;
  lead_note: string;
  worker_at: Date | null;
  worker_by: string | null;
  worker_note: string;
};
type Tables = { risk_raised: Row };

const tables = (tx: Tx) => tx.withTables<Tables>();

export async function addRaised(tx: Tx, raised: Raised): Promise<void> {
  await tables(tx).insertInto('risk_raised').values(toRow(raised)).execute();
}

/** Newest first. */
export async function raisedOf(tx: Tx, person: string): Promise<Raised[]> {
  const rows = await tables(tx)
    .selectFrom('risk_raised')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('raised_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

export async function raisedByIds(tx: Tx, ids: readonly string[]): Promise<Map<string, Raised>> {
  if (!ids.length) return new Map();
  const rows = await tables(tx)
    .selectFrom('risk_raised')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}

/** Nobody else looks at it meanwhile. */
export async function holdRaised(tx: Tx, id: string): Promise<Raised | undefined> {
  const row = await tables(tx).selectFrom('risk_raised').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

export async function saveLooks(tx: Tx, raised: Raised): Promise<void> {
  await tables(tx).updateTable('risk_raised').set(looks(raised)).where('id', '=', raised.id).execute();
}

const looks = ({ lead, worker }: Pick<Raised, 'lead' | 'worker'>) => ({
  lead_at: lead?.at ?? null,
  lead_by: lead?.by ?? null,
  lead_note: lead?.note ?? '',
  worker_at: worker?.at ?? null,
  worker_by: worker?.by ?? null,
  worker_note: worker?.note ?? '',
});

const toRow = ({ id, person, team, source, about, raisedAt, raisedBy, worries, did, words, lead, worker }: Raised): Row => ({
  id,
  person_id: person,
  team_id: team,
  source,
  about_kind: about?.kind ?? null,
  about_id: about?.id ?? null,
  raised_at: raisedAt,
  raised_by: raisedBy,
  worries: [...worries],
  did: [...did],
  words,
  ...looks({ lead, worker }),
});

const look = (at: Date | null, by: string | null, note: string): Look | null => (at && by ? { at, by, note } : null);

const fromRow = (row: Selectable<Row>): Raised => ({
  id: row.id,
  person: row.person_id,
  team: row.team_id,
  source: row.source,
  about: row.about_kind && row.about_id ? { kind: row.about_kind, id: row.about_id } : null,
  raisedAt: row.raised_at,
  raisedBy: row.raised_by,
  worries: row.worries,
  did: row.did,
  words: row.words,
  lead: look(row.lead_at, row.lead_by, row.lead_note),
  worker: look(row.worker_at, row.worker_by, row.worker_note),
});
