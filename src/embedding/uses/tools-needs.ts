import type { Asker } from '../../identity/index.ts';
import type { Database, Tx } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';

type Post = { queue(tx: Tx, message: { template: string; about: string; to: { account: string }; at: Date }): Promise<unknown> };

/** What a story is to a report: words that its teller said yes to, for as long as they do. */
export type ReportStory = { id: string; title: string; words: string };
export type Stories = {
  forReport(tx: Tx, asked: { practice: string; at: Date }): Promise<ReportStory | undefined>;
  /** Those that a report may show at this moment. */
  shown(tx: Tx, at: Date): Promise<readonly ReportStory[]>;
  /** Keeps that a report has it, or that somebody has opened that report. Answers false when it may not be used any more. */
  noteUse(tx: Tx, use: StoryUse): Promise<boolean>;
};
type StoryUse = {
  story: string;
  report: string;
  practice: string;
  label: string;
  way: 'shown' | 'printed';
  whoGot: string;
  at: Date;
};

export type ToolPorts = { db: Database; now: () => Date; post: Post; stories: Stories; everyProgramme: () => Promise<string[]> };
export type NotReached = 'not-found' | 'not-yours';

export const byOf = ({ id }: Asker): By => ({ kind: 'account', id });
