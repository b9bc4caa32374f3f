import { Hono } from 'hono';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import type { Calendars } from '../index.ts';
import { AppointmentPage, AppointmentsPage } from './appointments-view.tsx';
import { zoneOf } from './asked.ts';

/** What is agreed with somebody, and what came of it. */
export const appointmentsPage = (calendar: Calendars) =>
  new Hono<Door>()
    .use('/:id/appointments', allow('see person'))
    .get('/:id/appointments', async (c) => {
      const found = await calendar.seeAppointments(askerOf(c), c.req.param('id'));
      if (!found.ok) return showProblem(c, found.error);
      readsOf(c, found.value.person.id);
      return show(c, <AppointmentsPage {...found.value} now={started(c)} timeZone={zoneOf(c)} />);
    })
    .use('/:id/appointments/:appointment', allow('see person'))
    .get('/:id/appointments/:appointment', async (c) => {
      const found = await calendar.seeAppointment(askerOf(c), c.req.param('id'), c.req.param('appointment'));
      if (!found.ok) return showProblem(c, found.error);
      readsOf(c, found.value.person.id);
      return show(c, <AppointmentPage {...found.value} now={started(c)} timeZone={zoneOf(c)} />);
    });
