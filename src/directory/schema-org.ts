import { addDays } from '../platform/calendar.ts';
import type { Clock, Schedule } from './schedule.ts';
import { runsOn } from './schedule.ts';
import type { Location } from './service.ts';
import type { ShownService } from './shown-service.ts';

type Thing = Readonly<Record<string, unknown>>;
type Occurrence = { start: string; end: string | null; location: string | null };

const daysAhead = 42;
const mostEvents = 5;

/** The next few times that a service runs, on the clocks of its programme. */
export function nextTimes(schedules: readonly Schedule[], { day, time }: Clock): Occurrence[] {
  const all: Occurrence[] = [];
  for (let ahead = 0; ahead < daysAhead; ahead++) {
    const on = addDays(day, ahead);
    for (const schedule of schedules) {
      if (!schedule.opensAt || !runsOn(schedule, on) || (ahead === 0 && schedule.opensAt <= time)) continue;
      const until = schedule.closesAt && (schedule.closesAt < schedule.opensAt ? addDays(on, 1) : on);
      all.push({
        start: `${on}T${schedule.opensAt}`,
        end: until && `${until}T${schedule.closesAt!}`,
        location: schedule.location,
      });
    }
  }
  return all.sort((a, b) => (a.start < b.start ? -1 : 1)).slice(0, mostEvents);
}

/** Leaves out what is not known. */
const known = (thing: Record<string, unknown>): Thing =>
  Object.fromEntries(
    Object.entries(thing).filter(
      ([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  );

const address = ({ address: street, town, postcode, private: hidden }: Location): Thing =>
  known({ '@type': 'PostalAddress', streetAddress: hidden ? '' : street, addressLocality: town, postalCode: hidden ? '' : postcode });

const place = (location: Location): Thing =>
  known({
    '@type': 'Place',
    name: location.private ? '' : location.name,
    address: address(location),
    geo:
      !location.private && location.latitude !== null && location.longitude !== null
        ? { '@type': 'GeoCoordinates', latitude: location.latitude, longitude: location.longitude }
        : null,
  });

/** A service in the words of schema.org: itself, who runs it, where, and when next. Only what its public page says too. */
export function toSchemaOrg(
  service: ShownService,
  { url, organisationUrl, needs, clock }: { url: string; organisationUrl: string; needs: readonly string[]; clock: Clock },
): Thing[] {
  const places = service.locations.map(place);
  const organisation = known({
    '@type': 'Organization',
    '@id': organisationUrl,
    name: service.organisationName,
    url: service.organisationWebsite,
  });
  const self = known({
    '@context': 'https://schema.org',
    '@type': 'Service',
    '@id': url,
    url,
    name: service.name,
    description: service.description,
    serviceType: needs,
    provider: organisation,
    areaServed: [...new Set(service.locations.map(({ town }) => town).filter(Boolean))],
    availableChannel: known({
      '@type': 'ServiceChannel',
      serviceUrl: service.url,
      servicePhone: service.phone && { '@type': 'ContactPoint', telephone: service.phone },
      serviceLocation: places,
      availableLanguage: service.languages,
    }),
    isAccessibleForFree: service.free,
    offers: service.costs
      .filter(({ amount }) => amount !== null)
      .map(({ option, amount, currency }) => known({ '@type': 'Offer', name: option, price: amount, priceCurrency: currency })),
  });
  const events = nextTimes(service.schedules, clock).map(({ start, end, location }) => {
    const at = service.locations.find(({ id }) => id === location) ?? service.locations[0];
    return known({
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: service.name,
      startDate: start,
      endDate: end,
      url,
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: `https://schema.org/${at ? 'Offline' : 'Online'}EventAttendanceMode`,
      location: at ? place(at) : { '@type': 'VirtualLocation', url },
      organizer: organisation,
      isAccessibleForFree: service.free,
    });
  });
  return [self, ...events];
}
