import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Content, SectionVersion } from '../core/section.ts';

type SectionRow = {
  person_id: string;
  section: string;
  version: number;
  content: string;
  saved_by: string | null;
  saved_at: Date;
};
const tables = (tx: Tx) => tx.withTables<{ person_section: SectionRow }>();

/**
 * Adds a version, numbered after all others of the person, over the one that was read (0: none). Undefined when somebody else has saved
 * this section since. Two who save different sections at once wait for each other, and both are kept.
 */
export async function addSectionVersion(tx: Tx, saved: SectionVersion): Promise<SectionVersion | undefined> {
  for (;;) {
    const standing = await findSection(tx, saved.person, saved.section);
    if ((standing?.version ?? 0) !== saved.version) return undefined;
    const next = { ...saved, version: (await highestVersion(tx, saved.person)) + 1 };
    if (await insertVersion(tx, next)) return next;
  }
}

async function highestVersion(tx: Tx, person: string): Promise<number> {
  const row = await tables(tx)
    .selectFrom('person_section')
    .select(({ fn }) => fn.max('version').as('highest'))
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row?.highest ?? 0;
}

async function insertVersion(tx: Tx, saved: SectionVersion): Promise<boolean> {
  const added = await tables(tx)
    .insertInto('person_section')
    .values({
      person_id: saved.person,
      section: saved.section,
      version: saved.version,
      content: JSON.stringify(saved.content),
      saved_by: saved.savedBy,
      saved_at: saved.savedAt,
    })
    .onConflict((c) => c.doNothing())
    .returning('version')
    .executeTakeFirst();
  return added !== undefined;
}

/** Every section as it stands now. */
export async function sectionsOf(tx: Tx, person: string): Promise<SectionVersion[]> {
  const rows = await tables(tx)
    .selectFrom('person_section')
    .distinctOn('section')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('section')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(fromRow);
}

/** All versions of one section, the newest first. */
export async function versionsOfSection(tx: Tx, person: string, section: string): Promise<SectionVersion[]> {
  const rows = await tables(tx)
    .selectFrom('person_section')
    .selectAll()
    .where('person_id', '=', person)
    .where('section', '=', section)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(fromRow);
}

export async function findSection(tx: Tx, person: string, section: string): Promise<SectionVersion | undefined> {
  const row = await tables(tx)
    .selectFrom('person_section')
    .selectAll()
    .where('person_id', '=', person)
    .where('section', '=', section)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && fromRow(row);
}

const fromRow = (row: Selectable<SectionRow>): SectionVersion => ({
  person: row.person_id,
  section: row.section,
  version: row.version,
  content: row.content as unknown as Content,
  savedBy: row.saved_by,
  savedAt: row.saved_at,
});
