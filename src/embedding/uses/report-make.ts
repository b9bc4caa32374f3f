import { randomUUID } from 'node:crypto';
import { isBankHoliday } from '../../directory/index.ts';
import { allPractices, type Practice, practiceStaff, thisProgramme } from '../../identity/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { beginsOn, monthDue } from '../core/report-month.ts';
import { recipientsOf } from '../store/report-recipients.ts';
import * as store from '../store/reports.ts';
import { promptingOf } from '../store/tools.ts';
import { countFor } from './report-count.ts';
import type { ToolPorts } from './tools-needs.ts';

/** What a report is called where its practice's name may stand. */
const labelOf = ({ name }: Practice, month: CalendarDay) => `${name}, ${month.slice(0, 7)}`;

export const makingUses = (ports: ToolPorts) => {
  const { db, now, post, stories } = ports;

  /** In the transaction that makes it, it is also put in the post. */
  async function makeOne(tx: Tx, practice: Practice, month: CalendarDay): Promise<void> {
    const at = now();
    const { settings } = await thisProgramme(tx);
    const earlier = await store.reportsOf(tx, practice.id);
    if (earlier.some((report) => report.month === month)) return;
    const before = earlier.find((report) => report.month < month);
    const from = beginsOn(month, before && { ...before, referred: before.figures.referred });
    const figures = await countFor(tx, { practice: practice.id, from, month, timeZone: settings.timeZone });
    const id = randomUUID();
    const { wouldHelp } = await promptingOf(tx, practice.id);
    const found = await stories.forReport(tx, { practice: practice.id, at });
    const use = { report: id, practice: practice.id, label: labelOf(practice, month), way: 'shown' as const, whoGot: practice.name, at };
    const story = found && (await stories.noteUse(tx, { story: found.id, ...use })) ? { id: found.id, recalledAt: null } : null;
    const report = { id, practice: practice.id, month, version: 1, from, figures, wouldHelp, story, madeAt: at, madeBy: null };
    if (!(await store.addReport(tx, report))) throw new Error('A report of this month was made meanwhile.');
    await recordEvents(tx, [
      { type: 'practice-report-made', subject: { kind: 'practice-report', id }, by: { kind: 'system' }, at, data: { month, version: 1 } },
    ]);
    await mailOut(tx, practice.id, id, at);
  }

  /** To those whom the manager named, who still work there. */
  async function mailOut(tx: Tx, practice: string, report: string, at: Date): Promise<void> {
    const staff = new Set((await practiceStaff(tx, practice)).map(({ id }) => id));
    for (const { account, stoppedAt } of await recipientsOf(tx, practice)) {
      if (stoppedAt || !staff.has(account)) continue;
      await store.noteReader(tx, 'mailed', { report, account, at });
      await post.queue(tx, { template: 'practice-report', about: report, to: { account }, at });
    }
  }

  /** Makes what is due in one programme. */
  async function makeReports(programme: string): Promise<void> {
    const due = await db.inProgramme(programme, async (tx) => {
      const { settings } = await thisProgramme(tx);
      const month = monthDue(dayIn(settings.timeZone, now()), (day) => isBankHoliday(settings.holidays, day));
      return month ? { month, practices: await allPractices(tx) } : { month: '', practices: [] };
    });
    for (const practice of due.practices) await db.inProgramme(programme, (tx) => makeOne(tx, practice, due.month));
  }

  return {
    mailOut,

    /** However often it runs, each practice has one report of a month. */
    async makeReports(): Promise<void> {
      const faults: unknown[] = [];
      for (const programme of await ports.everyProgramme()) await makeReports(programme).catch((fault: unknown) => faults.push(fault));
      if (faults.length) throw new AggregateError(faults, 'Reports could not be made in every programme.');
    },
  };
};
