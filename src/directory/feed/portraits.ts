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

/** Where the making of keys stands. */
export type KeyMark = { kind: Kind; after: string };

const first = '00000000-0000-0000-0000-000000000000';
const next: Readonly<Record<Kind, Kind | null>> = { organisation: 'location', location: 'service', service: null };

/** Makes the keys of whatever has changed since they were made, some at a time. Gives where to go on; null when all have theirs. */
export async function keepKeys(tx: Tx, { kind, after }: KeyMark = { kind: 'organisation', after: first }): Promise<KeyMark | null> {
  const changed = await unkeyed(tx, kind, after, atOnce);
  const portraits = await portraitsOf(
    tx,
    kind,
    changed.map(({ document }) => document),
  );
  await putKeys(
    tx,
    changed.map(({ id, version, document }) => ({ kind, id, version, keys: keysOf(portraits.get(document.id)!) })),
  );
  if (changed.length === atOnce) return { kind, after: changed.at(-1)!.id };
  const then = next[kind];
  return then && { kind: then, after: first };
}
