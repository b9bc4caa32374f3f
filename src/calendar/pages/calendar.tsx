import { Hono } from 'hono';
import { allow, askerOf, type Door, mayAtAll, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { addDays, weekday } from '../../platform/calendar.ts';
import type { Calendars } from '../index.ts';
import { dayAsked, todayOf, zoneOf } from './asked.ts';
import { CalendarPage, type View } from './calendar-view.tsx';

/** A week or a day of one link worker, or of the team. */
export const calendarPage = (calendar: Calendars) =>
  new Hono<Door>().get('/', allow('keep calendar'), async (c) => {
    const view: View = c.req.query('view') === 'day' ? 'day' : 'week';
    const asked = dayAsked(c, todayOf(c));
    const from = view === 'week' ? addDays(asked, -weekday(asked)) : asked;
    const seen = await calendar.seeCalendar(askerOf(c), { from, count: view === 'week' ? 7 : 1, worker: c.req.query('who') });
    if (!seen.ok) return showProblem(c, seen.error);
    readsOf(c, ...seen.value.appointments.map(({ person }) => person));
    const keepsRooms = mayAtAll(askerOf(c), 'keep rooms');
    return show(
      c,
      <CalendarPage
        seen={seen.value}
        from={from}
        view={view}
        today={todayOf(c)}
        now={started(c)}
        timeZone={zoneOf(c)}
        keepsRooms={keepsRooms}
      />,
    );
  });
