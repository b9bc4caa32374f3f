import type { ServiceForm } from '../../src/directory/index.ts';
import { addDays, type CalendarDay } from '../../src/platform/calendar.ts';
import { serviceId } from '../directory/directory.ts';
import { must } from '../path/path.ts';
import { accounts } from '../programme.ts';
import { asker, type Keep } from './keepers.ts';

type Edit = ServiceForm['service'];
const dev = asker(accounts.dev);
const catriona = asker(accounts.catriona);
const rhona = asker(accounts.rhona);

/** What was written by hand, by several people one after the other; and who said that it is right as it stands. */
export async function edits({ clock, at }: Keep): Promise<void> {
  const write = async (daysAgo: number, by: typeof dev, key: string, how: (before: Edit) => Partial<Edit>) => {
    const { directory } = at(clock.ago(daysAgo, '11:20'));
    const form = (await directory.serviceToEdit(by, serviceId(key)))!;
    const { organisation: _, locations, assuredAt: __, assuredBy: ___, ...before } = form.service;
    const typed = { ...before, ...how(form.service), chosen: locations.map(({ id }) => id), added: [], checkedToday: false };
    must(await directory.saveService(by, serviceId(key), typed, { version: form.version, sure: true }));
  };

  await write(44, catriona, 'grief', ({ description }) => ({ description: `${description} Tea, and cake that somebody has baked.` }));
  await write(31, dev, 'grief', () => ({ eligibility: 'Anybody who has lost somebody. You need not say whom.' }));
  await write(11, catriona, 'grief', ({ schedules }) => ({
    schedules: schedules.map((each) => (each.opensAt === '18:30' ? { ...each, opensAt: '19:00', closesAt: '20:30' } : each)),
  }));
  await at(clock.ago(9, '16:00')).freshness.assure(rhona, serviceId('grief'));

  const christmas = christmasAfter(clock.today);
  for (const key of ['warm-room', 'befriending-lunch', 'choir', 'creetown-lunch'])
    await write(6, catriona, key, () => ({ closures: [{ ...christmas, note: 'Christmas and New Year' }] }));
  await at(clock.ago(5, '09:40')).freshness.assure(asker(accounts.jean), serviceId('befriending-lunch'));
}

/** From Christmas Eve until the first working days of the year, this winter or the next one. */
function christmasAfter(today: CalendarDay): { from: CalendarDay; to: CalendarDay } {
  const from = (year: number): CalendarDay => `${year}-12-24`;
  const [last, next] = [from(Number(today.slice(0, 4)) - 1), from(Number(today.slice(0, 4)))];
  const on = addDays(last, 10) < today ? next : last;
  return { from: on, to: addDays(on, 10) };
}
