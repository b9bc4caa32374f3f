import { readdirSync, readFileSync } from 'node:fs';
import { CompiledQuery, type Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { PlainError } from './plain-error.ts';

const folder = new URL('../../migrations/', import.meta.url);
// Bundled, this file is in dist/: one level less deep than src/platform/.
const migrations = import.meta.url.includes('/dist/') ? new URL('../migrations/', import.meta.url) : folder;

/** Applies the numbered scripts of migrations/ that this database has not seen, up to this one or the last. Forward only. Answers their names. */
export async function migrateTo(db: Kysely<unknown>, last?: string): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(scripts()) } });
  const { error, results } = await (last ? migrator.migrateTo(last) : migrator.migrateToLatest());
  if (/previously executed migration/.test((error as Error | undefined)?.message ?? ''))
    throw new PlainError(
      'This database was made by another version of Bothy, and this one does not know all of its tables. Start the newer version.',
    );
  if (error) throw new Error(`Migration ${results?.find((r) => r.status === 'Error')?.migrationName ?? ''} failed`, { cause: error });
  return results?.map((r) => r.migrationName) ?? [];
}

/** The names of all migrations of this version, in order. */
export const knownMigrations = (): string[] =>
  readdirSync(migrations)
    .filter((name) => name.endsWith('.sql'))
    .sort();

const scripts = () =>
  Object.fromEntries(
    knownMigrations().map((name) => [
      name,
      { up: (db: Kysely<unknown>) => runScript(db, readFileSync(new URL(name, migrations), 'utf8')) },
    ]),
  );

async function runScript(db: Kysely<unknown>, script: string): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(script));
}
