import { idFrom } from '../feed/ids.ts';
import { isRaw, type Raw, rawsIn } from '../feed/raw.ts';
import type { Document } from '../record.ts';
import type { Capacity } from '../room.ts';
import type { Schedule } from '../schedule.ts';
import type { Location, Organisation, Service } from '../service.ts';
import { codeOf, type OwnList, ownTerm } from './own-terms.ts';

/** The id of something that belongs to another: the same each time it is written. */
const idOf = (owner: string, part: string): string => idFrom(`${owner} ${part}`);

/** Without what is not said: HSDS leaves out, it does not say null. */
const said = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== '' && value !== undefined && !(Array.isArray(value) && !value.length),
    ),
  );

const phones = (owner: string, number: string | null) => (number ? [{ id: idOf(owner, 'phone'), number, type: 'voice' }] : []);

/** `bothy` holds what HSDS has no word for; it never leaves on public pages or APIs. */
export const organisationDocument = ({ id, name, description, website, email, phone, status }: Organisation): Document => ({
  id,
  name,
  description: description || name,
  ...said({
    website,
    email,
    phones: phones(id, phone),
    bothy: said({ status: status === 'active' ? '' : status, no_description: !description || null }),
  }),
});

/** An address in HSDS has a country; ours are not asked for one. A feed's own stays as the feed says it. */
const assumedCountry = 'GB';

export const locationDocument = (location: Location): Document => {
  const { id, name, address, town, postcode, latitude, longitude } = location;
  const known = address || town || postcode;
  return {
    id,
    location_type: 'physical',
    ...said({ name, latitude, longitude }),
    ...(known && {
      addresses: [
        {
          id: idOf(id, 'address'),
          address_1: address,
          city: town,
          state_province: '',
          postal_code: postcode,
          country: assumedCountry,
          address_type: 'physical',
        },
      ],
    }),
    ...(location.private && { bothy: { private: true } }),
  };
};

/** A field of a service of ours, or several that HSDS says in one place, and how they are written there. */
type Writer = { fields: readonly (keyof Service)[]; write: (service: Service, document: Raw) => Record<string, unknown> };

const lists = {
  needs: 'bothy-needs',
  whoFor: 'bothy-circumstances',
  howToJoin: 'bothy-ways-to-join',
  attendance: 'bothy-attendance',
  accessibility: 'bothy-accessibility',
} as const satisfies Partial<Record<keyof Service, OwnList>>;

const writers: readonly Writer[] = [
  { fields: ['name'], write: ({ name }) => ({ name }) },
  { fields: ['description'], write: ({ description }) => ({ description }) },
  { fields: ['status'], write: ({ status }) => ({ status }) },
  { fields: ['url'], write: ({ url }) => ({ url }) },
  { fields: ['email'], write: ({ email }) => ({ email }) },
  { fields: ['phone'], write: ({ id, phone }) => ({ phones: phones(id, phone) }) },
  { fields: ['organisation'], write: ({ organisation }) => ({ organization: { id: organisation } }) },
  { fields: ['minAge', 'maxAge'], write: ({ minAge, maxAge }) => ({ minimum_age: minAge, maximum_age: maxAge }) },
  { fields: ['eligibility'], write: ({ eligibility }) => ({ eligibility_description: eligibility }) },
  {
    fields: ['free', 'costs'],
    write: ({ id, free, costs }) => ({
      fees_description: free && !costs.length ? 'Free' : '',
      cost_options: costs.map(({ option, amount, currency }, nth) => ({
        id: idOf(id, `cost ${nth}`),
        ...said({ option, amount, currency }),
      })),
    }),
  },
  { fields: ['languages'], write: ({ id, languages }) => ({ languages: languages.map((code) => languageOf(id, code)) }) },
  {
    fields: ['assuredAt', 'assuredBy'],
    write: ({ assuredAt, assuredBy }) => ({ assured_date: assuredAt, assurer_email: assuredBy?.includes('@') ? assuredBy : null }),
  },
  { fields: ['locations', 'schedules'], write: placesAndTimes },
  { fields: ['capacity'], write: ({ id, capacity }) => ({ capacities: capacity ? [capacityDocument(id, capacity)] : [] }) },
  {
    fields: ['needs', 'whoFor', 'howToJoin', 'attendance', 'accessibility'],
    write: (service, document) => ({
      attributes: [...rawsIn(document['attributes']).filter((each) => !isOwn(each)), ...ownAttributes(service)],
    }),
  },
];

const isOwn = (attribute: Raw): boolean =>
  isRaw(attribute['taxonomy_term']) && codeOf(String(attribute['taxonomy_term']['id'])) !== undefined;

