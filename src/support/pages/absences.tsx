import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem, started } from '../../identity/index.ts';
import { isCalendarDay } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { Supports } from '../index.ts';
import { AbsencesPage } from './absences-view.tsx';
import { formatDate } from '../../design/index.ts';

type C = Context<Door>;
type W = Words['caseloads']['absence'];

const form = ({ errors }: W) =>
  z.object({
    account: z.uuid({ error: errors.who }),
    from: z.string({ error: errors.from }).refine(isCalendarDay, errors.from),
    to: z.string({ error: errors.to }).refine(isCalendarDay, errors.to),
    cover: z
      .string()
      .default('')
      .transform((id) => id || null)
      .pipe(z.uuid({ error: errors['no-cover'] }).nullable()),
  });

const fieldOf = {
  'ends-first': 'to',
  'over-already': 'to',
  'too-long': 'to',
  'covers-themselves': 'cover',
  'no-cover': 'cover',
  'away-already': 'from',
  'cover-away': 'cover',
  'covers-somebody': 'from',
} as const;

/** Who is away, from when to when, and who looks after their people meanwhile. */
export const absencesPage = (support: Supports) => {
  const showAll = async (c: C, again?: { values: Typed; errors: Errors }) =>
    show(
      c,
      <AbsencesPage
        seen={await support.seeAbsences(askerOf(c))}
        asker={askerOf(c)}
        today={calendarDay(started(c), askerOf(c).programme.settings.timeZone)}
        {...again}
      />,
      again ? 422 : 200,
    );

  return new Hono<Door>()
    .use(allow('plan absence'))
    .get('/', (c) => showAll(c))
    .post('/', async (c) => {
      const words = c.get('words').caseloads.absence;
      const values = await readForm(c, { days: ['from', 'to'] });
      const checked = checkForm(form(words), values);
      if (!checked.ok) return showAll(c, { values, errors: checked.errors });
      const planned = await support.planAbsence(askerOf(c), checked.value);
      if (planned.ok) return c.redirect('/absences?done=absence-saved', 303);
      const { error } = planned;
      if (error === 'not-found') return showProblem(c, error);
      if (typeof error === 'string') return showAll(c, { values, errors: { [fieldOf[error]]: words.errors[error] } });
      const { from, to } = error.absence;
      return showAll(c, { values, errors: { [fieldOf[error.name]]: words.errors[error.name](formatDate(from), formatDate(to)) } });
    })
    .post('/:id/end', async (c) => {
      const ended = await support.endAbsence(askerOf(c), c.req.param('id'));
      return ended.ok ? c.redirect('/absences?done=absence-ended', 303) : showProblem(c, ended.error);
    });
};
