import { readdirSync, readFileSync } from 'node:fs';
import { CompiledQuery, type Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';

const folder = new URL('../../migrations/', import.meta.url);
// Bundled, this file is dist/main.js: one level less deep than src/platform/.
const migrations = import.meta.url.includes('/dist/') ? new URL('../migrations/', import.meta.url) : folder;

/** Applies the numbered scripts of migrations/ that this database has not seen. Forward only. */
export async function migrateToLatest(db: Kysely<unknown>): Promise<string[]> {
  const { error, results } = await new Migrator({ db, provider: { getMigrations: () => Promise.resolve(scripts()) } }).migrateToLatest();
  if (error) throw new Error(`Migration ${results?.find((r) => r.status === 'Error')?.migrationName ?? ''} failed`, { cause: error });
  return results?.map((r) => r.migrationName) ?? [];
}

const scripts = () =>
  Object.fromEntries(
    readdirSync(migrations)
      .filter((name) => name.endsWith('.sql'))
      .map((name) => [name, { up: (db: Kysely<unknown>) => runScript(db, readFileSync(new URL(name, migrations), 'utf8')) }]),
  );

async function runScript(db: Kysely<unknown>, script: string): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(script));
}
