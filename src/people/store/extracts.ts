import type { Tx } from '../../platform/database.ts';
import type { ExtractBasis, ExtractPurpose, LeftOut } from '../extract.ts';

type ExtractRow = {
  id: string;
  purpose: ExtractPurpose;
  basis: ExtractBasis;
  approval: string;
  recipient: string;
  fields: string[];
  from_day: string;
  to_day: string;
  people: number;
  left_out: string;
  made_by: string;
  made_at: Date;
};
type Tables = { extract: ExtractRow; extract_person: { extract_id: string; person_id: string } };
const tables = (tx: Tx) => tx.withTables<Tables>();

export type Extract = {
  id: string;
  purpose: ExtractPurpose;
  basis: ExtractBasis;
  approval: string;
  recipient: string;
  fields: readonly string[];
  from: string;
  to: string;
  people: number;
  leftOut: LeftOut;
  madeBy: string;
  madeAt: Date;
};
/** A list that somebody was on. */
export type ExtractOf = Pick<Extract, 'id' | 'purpose' | 'basis' | 'recipient' | 'madeAt'>;

export async function addExtract(tx: Tx, extract: Extract, people: readonly string[]): Promise<void> {
  const { from, to, leftOut, madeBy, madeAt, fields, ...rest } = extract;
  const row = {
    ...rest,
    fields: [...fields],
    from_day: from,
    to_day: to,
    left_out: JSON.stringify(leftOut),
    made_by: madeBy,
    made_at: madeAt,
  };
  await tables(tx).insertInto('extract').values(row).execute();
  for (let at = 0; at < people.length; at += 1000) {
    const rows = people.slice(at, at + 1000).map((person) => ({ extract_id: extract.id, person_id: person }));
    await tables(tx).insertInto('extract_person').values(rows).execute();
  }
}

export async function newestExtracts(tx: Tx, limit: number): Promise<(ExtractOf & { people: number; madeBy: string })[]> {
  const rows = await tables(tx).selectFrom('extract').selectAll().orderBy('made_at', 'desc').limit(limit).execute();
  return rows.map((row) => ({ ...toExtractOf(row), people: row.people, madeBy: row.made_by }));
}

export async function extractsWith(tx: Tx, person: string): Promise<ExtractOf[]> {
  const rows = await tables(tx)
    .selectFrom('extract')
    .innerJoin('extract_person', 'extract_person.extract_id', 'extract.id')
    .select(['extract.id', 'purpose', 'basis', 'recipient', 'made_at'])
    .where('person_id', '=', person)
    .orderBy('made_at', 'desc')
    .execute();
  return rows.map(toExtractOf);
}

const toExtractOf = ({
  id,
  purpose,
  basis,
  recipient,
  made_at,
}: Pick<ExtractRow, 'id' | 'purpose' | 'basis' | 'recipient' | 'made_at'>) => ({
  id,
  purpose,
  basis,
  recipient,
  madeAt: made_at,
});