function ownAttributes(service: Service): unknown[] {
  return (Object.keys(lists) as (keyof typeof lists)[]).flatMap((field) =>
    service[field].map((code) => ({
      id: idOf(service.id, `${lists[field]} ${code}`),
      link_entity: 'service',
      taxonomy_term: { id: ownTerm(lists[field], code as never).id },
    })),
  );
}

function languageOf(owner: string, code: string) {
  const isCode = /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(code);
  const name = isCode ? (new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code) : code;
  return { id: idOf(owner, `language ${code}`), ...said({ name, code: isCode ? code : '' }) };
}

function placesAndTimes(service: Service, document: Raw): Record<string, unknown> {
  const { id, locations, schedules } = service;
  const before = new Map(
    rawsIn(document['service_at_locations']).map((placed) => [isRaw(placed['location']) ? placed['location']['id'] : '', placed]),
  );
  const times = (at: string | null) =>
    schedules.flatMap((schedule, nth) => (schedule.location === at ? [scheduleDocument(idOf(id, `schedule ${nth}`), schedule)] : []));
  return {
    schedules: times(null),
    service_at_locations: locations.map((location) => {
      const { schedules: _, ...placed } = before.get(location.id) ?? { id: idOf(id, `at ${location.id}`), location: { id: location.id } };
      return { ...placed, ...said({ schedules: times(location.id) }) };
    }),
  };
}

function scheduleDocument(id: string, { freq, interval, byDay, byMonthDay, opensAt, closesAt, validFrom, validTo, note }: Schedule) {
  return {
    id,
    freq: freq.toUpperCase(),
    interval,
    ...said({
      byday: byDay.join(','),
      bymonthday: byMonthDay.join(','),
      opens_at: opensAt,
      closes_at: closesAt,
      valid_from: validFrom,
      valid_to: validTo,
      description: note,
    }),
  };
}

/** Room as HSDS tells it; `description` says what it has no fields for. */
export function capacityDocument(owner: string, capacity: Capacity & { maximum?: number | null; description?: string }): Raw {
  const { unit, available, maximum, description, waitingList, waitWeeks, updatedAt, expiresAt } = capacity;
  const wait = waitingList
    ? waitWeeks === null
      ? 'There is a waiting list.'
      : `There is a waiting list of about ${waitWeeks} weeks.`
    : '';
  const until = `Not known after ${expiresAt.toISOString().slice(0, 10)}.`;
  return {
    id: idOf(owner, unit === 'places' ? 'capacity' : `capacity ${unit}`),
    unit: { id: idFrom(`unit ${unit}`), name: unit },
    available,
    ...said({ maximum }),
    updated: updatedAt.toISOString(),
    description: [description, wait, until].filter(Boolean).join(' '),
    bothy: { waiting_list: waitingList, ...said({ wait_weeks: waitWeeks }), expires_at: expiresAt.toISOString() },
  };
}

/** What of a service HSDS has no place for. `said` names the fields that are to be read as they stand, not guessed at. */
const extension = (service: Service, fields: readonly string[]) => ({
  ...said({
    request_email: service.requestEmail,
    request_phone: service.requestPhone,
    assured_by: service.assuredBy?.includes('@') ? null : service.assuredBy,
    free: service.free,
  }),
  said: fields,
});

const everyField = [...new Set([...writers.flatMap(({ fields }) => fields), 'requestEmail', 'requestPhone'])] as string[];

/** A service of ours as a whole document. */
export function serviceDocument(service: Service): Document {
  const written = Object.assign({}, ...writers.map(({ write }) => write(service, {}))) as Record<string, unknown>;
  return { id: service.id, ...said(written), bothy: extension(service, everyField) };
}

/** A document after somebody has changed what we know of the service; all else that it says stays. */
export function patchedService(document: Document, before: Service, after: Service): Document {
  const differs = (field: keyof Service) => JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  const changed = writers.filter(({ fields }) => fields.some(differs));
  const bothy = isRaw(document['bothy']) ? document['bothy'] : {};
  const fields = new Set([
    ...(Array.isArray(bothy['said']) ? (bothy['said'] as string[]) : []),
    ...changed.flatMap((writer) => writer.fields),
    ...(['requestEmail', 'requestPhone'] as const).filter(differs),
  ]);
  if (!changed.length && !differs('requestEmail') && !differs('requestPhone')) return document;
  const written = Object.assign({}, ...changed.map(({ write }) => write(after, document))) as Record<string, unknown>;
  const { request_email: _email, request_phone: _phone, assured_by: _by, free: _free, ...rest } = bothy;
  return { ...(said({ ...document, ...written }) as Document), id: document.id, bothy: { ...rest, ...extension(after, [...fields]) } };
}
