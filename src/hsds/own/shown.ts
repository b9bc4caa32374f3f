import type { Found, Location, NextTime, Room, ShownService } from '../../directory/index.ts';

type Raw = { readonly [field: string]: unknown };

/** Without what nobody has said. */
const said = (fields: Raw): Raw =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  );

/** A service as a search found it. */
export const toResult = ({ id, km, reasons, location, ...service }: Found, base: string): Raw =>
  said({
    ...{ id, name: service.name, description: service.description, organisation: { name: service.organisationName } },
    ...toStanding(service),
    place: location && toPlace(location),
    distance_km: km === null ? null : Math.round(km * 10) / 10,
    reasons,
    links: linksOf(id, base),
  });

export const toService = ({ id, ...service }: ShownService, base: string): Raw =>
  said({
    ...{ id, name: service.name, description: service.description, status: service.status },
    organisation: said({ id: service.organisation, name: service.organisationName, website: service.organisationWebsite }),
    ...toStanding(service),
    ...{ url: service.url, email: service.email, phone: service.phone, eligibility: service.eligibility },
    ...{ needs: service.needs, languages: service.languages, accessibility: service.accessibility },
    places: service.locations.map(toPlace),
    times: service.times.map(({ schedule, next }) =>
      said({
        repeats: schedule.freq,
        every: schedule.interval,
        days: schedule.byDay,
        days_of_month: schedule.byMonthDay,
        ...{
          opens_at: schedule.opensAt,
          closes_at: schedule.closesAt,
          from: schedule.validFrom,
          until: schedule.validTo,
          note: schedule.note,
        },
        next: toNext(next),
      }),
    ),
    links: linksOf(id, base),
  });

type Stands = Pick<Found, 'next' | 'room' | 'freshness' | 'free' | 'costs' | 'attendance' | 'howToJoin' | 'whoFor' | 'minAge' | 'maxAge'>;

/** Who checked a listing is somebody's name, and stays with us. */
const toStanding = ({ next, room, freshness, free, costs, ...service }: Stands): Raw => ({
  next: toNext(next),
  room: toRoom(room),
  checked: freshness.kind === 'never' ? { state: 'never' } : { state: freshness.kind, ago: freshness.ago },
  free,
  costs: costs.map(({ option, amount, currency }) => said({ option, amount, currency: amount === null ? null : currency })),
  attendance: service.attendance,
  how_to_join: service.howToJoin,
  who_for: service.whoFor,
  minimum_age: service.minAge,
  maximum_age: service.maxAge,
});

const toNext = (next: NextTime | undefined): Raw | undefined =>
  next && said({ day: next.day, opens_at: next.opensAt, closes_at: next.closesAt, on_now: next.on });

const toRoom = ({ kind, ...room }: Room): Raw => said({ state: kind, ...room });

const toPlace = ({ name, address, town, postcode, latitude, longitude }: Location): Raw =>
  said({ name, address, town, postcode, latitude, longitude });

const linksOf = (id: string, base: string): Raw => ({
  self: `${base}/v1/services/${id}`,
  hsds: `${base.slice(0, -'/api'.length)}/hsds/v3/services/${id}`,
});

/** An organisation out of its HSDS document. */
export function toOrganisation({ id, name, description, website, email, phones, services }: Raw): Raw {
  const each = (list: unknown) => (Array.isArray(list) ? (list as Raw[]) : []);
  return said({
    ...{ id, name, website, email },
    description: description === name ? '' : description,
    phone: each(phones)[0]?.['number'],
    services: each(services).map((service) => ({ id: service['id'], name: service['name'], status: service['status'] })),
  });
}
