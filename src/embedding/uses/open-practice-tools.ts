import { makingUses } from './report-make.ts';
import { openRecalling } from './report-recall.ts';
import { reportUses } from './reports.ts';
import { toolUses } from './tools.ts';
import type { ToolPorts } from './tools-needs.ts';

export type ToolUses = ReturnType<typeof toolUses>;
export type ReportUses = ReturnType<typeof reportUses>;

/** What practices are given, and the page that each gets once a month. */
export const openPracticeTools = (ports: ToolPorts) => ({
  tools: toolUses(ports),
  reports: reportUses(ports),
  handlers: {
    'make-practice-reports': () => makingUses(ports).makeReports(),
    'tell-of-recalls': () => openRecalling(ports).tellOfRecalls(),
  },
  // Every morning: what is due is made on the first working day, or as soon as somebody is there again.
  schedules: { 'make-practice-reports': '20 6 * * *', 'tell-of-recalls': '*/5 * * * *' },
});
