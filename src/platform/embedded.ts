import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { cube } from '@electric-sql/pglite/contrib/cube';
import { earthdistance } from '@electric-sql/pglite/contrib/earthdistance';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { lockFolder } from './folder-lock.ts';

type Parsers = Record<number, (text: string) => unknown>;
/** `patience`: milliseconds to wait for a turn. `copyOf`: what a new database begins as, as PGlite dumps one (a tar file); otherwise it is empty. */
export type Embedded = { patience?: number | undefined; copyOf?: Blob | undefined };

/** PGlite has one session, so a connection here is simply its turn to use it. */
export async function embeddedPool(dir: string, parsers: Parsers, { patience = 10_000, copyOf }: Embedded): Promise<PostgresPool> {
  const unlock = dir.startsWith('memory://') ? () => {} : lockFolder(dir);
  const extensions = { btree_gist, cube, earthdistance, pg_trgm, unaccent };
  const lite = await PGlite.create({ dataDir: dir, extensions, parsers, ...(copyOf && { loadDataDir: copyOf }) });
  let lastTurn = Promise.resolve();

  return {
    options: {},
    async connect() {
      const earlier = lastTurn;
      let release = () => {};
      lastTurn = new Promise((done) => (release = done));
      await within(patience, earlier, release);
      return { release, query: (text: string, values?: unknown[]) => run(lite, text, values) } as unknown as PostgresPoolClient;
    },
    async end() {
      await lite.close();
      unlock();
    },
  };
}

async function run(lite: PGlite, text: string, values?: unknown[]) {
  const result = values?.length
    ? await lite.query(text, values)
    : (await lite.exec(text)).findLast((each) => each.fields.length > 0 || each.affectedRows);
  const rows = result?.rows ?? [];
  return { command: text.trimStart().slice(0, 6).toUpperCase(), rowCount: result?.affectedRows || rows.length, rows };
}

async function within(ms: number, turn: Promise<void>, giveUp: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      void turn.then(giveUp);
      reject(new Error(`Waited ${ms / 1000} s for the embedded database. Is something inside a transaction asking for another one?`));
    }, ms);
  });
  await Promise.race([turn, tooLate]).finally(() => clearTimeout(timer));
}
