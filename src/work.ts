import type { Modules } from './compose.ts';
import { addDays, dayIn } from './platform/calendar.ts';
import { openEventMonth } from './platform/events.ts';
import type { Work } from './platform/jobs.ts';

/** Everything that Bothy does by itself: by name, and by the clock (cron, UTC). */
export function workOf({ db, now, delivery }: Modules): Work {
  return {
    handlers: {
      ...delivery.handlers,
      'open-event-month': async () => {
        const today = dayIn('UTC', now());
        for (const day of [today, addDays(today, 31)]) await db.asOwner((connection) => openEventMonth(connection, day));
      },
    },
    schedules: { 'open-event-month': '5 1 * * *' },
  };
}
