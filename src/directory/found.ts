import { type Freshness, freshnessOn } from './freshness.ts';
import { type Pause, type Room, roomAt } from './room.ts';
import { type Clock, nextOf, type NextTime, type Schedule } from './schedule.ts';
import { type Reason, reasonsFor } from './search.ts';
import { type Location, type Service, shownLocation } from './service.ts';

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
  };

export function toFound(
  service: Service & { organisationName: string; pause?: Pause | null },
  at: { location: string | null; km: number | null },
  moment: Moment,
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
    reasons: reasonsFor({ km: at.km, free, room: standing.room, freshness: standing.freshness, dropIn: howToJoin.includes('drop-in') }),
  };
}
