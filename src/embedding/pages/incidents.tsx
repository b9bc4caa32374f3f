import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem, started } from '../../identity/index.ts';
import { type CalendarDay, isCalendarDay } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { severities } from '../core/incident.ts';
import type { Change } from '../index.ts';
import { IncidentPage, IncidentsPage, ReportPage } from './incidents-view.tsx';

type C = Context<Door>;
type W = Words['change']['incidents']['errors'];
type Again = { values?: Typed; errors?: Errors; stale?: boolean };
const statusOf = ({ errors, stale }: Again) => (stale ? 409 : errors ? 422 : 200);
const text = (w: W) => z.string().trim().max(4000, w.tooLong(4000)).default('');

const reportForm = (w: W, today: CalendarDay) =>
  z.object({
    site: z
      .string()
      .default('')
      .transform((id) => id || null),
    happenedOn: z
      .string({ error: w.happenedOn })
      .refine(isCalendarDay, w.happenedOn)
      .refine((day) => !isCalendarDay(day) || day <= today, w.future),
    severity: z.enum(severities, { error: w.severity }),
    what: z.string({ error: w.what }).trim().min(1, w.what).max(4000, w.tooLong(4000)),
    atOnce: text(w),
  });
const learnForm = (w: W) =>
  z.object({
    atOnce: text(w),
    learning: text(w),
    close: z
      .string()
      .optional()
      .transform((yes) => yes === 'yes'),
  });

/** Problems that were reported: by anybody of staff, in their own words; closed by a lead with what was learnt. */
export const incidentsPage = (uses: Change['incidents']) => {
  const todayOf = (c: C) => calendarDay(started(c), askerOf(c).programme.settings.timeZone);
  const report = async (c: C, again: Again = {}) => {
    const seen = await uses.seeIncidents(askerOf(c));
    if (!seen.ok) return showProblem(c, seen.error);
    const site = c.req.query('site') ?? '';
    return show(c, <ReportPage sites={seen.value.sites} site={site} today={todayOf(c)} {...again} />, statusOf(again));
  };
  const one = async (c: C, again: Again = {}) => {
    const seen = await uses.seeIncident(askerOf(c), c.req.param('incident')!);
    return seen.ok ? show(c, <IncidentPage {...seen.value} {...again} />, statusOf(again)) : showProblem(c, seen.error);
  };
  const errorsOf = (c: C) => c.get('words').change.incidents.errors;

  return new Hono<Door>()
    .use('/', allow('report incident'))
    .use('/*', allow('report incident'))
    .get('/', async (c) => {
      const seen = await uses.seeIncidents(askerOf(c));
      return seen.ok ? show(c, <IncidentsPage {...seen.value} />) : showProblem(c, seen.error);
    })
    .get('/new', (c) => report(c))
    .post('/new', async (c) => {
      const typed = await readForm(c, { days: ['happenedOn'] });
      const checked = checkForm(reportForm(errorsOf(c), todayOf(c)), typed);
      if (!checked.ok) return report(c, { values: typed, errors: checked.errors });
      const made = await uses.reportIncident(askerOf(c), checked.value);
      return made.ok ? c.redirect(`/incidents/${made.value}?done=incident-reported`, 303) : showProblem(c, made.error);
    })
    .get('/:incident', (c) => one(c))
    .post('/:incident', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(learnForm(errorsOf(c)), typed);
      if (!checked.ok) return one(c, { values: typed, errors: checked.errors });
      const saved = await uses.learnFromIncident(askerOf(c), c.req.param('incident'), checked.value, Number(typed['rowVersion']) || 0);
      if (saved.ok) return c.redirect(`/incidents?done=incident-${checked.value.close ? 'closed' : 'saved'}`, 303);
      if (saved.error === 'no-learning') return one(c, { values: typed, errors: { learning: errorsOf(c).learning } });
      return typeof saved.error === 'object' || saved.error === 'closed'
        ? one(c, { values: typed, stale: true })
        : showProblem(c, saved.error);
    })
    .post('/:incident/reopen', async (c) => {
      const typed = await readForm(c);
      const saved = await uses.reopenIncident(askerOf(c), c.req.param('incident'), Number(typed['rowVersion']) || 0);
      if (saved.ok) return c.redirect(`/incidents/${c.req.param('incident')}?done=incident-saved`, 303);
      return typeof saved.error === 'object'
        ? one(c, { stale: true })
        : showProblem(c, saved.error === 'not-yours' ? 'not-yours' : 'not-found');
    });
};
