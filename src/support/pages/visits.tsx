import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { calendarDay } from '../../design/index.ts';
import type { Words } from '../../../locales/en/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { addDays, instantAt, isCalendarDay } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { readTime } from '../contact.ts';
import type { Supports } from '../index.ts';
import type { VisitStep } from '../index.ts';
import { text } from './asked.ts';
import { VisitsPage } from './visits-view.tsx';

type C = Context<Door>;
type W = Words['safety'];

const steps: readonly VisitStep[] = ['arrived', 'safe', 'off', 'help', 'longer'];

const visitForm = ({ visits: { errors }, tooLong }: W, today: string) => {
  const time = z
    .string({ error: errors.time })
    .refine((typed) => readTime(typed) !== undefined, errors.time)
    .transform((typed) => readTime(typed) ?? '');
  return z
    .object({
      place: text(500, tooLong(500)).refine(Boolean, errors.place),
      day: z
        .string({ error: errors.day })
        .refine(isCalendarDay, { error: errors.day, abort: true })
        .refine((day) => day >= today, errors.past)
        .refine((day) => day <= addDays(today, 366), errors.far),
      start: time,
      end: time,
      mobile: text(30, errors.mobile).refine((typed) => /^\+?[\d ()-]{6,30}$/.test(typed), errors.mobile),
      ring: text(200, tooLong(200)),
      note: text(1000, tooLong(1000)),
      person: z.string().optional(),
    })
    .refine(({ start, end }) => start < end, { path: ['end'], error: errors.order });
};

/** Who is out alone, until when, and one touch to say that they are safe. */
export const visitsPage = (support: Supports) => {
  const showVisits = async (c: C, person: string | undefined, tried?: { typed: Typed; errors: Errors }) => {
    const seen = await support.seeVisits(askerOf(c));
    readsOf(c, ...seen.people.keys());
    const page = <VisitsPage seen={seen} asker={askerOf(c)} now={started(c)} person={person} tried={tried} />;
    return show(c, page, tried ? 422 : 200);
  };

  return new Hono<Door>()
    .use(allow('go on visits'))
    .get('/', (c) => showVisits(c, c.req.query('person')))
    .post('/', async (c) => {
      const { timeZone } = askerOf(c).programme.settings;
      const words = c.get('words').safety;
      const typed = await readForm(c, { days: ['day'] });
      const again = (errors: Errors) => showVisits(c, String(typed['person'] ?? '') || undefined, { typed, errors });
      const checked = checkForm(visitForm(words, calendarDay(started(c), timeZone)), typed);
      if (!checked.ok) return again(checked.errors);
      const { day, start, end, person, ...details } = checked.value;
      const [startsAt, endsAt] = [instantAt(timeZone, day, start), instantAt(timeZone, day, end)];
      if (endsAt <= started(c)) return again({ end: words.visits.errors.over });
      const planned = await support.planVisit(askerOf(c), { ...details, startsAt, endsAt }, person || null);
      return planned.ok ? c.redirect('/visits?done=visit-planned', 303) : showProblem(c, planned.error);
    })
    .post('/:visit/:step', async (c) => {
      const { visit } = c.req.param();
      const step = steps.find((each) => each === c.req.param('step'));
      if (!step) return showProblem(c, 'not-found');
      const minutes = Number((await readForm(c))['minutes']);
      const done = await support.stepOfVisit(askerOf(c), visit, step, [15, 30, 60].includes(minutes) ? minutes : 30);
      if (done.ok) return c.redirect(`/visits?done=visit-${step}`, 303);
      return showProblem(c, done.error === 'over' ? 'changed-meanwhile' : done.error);
    });
};
