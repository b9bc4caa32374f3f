import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { type Errors, readForm } from '../../platform/forms.ts';
import type { ReportUses } from '../index.ts';
import { ReportsPage } from './reports-view.tsx';

type C = Context<Door>;

/** The monthly reports of a site, and who is mailed them. */
export const reportsPage = (reports: ReportUses) => {
  const draw = async (c: C, errors?: Errors) => {
    const asker = askerOf(c);
    const seen = await reports.seeReports(asker, c.req.param('site') ?? '');
    return seen.ok
      ? show(c, <ReportsPage {...seen.value} timeZone={asker.programme.settings.timeZone} errors={errors} />, errors ? 422 : 200)
      : showProblem(c, seen.error);
  };
  const back = (c: C, done: string) => c.redirect(`/belonging/${c.req.param('site')}/reports?done=${done}`, 303);

  return new Hono<Door>()
    .get('/:site/reports', allow('see practice report'), (c) => draw(c))
    .post('/:site/reports/recipients', allow('keep practice tools'), async (c) => {
      const account = String((await readForm(c))['account'] ?? '');
      const added = await reports.addRecipient(askerOf(c), c.req.param('site'), account);
      if (added.ok) return back(c, 'report-recipient-added');
      if (added.error === 'not-there') return draw(c, { account: c.get('words').practiceReport.list.errors.account });
      return showProblem(c, added.error);
    })
    .post('/:site/reports/recipients/:account/stop', allow('keep practice tools'), async (c) => {
      const stopped = await reports.stopRecipient(askerOf(c), c.req.param('site'), c.req.param('account'));
      return stopped.ok ? back(c, 'report-recipient-stopped') : showProblem(c, stopped.error);
    })
    .post('/:site/reports/:report/again', allow('keep practice tools'), async (c) => {
      const counted = await reports.countAgain(askerOf(c), c.req.param('site'), c.req.param('report'));
      if (counted.ok) return c.redirect(`/practice-report/${counted.value}?done=report-counted-again`, 303);
      if (counted.error === 'too-little') return draw(c, { _form: c.get('words').practiceReport.list.tooLittle });
      return showProblem(c, counted.error);
    });
};
