import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Ballot, BallotOption } from '../core/ballot.ts';

type Row = {
  id: string;
  question: string;
  about: string;
  options: BallotOption[];
  choose: number;
  opened_at: Date;
  closes_on: string;
  closed_at: Date | null;
};
type Tables = {
  ballot: Omit<Row, 'options'> & { options: string; opened_by: string };
  ballot_voter: { ballot_id: string; member_id: string };
  ballot_count: { ballot_id: string; option_key: string; votes: number };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

const toBallot = ({ opened_at, closes_on, closed_at, ...row }: Row): Ballot => ({
  ...row,
  openedAt: opened_at,
  closesOn: closes_on,
  closedAt: closed_at,
});

const ballots = (tx: Tx) =>
  tables(tx)
    .selectFrom('ballot')
    .select(['id', 'question', 'about', 'options', 'choose', 'opened_at', 'closes_on', 'closed_at'])
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .$castTo<Row>();

export const findBallot = async (tx: Tx, id: string): Promise<Ballot | undefined> => {
  const row = await ballots(tx).where('id', '=', id).executeTakeFirst();
  return row && toBallot(row);
};

export const ballotsAbout = async (tx: Tx, about: string): Promise<Ballot[]> =>
  (await ballots(tx).where('about', '=', about).execute()).map(toBallot);

export const allBallots = async (tx: Tx): Promise<Ballot[]> => (await ballots(tx).limit(100).execute()).map(toBallot);

export async function addBallot(tx: Tx, { options, openedAt, closesOn, closedAt, ...ballot }: Ballot, by: string): Promise<void> {
  const times = { opened_at: openedAt, opened_by: by, closes_on: closesOn, closed_at: closedAt };
  await tables(tx)
    .insertInto('ballot')
    .values({ ...ballot, ...times, options: JSON.stringify(options) })
    .execute();
  const counts = options.map(({ key }) => ({ ballot_id: ballot.id, option_key: key, votes: 0 }));
  await tables(tx).insertInto('ballot_count').values(counts).execute();
}

export async function closeBallot(tx: Tx, id: string, at: Date): Promise<void> {
  await tables(tx).updateTable('ballot').set({ closed_at: at }).where('id', '=', id).where('closed_at', 'is', null).execute();
}

/** False when this member has voted already. */
export async function countVote(tx: Tx, ballot: string, member: string, keys: readonly string[]): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('ballot_voter')
    .values({ ballot_id: ballot, member_id: member })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return false;
  await tables(tx)
    .updateTable('ballot_count')
    .set({ votes: sql`votes + 1` })
    .where('ballot_id', '=', ballot)
    .where('option_key', 'in', [...keys])
    .execute();
  return true;
}

export async function votersOf(tx: Tx, ballot: string): Promise<Set<string>> {
  const rows = await tables(tx).selectFrom('ballot_voter').select('member_id').where('ballot_id', '=', ballot).execute();
  return new Set(rows.map((row) => row.member_id));
}

export async function countsOf(tx: Tx, ballot: string): Promise<Map<string, number>> {
  const rows = await tables(tx).selectFrom('ballot_count').select(['option_key', 'votes']).where('ballot_id', '=', ballot).execute();
  return new Map(rows.map(({ option_key, votes }) => [option_key, votes]));
}
