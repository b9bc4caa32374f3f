import type { Tx } from '../../platform/database.ts';
import { keysOf, portraitOf, type Portrait } from '../portrait.ts';
import type { Document, Kind } from '../record.ts';
import { putKeys, unkeyed } from '../store/matches.ts';
import { documentsById } from '../store/records.ts';
import { namedBy } from './references.ts';

/** Documents as the matcher sees them. They name others by our ids; `known` are those which are not in the directory yet. */
export async function portraitsOf(
  tx: Tx,
  kind: Kind,
  documents: readonly Document[],
  known: ReadonlyMap<string, Document> = new Map(),
): Promise<Map<string, Portrait>> {
  if (kind !== 'service') return new Map(documents.map((document) => [document.id, portraitOf(kind, document)]));
  const named = documents.flatMap(namedBy);
  const find = async (of: Kind) => {
    const ids = named.filter((each) => each.kind === of).map(({ key }) => key);
    const there = await documentsById(tx, of, ids);
    return (id: string): Document | undefined => known.get(`${of} ${id}`) ?? there.get(id);
  };
  const [organisation, location] = [await find('organisation'), await find('location')];
  return new Map(
    documents.map((document) => {
      const around = namedBy(document);
      const by = around.find((each) => each.kind === 'organisation');
      const of = by && organisation(by.key);
      const places = around.flatMap((each) => (each.kind === 'location' ? (location(each.key) ?? []) : []));
      return [document.id, portraitOf(kind, document, { places, organisation: of ? portraitOf('organisation', of) : null })];
    }),
  );
}

const atOnce = 500;

/** Makes the keys of whatever has changed since they were made. True when there may be more. */
export async function keepKeys(tx: Tx): Promise<boolean> {
  const changed = await unkeyed(tx, atOnce);
  for (const kind of ['organisation', 'location', 'service'] as const) {
    const own = changed.filter((each) => each.kind === kind);
    const portraits = await portraitsOf(
      tx,
      kind,
      own.map(({ document }) => document),
    );
    await putKeys(
      tx,
      own.map(({ id, version, document }) => ({ kind, id, version, keys: keysOf(portraits.get(document.id)!) })),
    );
  }
  return changed.length === atOnce;
}
