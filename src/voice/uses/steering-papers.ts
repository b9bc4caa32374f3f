import { randomUUID } from 'node:crypto';
import type { Asker, Programme } from '../../identity/index.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Meeting } from '../core/steering.ts';
import { type Paper, type PaperPart, takenBackMark, without } from '../core/steering-paper.ts';
import { findMeeting } from '../store/steering.ts';
import * as store from '../store/steering-papers.ts';
import { byOf, type NotReached, tell, within } from './together-needs.ts';

/** What some part of Bothy has to tell the group at a moment: never of one person. */
export type MakePart = (tx: Tx, programme: Programme, now: Date) => Promise<PaperPart[]>;

/** Takes words out of every paper that the group was given, in the transaction in which they are taken back. */
export async function takeOutOfPapers(tx: Tx, words: readonly string[]): Promise<void> {
  for (const { id, parts } of await store.allPapers(tx)) {
    const clean = without(parts, words, takenBackMark);
    if (clean) await store.setParts(tx, id, clean);
  }
}

export const paperUses = ({ db, now, parts }: { db: Database; now: () => Date; parts: readonly MakePart[] }) => {
  const may = within(db);
  return {
    /** Made from what is so now, and kept as it is. */
    makePaper: (asker: Asker, meeting: string): Promise<Result<string, NotReached>> =>
      may(asker, 'keep steering', async (tx): Promise<Result<string, NotReached>> => {
        if (!uuid.test(meeting) || !(await findMeeting(tx, meeting))) return refuse('not-found');
        const made: PaperPart[] = [];
        for (const part of parts) made.push(...(await part(tx, asker.programme, now())));
        const id = randomUUID();
        await store.addPaper(tx, meeting, { id, madeAt: now(), madeBy: asker.id, parts: made });
        await tell(tx, { type: 'paper-made', kind: 'paper', id, by: byOf(asker), at: now(), data: { parts: made.length } });
        return ok(id);
      }),

    seePaper: (asker: Asker, meeting: string, paper: string): Promise<Result<{ meeting: Meeting; paper: Paper }, NotReached>> =>
      may(asker, 'take part in steering', async (tx): Promise<Result<{ meeting: Meeting; paper: Paper }, NotReached>> => {
        const found = uuid.test(meeting) ? await findMeeting(tx, meeting) : undefined;
        const made = found && (await store.papersOf(tx, meeting)).find(({ id }) => id === paper);
        return found && made ? ok({ meeting: found, paper: made }) : refuse('not-found');
      }),
  };
};
