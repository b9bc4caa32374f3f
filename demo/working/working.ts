import type { Database } from '../../src/platform/database.ts';
import { tellTunes } from '../belonging/stories.ts';
import { openClock } from '../clock.ts';
import { programme } from '../programme.ts';
import { tellAbout } from './about.ts';
import { keepCaseloads } from './caseload.ts';
import { contactsAndSupervision } from './contacts.ts';
import { keepAppointments } from './appointments.ts';
import { tellConsents } from './consents.ts';
import { measureAtHome, measureTogether } from './measures.ts';
import { tellReaching } from './reaching.ts';
import { keepSafe } from './safety.ts';
import { openWorkers, type Work } from './workers.ts';

/** Each is told by itself. */
const told: readonly ((work: Work) => Promise<void>)[] = [
  tellAbout,
  tellConsents,
  keepSafe,
  keepCaseloads,
  contactsAndSupervision,
  tellTunes,
  tellReaching,
  measureTogether,
  measureAtHome,
  keepAppointments,
];

/** What else is done with the people of the stories, once they are there. */
export async function workWithPeople(db: Database, now: Date): Promise<void> {
  const work = { db, clock: openClock(now, programme.settings.timeZone), at: openWorkers(db) };
  for (const tell of told) await tell(work);
}
