import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Given } from '../core/round-report.ts';

type Answers = Given['answers'];
type Tables = {
  survey_slip: { id: string; round_id: string; role: string; address: string | null };
  survey_secret: { secret_hash: Buffer; round_id: string; slip_id: string | null };
  survey_answer: { round_id: string; role: string; answers: Answers };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

export type Slip = { id: string; round: string; role: string; address: string | null };

/** Answers the new slips; whoever was invited to this round already gets no second one. */
export async function addSlips(tx: Tx, slips: readonly Slip[]): Promise<Slip[]> {
  if (!slips.length) return [];
  const rows = await tables(tx)
    .insertInto('survey_slip')
    .values(slips.map(({ id, round, role, address }) => ({ id, round_id: round, role, address })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return slips.filter(({ id }) => rows.some((row) => row.id === id));
}

export async function slipsOf(tx: Tx, round: string): Promise<Slip[]> {
  const rows = await tables(tx)
    .selectFrom('survey_slip')
    .selectAll()
    .where('round_id', '=', round)
    .orderBy('address')
    .orderBy('id')
    .execute();
  return rows.map(({ id, role, address }) => ({ id, round, role, address }));
}

export async function slipById(tx: Tx, id: string): Promise<Slip | undefined> {
  const row = await tables(tx).selectFrom('survey_slip').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { id, round: row.round_id, role: row.role, address: row.address };
}

export const nameSlips = (tx: Tx, round: string, role: string, name: string) =>
  tables(tx).updateTable('survey_slip').set({ role: name }).where('round_id', '=', round).where('role', '=', role).execute();

export async function addSecrets(tx: Tx, secrets: readonly { hash: Buffer; slip: Pick<Slip, 'id' | 'round'> }[]): Promise<void> {
  if (!secrets.length) return;
  const rows = secrets.map(({ hash, slip }) => ({ secret_hash: hash, round_id: slip.round, slip_id: slip.id }));
  await tables(tx).insertInto('survey_secret').values(rows).execute();
}

/** Asked outside programmes: the secret alone tells which one is meant. */
export async function roundOfSecret(tx: Tx, hash: Buffer): Promise<{ programme: string; round: string } | undefined> {
  const { rows } = await sql<{ programme: string; round: string }>`select programme, round from round_of_secret(${hash})`.execute(tx);
  return rows[0];
}

/** The slip that this secret still opens. */
export async function slipOfSecret(tx: Tx, hash: Buffer): Promise<Slip | undefined> {
  const row = await tables(tx)
    .selectFrom('survey_secret as k')
    .innerJoin('survey_slip as s', 's.id', 'k.slip_id')
    .select(['s.id', 's.round_id', 's.role', 's.address'])
    .where('k.secret_hash', '=', hash)
    .executeTakeFirst();
  return row && { id: row.id, round: row.round_id, role: row.role, address: row.address };
}

/** Takes slips out of the world, and with them who they were for. */
export async function tearUp(tx: Tx, slips: readonly Pick<Slip, 'id'>[]): Promise<void> {
  if (!slips.length) return;
  const ids = slips.map(({ id }) => id);
  await tables(tx).updateTable('survey_secret').set({ slip_id: null }).where('slip_id', 'in', ids).execute();
  await tables(tx).deleteFrom('survey_slip').where('id', 'in', ids).execute();
}

/**
 * Puts an answer into the round's box and shakes it: every answer in it is written anew in an order drawn by lot, with a new id. So
 * neither ids, nor places in the table, nor the transactions that the database remembers of its rows tell which came when.
 */
export async function putIntoBox(tx: Tx, round: string, { group, answers }: Given): Promise<void> {
  await sql`
    with box as (delete from survey_answer where round_id = ${round} returning role, answers)
    insert into survey_answer (round_id, role, answers)
    select ${round}::uuid, role, answers from (
      select role, answers from box union all select ${group}::text, ${JSON.stringify(answers)}::jsonb
    ) shaken order by random()`.execute(tx);
}

export async function countBox(tx: Tx, round: string): Promise<number> {
  const { n } = await tables(tx)
    .selectFrom('survey_answer')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('round_id', '=', round)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Opens the box of a round that closes: its answers, once. Afterwards it is empty. */
export async function emptyBox(tx: Tx, round: string): Promise<Given[]> {
  const rows = await tables(tx).deleteFrom('survey_answer').where('round_id', '=', round).returning(['role', 'answers']).execute();
  return rows.map(({ role, answers }) => ({ group: role, answers }));
}
