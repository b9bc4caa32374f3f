import type { Tx } from '../../platform/database.ts';
import type { Paper, PaperPart } from '../core/steering-paper.ts';

type Row = { id: string; meeting_id: string; made_at: Date; made_by: string; parts: PaperPart[] };
const tables = (tx: Tx) => tx.withTables<{ steering_paper: Omit<Row, 'parts'> & { parts: string } }>();
const papers = (tx: Tx) => tables(tx).selectFrom('steering_paper').selectAll().orderBy('made_at', 'desc').orderBy('id').$castTo<Row>();

const toPaper = ({ id, made_at, made_by, parts }: Row): Paper => ({ id, madeAt: made_at, madeBy: made_by, parts });

/** The newest first. */
export const papersOf = async (tx: Tx, meeting: string): Promise<Paper[]> =>
  (await papers(tx).where('meeting_id', '=', meeting).execute()).map(toPaper);
export const allPapers = async (tx: Tx): Promise<Paper[]> => (await papers(tx).execute()).map(toPaper);

export async function addPaper(tx: Tx, meeting: string, { id, madeAt, madeBy, parts }: Paper): Promise<void> {
  await tables(tx)
    .insertInto('steering_paper')
    .values({ id, meeting_id: meeting, made_at: madeAt, made_by: madeBy, parts: JSON.stringify(parts) })
    .execute();
}

export async function setParts(tx: Tx, id: string, parts: readonly PaperPart[]): Promise<void> {
  await tables(tx)
    .updateTable('steering_paper')
    .set({ parts: JSON.stringify(parts) })
    .where('id', '=', id)
    .execute();
}
