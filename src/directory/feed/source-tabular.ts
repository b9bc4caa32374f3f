import { PlainError } from '../../platform/plain-error.ts';
import type { Entry } from './entry.ts';
import { type Raw, textIn } from './raw.ts';
import { joined, type Shelf, withShelves } from './shelves.ts';
import type { Tables } from './tables.ts';

type Owner = 'phone' | 'contact' | 'service_at_location' | 'service' | 'location' | 'program' | 'organization';
/** A row that belongs to another, and what it is called there. */
type Part = { name: string; row: Raw };

const owners: readonly Owner[] = ['phone', 'contact', 'service_at_location', 'service', 'location', 'program', 'organization'];
/** A row is told with every telephone and person that it names, and with the first of the others: times are of a service where it is, all else is of the service itself. */
const people: readonly Owner[] = ['phone', 'contact'];
const others: readonly Owner[] = ['service', 'service_at_location', 'location', 'program', 'organization'];
const ofTimes: readonly Owner[] = ['service_at_location', 'service', 'location'];
const belonging: Readonly<Record<string, string>> = {
  schedules: 'schedules',
  languages: 'languages',
  service_areas: 'service_areas',
  funding: 'funding',
  cost_options: 'cost_options',
  required_documents: 'required_documents',
  accessibility: 'accessibility',
  addresses: 'addresses',
  organization_identifiers: 'organization_identifiers',
  service_capacity: 'capacities',
  service_capacities: 'capacities',
};
/** Rows that name what they belong to by its kind and its id. */
const linked: Readonly<Record<string, { id: string; kind: string }>> = {
  attributes: { id: 'link_id', kind: 'link_entity' },
  metadata: { id: 'resource_id', kind: 'resource_type' },
};
const bytesInPart = 16 * 1024 * 1024;

/** The rows of tables that belong together, put into the nested form in which the same things come over the web. However large, they are put together on disk. */
export async function* entriesOfTables({ tables, bytes }: Tables): AsyncGenerator<Entry> {
  yield* withShelves(Math.max(1, Math.ceil(bytes / bytesInPart)), async function* (shelf): AsyncGenerator<Entry> {
    const rows = (table: string): AsyncIterable<Raw> | Iterable<Raw> => tables.get(table)?.() ?? [];
    const parts = Object.fromEntries(owners.map((owner) => [owner, shelf<Part>(owner)])) as Record<Owner, Shelf<Part>>;
    const give = async (name: string, row: Raw) => {
      const isNamed = (owner: Owner) => textIn(row[`${owner}_id`]) !== '';
      const first = (name === 'schedules' ? ofTimes : others).find(isNamed);
      for (const owner of [...people.filter(isNamed), ...(first ? [first] : [])])
        await parts[owner].add(textIn(row[`${owner}_id`]), { name, row });
    };
    const [terms, taxonomies, units] = [await byId(rows('taxonomy_terms')), await byId(rows('taxonomies')), await byId(rows('units'))];
    const whole = (table: string, row: Raw): Raw => {
      const { unit_id: unit, taxonomy_term_id: term } = row;
      if (table === 'attributes' && textIn(term)) return { ...row, taxonomy_term: termOf(terms.get(textIn(term)), taxonomies) };
      return belonging[table] === 'capacities' ? { ...row, unit: units.get(textIn(unit)) } : row;
    };
    for (const table of Object.keys(belonging)) for await (const row of rows(table)) await give(belonging[table]!, whole(table, row));
    for (const [table, { id, kind }] of Object.entries(linked)) {
      for await (const row of rows(table)) {
        const owner = owners.find((each) => each === textIn(row[kind])) ?? 'service';
        await parts[owner].add(textIn(row[id]), { name: table, row: whole(table, row) });
      }
    }
    const shelved = async (table: string) => {
      const things = shelf<{ row: Raw; nth: number }>(`${table} themselves`);
      let nth = 0;
      for await (const row of rows(table)) await things.add(textIn(row['id']), { row, nth: nth++ });
      return { things, count: nth };
    };
    /** Each row of a table with all that belongs to it. */
    const assembled = async function* (table: string, owner: Owner): AsyncGenerator<{ row: Raw; nth: number }> {
      const { things } = await shelved(table);
      for await (const [, { row, nth }, own] of joined(things, parts[owner])) yield { row: withParts(row, own), nth };
    };
    for await (const { row } of assembled('phones', 'phone')) await give('phones', row);
    for await (const { row } of assembled('contacts', 'contact')) await give('contacts', row);
    for await (const { row } of assembled('programs', 'program')) await give('programs', row);

    const [locations, placings] = [shelf<Raw>('locations'), shelf<Raw>('placings')];
    for await (const { row } of assembled('locations', 'location')) {
      await locations.add(textIn(row['id']), row);
      await give('locations', row);
    }
    for await (const { row } of assembled('service_at_location', 'service_at_location'))
      await placings.add(textIn(row['location_id']), row);
    for await (const [, placing, [location]] of joined(placings, locations)) {
      await parts.service.add(textIn(placing['service_id']), {
        name: 'service_at_locations',
        row: { ...placing, ...(location && { location }) },
      });
    }

    const organisations = shelf<Raw>('organisations');
    let any = 0;
    for await (const { row, nth } of assembled('organizations', 'organization')) {
      any += 1;
      await organisations.add(textIn(row['id']), row);
      yield { kind: 'organisation', path: `organizations.csv[${nth}]`, record: row };
    }
    const services = shelf<{ row: Raw; nth: number }>('services');
    for await (const each of assembled('services', 'service')) {
      any += 1;
      await services.add(textIn(each.row['organization_id']), each);
    }
    if (!any) throw new PlainError('There are no rows in services.csv.');
    for await (const [, { row, nth }, [organization]] of joined(services, organisations)) {
      const { organization_id: _, program_id: __, ...service } = row;
      yield { kind: 'service', path: `services.csv[${nth}]`, record: { ...service, ...(organization && { organization }) } };
    }
  });
}

function withParts(row: Raw, parts: readonly Part[]): Raw {
  const lists: Record<string, Raw[]> = {};
  for (const { name, row: part } of parts) (lists[name] ??= []).push(part);
  return { ...row, ...lists };
}

async function byId(rows: AsyncIterable<Raw> | Iterable<Raw>): Promise<Map<string, Raw>> {
  const found = new Map<string, Raw>();
  for await (const row of rows) found.set(textIn(row['id']), row);
  return found;
}

const termOf = (term: Raw | undefined, taxonomies: ReadonlyMap<string, Raw>): Raw | undefined => {
  const taxonomy = term && taxonomies.get(textIn(term['taxonomy_id']));
  return taxonomy ? { ...term, taxonomy_detail: taxonomy } : term;
};
