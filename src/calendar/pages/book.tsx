import { type Context, Hono } from 'hono';
import { formatShortDate, formatTime } from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { uuid } from '../../platform/database.ts';
import type { Appointment } from '../appointment.ts';
import type { BookRefusal, Calendars, InTheWay } from '../index.ts';
import { versionOf, zoneOf } from './asked.ts';
import { askedOf, bookForm, changeFields, valuesOf } from './book-form.ts';
import { BookPage } from './book-view.tsx';

type C = Context<Door>;
type Again = { values: Typed; errors?: Errors; moving?: { id: string; version: number }; stale?: Appointment; unusual?: boolean };

/** Making an appointment with somebody, and changing it. */
export const bookPage = (calendar: Calendars) => {
  const id = (c: C) => c.req.param('id') ?? '';
  const draw = async (c: C, worker: string | undefined, { stale, errors, ...again }: Again) => {
    const before = await calendar.beforeBooking(askerOf(c), id(c), worker);
    if (!before.ok) return showProblem(c, before.error);
    if (before.value.person.died) return c.redirect(`/people/${id(c)}/appointments`, 303);
    readsOf(c, before.value.person.id);
    const page = <BookPage before={before.value} timeZone={zoneOf(c)} {...again} errors={errors} stale={stale} />;
    return show(c, page, stale ? 409 : errors ? 422 : 200);
  };

  /** What is wrong, beside the field that it is about. */
  const errorsFor = (c: C, error: BookRefusal): Errors | undefined => {
    const words = c.get('words').calendar.errors;
    if (typeof error === 'object') return 'clash' in error ? { slot: clashText(c, error.clash) } : { anyway: words.unusual[error.unusual] };
    switch (error) {
      case 'past':
      case 'far':
      case 'no-such-time':
        return { slot: words[error] };
      case 'length':
        return { minutes: words.length };
      case 'worker':
        return { second: words.worker };
      case 'room':
        return { where: words.room };
      case 'died':
      case 'not-found':
      case 'not-yours':
        return undefined;
    }
  };
  const clashText = (c: C, [first]: readonly InTheWay[]): string => {
    const { errors, span } = c.get('words').calendar;
    if (!first) return errors.clashGone;
    const timeZone = zoneOf(c);
    const when = `${formatShortDate(first.startsAt, { timeZone })}, ${span(formatTime(first.startsAt, { timeZone }), formatTime(first.endsAt, { timeZone }))}`;
    return errors.clash(when, first.name);
  };
  const asked = async (c: C, typed: Typed) => {
    const worker = String(typed['worker'] ?? '');
    const checked = checkForm(bookForm(c.get('words').calendar.errors, typed), typed);
    if (!checked.ok) return checked;
    const before = await calendar.beforeBooking(askerOf(c), id(c), worker);
    return { ok: true as const, value: askedOf(checked.value, worker, before.ok ? before.value.free : []) };
  };
  const problemOf = (error: BookRefusal) => (error === 'not-found' || error === 'not-yours' ? error : 'changed-meanwhile');

  return new Hono<Door>()
    .use('/:id/appointments/new', allow('support person'))
    .get('/:id/appointments/new', (c) => draw(c, c.req.query('worker'), { values: {} }))
    .post('/:id/appointments/new', async (c) => {
      const typed = await readForm(c, { days: ['day'] });
      const checked = await asked(c, typed);
      const worker = String(typed['worker'] ?? '');
      if (!checked.ok) return draw(c, worker, { values: typed, errors: checked.errors });
      const booked = await calendar.book(askerOf(c), id(c), checked.value);
      if (booked.ok) return c.redirect(`/people/${id(c)}/appointments?done=appointment-made`, 303);
      const errors = errorsFor(c, booked.error);
      return errors ? draw(c, worker, { values: typed, errors, unusual: 'anyway' in errors }) : showProblem(c, problemOf(booked.error));
    })
    .use('/:id/appointments/:appointment/move', allow('support person'))
    .get('/:id/appointments/:appointment/move', async (c) => {
      const found = await calendar.seeAppointment(askerOf(c), id(c), c.req.param('appointment'));
      if (!found.ok) return showProblem(c, found.error);
      const { appointment } = found.value;
      if (appointment.stage.name !== 'booked' || appointment.startsAt <= started(c)) return showProblem(c, 'changed-meanwhile');
      const moving = { id: appointment.id, version: appointment.rowVersion };
      const values = valuesOf(appointment, zoneOf(c), dayIn(zoneOf(c), appointment.startsAt));
      return draw(c, c.req.query('worker') ?? appointment.workers[0], { values, moving });
    })
    .post('/:id/appointments/:appointment/move', async (c) => {
      const typed = await readForm(c, { days: ['day'] });
      const appointment = c.req.param('appointment');
      if (!uuid.test(appointment)) return showProblem(c, 'not-found');
      const worker = String(typed['worker'] ?? '');
      const moving = { id: appointment, version: versionOf(typed) };
      const checked = await asked(c, typed);
      const change = checkForm(changeFields(c.get('words').calendar.errors), typed);
      if (!checked.ok || !change.ok) {
        const errors = { ...(checked.ok ? {} : checked.errors), ...(change.ok ? {} : change.errors) };
        return draw(c, worker, { values: typed, errors, moving });
      }
      const moved = await calendar.moveAppointment(askerOf(c), id(c), appointment, {
        ...checked.value,
        ...change.value,
        version: moving.version,
      });
      if (moved.ok) return c.redirect(`/people/${id(c)}/appointments/${appointment}?done=appointment-changed`, 303);
      const { error } = moved;
      if (typeof error === 'object' && 'stale' in error)
        return draw(c, worker, { values: typed, stale: error.stale, moving: { id: appointment, version: error.stale.rowVersion } });
      if (error === 'not-booked' || error === 'not-yet' || error === 'begun') {
        const found = await calendar.seeAppointment(askerOf(c), id(c), appointment);
        return found.ok ? draw(c, worker, { values: typed, moving, stale: found.value.appointment }) : showProblem(c, found.error);
      }
      const errors = errorsFor(c, error);
      return errors ? draw(c, worker, { values: typed, errors, moving, unusual: 'anyway' in errors }) : showProblem(c, problemOf(error));
    });
};
