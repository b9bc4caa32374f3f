import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../platform/database.ts';
import type { DirectoryRecord, Document, Kind, Source, Sources } from '../record.ts';
import { newerRoom } from '../room.ts';
import type { Service } from '../service.ts';
import { privateIds, putRecords, putTerms, recordsById, servicesAround } from '../store/records.ts';
import { servicesById } from '../store/read.ts';
import { putOrganisations, putServices } from '../store/save.ts';
import { meaningsFor, termsCarried } from '../taxonomy/meanings.ts';
import { registerTerms } from '../taxonomy/register.ts';
import { derivedOrganisation, derivedService, isPrivate } from './derive.ts';
import { termsIn } from './terms-in.ts';
import { wholeDocuments } from './whole.ts';

/** What a thing is to be. `sources` only when whoever asks knows better whose word each field is than that all of the change is theirs. */
export type RecordChange = { kind: Kind; id: string; document: Document; sources?: Sources; removed?: boolean };
export type Saved = { kind: Kind; id: string; added: boolean };
export type Saving = { by: Source; at: Date; changeSet?: string | null };

const atOnce = 300;

/** Writes whole records with their versions, and whatever is made out of them: the working tables, and what search knows. What is the same already is left alone. */
export async function saveRecords(tx: Tx, changes: readonly RecordChange[], { by, at, changeSet = null }: Saving): Promise<Saved[]> {
  const saved: (Saved & { change: RecordChange })[] = [];
  for (const kind of ['organisation', 'location', 'service'] as const) {
    const wanted = onceEach(changes.filter((change) => change.kind === kind));
    const before = new Map(
      (
        await recordsById(
          tx,
          kind,
          wanted.map(({ id }) => id),
        )
      ).map((record) => [record.id, record]),
    );
    const changed = wanted.filter((change) => differs(change, before.get(change.id)));
    await putRecords(
      tx,
      changed.map((change) => ({
        kind,
        id: change.id,
        document: change.document,
        sources: change.sources ?? sourcesAfter(before.get(change.id), change.document, by),
        removed: change.removed ?? false,
        private: isPrivate(change.document),
      })),
      { by, at, changeSet },
    );
    saved.push(...changed.map((change) => ({ kind, id: change.id, added: !before.has(change.id), change })));
  }
  const of = (kind: Kind) => saved.filter((each) => each.kind === kind);
  await putOrganisations(
    tx,
    of('organisation').map(({ change }) => {
      const organisation = derivedOrganisation(change.document);
      return change.removed ? { ...organisation, status: 'inactive' as const } : organisation;
    }),
  );
  await registerTerms(
    tx,
    saved.flatMap(({ change }) => termsCarried(change.document)),
    at,
  );
  const known = (kind: Kind) => of(kind).flatMap(({ id, added }) => (added ? [] : [id]));
  const around = await servicesAround(tx, known('organisation'), known('location'));
  await deriveServices(tx, [...new Set([...of('service').map(({ id }) => id), ...around])]);
  return saved.map(({ change: _, ...each }) => each);
}

/** Makes anew what the rest of Bothy reads of these services. */
export async function deriveServices(tx: Tx, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += atOnce) await deriveSome(tx, ids.slice(from, from + atOnce));
}

async function deriveSome(tx: Tx, ids: readonly string[]): Promise<void> {
  const whole = await wholeDocuments(tx, ids);
  const meaningOf = await meaningsFor(
    tx,
    whole.map(({ document }) => document),
  );
  const present = new Map((await servicesById(tx, ids)).map((service) => [service.id, service]));
  const services = whole.map(({ document, removed }): Service => {
    const service = derivedService(document, meaningOf);
    const room = newerRoom(service.capacity, present.get(service.id)?.capacity ?? null);
    return { ...service, capacity: room, ...(removed && { status: 'inactive' as const }) };
  });
  const hidden = await privateIds(
    tx,
    'location',
    services.flatMap(({ locations }) => locations.map(({ id }) => id)),
  );
  await putServices(
    tx,
    services.map((service) => ({
      ...service,
      locations: service.locations.map((location) => (hidden.has(location.id) ? { ...location, private: true } : location)),
    })),
  );
  await putTerms(
    tx,
    ids,
    whole.flatMap(({ document }) => termsIn(document)),
  );
}

const differs = (change: RecordChange, before: DirectoryRecord | undefined): boolean =>
  !before || before.removed !== (change.removed ?? false) || !isDeepStrictEqual(before.document, plain(change.document));

/** A thing may be told of in several places of one feed; what any of them says of it counts. */
function onceEach(changes: readonly RecordChange[]): RecordChange[] {
  const byId = new Map<string, RecordChange>();
  for (const change of changes) {
    const other = byId.get(change.id);
    byId.set(change.id, other ? { ...other, ...change, document: { ...other.document, ...change.document } } : change);
  }
  return [...byId.values()];
}

/** As it comes back from the database: without what is undefined. */
const plain = (document: Document): unknown => JSON.parse(JSON.stringify(document));

/** Each field that has changed is now the word of whoever changed it. */
function sourcesAfter(before: DirectoryRecord | undefined, document: Document, by: Source): Sources {
  if (!before) return { '': by };
  const fields = new Set([...Object.keys(before.document), ...Object.keys(document)]);
  const changed = [...fields].filter((field) => !isDeepStrictEqual(before.document[field], document[field]));
  return { ...before.sources, ...Object.fromEntries(changed.map((field) => [field, by])) };
}
