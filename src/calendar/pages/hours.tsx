import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { addDays } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { minutesOf, timeOf } from '../clock.ts';
import type { AddRefusal, Calendars } from '../index.ts';
import { dayField, timeField, todayOf } from './asked.ts';
import { lengthChoices } from './book-form.ts';
import { HoursPage, type Typing } from './hours-view.tsx';

type C = Context<Door>;
type W = Words['calendar']['errors'];

const length = (words: W) => z.coerce.number({ error: words.length }).refine((n) => lengthChoices.includes(n), words.length);
const minutes = (words: W) => timeField(words.time).transform(minutesOf);
const room = z
  .string()
  .default('')
  .transform((id) => id || null);

const hoursForm = (words: W) =>
  z
    .object({
      weekday: z.coerce.number({ error: words.weekday }).int(words.weekday).min(0, words.weekday).max(6, words.weekday),
      starts: minutes(words),
      ends: minutes(words),
      slotMinutes: length(words),
      room,
      from: dayField(words.day),
      until: z
        .string()
        .default('')
        .transform((day) => day || null)
        .pipe(dayField(words.day).nullable()),
    })
    .refine(({ starts, ends, slotMinutes }) => starts + slotMinutes <= ends, { path: ['ends'], error: words.ends })
    .refine(({ from, until }) => !until || from <= until, { path: ['until'], error: words.dates });
const awayForm = (words: W, today: string) =>
  z
    .object({ awayFrom: dayField(words.day), awayTo: dayField(words.day) })
    .refine(({ awayFrom, awayTo }) => awayFrom <= awayTo, { path: ['awayTo'], error: words.dates })
    .refine(({ awayFrom, awayTo }) => awayTo >= today && awayTo <= addDays(awayFrom, 400), { path: ['awayTo'], error: words.far });
const extraForm = (words: W, today: string) =>
  z
    .object({
      day: dayField(words.day).refine((day) => day >= today && day <= addDays(today, 400), words.far),
      extraStarts: minutes(words),
      extraEnds: minutes(words),
      extraMinutes: length(words),
      extraRoom: room,
    })
    .refine((e) => e.extraStarts + e.extraMinutes <= e.extraEnds, { path: ['extraEnds'], error: words.ends });

/** When a link worker sees people: each week, and on days that are different. */
export const hoursPage = (calendar: Calendars) => {
  const worker = (c: C) => c.req.param('worker') ?? '';
  const draw = async (c: C, whose: string | undefined, typing?: Typing) => {
    const seen = await calendar.seeHours(askerOf(c), whose);
    if (!seen.ok) return showProblem(c, seen.error);
    return show(c, <HoursPage seen={seen.value} today={todayOf(c)} typing={typing} />, typing ? 422 : 200);
  };
  const saved = (c: C) => c.redirect(`/calendar/hours?who=${worker(c)}&done=hours-saved`, 303);
  const again = (c: C, form: Typing['form'], values: Typed, errors: Errors) => draw(c, worker(c), { form, values, errors });

  const refused = (c: C, values: Typed, error: AddRefusal) => {
    const words = c.get('words').calendar;
    if (error === 'not-found' || error === 'not-yours') return showProblem(c, error);
    if (error === 'no-room') return again(c, 'hours', values, { room: words.errors.room });
    if (error === 'times') return again(c, 'hours', values, { ends: words.errors.ends });
    if (error === 'dates') return again(c, 'hours', values, { until: words.errors.dates });
    const [other, field] = 'own' in error ? [error.own, 'starts'] : [error.room, 'room'];
    const when = `${words.hours.weekdays[other.weekday] ?? ''}, ${words.span(timeOf(other.starts), timeOf(other.ends))}`;
    return again(c, 'hours', values, { [field]: 'own' in error ? words.errors.own(when) : words.errors.roomTaken(when) });
  };

  return new Hono<Door>()
    .use('/', allow('keep calendar'))
    .use('/:worker/*', allow('keep calendar'))
    .use('/:worker', allow('keep calendar'))
    .get('/', (c) => draw(c, c.req.query('who')))
    .post('/:worker', async (c) => {
      const typed = await readForm(c, { days: ['from', 'until'] });
      const checked = checkForm(hoursForm(c.get('words').calendar.errors), typed);
      if (!checked.ok) return again(c, 'hours', typed, checked.errors);
      const added = await calendar.addHours(askerOf(c), worker(c), checked.value);
      return added.ok ? saved(c) : refused(c, typed, added.error);
    })
    .post('/:worker/away', async (c) => {
      const typed = await readForm(c, { days: ['awayFrom', 'awayTo'] });
      const checked = checkForm(awayForm(c.get('words').calendar.errors, todayOf(c)), typed);
      if (!checked.ok) return again(c, 'away', typed, checked.errors);
      const { awayFrom: from, awayTo: to } = checked.value;
      const added = await calendar.addOtherDay(askerOf(c), worker(c), { kind: 'away', from, to });
      return added.ok ? saved(c) : showProblem(c, added.error === 'no-room' ? 'changed-meanwhile' : added.error);
    })
    .post('/:worker/extra', async (c) => {
      const typed = await readForm(c, { days: ['day'] });
      const checked = checkForm(extraForm(c.get('words').calendar.errors, todayOf(c)), typed);
      if (!checked.ok) return again(c, 'extra', typed, checked.errors);
      const { day, extraStarts: starts, extraEnds: ends, extraMinutes: slotMinutes, extraRoom } = checked.value;
      const extra = { kind: 'extra' as const, from: day, to: day, starts, ends, slotMinutes, room: extraRoom };
      const added = await calendar.addOtherDay(askerOf(c), worker(c), extra);
      if (added.ok) return saved(c);
      return added.error === 'no-room'
        ? again(c, 'extra', typed, { extraRoom: c.get('words').calendar.errors.room })
        : showProblem(c, added.error);
    })
    .post('/:worker/days/:day/remove', async (c) => {
      const removed = await calendar.removeOtherDay(askerOf(c), worker(c), c.req.param('day'));
      return removed.ok ? saved(c) : showProblem(c, removed.error);
    })
    .post('/:worker/:hours/end', async (c) => {
      const ended = await calendar.endHours(askerOf(c), worker(c), c.req.param('hours'));
      return ended.ok ? saved(c) : showProblem(c, ended.error);
    });
};
