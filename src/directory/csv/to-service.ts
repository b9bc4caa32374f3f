import { uuid } from '../../platform/database.ts';
import type { Columns, CsvField } from '../csv-columns.ts';
import type { Entry } from '../feed/entry.ts';
import { idFrom } from '../feed/ids.ts';
import type { Raw } from '../feed/raw.ts';
import { toEmail, toLink, toNumber, toPhone, toWhole } from '../feed/values.ts';
import { folded } from '../names.ts';
import type { Row } from './rows.ts';
import { schedulesIn } from './times.ts';

/** `headings` as the file has them, for whoever is told of a fault; `organisation` is whose a service is where the row does not say. */
export type Reading = { feed: string; columns: Columns; headings: readonly string[]; organisation: string };

type Cells = Readonly<Partial<Record<CsvField, string>>>;

/** A row as a service of HSDS, or what is wrong with it, column by column. */
export function entryOf(row: Row, reading: Reading): Entry {
  const { columns, headings } = reading;
  const path = `Row ${row.nth}`;
  const cells: Cells = Object.fromEntries(columns.flatMap((field, nth) => (field && row.cells[nth] ? [[field, row.cells[nth]]] : [])));
  const organisation = cells.organisation ?? reading.organisation;
  const headingOf = (field: CsvField) => headings[columns.indexOf(field)] ?? field;
  const faults = [
    ...(row.cells.length > headings.length && row.cells.slice(headings.length).some(Boolean)
      ? ['has more cells than there are headings']
      : []),
    ...(cells.name ? [] : [`${headingOf('name')} is empty`]),
    ...(organisation ? [] : [`${columns.includes('organisation') ? headingOf('organisation') : 'The organisation'} is empty`]),
    ...faultsIn(cells).map(([field, why]) => `${headingOf(field)} is ${quoted(cells[field]!)}, which is not ${why}`),
  ];
  const id = idOf(cells, reading.feed);
  if (faults.length) return { kind: 'service', path, record: { id, name: cells.name ?? '' }, problem: faults.join('; ') };
  return { kind: 'service', path, record: serviceOf(cells, id, organisation, reading.feed) };
}

const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;

/** A UUID of theirs as it is; else one made of the feed and what they call it, or what tells it from the others. */
function idOf(cells: Cells, feed: string): string {
  if (cells.id !== undefined && uuid.test(cells.id)) return cells.id.toLowerCase();
  return idFrom(
    `csv ${feed} ${cells.id ?? `${folded(cells.name ?? '')} ${folded(cells.organisation ?? '')} ${(cells.postcode ?? cells.place ?? '').toUpperCase().replace(/\s/g, '')}`}`,
  );
}

const checks: readonly (readonly [CsvField, (text: string) => unknown, string])[] = [
  ['email', toEmail, 'an email address'],
  ['website', toLink, 'a web address'],
  ['phone', toPhone, 'a phone number'],
  ['latitude', toNumber(-90, 90), 'a number of degrees from -90 to 90'],
  ['longitude', toNumber(-180, 180), 'a number of degrees from -180 to 180'],
  ['minAge', toWhole(0, 150), 'an age in years'],
  ['maxAge', toWhole(0, 150), 'an age in years'],
];

const faultsIn = (cells: Cells): [CsvField, string][] =>
  checks.flatMap(([field, read, why]) =>
    cells[field] !== undefined && read(cells[field]) === null ? [[field, why] as [CsvField, string]] : [],
  );

