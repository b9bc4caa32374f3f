import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { addDays, isCalendarDay } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { easier, reasons, whyNotThere } from '../appointment.ts';
import type { Calendars, ChangeRefusal } from '../index.ts';
import { text, todayOf, versionOf, zoneOf } from './asked.ts';
import { CancelPage, NotTherePage } from './outcome-view.tsx';

type C = Context<Door>;
type W = Words['calendar']['errors'];

const cancelForm = (words: W, typed: Typed) =>
  z.object({
    by: z.enum(['person', 'us'], { error: words.by }),
    'reason-person':
      typed['by'] === 'person'
        ? z.enum(reasons.person, { error: words.reason })
        : z
            .unknown()
            .optional()
            .transform(() => undefined),
    'reason-us':
      typed['by'] === 'us'
        ? z.enum(reasons.us, { error: words.reason })
        : z
            .unknown()
            .optional()
            .transform(() => undefined),
    note: text(1000, words.tooLong(1000)),
  });

const notThereForm = (words: W, today: string) =>
  z.object({
    reason: z.enum(whyNotThere, { error: words.reason }),
    easier: z.array(z.enum(easier)).catch([]),
    note: text(2000, words.tooLong(2000)),
    againOn: z
      .string()
      .default('')
      .refine((day) => !day || (isCalendarDay(day) && day >= today && day <= addDays(today, 366)), words.day)
      .transform((day) => day || null),
  });

/** What came of an appointment that did not take place: before its time, or after. */
export const outcomePage = (calendar: Calendars) => {
  const ids = (c: C) => [c.req.param('id') ?? '', c.req.param('appointment') ?? ''] as const;
  const draw = async (c: C, Form: typeof CancelPage, values: Typed, errors?: Errors, stale = false) => {
    const found = await calendar.seeAppointment(askerOf(c), ...ids(c));
    if (!found.ok) return showProblem(c, found.error);
    const { person, appointment } = found.value;
    const past = appointment.startsAt <= started(c);
    if (!stale && (appointment.stage.name !== 'booked' || (Form === NotTherePage && !past))) return showProblem(c, 'changed-meanwhile');
    readsOf(c, person.id);
    const about = { person, appointment, values, errors, past, stale, timeZone: zoneOf(c) };
    return show(c, <Form {...about} />, stale ? 409 : errors ? 422 : 200);
  };
  const done = (c: C, what: string) => c.redirect(`/people/${ids(c)[0]}/appointments/${ids(c)[1]}?done=${what}`, 303);
  const refused = (c: C, Form: typeof CancelPage, typed: Typed, error: ChangeRefusal) =>
    error === 'not-found' || error === 'not-yours' ? showProblem(c, error) : draw(c, Form, typed, undefined, true);

  return new Hono<Door>()
    .use('/:id/appointments/:appointment/cancel', allow('support person'))
    .get('/:id/appointments/:appointment/cancel', (c) => draw(c, CancelPage, {}))
    .post('/:id/appointments/:appointment/cancel', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(cancelForm(c.get('words').calendar.errors, typed), typed);
      if (!checked.ok) return draw(c, CancelPage, typed, checked.errors);
      const { by, note } = checked.value;
      const reason = checked.value['reason-person'] ?? checked.value['reason-us'] ?? 'not-said';
      const off = await calendar.cancelAppointment(askerOf(c), ...ids(c), { by, reason, note, version: versionOf(typed) });
      return off.ok ? done(c, 'appointment-off') : refused(c, CancelPage, typed, off.error);
    })
    .use('/:id/appointments/:appointment/not-there', allow('support person'))
    .get('/:id/appointments/:appointment/not-there', (c) => draw(c, NotTherePage, {}))
    .post('/:id/appointments/:appointment/not-there', async (c) => {
      const typed = await readForm(c, { many: ['easier'], days: ['againOn'] });
      const checked = checkForm(notThereForm(c.get('words').calendar.errors, todayOf(c)), typed);
      if (!checked.ok) return draw(c, NotTherePage, typed, checked.errors);
      const said = await calendar.wasNotThere(askerOf(c), ...ids(c), { ...checked.value, version: versionOf(typed) });
      return said.ok ? done(c, 'not-there-saved') : refused(c, NotTherePage, typed, said.error);
    });
};
