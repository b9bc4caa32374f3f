import { isRestricted, type Need, type Service } from '../../src/directory/index.ts';
import type { Settings } from '../../src/identity/index.ts';
import { dayIn } from '../../src/platform/calendar.ts';
import { rates } from '../figures.ts';
import { account, endPath, openPath, type World } from '../path/path.ts';
import type { Random } from '../random.ts';
import { noRows, type Rows } from '../rows.ts';
import { type Course, courseOf } from './course.ts';
import { anyPerson } from './person.ts';
import type { Staff } from './staff.ts';
import { tellCourse } from './tell.ts';
import { wordsOf } from './words.ts';

export type Size = { people: number; referrals: number };
type Ground = {
  random: Random;
  staff: Staff;
  services: readonly Service[];
  settings: Settings;
  now: Date;
  references: Set<string>;
  numbersFrom: number;
  /** When their last referrals came; without it, at any time of the programme. */
  within?: { from: Date; until: Date };
};

const day = 86_400_000;
const peopleAtOnce = 400;

/** The people who are not told of by name, some hundreds at a time, so that any number of them fits in memory. */
export function* population({ people, referrals }: Size, ground: Ground): Generator<Rows> {
  const servicesFor = byNeed(ground.services);
  const services = new Map(ground.services.map((service) => [service.id, service]));
  for (let from = 0; from < people; from += peopleAtOnce) {
    const rows = noRows();
    const world: World = {
      settings: ground.settings,
      random: ground.random,
      rows,
      services,
      references: ground.references,
      letters: false,
    };
    for (let nth = from; nth < Math.min(people, from + peopleAtOnce); nth++) {
      const count = Math.floor(referrals / people) + (nth < referrals % people ? 1 : 0);
      somebody(world, ground, ground.numbersFrom + nth, count, servicesFor);
    }
    yield rows;
  }
}

function byNeed(services: readonly Service[]): (need: Need) => readonly Service[] {
  const active = services.filter(({ status }) => status === 'active');
  const found = new Map<Need, Service[]>();
  for (const service of active) for (const need of service.needs) found.set(need, [...(found.get(need)?.slice(0, 199) ?? []), service]);
  return (need) => found.get(need) ?? (isRestricted(need) ? [] : found.get('loneliness')!);
}

function somebody(
  world: World,
  { staff, now, within }: Ground,
  number: number,
  count: number,
  servicesFor: (need: Need) => readonly Service[],
): void {
  const { random, settings, rows } = world;
  const place = random.pick(staff.places);
  const referrer = random.pick(place.referrers);
  const courses = Array.from({ length: count }, () => courseOf(random));
  const starts = startsOf(random, courses, within ?? { from: new Date(now.getTime() - rates.windowDays * day), until: now });
  const person = anyPerson(random, number, place.practice.id, dayIn(settings.timeZone, now));
  const path = openPath(world, person, {
    at: starts[0] ?? new Date(now.getTime() - random.float() * rates.windowDays * day),
    by: account(referrer),
  });
  courses.forEach((course, n) => {
    const around = {
      referrer,
      practice: place.practice.id,
      team: place.practice.team,
      linkWorker: random.pick(place.linkWorkers),
      servicesFor,
    };
    tellCourse(path, course, around, starts[n]!, starts[n + 1] ?? now);
  });
  endPath(path);
  if (count && random.chance(1 - rates.accepted)) signpost(rows, random, { referrer, practice: place.practice.id, at: starts[0]! });
}

/** When each of somebody's referrals came: the last at any time, and each before it early enough to have ended. */
function startsOf(random: Random, courses: readonly Course[], { from, until }: { from: Date; until: Date }): Date[] {
  let before = until.getTime() - random.float() * (until.getTime() - from.getTime());
  const starts: Date[] = [];
  courses.toReversed().forEach((course, n) => {
    if (n) before -= (course.endDay + random.int(40, 200)) * day;
    starts.unshift(inSurgeryHours(random, new Date(before)));
  });
  return starts;
}

function inSurgeryHours(random: Random, at: Date): Date {
  const weekend = [2, 0, 0, 0, 0, 0, 1][at.getUTCDay()]!;
  const midnight = Math.floor(at.getTime() / day) * day - weekend * day;
  return new Date(Math.min(midnight + (8.5 + random.float() * 9) * 3_600_000, at.getTime()));
}

/** Somebody else, who was offered a link worker and would rather only be told where to go. */
function signpost(rows: Rows, random: Random, { referrer, practice, at }: { referrer: string; practice: string; at: Date }): void {
  const needs: Need[] = [random.weighted(rates.need)];
  const id = random.uuid();
  rows.signposts.push({
    id,
    person: null,
    needs,
    given: random.pick([
      'The leaflet of what is on nearby',
      'The Wednesday soup lunch',
      'The walking group by the loch',
      'The Warm Room',
      'The food bank',
    ]),
    note: wordsOf(needs[0]!).note,
    givenBy: referrer,
    practice,
    givenAt: at,
  });
  rows.events.push({ type: 'signpost-given', subject: { kind: 'signpost', id }, by: account(referrer), at, data: { needs } });
}
