import type { Tx } from '../../platform/database.ts';
import { isRaw, type Raw, rawsIn, textIn } from '../feed/raw.ts';
import type { Document, Kind } from '../record.ts';
import { servicesById } from '../store/read.ts';
import { documentsById, privateIds, recordsById } from '../store/records.ts';
import { latestTellings } from '../store/room.ts';
import { assembleOrganisation, assembleService, namedIn } from './assemble.ts';
import { codeOf, ownTerm } from './own-terms.ts';
import { publicView } from './public-view.ts';
import { publicRoom, withRoom } from './room-in.ts';

/** `whole` is all that is known; `public` is what anybody may read. */
export type Audience = 'whole' | 'public';

/** Services with all that belongs to them nested in them, in the order of the ids; those that there are not are left out. */
export async function wholeDocuments(tx: Tx, ids: readonly string[]): Promise<{ document: Raw; removed: boolean; changedAt: Date }[]> {
  const records = new Map((await recordsById(tx, 'service', ids)).map((record) => [record.id, record]));
  const found = ids.flatMap((id) => records.get(id) ?? []);
  const shared = await sharedBy(
    tx,
    found.map(({ document }) => document),
  );
  return found.map(({ document, removed, changedAt }) => ({
    document: withOwnTerms(assembleService(document, shared)),
    removed,
    changedAt,
  }));
}

async function sharedBy(tx: Tx, documents: readonly Document[]) {
  const named = documents.map(namedIn);
  const organisations = await documentsById(
    tx,
    'organisation',
    named.flatMap((each) => each.organisations),
  );
  const theirs = [...organisations.values()].flatMap((organisation) => namedIn(organisation).locations);
  const locations = await documentsById(tx, 'location', [...named.flatMap((each) => each.locations), ...theirs]);
  return { organisations, locations };
}

/**
 * Services in HSDS 3.1, fully nested, in the order of the ids. Room is as it was told last, by whomever. `public` leaves out what nobody else may
 * know; a service that is private or removed is not among them, nor is any of a private organisation.
 */
export async function servicesFor(tx: Tx, ids: readonly string[], audience: Audience, now: Date): Promise<Raw[]> {
  const whole = (await wholeDocuments(tx, ids)).filter(({ removed }) => audience === 'whole' || !removed);
  const known = new Map((await servicesById(tx, ids)).map((service) => [service.id, service]));
  const tellings = await latestTellings(tx, ids);
  const told = whole.map(({ document, changedAt }) => {
    const id = textIn(document['id']);
    const roomy = withRoom(document, { told: tellings.get(id) ?? [], main: known.get(id)?.capacity ?? null });
    return {
      ...(audience === 'public' ? publicRoom(roomy, known.get(id)?.pause ?? null, now) : roomy),
      last_modified: laterOf(textIn(document['last_modified']), changedAt),
    };
  });
  if (audience === 'whole') return told.map((service, nth) => ({ ...service, last_modified: whole[nth]!.document['last_modified'] }));
  return publicOf(tx, 'service', told);
}

/** Organisations in HSDS 3.1 with their places. */
export async function organisationsFor(tx: Tx, ids: readonly string[], audience: Audience): Promise<Raw[]> {
  const records = new Map((await recordsById(tx, 'organisation', ids)).map((record) => [record.id, record]));
  const found = ids.flatMap((id) => records.get(id) ?? []).filter(({ removed }) => audience === 'whole' || !removed);
  const named = found.flatMap(({ document }) => namedIn(document).locations);
  const locations = await documentsById(tx, 'location', named);
  const whole = found.map(({ document }) => assembleOrganisation(document, locations));
  return audience === 'whole' ? whole : publicOf(tx, 'organisation', whole);
}

async function publicOf(tx: Tx, kind: Kind, whole: readonly Raw[]): Promise<Raw[]> {
  const idsOf = (things: readonly Raw[]) => things.map((thing) => textIn(thing['id']));
  const organisations =
    kind === 'service' ? whole.flatMap((service) => (isRaw(service['organization']) ? [service['organization']] : [])) : whole;
  const withheld = new Set([
    ...(await privateIds(tx, kind, idsOf(whole))),
    ...(await privateIds(tx, 'organisation', idsOf(organisations))),
  ]);
  const places = [
    ...whole.flatMap((service) => rawsIn(service['service_at_locations']).flatMap(({ location }) => (isRaw(location) ? [location] : []))),
    ...organisations.flatMap((organisation) => rawsIn(organisation['locations'])),
  ];
  const hidden = await privateIds(tx, 'location', idsOf(places));
  return whole
    .filter(
      (thing) => !withheld.has(textIn(thing['id'])) && !(isRaw(thing['organization']) && withheld.has(textIn(thing['organization']['id']))),
    )
    .map((thing) => publicView(thing, hidden));
}

const laterOf = (said: string, changedAt: Date): string => {
  const told = new Date(said);
  return Number.isNaN(told.getTime()) || told < changedAt ? changedAt.toISOString() : said;
};

/** Our own terms stand in a document only as their ids. */
const withOwnTerms = (service: Raw): Raw =>
  Array.isArray(service['attributes']) ? { ...service, attributes: service['attributes'].map(spelledOut) } : service;

function spelledOut(attribute: unknown): unknown {
  if (!isRaw(attribute) || !isRaw(attribute['taxonomy_term'])) return attribute;
  const meaning = codeOf(textIn(attribute['taxonomy_term']['id']));
  return meaning ? { ...attribute, taxonomy_term: ownTerm(meaning.list, meaning.code as never) } : attribute;
}
