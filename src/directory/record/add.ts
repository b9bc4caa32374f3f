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

/** Adds organisations, or replaces those of the same id. `at`: since when they are here; null for now. */
export async function addOrganisations(tx: Tx, organisations: readonly Organisation[], at: Date | null = null): Promise<void> {
  await putOrganisations(tx, organisations);
  await putDocuments(tx, 'organisation', organisations.map(organisationDocument), at);
}

/** Adds services, or replaces those of the same id, with all that belongs to them and what search knows of them. `at` as above. */
export async function addServices(tx: Tx, services: readonly Service[], at: Date | null = null): Promise<void> {
  await putServices(tx, services);
  await putDocumentsOf(tx, services, at);
}

async function putDocumentsOf(tx: Tx, services: readonly Service[], at: Date | null = null): Promise<void> {
  const locations = new Map(services.flatMap((service) => service.locations).map((location) => [location.id, location]));
  const documents = services.map(serviceDocument);
  await putDocuments(tx, 'location', [...locations.values()].map(locationDocument), at);
  await putDocuments(tx, 'service', documents, at);
  await putTerms(
    tx,
    documents.map(({ id }) => id),
    documents.flatMap(termsIn),
  );
}

async function putDocuments(tx: Tx, kind: Kind, documents: readonly Document[], at: Date | null = null): Promise<void> {
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
  await putRecords(tx, records, { by: 'operator', at, changeSet: null });
}

const atOnce = 200;

/** Writes every record that is missing of what was in the directory before there were any, a few in each transaction. */
export async function completeRecords(db: Database, programme: string): Promise<void> {
  for (const kind of ['organisation', 'service'] as const) {
    for (let after: string | null = null; ;) {
      const missing: string[] = await db.inProgramme(programme, async (tx) => {
        const ids = await withoutRecord(tx, kind, after, atOnce);
        if (kind === 'organisation') await putDocuments(tx, kind, (await organisationsById(tx, ids)).map(organisationDocument));
        else await putDocumentsOf(tx, await servicesById(tx, ids));
        return ids;
      });
      after = missing.at(-1) ?? null;
      if (missing.length < atOnce) break;
    }
  }
}
