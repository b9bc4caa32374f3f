import { idFrom } from '../ids.ts';
import { toPlainText } from '../plain-text.ts';
import { isRaw, isSaid, type Raw, rawsIn, textIn } from '../raw.ts';
import { toNumber, toWhole } from '../values.ts';
import { typeOf } from './rpde.ts';
import { hoursOf, schedulesOf, type Session, sessionOf, toSchedule } from './when.ts';
import { locationOf, organizationOf } from './where.ts';

/** `id` is that of the service; `sessions` are the single times of it that were told elsewhere, `calledOff` the days of those that will not be. */
export type Telling = {
  id: string;
  host: string;
  timeZone: string;
  publisher: Raw | undefined;
  sessions: readonly Session[];
  calledOff: readonly string[];
};

const said = (parts: Record<string, unknown>): Raw => Object.fromEntries(Object.entries(parts).filter(([, value]) => isSaid(value)));
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : isSaid(value) ? [value] : []);

/** A series of sessions, an event or a place to play at, as a service of HSDS. Who leads it is left out: they are people. */
export function serviceOf(given: Raw, telling: Telling): Raw {
  const { id, host, publisher } = telling;
  // What the series says holds for each of its sessions, unless they say it themselves.
  const raw = { ...above(given), ...given };
  const location = isOnline(raw) ? undefined : locationOf(raw, host);
  const schedules = timesOf(raw, telling).map((schedule) => (isOnline(raw) ? { ...schedule, attending_type: 'online' } : schedule));
  const ages = isRaw(raw['ageRange']) ? raw['ageRange'] : isRaw(raw['ageRestriction']) ? raw['ageRestriction'] : {};
  return said({
    id,
    name: textIn(raw['name']),
    description: toPlainText(raw['description']),
    url: /^https?:/i.test(textIn(raw['url'])) ? textIn(raw['url']) : '',
    status: /Cancelled|Postponed/.test(textIn(raw['eventStatus'])) ? 'inactive' : 'active',
    organization: organizationOf(raw, host, publisher),
    minimum_age: toWhole(0, 150)(ages['minValue']),
    maximum_age: toWhole(0, 150)(ages['maxValue']),
    eligibility_description: eligibilityOf(raw),
    application_process: joiningOf(raw),
    fees_description: raw['isAccessibleForFree'] === true ? 'Free' : '',
    cost_options: costsOf(raw, id),
    attributes: attributesOf(raw, id),
    program: programOf(raw),
    ...(location
      ? { service_at_locations: [said({ id: idFrom(`${id} at ${textIn(location['id'])}`), location, schedules })] }
      : { schedules }),
  });
}

const above = (raw: Raw): Raw => (isRaw(raw['superEvent']) ? { ...above(raw['superEvent']), ...raw['superEvent'] } : {});

const isOnline = (raw: Raw): boolean => /OnlineEventAttendanceMode$/.test(textIn(raw['eventAttendanceMode']));

function timesOf(raw: Raw, { id, timeZone, sessions, calledOff }: Telling): Raw[] {
  const idFor = (nth: number) => idFrom(`${id} time ${nth}`);
  const schedules = rawsIn(listOf(raw['eventSchedule']))
    .map((each, nth) => toSchedule(each, idFor(nth)))
    .filter((schedule) => schedule !== undefined);
  if (schedules.length)
    return schedules.map((schedule) =>
      calledOff.length
        ? { ...schedule, notes: [schedule['notes'], `Not on ${calledOff.join(', ')}`].filter(Boolean).join('. ') }
        : schedule,
    );
  const embedded = rawsIn(raw['subEvent']).filter((each) => !isCalledOff(each));
  const own = [...sessions, ...embedded.flatMap((each) => sessionOf(each, timeZone) ?? [])];
  const single = own.length ? own : [sessionOf(raw, timeZone)].flatMap((session) => session ?? []);
  const times = schedulesOf(single, idFor);
  return times.length ? times : hoursOf(raw, idFor);
}

export const isCalledOff = (raw: Raw): boolean => /Cancelled|Postponed/.test(textIn(raw['eventStatus']));

