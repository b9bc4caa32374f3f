import { isDeepStrictEqual } from 'node:util';
import type { Database, Tx } from '../../platform/database.ts';
import type { Document, Kind } from '../record.ts';
import type { Organisation, Service } from '../service.ts';
import { organisationsById, servicesById } from '../store/read.ts';
import { documentsById, putRecords, putTerms, withoutRecord } from '../store/records.ts';
import { putOrganisations, putServices } from '../store/save.ts';
import { isPrivate } from './derive.ts';
import { termsIn } from './terms-in.ts';
import { locationDocument, organisationDocument, serviceDocument } from './write.ts';

/** Adds organisations, or replaces those of the same id. */
export async function addOrganisations(tx: Tx, organisations: readonly Organisation[]): Promise<void> {
  await putOrganisations(tx, organisations);
  await putDocuments(tx, 'organisation', organisations.map(organisationDocument));
}

/** Adds services, or replaces those of the same id, with all that belongs to them and what search knows of them. */
export async function addServices(tx: Tx, services: readonly Service[]): Promise<void> {
  await putServices(tx, services);
  await putDocumentsOf(tx, services);
}

async function putDocumentsOf(tx: Tx, services: readonly Service[]): Promise<void> {
  const locations = new Map(services.flatMap((service) => service.locations).map((location) => [location.id, location]));
  const documents = services.map(serviceDocument);
  await putDocuments(tx, 'location', [...locations.values()].map(locationDocument));
  await putDocuments(tx, 'service', documents);
  await putTerms(
    tx,
    documents.map(({ id }) => id),
    documents.flatMap(termsIn),
  );
}

async function putDocuments(tx: Tx, kind: Kind, documents: readonly Document[]): Promise<void> {
  const before = await documentsById(
    tx,
    kind,
    documents.map(({ id }) => id),
  );
  const changed = documents.filter((document) => !isDeepStrictEqual(before.get(document.id), JSON.parse(JSON.stringify(document))));
  const records = changed.map((document) => ({
    kind,
    id: document.id,
    document,
    sources: { '': 'operator' as const },
    removed: false,
    private: isPrivate(document),
  }));
  await putRecords(tx, records, { by: 'operator', at: null, changeSet: null });
}

const atOnce = 200;

/** Writes the records of what was in the directory before there were any. True when there may be more. */
async function completeSome(tx: Tx): Promise<boolean> {
  const organisations = await withoutRecord(tx, 'organisation', atOnce);
  await putDocuments(tx, 'organisation', (await organisationsById(tx, organisations)).map(organisationDocument));
  const services = await withoutRecord(tx, 'service', atOnce);
  await putDocumentsOf(tx, await servicesById(tx, services));
  return organisations.length === atOnce || services.length === atOnce;
}

/** Writes every record that is missing, a few in each transaction. */
export async function completeRecords(db: Database, programme: string): Promise<void> {
  while (await db.inProgramme(programme, completeSome));
}
