import { randomUUID } from 'node:crypto';
import {
  accountsById,
  allPractices,
  type Asker,
  type Colleague,
  may,
  mayAtAll,
  type Practice,
  practiceStaff,
  type PracticeStaff,
} from '../../identity/index.ts';
import { addDays, dayIn } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { mayFollow } from '../core/report.ts';
import type { Site } from '../site.ts';
import { addRecipient, type Recipient, recipientsOf, stopRecipient } from '../store/report-recipients.ts';
import * as store from '../store/reports.ts';
import { countFor } from './report-count.ts';
import { makingUses } from './report-make.ts';
import { byOf, type NotReached, type ReportStory, type ToolPorts } from './tools-needs.ts';
import { aboutSite } from './within.ts';

export type ReportSeen = {
  report: store.Report;
  practice: Practice;
  story: ReportStory | undefined;
  /** A newer version of the same month. */
  newer: string | undefined;
  mailed: boolean;
};
export type ReportsSeen = {
  site: Site;
  /** Of a team: those whose reports there are. */
  practices: readonly Practice[];
  reports: readonly store.Report[];
  readers: readonly store.Reader[];
  recipients: readonly Recipient[];
  staff: readonly PracticeStaff[];
  names: ReadonlyMap<string, Colleague>;
  /** Of the last year's, how many somebody at the practice has opened. */
  read: { made: number; read: number };
  mayKeep: boolean;
};

export const reportUses = (ports: ToolPorts) => {
  const { db, now, stories } = ports;
  const { mailOut } = makingUses(ports);

  const tell = (tx: Tx, asker: Asker, type: string, practice: string, data: { account: string }) =>
    recordEvents(tx, [{ type, subject: { kind: 'practice', id: practice }, by: byOf(asker), at: now(), data }]);

  async function stop(tx: Tx, practice: string, account: string, asker: Asker): Promise<boolean> {
    const stopped = await stopRecipient(tx, { practice, account, by: asker.id, at: now() });
    if (stopped) await tell(tx, asker, 'report-recipient-stopped', practice, { account });
    return stopped;
  }

  /** A report that the asker may see, with its practice. */
  const aboutReport = async <T, E>(
    asker: Asker,
    id: string,
    work: (tx: Tx, report: store.Report, practice: Practice) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | NotReached>> => {
    if (!uuid.test(id)) return refuse('not-found');
    return db.inProgramme(asker.programme.id, async (tx): Promise<Result<T, E | NotReached>> => {
      const report = await store.findReport(tx, id);
      const practice = report && (await allPractices(tx)).find((each) => each.id === report.practice);
      if (!report || !practice || !may(asker, 'see practice report', { practice: practice.id, team: practice.team }))
        return refuse('not-found');
      return work(tx, report, practice);
    });
  };

  return {
    /** Opens a report; that somebody has is kept, so that it is known whether reports are read. */
    openReport: (asker: Asker, id: string): Promise<Result<ReportSeen, NotReached>> =>
      aboutReport(asker, id, async (tx, report, practice) => {
        const at = now();
        const first = await store.noteReader(tx, 'opened', { report: id, account: asker.id, at });
        const kept = report.story && !report.story.recalledAt ? report.story : undefined;
        const story = kept && (await stories.shown(tx, at)).find((each) => each.id === kept.id);
        // Whoever has seen it may have it on paper.
        if (story && first)
          await stories.noteUse(tx, {
            ...{ story: story.id, report: id, practice: practice.id, way: 'printed', whoGot: asker.name, at },
            label: `${practice.name}, ${report.month.slice(0, 7)}`,
          });
        const newer = (await store.reportsOf(tx, practice.id)).find(
          (each) => each.month === report.month && each.version > report.version,
        )?.id;
        const mailed = (await recipientsOf(tx, practice.id)).some(({ account, stoppedAt }) => account === asker.id && !stoppedAt);
        return ok({ report, practice, story, newer, mailed });
      }),

    /** Whoever is mailed a report can end that with one press. */
    stopMine: (asker: Asker, id: string): Promise<Result<'stopped', NotReached>> =>
      aboutReport(asker, id, async (tx, _report, practice) => {
        await stop(tx, practice.id, asker.id, asker);
        return ok('stopped');
      }),

    seeReports: (asker: Asker, site: string): Promise<Result<ReportsSeen, NotReached>> =>
      aboutSite(db, asker, 'see practice report', site, async (tx, found) => {
        const mayKeep = mayAtAll(asker, 'keep practice tools');
        const reports = await store.reportsOf(tx, found.id);
        const recipients = mayKeep ? await recipientsOf(tx, found.id) : [];
        const readers = mayKeep
          ? await store.readersOf(
              tx,
              reports.map(({ id }) => id),
            )
          : [];
        const named = [...recipients, ...readers].map(({ account }) => account);
        return ok({
          site: found,
          practices: found.kind === 'team' ? (await allPractices(tx)).filter(({ team }) => team === found.id) : [],
          ...{ reports, recipients, readers, mayKeep },
          staff: mayKeep ? await practiceStaff(tx, found.id) : [],
          names: await accountsById(tx, named),
          read: await store.countRead(tx, found.id, addDays(dayIn(asker.programme.settings.timeZone, now()), -366)),
        });
      }),

    addRecipient: (asker: Asker, site: string, account: string): Promise<Result<'added', NotReached | 'not-there'>> =>
      aboutSite(db, asker, 'keep practice tools', site, async (tx, { id }): Promise<Result<'added', 'not-there'>> => {
        if (!(await practiceStaff(tx, id)).some((each) => each.id === account)) return refuse('not-there');
        await addRecipient(tx, { practice: id, account, by: asker.id, at: now() });
        await tell(tx, asker, 'report-recipient-added', id, { account });
        return ok('added');
      }),

    stopRecipient: (asker: Asker, site: string, account: string): Promise<Result<'stopped', NotReached>> =>
      aboutSite(db, asker, 'keep practice tools', site, async (tx, { id }) => {
        if (!uuid.test(account) || !(await stop(tx, id, account, asker))) return refuse('not-found');
        return ok('stopped');
      }),

    /** Counts a month again. What has changed by too little stays as it was given out: the difference would tell of somebody. */
    countAgain: (asker: Asker, site: string, report: string): Promise<Result<string, NotReached | 'too-little'>> =>
      aboutSite(db, asker, 'keep practice tools', site, async (tx, { id }): Promise<Result<string, 'not-found' | 'too-little'>> => {
        const all = await store.reportsOf(tx, id);
        const before = all.find((each) => each.id === report);
        if (!before || all.some(({ month, version }) => month === before.month && version > before.version)) return refuse('not-found');
        const { timeZone } = asker.programme.settings;
        const figures = await countFor(tx, { practice: id, from: before.from, month: before.month, timeZone });
        if (!mayFollow(before.figures, figures)) return refuse('too-little');
        const [next, at] = [randomUUID(), now()];
        await store.addReport(tx, { ...before, id: next, version: before.version + 1, figures, madeAt: at, madeBy: asker.id });
        await recordEvents(tx, [
          {
            ...{ type: 'practice-report-made', subject: { kind: 'practice-report', id: next }, by: byOf(asker), at },
            data: { month: before.month, version: before.version + 1 },
          },
        ]);
        await mailOut(tx, id, next, at);
        return ok(next);
      }),
  };
};