const genders: Readonly<Record<string, string>> = { FemaleOnly: 'Women', MaleOnly: 'Men' };
const genderOf = (raw: Raw): string | undefined => genders[textIn(raw['genderRestriction']).replace(/^.*[:/#]/, '')];

function eligibilityOf(raw: Raw): string {
  const levels = listOf(raw['level']).map((level) => (isRaw(level) ? textIn(level['prefLabel']) : textIn(level)));
  const gender = genderOf(raw);
  return [gender && `${gender} only`, levels.some(Boolean) && `Level: ${levels.filter(Boolean).join(', ')}`].filter(Boolean).join('. ');
}

function joiningOf(raw: Raw): string {
  const booking = [raw, ...offersOf(raw)].map((each) => textIn(each['openBookingInAdvance'] ?? each['advanceBooking'])).find(Boolean) ?? '';
  return [/Required$/.test(booking) && 'Booking required', toPlainText(raw['attendeeInstructions'])].filter(Boolean).join('. ');
}

const offersOf = (raw: Raw): Raw[] => rawsIn(Array.isArray(raw['offers']) ? raw['offers'] : [raw['offers']]);

const costsOf = (raw: Raw, id: string): Raw[] =>
  offersOf(raw).map((offer, nth) =>
    said({
      id: idFrom(`${id} cost ${nth}`),
      option: textIn(offer['name']),
      amount: toNumber(0, 1_000_000)(offer['price']),
      currency: textIn(offer['priceCurrency']) || (isSaid(offer['price']) ? 'GBP' : ''),
      amount_description: toPlainText(offer['description']),
    }),
  );

const activityList = 'https://openactive.io/activity-list';

function attributesOf(raw: Raw, id: string): Raw[] {
  const gender = genderOf(raw);
  const terms = [
    ...rawsIn(raw['activity']).map((concept) => termOf(concept, activityList, 'OpenActive Activity List')),
    ...rawsIn(raw['facilityType']).map((concept) => termOf(concept, 'https://openactive.io/facility-types', 'OpenActive Facility Types')),
    ...rawsIn(raw['accessibilitySupport']).map((concept) =>
      termOf(concept, 'https://openactive.io/accessibility-support', 'OpenActive Accessibility Support'),
    ),
    ...(gender
      ? [
          termOf(
            { '@id': textIn(raw['genderRestriction']), prefLabel: gender },
            'https://openactive.io/ns#GenderRestrictionType',
            'OpenActive gender restriction',
          ),
        ]
      : []),
  ];
  return terms
    .filter((term) => term['name'])
    .map((term) => ({ id: idFrom(`${id} ${textIn(term['id'])}`), link_entity: 'service', taxonomy_term: term }));
}

/** A concept as a term of HSDS. Its id is made of its address, so that it is the same in every feed and in the imported list. */
function termOf(concept: Raw, usual: string, taxonomy: string): Raw {
  const uri = textIn(concept['@id'] ?? concept['id']);
  const scheme = textIn(concept['inScheme']) || usual;
  const name = textIn(concept['prefLabel']);
  return said({
    id: idFrom(uri || `${scheme} ${name.toLowerCase()}`),
    code: uri.includes('#') ? uri.replace(/^.*#/, '') : '',
    name,
    description: textIn(concept['definition']),
    taxonomy,
    taxonomy_detail: { id: idFrom(scheme), name: taxonomy, description: taxonomy, uri: scheme },
    term_uri: /^https?:/.test(uri) ? uri : '',
  });
}

function programOf(raw: Raw): Raw | undefined {
  const programme = raw['programme'];
  if (!isRaw(programme) || !textIn(programme['name'])) return undefined;
  const name = textIn(programme['name']);
  const description = toPlainText(programme['description']) || name;
  return { id: idFrom(`programme ${textIn(programme['url']) || name.toLowerCase()}`), name, description };
}

/** What is worth telling as a service; sessions are told with their series, and slots change by the minute. */
export const isOffered = (kind: string): boolean =>
  /^(SessionSeries|Event|EventSeries|HeadlineEvent|CourseInstance|FacilityUse)$/.test(kind);
export const isSession = (kind: string): boolean => kind === 'ScheduledSession';
export const kindOf = (kind: string, data: Raw): string => (typeOf(data) || kind).replace(/^.*[./]/, '');
