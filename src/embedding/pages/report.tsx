import { Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import type { ReportUses } from '../index.ts';
import { ReportPage } from './report-view.tsx';

/** The page of a month. Those who refer from the practice read it, and whoever keeps it. */
export const reportPage = (reports: ReportUses) =>
  new Hono<Door>()
    .get('/:report', allow('see practice report'), async (c) => {
      const asker = askerOf(c);
      const seen = await reports.openReport(asker, c.req.param('report'));
      return seen.ok ? show(c, <ReportPage {...seen.value} asker={asker} />) : showProblem(c, seen.error);
    })
    .post('/:report/stop', allow('see practice report'), async (c) => {
      const stopped = await reports.stopMine(askerOf(c), c.req.param('report'));
      return stopped.ok
        ? c.redirect(`/practice-report/${c.req.param('report')}?done=report-stopped-mine`, 303)
        : showProblem(c, stopped.error);
    });
