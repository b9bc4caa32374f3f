import type { Modules } from './compose.ts';
import { completeRecords, relistServices } from './directory/index.ts';
import { addDays, dayIn } from './platform/calendar.ts';
import { openEventMonth } from './platform/events.ts';
import type { Work } from './platform/jobs.ts';

/** Everything that Bothy does by itself: by name, and by the clock (cron, UTC). */
export function workOf({
  db,
  now,
  belonging,
  calendar,
  support,
  connections,
  delivery,
  identity,
  measures,
  directory,
  drafts,
  feeds,
  freshness,
  room,
  shortlists,
}: Modules): Work {
  return {
    handlers: {
      ...delivery.handlers,
      ...calendar.handlers,
      ...connections.handlers,
      ...feeds.handlers,
      ...freshness.handlers,
      ...belonging.stories.handlers,
      ...belonging.practiceTools.handlers,
      ...belonging.index.handlers,
      ...belonging.rounds.handlers,
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
      'watch-over-workers': async () => {
        const faults: unknown[] = [];
        for (const programme of await identity.everyProgramme())
          await support.watchOver(programme).catch((fault: unknown) => faults.push(fault));
        if (faults.length) throw new AggregateError(faults, 'Not every programme could be watched over.');
      },
      'tell-of-handovers': async () => {
        for (const programme of await identity.everyProgramme()) await support.tellOfHandovers(programme);
      },
      'watch-caseloads': async () => {
        for (const programme of await identity.everyProgramme()) await support.watchCaseloads(programme);
      },
      'watch-supervision': async () => {
        for (const programme of await identity.everyProgramme()) await support.watchSupervision(programme);
      },
      'forget-drafts': async () => {
        for (const programme of await identity.everyProgramme()) await drafts.forgetOld(programme);
      },
      'warn-of-agreements': () => belonging.change.agreements.warnOfAgreements(),
      'note-room-over': async () => {
        for (const programme of await identity.everyProgramme()) await room.noteWhatIsOver(programme);
      },
      'end-unanswered-measures': async () => {
        for (const programme of await identity.everyProgramme()) await measures.endOverdue(programme);
      },
      'forget-searches': async () => {
        for (const programme of await identity.everyProgramme()) {
          await directory.forgetSearches(programme);
          await directory.forgetPublicSearches(programme);
          await shortlists.forgetOld(programme);
          await support.forgetCaseloadSearches(programme);
        }
      },
    },
    long: [...feeds.long, 'complete-records'],
    schedules: {
      ...connections.schedules,
      ...calendar.schedules,
      ...feeds.schedules,
      ...freshness.schedules,
      ...belonging.stories.schedules,
      ...belonging.practiceTools.schedules,
      ...belonging.index.schedules,
      ...belonging.rounds.schedules,
      'open-event-month': '5 1 * * *',
      'watch-over-workers': '* * * * *',
      'tell-of-handovers': '*/5 * * * *',
      'watch-caseloads': '45 4 * * *',
      'forget-drafts': '35 1 * * *',
      'watch-supervision': '40 5 * * *',
      'warn-of-agreements': '15 6 * * *',
      'note-room-over': '3 * * * *',
      'end-unanswered-measures': '40 2 * * *',
      'forget-searches': '25 1 * * *',
    },
  };
}
