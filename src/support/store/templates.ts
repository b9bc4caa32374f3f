import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { ContactChannel } from '../contact.ts';
import type { OwnTemplate } from '../contact-templates.ts';

type TemplateRow = {
  id: string;
  team_id: string;
  account_id: string | null;
  name: string;
  channel: ContactChannel;
  minutes: number;
  headings: string[];
  tags: string[];
  row_version: number;
  retired_at: Date | null;
};
type TagRow = { id: string; name: string; retired_at: Date | null };
const tables = (tx: Tx) => tx.withTables<{ contact_template: TemplateRow; contact_tag: TagRow }>();

/** A tag that the programme made for itself. */
export type OwnTag = { id: string; name: string; retired: boolean };

/** The team's, and this worker's own. */
export async function templatesFor(tx: Tx, team: string, account: string): Promise<OwnTemplate[]> {
  const rows = await tables(tx)
    .selectFrom('contact_template')
    .selectAll()
    .where('team_id', '=', team)
    .where('retired_at', 'is', null)
    .where((eb) => eb.or([eb('account_id', 'is', null), eb('account_id', '=', account)]))
    .orderBy('name')
    .execute();
  return rows.map(fromRow);
}

export async function findTemplate(tx: Tx, id: string): Promise<OwnTemplate | undefined> {
  const row = await tables(tx).selectFrom('contact_template').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function addTemplate(tx: Tx, template: OwnTemplate): Promise<void> {
  await tables(tx).insertInto('contact_template').values(toRow(template)).execute();
}

/** Saves over the version that was read; false when somebody else saved meanwhile. */
export async function saveTemplate(tx: Tx, template: OwnTemplate): Promise<boolean> {
  const { id, ...row } = toRow(template);
  const done = await tables(tx)
    .updateTable('contact_template')
    .set({ ...row, row_version: template.rowVersion + 1 })
    .where('id', '=', id)
    .where('row_version', '=', template.rowVersion)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function allTags(tx: Tx): Promise<OwnTag[]> {
  const rows = await tables(tx).selectFrom('contact_tag').selectAll().orderBy('name').execute();
  return rows.map(({ id, name, retired_at }) => ({ id, name, retired: retired_at !== null }));
}

export async function addTag(tx: Tx, id: string, name: string): Promise<void> {
  await tables(tx).insertInto('contact_tag').values({ id, name, retired_at: null }).execute();
}

export async function retireTag(tx: Tx, id: string, at: Date): Promise<boolean> {
  const query = tables(tx).updateTable('contact_tag').set({ retired_at: at }).where('id', '=', id).where('retired_at', 'is', null);
  return (await query.executeTakeFirst()).numUpdatedRows > 0n;
}

const toRow = ({ team, owner, rowVersion, retiredAt, debrief: _, ...rest }: OwnTemplate): TemplateRow => ({
  ...rest,
  headings: [...rest.headings],
  tags: [...rest.tags],
  team_id: team,
  account_id: owner,
  row_version: rowVersion,
  retired_at: retiredAt,
});

const fromRow = (row: Selectable<TemplateRow>): OwnTemplate => ({
  id: row.id,
  team: row.team_id,
  owner: row.account_id,
  name: row.name,
  channel: row.channel,
  minutes: row.minutes,
  headings: row.headings,
  tags: row.tags,
  debrief: false,
  rowVersion: row.row_version,
  retiredAt: row.retired_at,
});
