import type { Modules } from './compose.ts';
import { completeRecords, relistServices } from './directory/index.ts';
import { addDays, dayIn } from './platform/calendar.ts';
import { openEventMonth } from './platform/events.ts';
import type { Work } from './platform/jobs.ts';

/** Everything that Bothy does by itself: by name, and by the clock (cron, UTC). */
export function workOf({ db, now, connections, delivery, identity, directory, feeds, freshness, room, shortlists }: Modules): Work {
  return {
    handlers: {
      ...delivery.handlers,
      ...connections.handlers,
      ...feeds.handlers,
      ...freshness.handlers,
      'open-event-month': async () => {
        const today = dayIn('UTC', now());
        for (const day of [today, addDays(`${today.slice(0, 8)}01`, 31)]) await db.asOwner((connection) => openEventMonth(connection, day));
      },
      'complete-records': async () => {
        for (const programme of await identity.everyProgramme()) {
          await completeRecords(db, programme);
          await relistServices(db, programme);
        }
      },
      'note-room-over': async () => {
        for (const programme of await identity.everyProgramme()) await room.noteWhatIsOver(programme);
      },
      'forget-searches': async () => {
        for (const programme of await identity.everyProgramme()) {
          await directory.forgetSearches(programme);
          await directory.forgetPublicSearches(programme);
          await shortlists.forgetOld(programme);
        }
      },
    },
    long: [...feeds.long, 'complete-records'],
    schedules: {
      ...connections.schedules,
      ...feeds.schedules,
      ...freshness.schedules,
      'open-event-month': '5 1 * * *',
      'note-room-over': '3 * * * *',
      'forget-searches': '25 1 * * *',
    },
  };
}
