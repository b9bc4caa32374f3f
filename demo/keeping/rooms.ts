import { addDays, dayIn } from '../../src/platform/calendar.ts';
import { serviceId } from '../directory/directory.ts';
import { must } from '../path/path.ts';
import { accounts, programme } from '../programme.ts';
import { asker, type Keep } from './keepers.ts';

const jean = asker(accounts.jean);
const davie = asker(accounts.davie);
const rhona = asker(accounts.rhona);
const idris = asker(accounts.idris);

type Told = { available?: number; maximum?: number; weeks?: number; note?: string; unit?: string };

/** What services said of their room over the months, some of it so long ago that it counts for nothing; and what stops for a while. */
export async function rooms({ clock, at }: Keep): Promise<void> {
  const tell = async (
    by: typeof jean,
    key: string,
    daysAgo: number,
    { available = 0, maximum, weeks, note = '', unit = 'places' }: Told,
  ) => {
    const instant = clock.ago(daysAgo, '15:10');
    const until = addDays(dayIn(programme.settings.timeZone, instant), 28);
    const said = {
      unit,
      available,
      maximum: maximum ?? null,
      description: note,
      waitingList: weeks !== undefined,
      waitWeeks: weeks ?? null,
    };
    must(await at(instant).room.tell(by, serviceId(key), { ...said, until }));
  };

  await tell(jean, 'befriending-home', 70, { weeks: 4, note: 'Two volunteers are learning.' });
  await tell(jean, 'befriending-home', 45, { weeks: 9 });
  await tell(jean, 'befriending-home', 24, { available: 1, maximum: 30, note: 'In Kirkcudbright only' });
  await tell(jean, 'befriending-home', 6, { weeks: 7, note: 'Castle Douglas is the longest.' });
  await tell(jean, 'befriending-phone', 30, { available: 2 });
  await tell(jean, 'befriending-phone', 6, { available: 6, note: 'Afternoons' });
  await tell(davie, 'shed', 38, { available: 2 });
  await tell(davie, 'shed', 2, { available: 4, maximum: 12 });
  await tell(rhona, 'stroke-club', 55, { available: 3 });
  await tell(idris, 'cree-food', 48, { available: 20, unit: 'parcels', note: 'Each week' });

  const boiler = { reason: 'building' as const, note: 'The boiler in the Carlin Hall is being replaced.', until: clock.ahead(24) };
  must(await at(clock.ago(7, '10:30')).room.pause(rhona, serviceId('choir-breath'), boiler));
  const wet = must(
    await at(clock.ago(33, '09:00')).room.pause(jean, serviceId('befriending-lunch'), {
      reason: 'staff',
      note: 'The cook has flu.',
      until: null,
    }),
  );
  must(await at(clock.ago(28, '09:00')).room.resume(jean, wet));
}
