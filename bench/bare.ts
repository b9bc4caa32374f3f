import { randomInt, randomUUID } from 'node:crypto';
import pg from 'pg';
import { referenceOf } from '../src/referrals/index.ts';
import { type Statement, writes } from './capture.ts';

export type Bare = ReturnType<typeof openBare>;

/** The same statements through pg and nothing else: no policy, no decisions, no transaction around what only reads. */
export function openBare(url: string, programme: string, kept: ReadonlySet<string>) {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const ready = new WeakSet<pg.PoolClient>();

  async function connection(): Promise<pg.PoolClient> {
    const client = await pool.connect();
    if (ready.has(client)) return client;
    await client.query(`select set_config('role', 'bothy_app', false), set_config('bothy.programme', $1, false)`, [programme]);
    ready.add(client);
    return client;
  }

  return {
    async run(statements: readonly Statement[]): Promise<void> {
      const client = await connection();
      const writing = writes(statements);
      const fresh = freshValues(kept);
      try {
        if (writing) await client.query('begin');
        for (const { text, values } of statements) await client.query(text, writing ? values.map(fresh) : [...values]);
        if (writing) await client.query('commit');
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Rows that were written once cannot be written again: new ids, references and numbers in place of theirs, the same for the same. */
function freshValues(kept: ReadonlySet<string>): (value: unknown) => unknown {
  const renamed = new Map<string, string>();
  const again = (value: string, make: () => string) => renamed.get(value) ?? renamed.set(value, make()).get(value)!;
  return (value) => {
    if (typeof value !== 'string' || kept.has(value)) return value;
    if (uuid.test(value)) return again(value, randomUUID);
    if (/^SP-\w{7}$/.test(value)) return again(value, () => referenceOf(randomUUID()));
    return /^B\d+$/.test(value) ? again(value, () => `B${randomInt(2 ** 47)}`) : value;
  };
}
