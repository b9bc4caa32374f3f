import { addOrganisations, addPlaces, addServices } from '../src/directory/index.ts';
import { addAccounts, addPractices, addProgramme, addTeams, programmeIds } from '../src/identity/index.ts';
import { addDays, dayIn } from '../src/platform/calendar.ts';
import type { Database } from '../src/platform/database.ts';
import { openEventMonth } from '../src/platform/events.ts';
import { hashPassword } from '../src/platform/secrets.ts';
import { organisations, services } from './directory/directory.ts';
import { openClock } from './clock.ts';
import { gazetteer } from './places.ts';
import { population } from './population/population.ts';
import { moreServices } from './population/services.ts';
import { staffFor } from './population/staff.ts';
import { accounts, demoPassword, practices, programme, teams } from './programme.ts';
import { openRandom } from './random.ts';
import { noRows, type Rows, saveRows } from './rows.ts';
import { stories } from './stories/index.ts';

export { demoPassword };
export type SignIn = { email: string; name: string; jobTitle: string };
export type Progress = (done: { what: 'services' | 'referrals'; count: number; of: number }) => void;

type Ask = { db: Database; now: Date; people: number; services: number; referrals: number; seed: number | string; onProgress?: Progress };

/** Who may sign in to the demo, with its one password; the first eight are the operating contract's. */
export const signIns: readonly SignIn[] = Object.values(accounts).map(({ email, name, jobTitle }) => ({ email, name, jobTitle }));

const demoSize = { people: 230, services: 0, referrals: 240, seed: 'galloway' };

/** The demo programme, in a database that holds no programme yet; answers whether it was. */
export async function loadDemo({ db, now, onProgress }: { db: Database; now: Date; onProgress?: Progress }): Promise<boolean> {
  if ((await db.outsideProgrammes(programmeIds)).length) return false;
  await tellStories(db, now);
  await addBackground({ db, now, ...demoSize, ...(onProgress && { onProgress }) });
  return true;
}

/**
 * The demo programme of any size: its stories, and a background of so many people, services and referrals that the seed
 * decides. Into a database that holds the demo alone it puts more; example data is never put beside somebody's own.
 */
export async function seed(ask: Ask): Promise<void> {
  const held = await ask.db.outsideProgrammes(programmeIds);
  if (held.some((id) => id !== programme.id)) throw new Error('This database holds a programme already, and example data is never put beside it.');
  if (!held.length) await tellStories(ask.db, ask.now);
  await addBackground(ask);
}

async function tellStories(db: Database, now: Date): Promise<void> {
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
    await addOrganisations(tx, organisations());
    await addServices(tx, directory);
    await addAccounts(
      tx,
      Object.values(accounts).map((each) => ({ ...each, passwordHash })),
    );
    await saveRows(tx, storyRows(now), programme.settings);
  });
}

/** Everybody who is told of by name. */
export function storyRows(now: Date): Rows {
  const clock = openClock(now, programme.settings.timeZone);
  const directory = new Map(services(clock.today, now).map((service) => [service.id, service]));
  const rows = noRows();
  let nth = 0;
  const world = { settings: programme.settings, random: openRandom('stories'), rows, services: directory, references: new Set<string>() };
  for (const tell of stories) tell({ world, clock, next: () => ++nth });
  return rows;
}

async function addBackground({ db, now, onProgress, ...asked }: Ask): Promise<void> {
  const { staff, more, batches } = backgroundOf({ now, ...asked });
  const inProgramme = <T>(work: Parameters<typeof db.inProgramme<T>>[1]) => db.inProgramme(programme.id, work);
  await inProgramme(async (tx) => {
    await addTeams(tx, staff.teams);
    await addPractices(tx, staff.practices);
    for (let from = 0; from < staff.accounts.length; from += 1000) await addAccounts(tx, staff.accounts.slice(from, from + 1000));
    await addPlaces(tx, more.places);
  });
  const atOnce = 1000;
  for (let from = 0; from < more.services.length; from += atOnce) {
    await inProgramme(async (tx) => {
      await addOrganisations(tx, more.organisations.slice(from, from + atOnce));
      await addServices(tx, more.services.slice(from, from + atOnce));
    });
    onProgress?.({ what: 'services', count: Math.min(more.services.length, from + atOnce), of: more.services.length });
  }
  let told = 0;
  for (const rows of batches) {
    await inProgramme((tx) => saveRows(tx, rows, programme.settings));
    onProgress?.({ what: 'referrals', count: (told += rows.referrals.length), of: asked.referrals });
  }
}

/** What the seed decides, before any of it is saved. */
export function backgroundOf({ now, people, services: wanted, referrals, seed: name }: Omit<Ask, 'db' | 'onProgress'>) {
  const random = openRandom(`background ${name}`);
  const clock = openClock(now, programme.settings.timeZone);
  const directory = services(clock.today, now);
  const staff = staffFor(random.fork('staff'), referrals, String(name));
  const more = moreServices(random.fork('services'), Math.max(0, wanted - directory.length), clock.today, now);
  const references = new Set(storyRows(now).referrals.map(({ reference }) => reference));
  const ground = { random: random.fork('people'), staff, services: [...directory, ...more.services], settings: programme.settings, now, references };
  return { staff, more, batches: population({ people, referrals }, ground) };
}