function serviceOf(cells: Cells, id: string, organisation: string, feed: string): Raw {
  const of = (part: string) => idFrom(`${id} ${part}`);
  const schedules = cells.times === undefined ? [] : (schedulesIn(cells.times, (nth) => of(`time ${nth}`)) ?? []);
  const ages = agesIn(cells);
  const location = locationOf(cells, feed);
  const unread = [
    cells.times !== undefined && !schedules.length && `When: ${cells.times}`,
    cells.ages !== undefined && !ages && `Ages: ${cells.ages}`,
  ];
  return said({
    id,
    name: cells.name,
    description: [cells.description, ...unread].filter(Boolean).join('\n\n'),
    status: 'active',
    url: toLink(cells.website),
    email: toEmail(cells.email),
    phones: cells.phone === undefined ? [] : [{ id: of('phone'), number: cells.phone, type: 'voice' }],
    eligibility_description: cells.eligibility,
    application_process: cells.join,
    minimum_age: ages?.from,
    maximum_age: ages?.to,
    ...costsOf(cells.cost, of),
    languages: listIn(cells.languages).map((name) => ({ id: of(`language ${name}`), name })),
    attributes: listIn(cells.needs).map((name) => ({
      id: of(`category ${name}`),
      link_entity: 'service',
      taxonomy_term: {
        id: idFrom(`csv ${feed} category ${name.toLowerCase()}`),
        name,
        description: name,
        taxonomy: 'Categories',
        taxonomy_detail: { id: idFrom(`csv ${feed} categories`), name: 'Categories', description: 'Categories of a file' },
      },
    })),
    organization: { id: idFrom(`csv ${feed} organisation ${folded(organisation)}`), name: organisation },
    ...(location ? { service_at_locations: [said({ id: of(`at ${String(location['id'])}`), location, schedules })] } : { schedules }),
  });
}

function locationOf({ place, address, town, postcode, latitude, longitude, access }: Cells, feed: string): Raw | undefined {
  if (![place, address, town, postcode, latitude].some(Boolean)) return undefined;
  const id = idFrom(`csv ${feed} place ${[place, address, town, postcode].map((text) => folded(text ?? '')).join(' / ')}`);
  const written = address || town || postcode;
  return said({
    id,
    location_type: 'physical',
    name: place,
    ...(latitude && longitude && { latitude: Number(latitude), longitude: Number(longitude) }),
    addresses: written
      ? [
          {
            id: idFrom(`${id} address`),
            address_1: address ?? '',
            city: town ?? '',
            state_province: '',
            postal_code: postcode ?? '',
            country: 'GB',
            address_type: 'physical',
          },
        ]
      : [],
    accessibility: access ? [{ id: idFrom(`${id} access`), description: access }] : [],
  });
}

/** One amount is an amount; more than one, or none, is words. */
function costsOf(cost: string | undefined, of: (part: string) => string): Raw {
  if (!cost) return {};
  const amounts = [...cost.matchAll(/£\s*(\d{1,6}(?:\.\d{1,2})?)/g)];
  const bare = /^\d{1,6}(?:\.\d{1,2})?$/.test(cost) ? cost : undefined;
  const amount = bare ?? (amounts.length === 1 ? amounts[0]![1] : undefined);
  if (amount === undefined || /\bfree\b/i.test(cost)) return { fees_description: cost };
  if (Number(amount) === 0) return { fees_description: 'Free' };
  const option = bare ? '' : cost.replace(amounts[0]![0], '').replace(/^[\s,:;.-]+|[\s,:;-]+$/g, '');
  return { cost_options: [said({ id: of('cost'), option, amount: Number(amount), currency: 'GBP' })] };
}

/** '18+', 'Over 50s', '16-25', 'Under 18'; undefined for what is none of these. */
function agesIn({ ages, minAge, maxAge }: Cells): { from?: number; to?: number } | undefined {
  const given = { ...(minAge !== undefined && { from: Number(minAge) }), ...(maxAge !== undefined && { to: Number(maxAge) }) };
  if (ages === undefined || Object.keys(given).length) return given;
  const text = ages
    .toLowerCase()
    .replace(/\b(ages?|aged|years?( old)?|yrs?|olds?)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^(all|any|everyone|all welcome)?$/.test(text)) return {};
  if (/^adults?( only)?$/.test(text)) return { from: 18 };
  const [, low, high] = /^(?:from )?(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})s?$/.exec(text) ?? [];
  if (low !== undefined && Number(low) <= Number(high)) return { from: Number(low), to: Number(high) };
  const from = /^(?:over |from )?(\d{1,3})s?\s*(?:\+|and over|plus|upwards|or over)?$/.exec(text)?.[1];
  if (from !== undefined && text !== from) return { from: Number(from) };
  const below = /^(?:under|up to|below)\s*(\d{1,3})s?$/.exec(text)?.[1];
  return below === undefined ? undefined : { to: text.startsWith('up to') ? Number(below) : Number(below) - 1 };
}

const listIn = (text: string | undefined): string[] => [
  ...new Set(
    (text ?? '')
      .split(/[;,|\n]/)
      .map((part) => part.trim().slice(0, 100))
      .filter(Boolean),
  ),
];

const said = (fields: Record<string, unknown>): Raw =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  );
