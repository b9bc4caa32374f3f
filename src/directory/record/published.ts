import type { Tx } from '../../platform/database.ts';
import { isRaw, type Raw, rawsIn, textIn } from '../feed/raw.ts';
import type { Depth, Published, PublishedKind } from '../published.ts';
import { changesOf, placingsOf, servicesRunBy } from '../store/publish.ts';
import { type Own, taxonomiesById, type TaxonomyRow, termsById } from '../store/publish-terms.ts';
import { organisationsFor, servicesFor } from './whole.ts';

/** An organisation that runs more than these together gives the first of them; the rest are in the list of services. */
const mostServices = 500;

/** Published things in the words of HSDS 3.1, in the order of the ids. */
export async function publishedDocuments(
  tx: Tx,
  kind: PublishedKind,
  ids: readonly string[],
  depth: Depth,
  own: Own,
  now: Date,
): Promise<Published[]> {
  if (!ids.length) return [];
  switch (kind) {
    case 'services':
    case 'organizations': {
      const changes = await changesOf(tx, kind === 'services' ? 'service' : 'organisation', ids);
      const documents =
        depth === 'ids'
          ? ids.map((id) => ({ id }))
          : kind === 'services'
            ? (await servicesFor(tx, ids, 'public', now)).map(withoutHiddenPlaces)
            : await organisations(tx, ids, depth, now);
      return documents.map((document) => ({ document, changedAt: changes.get(textIn(document['id'])) ?? null }));
    }
    case 'service_at_locations':
      return placings(tx, ids, now);
    case 'taxonomies':
      return (await taxonomiesById(tx, own, ids)).map((row) => ({ document: row, changedAt: null }));
    case 'taxonomy_terms':
      return terms(tx, ids, own);
  }
}

async function organisations(tx: Tx, ids: readonly string[], depth: Depth, now: Date): Promise<Raw[]> {
  const found = await organisationsFor(tx, ids, 'public');
  if (depth !== 'services') return found;
  const services = (await servicesFor(tx, await servicesRunBy(tx, ids, mostServices), 'public', now)).map(withoutHiddenPlaces);
  return found.map((organisation) => ({
    ...organisation,
    services: services
      .filter((service) => organisationOf(service) === organisation['id'])
      .map(({ organization: _, ...service }) => service),
  }));
}

const organisationOf = ({ organization }: Raw): unknown => (isRaw(organization) ? organization['id'] : undefined);

/** Of a hidden place there is only a stub left; feeds are not told even that it is there. */
function withoutHiddenPlaces(service: Raw): Raw {
  if (!Array.isArray(service['service_at_locations'])) return service;
  const tells = ({ id: _, location, ...rest }: Raw) =>
    Object.keys(rest).length > 0 || (isRaw(location) && Object.keys(location).length > 2);
  return { ...service, service_at_locations: rawsIn(service['service_at_locations']).filter(tells) };
}

async function placings(tx: Tx, ids: readonly string[], now: Date): Promise<Published[]> {
  const placed = new Map((await placingsOf(tx, ids)).map((placing) => [placing.id, placing]));
  const services = [...new Set([...placed.values()].map(({ service }) => service))];
  const changes = await changesOf(tx, 'service', services);
  const known = new Map((await servicesFor(tx, services, 'public', now)).map((service) => [textIn(service['id']), service]));
  return ids.flatMap((id) => {
    const { service, location } = placed.get(id) ?? { service: '', location: '' };
    const { service_at_locations: all, ...whole } = known.get(service) ?? { service_at_locations: [] };
    const told = rawsIn(all).find((each) => isRaw(each['location']) && each['location']['id'] === location);
    if (!told) return [];
    return {
      document: { ...told, id, service_id: service, location_id: location, service: whole },
      changedAt: changes.get(service) ?? null,
    };
  });
}

async function terms(tx: Tx, ids: readonly string[], own: Own): Promise<Published[]> {
  const found = await termsById(tx, own, ids);
  const taxonomies = await taxonomiesById(
    tx,
    own,
    found.flatMap(({ taxonomy_id }) => taxonomy_id ?? []),
  );
  const of = new Map(taxonomies.map((taxonomy): [string, TaxonomyRow] => [taxonomy.id, taxonomy]));
  return found.map(({ taxonomy_id, taxonomy, ...term }) => {
    const detail = taxonomy_id ? of.get(taxonomy_id) : undefined;
    return { document: { ...term, taxonomy_id, taxonomy: taxonomy ?? detail?.name, taxonomy_detail: detail }, changedAt: null };
  });
}
