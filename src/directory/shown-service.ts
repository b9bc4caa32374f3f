import { type Moment, type Standing, standingOf } from './found.ts';
import { isRestricted } from './need.ts';
import type { Pause } from './room.ts';
import type { Schedule } from './schedule.ts';
import { type Location, type Service, shownLocation } from './service.ts';

type Whole = Service & { organisationName: string; organisationWebsite: string | null; pause?: Pause | null };

/** What anybody may know of a service, as it stands at a moment: nothing of where requests go or who checked it, and of a private place no more than its town. */
export type ShownService = Omit<Whole, 'requestEmail' | 'requestPhone' | 'locations'> &
  Standing & {
    locations: readonly Location[];
    times: { schedule: Schedule; next: Standing['next'] }[];
    /** It meets a need that nobody should be seen to look for. */
    sensitive: boolean;
  };

export function shownService({ requestEmail: _email, requestPhone: _phone, ...service }: Whole, moment: Moment): ShownService {
  const whole = { ...service, requestEmail: null, requestPhone: null, assuredBy: null };
  return {
    ...service,
    assuredBy: null,
    ...standingOf(whole, service.schedules, moment),
    locations: service.locations.map(shownLocation),
    times: service.schedules.map((schedule) => ({ schedule, next: standingOf(whole, [schedule], moment).next })),
    sensitive: service.needs.some(isRestricted),
  };
}
