import type { Words } from '../../../locales/en/index.ts';
import { formatDate } from '../../design/index.ts';
import { type EditPart, type PlaceOffer, placeMark, type ServiceEdit, type ServiceTyped } from '../edit.ts';
import type { CostOption, Location } from '../service.ts';
import { scheduleLine } from './facts.tsx';

/** Each part of a service as it can be read, for two versions side by side. */
export function linesOf(service: ServiceEdit, all: Words): Record<EditPart, string[]> {
  const { directory: d, editing: w } = all;
  const named = (codes: readonly string[], names: Readonly<Record<string, string>>) => [
    codes.map((code) => names[code] ?? code).join(', '),
  ];
  const { minAge, maxAge, free, costs, phone, email, url, requestPhone, requestEmail, assuredAt, assuredBy } = service;
  return withoutEmpty({
    name: [service.name],
    description: service.description.split('\n'),
    status: [w.service.statuses[service.status]],
    needs: named(service.needs, d.needs),
    whoFor: named(service.whoFor, d.audiences),
    ages: [w.lines.ages(minAge, maxAge)],
    eligibility: service.eligibility.split('\n'),
    join: named(service.howToJoin, d.waysToJoin),
    cost: [free === null ? '' : free ? d.free : '', ...costs.map((cost) => costLine(cost, d))],
    languages: named(service.languages, d.languages),
    attendance: named(service.attendance, d.attendances),
    places: service.locations.map((location) => placeLine(location, all)),
    times: service.schedules.map((schedule) => scheduleLine(schedule, d, '')),
    closures: service.closures.map(({ from, to, note }) => w.lines.closed(formatDate(from), formatDate(to), note)),
    access: named(service.accessibility, d.accessibilities),
    contact: [phone, email, url].map((text) => text ?? ''),
    requests: [requestPhone, requestEmail].map((text) => text ?? ''),
    documents: [...service.documents],
    checked: [assuredAt ? w.lines.checked(formatDate(assuredAt), assuredBy ?? '') : ''],
  });
}

const withoutEmpty = (lines: Record<EditPart, string[]>): Record<EditPart, string[]> =>
  Object.fromEntries(Object.entries(lines).map(([part, said]) => [part, said.filter(Boolean)])) as Record<EditPart, string[]>;

const costLine = ({ option, amount, currency }: CostOption, d: Words['directory']): string =>
  [amount === null ? '' : d.amount(amount, currency), option].filter(Boolean).join(' ');

export const placeLine = (place: Pick<Location, 'name' | 'address' | 'town' | 'postcode' | 'private'>, { editing: w }: Words): string =>
  place.private ? w.lines.hiddenPlace(place.town) : [place.name, place.address, place.town, place.postcode].filter(Boolean).join(', ');

/** What was typed, as a service to be read: its places are those that were chosen, and what was typed of the others. */
export function typedService(
  typed: ServiceTyped,
  before: ServiceEdit,
  places: readonly PlaceOffer[],
  today: string,
  by: string,
): ServiceEdit {
  const { chosen, added, checkedToday, ...fields } = typed;
  const nowhere = { latitude: null, longitude: null };
  const locations: Location[] = [
    ...places.filter(({ id }) => chosen.includes(id)).map(({ uses: _, ...place }) => ({ ...place, ...nowhere })),
    ...added.map((place, nth) => ({ ...place, ...nowhere, id: placeMark(nth) })),
  ];
  const checked = checkedToday ? { assuredAt: today, assuredBy: by } : { assuredAt: before.assuredAt, assuredBy: before.assuredBy };
  return { ...fields, ...checked, organisation: before.organisation, locations };
}
