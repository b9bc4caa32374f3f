import type { Tx } from '../../platform/database.ts';
import type { Contact } from '../contact.ts';
import { fromRow, toRow } from './contacts.ts';
import { type ContactRow, tables } from './tables.ts';

/** What a contact said before it was changed. */
export type Version = { version: number; contact: Contact; writtenAt: Date; writtenBy: string; why: string };

type VersionRow = { contact_id: string; version: number; content: string; written_at: Date; written_by: string; why: string };
const own = (tx: Tx) => tx.withTables<{ contact_version: VersionRow }>();

export async function findContact(tx: Tx, id: string): Promise<Contact | undefined> {
  const row = await tables(tx).selectFrom('contact').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** Saves over the version that was read; false when somebody else saved meanwhile. Keeps what was there, with why it was changed. */
export async function replaceContact(tx: Tx, before: Contact, after: Contact, by: string, at: Date, why: string): Promise<boolean> {
  const { id: _, ...row } = toRow(after);
  const done = await tables(tx)
    .updateTable('contact')
    .set(row)
    .where('id', '=', before.id)
    .where('row_version', '=', before.rowVersion)
    .executeTakeFirst();
  if (!done.numUpdatedRows) return false;
  await own(tx)
    .insertInto('contact_version')
    .values({
      contact_id: before.id,
      version: before.rowVersion,
      content: JSON.stringify(toRow(before)),
      written_at: at,
      written_by: by,
      why,
    })
    .execute();
  return true;
}

export async function versionsOf(tx: Tx, contact: string): Promise<Version[]> {
  const rows = await own(tx)
    .selectFrom('contact_version')
    .selectAll()
    .where('contact_id', '=', contact)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ version, content, written_at, written_by, why }) => ({
    version,
    contact: fromStored(content),
    writtenAt: written_at,
    writtenBy: written_by,
    why,
  }));
}

/** A row that went through JSON: its instants are text. */
function fromStored(content: string): Contact {
  const row = content as unknown as ContactRow;
  const at = (instant: Date | null) => instant && new Date(instant);
  return fromRow({ ...row, happened_at: new Date(row.happened_at), struck_at: at(row.struck_at) });
}

/** When they were last in touch, as far as what is written still counts. */
export async function lastMet(tx: Tx, support: string): Promise<Date | null> {
  const { last } = await tables(tx)
    .selectFrom('contact')
    .where('support_id', '=', support)
    .where('struck_at', 'is', null)
    .select(({ fn }) => fn.max('happened_at').as('last'))
    .executeTakeFirstOrThrow();
  return last;
}

export async function setLastContact(tx: Tx, support: string, at: Date | null): Promise<void> {
  await tables(tx).updateTable('support').set({ last_contact_at: at }).where('id', '=', support).execute();
}
