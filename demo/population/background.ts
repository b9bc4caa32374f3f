import { addOrganisations, addPlaces, addServices } from '../../src/directory/index.ts';
import { addAccounts, addPractices, addTeams } from '../../src/identity/index.ts';
import type { Database } from '../../src/platform/database.ts';
import { refreshStatistics } from '../../src/platform/statistics.ts';
import { openClock } from '../clock.ts';
import { services } from '../directory/directory.ts';
import { programme } from '../programme.ts';
import { openRandom } from '../random.ts';
import { saveRows } from '../rows.ts';
import { storyRows } from '../stories/tell-stories.ts';
import { population } from './population.ts';
import { moreServices } from './services.ts';
import { staffFor } from './staff.ts';

export type Progress = (done: { what: 'services' | 'referrals'; count: number; of: number }) => void;
/** `numbersFrom`: where the test numbers of its people begin, so that two seeds can share a database. */
export type Wanted = { now: Date; people: number; services: number; referrals: number; seed: number | string; numbersFrom?: number };

/** Saves everybody whom nobody tells of by name, some hundreds in each transaction. */
export async function addBackground({
  db,
  now,
  onProgress,
  ...asked
}: Wanted & { db: Database; onProgress?: Progress | undefined }): Promise<void> {
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
  let nth = 0;
  await inLanes(batches, db.kind === 'postgres' ? 2 : 1, async (rows) => {
    // Each time that there are four times as many.
    if (Number.isInteger(Math.log2(nth++) / 2)) await db.asOwner(refreshStatistics);
    await inProgramme((tx) => saveRows(tx, rows, programme.settings));
    onProgress?.({ what: 'referrals', count: (told += rows.referrals.length), of: asked.referrals });
  });
  await db.asOwner(refreshStatistics);
}

/** While one batch is being saved the next is thought up, and PostgreSQL can save two at once. */
async function inLanes<T>(all: Iterable<T>, lanes: number, save: (each: T) => Promise<void>): Promise<void> {
  const left = all[Symbol.iterator]();
  const lane = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await save(next.value);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** What the seed decides, before any of it is saved. */
export function backgroundOf({ now, people, services: wanted, referrals, seed: name, numbersFrom = 0 }: Wanted) {
  const random = openRandom(`background ${name}`);
  const clock = openClock(now, programme.settings.timeZone);
  const directory = services(clock.today, now);
  const staff = staffFor(random.fork('staff'), referrals, String(name));
  const more = moreServices(random.fork('services'), Math.max(0, wanted - directory.length), clock.today, now);
  const references = new Set(storyRows(now).referrals.map(({ reference }) => reference));
  const ground = {
    random: random.fork('people'),
    staff,
    services: [...directory, ...more.services],
    settings: programme.settings,
    now,
    references,
    numbersFrom,
  };
  return { staff, more, batches: population({ people, referrals }, ground) };
}
