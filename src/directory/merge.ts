import type { Document, Source, Sources } from './record.ts';

/** What one feed says of a thing. The higher its trust, the more it is believed; between equals the newer is. */
export type Voice = { source: Source; trust: number; at: Date; document: Document };

export type MergeAsk = {
  id: string;
  /** What the directory says now, and whose word each field of it is. */
  current: { document: Document; sources: Sources } | null;
  voices: readonly Voice[];
  /** Whose word a person wants for a field, whatever else is said. */
  choices: Readonly<Record<string, Source>>;
};

export type Merged = { document: Document; sources: Sources };

/**
 * One truth of what several say. For each field: whom a person chose; else what people wrote; else the feed that is trusted most. A field that
 * the winner leaves empty is filled from the next. What only an operator put there stays until a feed says it.
 */
export function merge({ id, current, voices, choices }: MergeAsk): Merged {
  const ranked = [...voices].sort((a, b) => b.trust - a.trust || b.at.getTime() - a.at.getTime() || (a.source < b.source ? -1 : 1));
  const kept = current ? keptOf(current) : { people: [], operator: [] };
  const order = new Set([...ranked.flatMap(({ document }) => Object.keys(document)), ...Object.keys(current?.document ?? {})]);
  // Entries, because a hostile feed may call a field __proto__ or constructor.
  const document: [field: string, value: unknown][] = [['id', id]];
  const given: [field: string, source: Source][] = [];
  order.delete('id');
  for (const field of order) {
    const said = (from: readonly Said[]) => from.filter((each) => Object.hasOwn(each.document, field));
    const byFeeds = said(ranked);
    const chosen = byFeeds.filter(({ source }) => source === own(choices, field));
    const all = [...chosen, ...said(kept.people), ...byFeeds, ...said(kept.operator)];
    const winner = all.find(({ document: from }) => isFilled(from[field])) ?? all[0];
    if (!winner) continue;
    document.push([field, winner.document[field]]);
    given.push([field, winner.source]);
  }
  return { document: Object.fromEntries(document) as Document, sources: inBrief(given, ranked[0]?.source) };
}

type Said = { source: Source; document: Readonly<Record<string, unknown>> };

/** What of the present document is not the word of a feed, by whose word it is. */
function keptOf({ document, sources }: { document: Document; sources: Sources }): { people: Said[]; operator: Said[] } {
  const kept = { people: [] as Said[], operator: [] as Said[] };
  for (const [field, value] of Object.entries(document)) {
    const source = own(sources, field) ?? sources[''] ?? 'operator';
    if (field === 'id' || source.startsWith('feed:')) continue;
    kept[source === 'operator' ? 'operator' : 'people'].push({ source, document: Object.fromEntries([[field, value]]) });
  }
  return kept;
}

/** Nothing said: the next may fill it. `0` and `false` are said. */
const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

const own = (sources: Sources, field: string): Source | undefined => (Object.hasOwn(sources, field) ? sources[field] : undefined);

/** Every field's source, with that of the most trusted under ''. */
function inBrief(given: readonly (readonly [field: string, source: Source])[], first: Source | undefined): Sources {
  const most = first ?? given[0]?.[1];
  if (most === undefined) return {};
  return Object.fromEntries([['', most], ...given.filter(([, source]) => source !== most)]);
}
