import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

export type Statement = { text: string; values: readonly unknown[] };

const listening = new AsyncLocalStorage<Statement[]>();

/** From now on, whoever asks for it hears what is said to PostgreSQL. */
export function listenToQueries(): void {
  const client = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const { query } = client;
  client.query = function (this: unknown, ...args: unknown[]) {
    const [text, values] = args;
    if (typeof text === 'string') listening.getStore()?.push({ text, values: Array.isArray(values) ? values : [] });
    return query.apply(this, args);
  };
}

/** Does the work, and answers what it asked of the data: no BEGIN or COMMIT, and not on whose behalf. */
export async function heard(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  await listening.run(statements, work);
  return statements.filter(({ text }) => !/^\s*(begin|commit|rollback|start transaction|set |select set_config\()/i.test(text));
}

export const writes = (statements: readonly Statement[]): boolean =>
  statements.some(({ text }) => /^\s*(insert|update|delete)|for update/i.test(text));
