import { PlainError } from '../../platform/plain-error.ts';
import type { Entry } from './entry.ts';
import { type Raw, textIn } from './raw.ts';
import type { Tables } from './tables.ts';

/** The rows of tables that belong together, put into the nested form in which the same things come over the web. */
export function* entriesOfTables(tables: Tables): Generator<Entry> {
  const services = tables.get('services') ?? [];
  if (!services.length && !tables.get('organizations')?.length) throw new PlainError('There are no rows in services.csv.');
  const by = (table: string, column: string) => grouped(tables.get(table) ?? [], column);
  const list = (rows: readonly Raw[] | undefined, name: string) => (rows?.length ? { [name]: rows } : {});
  const one = (table: string) => new Map((tables.get(table) ?? []).map((row) => [textIn(row['id']), row]));

  const organisationPhones = by('phones', 'organization_id');
  const organisations = new Map(
    (tables.get('organizations') ?? []).map((row) => {
      const id = textIn(row['id']);
      return [
        id,
        {
          ...row,
          ...list(
            organisationPhones.get(id)?.filter(({ service_id: service }) => !service),
            'phones',
          ),
        },
      ];
    }),
  );
  for (const [nth, record] of [...organisations.values()].entries())
    yield { kind: 'organisation', path: `organizations.csv[${nth}]`, record };

  const locations = one('locations');
  const terms = one('taxonomy_terms');
  const units = one('units');
  const places = by('service_at_location', 'service_id');
  const placeIds = new Set((tables.get('service_at_location') ?? []).map((row) => textIn(row['id'])));
  const placeSchedules = by('schedules', 'service_at_location_id');
  const addresses = by('addresses', 'location_id');
  const accessibility = by('accessibility', 'location_id');
  const attributes = by('attributes', 'link_id');
  const capacities = by('service_capacity', 'service_id');
  const schedules = by('schedules', 'service_id');
  const belongings = (['phones', 'contacts', 'languages', 'cost_options', 'service_areas', 'funding', 'required_documents'] as const).map(
    (table) => [table, by(table, 'service_id')] as const,
  );

  const placed = (row: Raw) => {
    const id = textIn(row['location_id']);
    const location = locations.get(id);
    if (!location) return row;
    const whole = { ...location, ...list(addresses.get(id), 'addresses'), ...list(accessibility.get(id), 'accessibility') };
    return { ...row, location: whole, ...list(placeSchedules.get(textIn(row['id'])), 'schedules') };
  };
  for (const [nth, row] of services.entries()) {
    const id = textIn(row['id']);
    const { organization_id: organisation, program_id: _, ...service } = row;
    const organization = organisations.get(textIn(organisation));
    const ownSchedules = schedules.get(id)?.filter((each) => !placeIds.has(textIn(each['service_at_location_id'])));
    const ownAttributes = attributes.get(id)?.map((each) => ({ ...each, taxonomy_term: terms.get(textIn(each['taxonomy_term_id'])) }));
    const ownCapacities = capacities.get(id)?.map((each) => ({ ...each, unit: units.get(textIn(each['unit_id'])) }));
    const record = {
      ...service,
      ...(organization ? { organization } : {}),
      ...Object.assign({}, ...belongings.map(([name, rows]) => list(rows.get(id), name))),
      ...list(places.get(id)?.map(placed), 'service_at_locations'),
      ...list(ownSchedules, 'schedules'),
      ...list(ownAttributes, 'attributes'),
      ...list(ownCapacities, 'capacities'),
    };
    yield { kind: 'service', path: `services.csv[${nth}]`, record };
  }
}

function grouped(rows: readonly Raw[], column: string): Map<string, Raw[]> {
  const groups = new Map<string, Raw[]>();
  for (const row of rows) {
    const key = textIn(row[column]);
    if (!key) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
