import { uuid } from '../../platform/database.ts';
import type { Accessibility, Attendance, Location, Service } from '../service.ts';
import type { Schedule } from '../schedule.ts';
import { toService } from '../service.ts';
import { accessibilitiesIn, attendancesIn, isRefuge, waysToJoinIn } from './crosswalk.ts';
import { capacityOf } from './map-capacity.ts';
import { costsOf } from './map-costs.ts';
import { accessTextOf, toLocation } from './map-location.ts';
import { phoneIn } from './map-organisation.ts';
import { toSchedule } from './map-schedule.ts';
import { type MeaningOf, termsOf } from './map-terms.ts';
import { idFrom } from './ids.ts';
import { count, countUnread, keep, type NotKept } from './kept.ts';
import { toPlainText } from './plain-text.ts';
import { isRaw, type Raw, rawsIn, textIn } from './raw.ts';
import type { FeedService } from './record.ts';
import { toDay, toEmail, toLink, toWhole } from './values.ts';

export type Kept = { notKept: NotKept; unknownTerms: NotKept };

const read = new Set([
  ...[
    'id',
    'name',
    'description',
    'status',
    'url',
    'email',
    'phones',
    'contacts',
    'organization',
    'organization_id',
    'fees',
    'fees_description',
  ],
  ...['cost_options', 'languages', 'minimum_age', 'maximum_age', 'eligibility_description', 'assured_date', 'assurer_email', 'schedules'],
  ...['service_at_locations', 'attributes', 'capacities', 'application_process', 'wait_time', 'private', 'confidential', 'bothy'],
]);
const readAtLocation = new Set(['id', 'location', 'schedules', 'service_id', 'location_id']);

/** A whole service of ours from one of a feed. What it says and we cannot hold is counted. `meaningOf` is the programme's crosswalk. */
export function mapService(raw: FeedService, { notKept, unknownTerms }: Kept, meaningOf?: MeaningOf): Service {
  countUnread(notKept, 'service', raw, read);
  const terms = termsOf(raw, unknownTerms, meaningOf);
  const text = (name: string) => toPlainText(raw[name]);
  const hidden = isRefuge(`${raw.name} ${terms.names.join(' ')}`) || raw['private'] === true || raw['confidential'] === true;
  const { locations, schedules, attendance, accessibility } = whereAndWhen(raw, hidden, notKept);
  const email = keep(notKept, 'service.email (no email address)', raw['email'], toEmail);
  const contacts = rawsIn(raw['contacts']);
  return toService({
    id: idFrom(raw.id),
    organisation: idFrom(raw.organization.id),
    name: toPlainText(raw.name, 500),
    description: text('description'),
    status: raw.status,
    url: keep(notKept, 'service.url (no web address)', raw['url'], toLink),
    email,
    phone: phoneIn(raw, notKept) ?? contacts.map((contact) => phoneIn(contact, notKept)).find((phone) => phone !== null) ?? null,
    requestEmail: email ?? contacts.map((contact) => toEmail(contact['email'])).find((found) => found !== null) ?? null,
    needs: terms.needs,
    whoFor: terms.audiences,
    howToJoin: waysToJoinIn(text('application_process')),
    ...agesOf(raw, notKept),
    eligibility: text('eligibility_description'),
    ...costsOf(raw, notKept),
    languages: languagesOf(raw),
    attendance,
    accessibility,
    assuredAt: keep(notKept, 'service.assured_date (no date)', raw['assured_date'], toDay),
    assuredBy: keep(notKept, 'service.assurer_email (no email address)', raw['assurer_email'], toEmail),
    locations,
    schedules,
    capacity: capacityOf(raw, notKept),
  });
}

function whereAndWhen(service: FeedService, hidden: boolean, notKept: NotKept) {
  const locations = new Map<string, Location>();
  const schedules = new Map<string, Schedule>();
  const attendance = new Set<Attendance>();
  const accessibility = new Set<Accessibility>();
  const addSchedules = (of: Raw, at: string | null) => {
    for (const raw of rawsIn(of['schedules'])) {
      for (const way of attendancesIn(textIn(raw['attending_type']))) attendance.add(way);
      const schedule = toSchedule(raw, at, notKept);
      if (schedule) schedules.set(textIn(raw['id']) || JSON.stringify(schedule), schedule);
    }
  };
  addSchedules(service, null);
  for (const there of rawsIn(service['service_at_locations'])) {
    const raw = there['location'];
    if (!isRaw(raw)) continue;
    countUnread(notKept, 'service_at_location', there, readAtLocation);
    const location = toLocation(raw, service.id, hidden, notKept);
    if (location)
      locations.set(location.id, { ...location, ...(uuid.test(textIn(there['id'])) && { link: textIn(there['id']).toLowerCase() }) });
    attendance.add(location ? 'in-person' : 'online');
    for (const offer of accessibilitiesIn(accessTextOf(raw))) accessibility.add(offer);
    addSchedules(there, location?.id ?? null);
  }
  return {
    locations: [...locations.values()],
    schedules: [...schedules.values()],
    attendance: [...attendance],
    accessibility: [...accessibility],
  };
}

function agesOf(raw: Raw, notKept: NotKept): Pick<Service, 'minAge' | 'maxAge'> {
  const age = (name: string) => keep(notKept, `service.${name} (no age)`, raw[name], toWhole(0, 150));
  const [minAge, maxAge] = [age('minimum_age'), age('maximum_age')];
  if (minAge === null || maxAge === null || minAge <= maxAge) return { minAge, maxAge };
  count(notKept, 'service.minimum_age (above its maximum_age)');
  return { minAge: null, maxAge: null };
}

const languagesOf = (raw: Raw): string[] => [
  ...new Set(
    rawsIn(raw['languages'])
      .map(({ code, name }) => (/^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(textIn(code)) ? textIn(code).toLowerCase() : toPlainText(name, 60)))
      .filter(Boolean),
  ),
];
