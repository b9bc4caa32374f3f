import { type Freshness, freshnessOn } from './freshness.ts';
import { type Pause, type Room, roomAt } from './room.ts';
import { type Clock, nextOf, type NextTime, type Schedule } from './schedule.ts';
import type { Ranked } from './ranking.ts';
import { type Because, type Reason, reasonsFor } from './reasons.ts';
import type { Search } from './search.ts';
import { type Location, type Service, shownLocation } from './service.ts';
import type { Question } from './understand.ts';

export type Moment = { now: Date; clock: Clock };

/** What a service is like at this moment. */
export type Standing = { next: NextTime | undefined; room: Room; freshness: Freshness };

export const standingOf = (
  service: Service & { pause?: Pause | null },
  schedules: readonly Schedule[],
  { now, clock }: Moment,
): Standing => ({
  next: nextOf(schedules, clock),
  room: roomAt(service.capacity, now, service.pause),
  freshness: freshnessOn(clock.day, service.assuredAt, service.assuredBy),
});

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
  service: Service & { organisationName: string; pause?: Pause | null },
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
