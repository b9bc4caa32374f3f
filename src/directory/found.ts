import type { HolidayRegion } from './bank-holidays.ts';
import { timesOf } from './closures.ts';
import { type Freshness, freshnessOn } from './freshness.ts';
import { type Pause, type Room, roomAt } from './room.ts';
import { type Closure, type Clock, nextOf, type NextTime, type Schedule } from './schedule.ts';
import type { Ranked } from './ranking.ts';
import { type Because, type Reason, reasonsFor } from './reasons.ts';
import type { Search } from './search.ts';
import { type Location, type Service, shownLocation } from './service.ts';
import type { Question } from './understand.ts';

/** `holidays`: whose bank holidays are kept. */
export type Moment = { now: Date; clock: Clock; holidays?: HolidayRegion };

/** What a service is like at this moment. */
export type Standing = { next: NextTime | undefined; room: Room; freshness: Freshness };

export const standingOf = (
  service: Service & { pause?: Pause | null; closures?: readonly Closure[]; onHolidays?: boolean | null },
  schedules: readonly Schedule[],
  { now, clock, holidays = 'none' }: Moment,
): Standing => ({
  next: nextWhen(timesOf(service, schedules, holidays), clock),
  room: roomAt(service.capacity, now, service.pause),
  freshness: freshnessOn(clock.day, service.assuredAt, service.assuredBy),
});

const nextWhen = (times: ReturnType<typeof timesOf>, clock: Clock): NextTime | undefined =>
  nextOf(
    times.map(({ schedule }) => schedule),
    clock,
    times.map(({ closed }) => closed),
  );

/** A service as a search shows it, at the place that was nearest. */
export type Found = Standing &
  Pick<Service, 'id' | 'name' | 'description' | 'free' | 'costs' | 'howToJoin' | 'attendance' | 'whoFor' | 'minAge' | 'maxAge'> & {
    organisationName: string;
    location: Location | undefined;
    km: number | null;
    reasons: Reason[];
    because: Because;
  };

export function toFound(
  service: Service & { organisationName: string; pause?: Pause | null; closures?: readonly Closure[]; onHolidays?: boolean | null },
  at: Ranked,
  { question, search, moment }: { question: Question; search: Search; moment: Moment },
): Found {
  const location = service.locations.find(({ id }) => id === at.location);
  const here = service.schedules.filter((schedule) => !schedule.location || schedule.location === at.location);
  const standing = standingOf(service, here, moment);
  const { id, name, description, free, costs, howToJoin, attendance, whoFor, minAge, maxAge, organisationName } = service;
  return {
    ...standing,
    ...{ id, name, description, free, costs, howToJoin, attendance, whoFor, minAge, maxAge, organisationName },
    location: location && shownLocation(location),
    km: at.km,
    ...reasonsFor(at, question, search, standing.freshness),
  };
}
