import { type Kysely, sql } from 'kysely';
import { connect } from './connect.ts';
import type { Embedded } from './embedded.ts';
import { migrateTo } from './migrate.ts';

/** Stores take this: a transaction in which one programme's rows, and no others, can be seen or written. */
export type Tx = Kysely<unknown>;

/**
 * The only ways to the data. There is deliberately no way to run a query without saying for whom:
 * row-level security hides every programme but the named one, and the role that runs it cannot bypass that.
 */
export type Database = {
  kind: 'postgres' | 'pglite';
  inProgramme<T>(programme: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Sees no rows of any programme; for the few `security definer` functions that find out which programme is meant. */
  outsideProgrammes<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** As the owner of the tables: migrations, job queue, backups. Never for a request. */
  asOwner<T>(work: (connection: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Opens PostgreSQL (`postgres://…`) or an embedded database (a folder, or `memory://`) and brings its tables up to date. */
export async function openDatabase(url: string, { migrate = true, ...embedded }: { migrate?: boolean } & Embedded = {}): Promise<Database> {
  const { kysely, kind } = await connect(url, embedded);
  const close = async () => {
    // Kysely closes only what it has used; an embedded database that nobody asked anything would stay open, and keep the process.
    if (kind === 'pglite') await kysely.connection().execute(() => Promise.resolve());
    await kysely.destroy();
  };
  if (migrate)
    await migrateTo(kysely).catch(async (fault: unknown) => {
      // Whoever asked gets no database to close, and the process must be able to end.
      await close();
      throw fault;
    });
  return {
    kind,
    inProgramme: (programme, work) => {
      if (!uuid.test(programme)) throw new Error('A programme is named by its id.');
      return asApplication(kysely, programme, work);
    },
    outsideProgrammes: (work) => asApplication(kysely, '', work),
    asOwner: (work) => kysely.connection().execute(work),
    close,
  };
}

const asApplication = <T>(kysely: Kysely<unknown>, programme: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  kysely.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'bothy_app', true), set_config('bothy.programme', ${programme}, true)`.execute(tx);
    return work(tx);
  });

/** An address with something in it that is no id, no number or no text at all: the database could not read it, so there is no such thing. */
export const isUnreadableInput = (error: unknown): boolean =>
  ['22P02', '22021', '22003', '22007', '22008'].includes((error as { code?: string }).code ?? '');
