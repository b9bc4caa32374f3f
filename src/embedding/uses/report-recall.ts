import type { Tx } from '../../platform/database.ts';
import { holdToRecall, readersOf, takeOutStory } from '../store/reports.ts';
import type { ToolPorts } from './tools-needs.ts';

/** A story was taken back: in the same transaction, no report shows it any more. */
export const recallStory = (tx: Tx, { story, at }: { story: string; at: Date }): Promise<void> => takeOutStory(tx, story, at);

/** Whoever had opened a report that showed it may have it on paper, and is asked to destroy it. Nobody is asked twice. */
export const openRecalling = ({ db, now, post, everyProgramme }: ToolPorts) => ({
  async tellOfRecalls(): Promise<void> {
    for (const programme of await everyProgramme())
      await db.inProgramme(programme, async (tx) => {
        const at = now();
        for (const { report, account, openedAt } of await readersOf(tx, await holdToRecall(tx, at)))
          if (openedAt) await post.queue(tx, { template: 'practice-report-recalled', about: report, to: { account }, at });
      });
  },
});
