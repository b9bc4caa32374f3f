import { expect, it } from 'vitest';
import { schedulesIn } from './times.ts';

const read = (text: string) =>
  schedulesIn(text, String)?.map(({ byday, freq, interval, opens_at, closes_at }) =>
    [freq === 'MONTHLY' && 'monthly', interval !== 1 && interval, byday, opens_at, closes_at].filter(Boolean).join(' '),
  );

it.each([
  ['Tue & Thu 10-12', ['TU,TH 10:00 12:00']],
  ['Mondays 2pm - 4pm', ['MO 14:00 16:00']],
  ['Monday, 2-4pm', ['MO 14:00 16:00']],
  ['Fri 10-12pm', ['FR 10:00 12:00']],
  ['Every Wednesday from 9.30am to 11.30am', ['WE 09:30 11:30']],
  ['Mon-Fri 9:00-17:00', ['MO,TU,WE,TH,FR 09:00 17:00']],
  ['Monday to Friday, 9am to 5pm', ['MO,TU,WE,TH,FR 09:00 17:00']],
  ['Fri - Mon 10am', ['FR,SA,SU,MO 10:00']],
  ['Weekdays 9-5', ['MO,TU,WE,TH,FR 09:00 17:00']],
  ['First Monday of the month 7pm-9pm', ['monthly 1MO 19:00 21:00']],
  ['1st and 3rd Tuesdays 10:30 - 12:00', ['monthly 1TU,3TU 10:30 12:00']],
  ['Last Friday of each month', ['monthly -1FR']],
  ['Every other Thursday 14:00-16:00', ['2 TH 14:00 16:00']],
  ['Mon 10-12; Wed 1pm-3pm', ['MO 10:00 12:00', 'WE 13:00 15:00']],
  ['Daily 10am - noon', ['MO,TU,WE,TH,FR,SA,SU 10:00 12:00']],
])('reads %s', (text, times) => expect(read(text)).toEqual(times));

it.each(['By appointment', 'Term time only, Mondays 10-12', 'Tuesday 25:00', '', 'Varies', 'Mon 10-12 and 2-4', '10-12', 'second'])(
  'leaves to its words what it cannot read whole: %s',
  (text) => expect(read(text)).toBeUndefined(),
);
