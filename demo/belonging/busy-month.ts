import type { Database } from '../../src/platform/database.ts';
import { addDays, dayIn, instantAt } from '../../src/platform/calendar.ts';
import { services } from '../directory/directory.ts';
import { population } from '../population/population.ts';
import { staffFor } from '../population/staff.ts';
import { practices, programme } from '../programme.ts';
import { openRandom } from '../random.ts';
import { saveRows } from '../rows.ts';

/** Last month, two practices referred more than they ever had: enough for their page to tell of it. */
export async function tellBusyMonth(db: Database, now: Date): Promise<void> {
  const { settings } = programme;
  const today = dayIn(settings.timeZone, now);
  const thisMonth = `${today.slice(0, 8)}01`;
  const lastMonth = `${addDays(thisMonth, -1).slice(0, 8)}01`;
  const random = openRandom('busy month');
  const staff = staffFor(random.fork('staff'), 0, 'busy');
  const busy = staff.places.filter(({ practice }) => practice.id !== practices.cree.id);
  const ground = {
    random: random.fork('people'),
    staff: { ...staff, places: busy },
    services: services(today, now),
    settings,
    now,
    references: new Set<string>(),
    numbersFrom: 992_000,
    within: { from: instantAt(settings.timeZone, lastMonth, '09:00'), until: instantAt(settings.timeZone, thisMonth, '00:00') },
  };
  for (const rows of population({ people: 26, referrals: 26 }, ground))
    await db.inProgramme(programme.id, (tx) => saveRows(tx, rows, settings));
}
