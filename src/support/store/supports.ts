import type { Selectable } from 'kysely';
import type { Need } from '../../directory/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { Support } from '../support.ts';
import type { Next } from '../task.ts';
import { inParts } from './in-parts.ts';
import { type SupportRow, tables } from './tables.ts';

export async function addSupports(tx: Tx, supports: readonly Support[]): Promise<void> {
  for (const part of inParts(supports)) await tables(tx).insertInto('support').values(part.map(toRow)).execute();
}

/** Held until the transaction ends, so that what is next is never worked out twice at once. */
export async function holdSupport(tx: Tx, id: string): Promise<Support | undefined> {
  const row = await tables(tx).selectFrom('support').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

export async function supportsOf(tx: Tx, person: string): Promise<Support[]> {
  const rows = await tables(tx).selectFrom('support').selectAll().where('person_id', '=', person).orderBy('started_at', 'desc').execute();
  return rows.map(fromRow);
}

export async function supportOfReferral(tx: Tx, referral: string): Promise<Support | undefined> {
  const row = await tables(tx).selectFrom('support').selectAll().where('referral_id', '=', referral).executeTakeFirst();
  return row && fromRow(row);
}

export async function saveSupport(tx: Tx, support: Support): Promise<void> {
  await tables(tx).updateTable('support').set(toRow(support)).where('id', '=', support.id).execute();
}

export async function saveNext(tx: Tx, id: string, next: Next | null): Promise<void> {
  await tables(tx).updateTable('support').set(nextColumns(next)).where('id', '=', id).execute();
}

/** A contact that is written down late does not undo a newer one. */
export async function noteContact(tx: Tx, id: string, at: Date): Promise<void> {
  await tables(tx)
    .updateTable('support')
    .set({ last_contact_at: at })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('last_contact_at', 'is', null), eb('last_contact_at', '<', at)]))
    .execute();
}

export async function setNeeds(tx: Tx, person: string, needs: readonly Need[]): Promise<void> {
  await tables(tx)
    .updateTable('support')
    .set({ needs: [...needs] })
    .where('person_id', '=', person)
    .where('stage', '=', 'open')
    .execute();
}

const nextColumns = (next: Next | null) => ({ next_due: next?.due ?? null, next_kind: next?.kind ?? null, next_note: next?.note ?? '' });

const toRow = ({
  id,
  person,
  referral,
  linkWorker,
  team,
  needs,
  startedAt,
  lastContactAt,
  stage,
  next,
  rowVersion,
}: Support): SupportRow => ({
  id,
  person_id: person,
  referral_id: referral,
  link_worker_id: linkWorker,
  team_id: team,
  needs: [...needs],
  started_at: startedAt,
  last_contact_at: lastContactAt,
  stage: stage.name,
  closed_because: stage.name === 'closed' ? stage.because : null,
  closed_at: stage.name === 'closed' ? stage.at : null,
  ...nextColumns(next),
  row_version: rowVersion,
});

const fromRow = (row: Selectable<SupportRow>): Support => ({
  id: row.id,
  person: row.person_id,
  referral: row.referral_id,
  linkWorker: row.link_worker_id,
  team: row.team_id,
  needs: row.needs,
  startedAt: row.started_at,
  lastContactAt: row.last_contact_at,
  stage: row.stage === 'open' ? { name: 'open' } : { name: 'closed', because: row.closed_because!, at: row.closed_at! },
  next: row.next_due && row.next_kind ? { due: row.next_due, kind: row.next_kind, note: row.next_note } : null,
  rowVersion: row.row_version,
});
