import { addOrganisations, addPlaces, addServices } from '../../src/directory/index.ts';
import { addAccounts, addPractices, addProgramme, addTeams } from '../../src/identity/index.ts';
import { addDays, dayIn } from '../../src/platform/calendar.ts';
import type { Database } from '../../src/platform/database.ts';
import { openEventMonth } from '../../src/platform/events.ts';
import { hashPassword } from '../../src/platform/secrets.ts';
import { openClock } from '../clock.ts';
import { organisations, services } from '../directory/directory.ts';
import { keepDirectory } from '../keeping/keeping.ts';
import { gazetteer } from '../places.ts';
import { accounts, demoPassword, practices, programme, teams } from '../programme.ts';
import { openRandom } from '../random.ts';
import { noRows, type Rows, saveRows } from '../rows.ts';
import { stories } from './index.ts';

/** Working days since the programme wrote its directory down: a year and a half. */
const begunAgo = 390;

/** Makes the demo programme, with its directory, its accounts and everybody who is told of by name. */
export async function tellStories(db: Database, now: Date): Promise<void> {
  const { timeZone } = programme.settings;
  const clock = openClock(now, timeZone);
  const directory = services(clock.today, now);
  const passwordHash = await hashPassword(demoPassword);
  // Later months get a partition of their own ahead of time; this one's has to be there before its first event.
  for (const day of [dayIn('UTC', now), addDays(dayIn('UTC', now), 31)]) await db.asOwner((connection) => openEventMonth(connection, day));
  await db.inProgramme(programme.id, async (tx) => {
    await addProgramme(tx, programme);
    await addTeams(tx, Object.values(teams));
    await addPractices(tx, Object.values(practices));
    await addPlaces(tx, gazetteer);
    await addOrganisations(tx, organisations(), clock.ago(begunAgo));
    await addServices(tx, directory, clock.ago(begunAgo));
    await addAccounts(
      tx,
      Object.values(accounts).map((each) => ({ ...each, passwordHash })),
    );
    await saveRows(tx, storyRows(now), programme.settings);
  });
  await keepDirectory(db, now);
}

/** Everybody who is told of by name. */
export function storyRows(now: Date): Rows {
  const clock = openClock(now, programme.settings.timeZone);
  const directory = new Map(services(clock.today, now).map((service) => [service.id, service]));
  const rows = noRows();
  let nth = 0;
  const world = {
    settings: programme.settings,
    random: openRandom('stories'),
    rows,
    services: directory,
    references: new Set<string>(),
    letters: true,
  };
  for (const tell of stories) tell({ world, clock, next: () => ++nth });
  return rows;
}
