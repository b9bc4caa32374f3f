import { accounts, practices, programme } from '../programme.ts';
import { addDays, dayIn, weekday } from '../../src/platform/calendar.ts';
import { person, type Work } from './workers.ts';

const { sam, rhona, catriona } = accounts;
const asked = (who: Omit<typeof sam, 'passwordHash'>) => ({ ...who, practiceName: null, programme });

/** Sam's week: two days in the surgery, visits in between, and one morning when nobody was in. */
export async function keepAppointments({ clock, at }: Work): Promise<void> {
  const earlier = at(clock.ago(30, '09:00')).calendar;
  const lead = asked(catriona);
  const room = async (name: string, practice: string | null, place: string, gettingThere: string) => {
    const added = await earlier.addRoom(lead, { name, practice, place, gettingThere });
    if (!added.ok) throw new Error('The room could not be added.');
    return added.value.id;
  };
  const glenkens = await room(
    'Room 3, Glenkens Medical Practice',
    practices.glenkens.id,
    'High Street, New Galloway',
    'The bus stops outside. The side door has no step.',
  );
  const fleet = await room(
    'The quiet room, Fleet Valley Practice',
    practices.fleet.id,
    'Gatehouse of Fleet',
    'Park behind the surgery. Ask at the desk; they know that you are coming.',
  );
  const from = clock.dayAgo(28);
  const hours = (weekdayOf: number, starts: number, ends: number, where: string | null, who: string, slotMinutes = 60) =>
    earlier.addHours(lead, who, { weekday: weekdayOf, starts: starts * 60, ends: ends * 60, slotMinutes, room: where, from, until: null });
  await hours(1, 9, 13, glenkens, sam.id);
  await hours(3, 13, 17, fleet, sam.id);
  await hours(4, 9, 12, null, sam.id, 45);
  await hours(2, 9, 13, glenkens, rhona.id);

  const ahead = (day: number): string => {
    const from1 = addDays(dayIn(programme.settings.timeZone, clock.now), 1);
    return addDays(from1, (day - weekday(from1) + 7) % 7);
  };
  const now = at(clock.now).calendar;
  const book = (who: string, day: string, time: string, minutes: number, more: Partial<Parameters<typeof now.book>[2]['details']>) =>
    now.book(asked(sam), person(who), {
      when: { day, time, minutes },
      workers: [sam.id],
      anyway: true,
      details: { kind: 'meeting', room: null, place: '', bring: '', gettingThere: '', tell: true, ...more },
    });
  await book('Tomasz Wójcik', ahead(1), '11:00', 60, { room: glenkens, bring: 'The letters that came this week, opened or not' });
  await book('Agnes McMillan', ahead(2), '14:00', 60, { kind: 'home' });
  await book('Jordan Reid', ahead(3), '10:00', 90, { kind: 'accompanied', place: 'The Men’s Shed, Castle Douglas' });
  await book('Fatima Noor', ahead(4), '09:45', 30, { kind: 'call' });

  const before = at(clock.ago(9, '09:00')).calendar;
  const visit = await before.book(asked(sam), person('Agnes McMillan'), {
    when: { day: clock.dayAgo(6), time: '14:00', minutes: 60 },
    workers: [sam.id],
    anyway: true,
    details: { kind: 'meeting', room: fleet, place: '', bring: '', gettingThere: '', tell: true },
  });
  if (!visit.ok) return;
  await at(clock.ago(6, '16:00')).calendar.cancelAppointment(asked(sam), visit.value.person, visit.value.id, {
    by: 'person',
    reason: 'transport',
    note: 'The bus no longer stops at the bridge. From now on Sam goes to her.',
    version: visit.value.rowVersion,
  });
}
