import { type Need, needs } from './need.ts';
import { type Audience, audiences } from './service.ts';

/** What a term is to what it is matched with, as in SKOS: `narrower`, a kind of it; `broader`, something that it is a kind of. */
export const relations = ['same', 'narrower', 'broader', 'related'] as const;
export type Relation = (typeof relations)[number];

/** One thing that somebody has said a term means: a code of ours, or a term of another list. */
export type Line =
  | { list: 'bothy-needs'; code: Need; relation: Relation }
  | { list: 'bothy-circumstances'; code: Audience; relation: Relation }
  | { term: string; relation: Relation };

export type Meaning = { needs: readonly Need[]; audiences: readonly Audience[] };

/** `lines` is null while nobody has said; `twins` are the same term in lists that were imported whole. */
export type TermNode = { parent: string | null; lines: readonly Line[] | null; twins: readonly string[] };

/** `from` is the term whose lines they are. */
export type Resolved = { meaning: Meaning; how: 'own' | 'linked' | 'inherited'; from: string };

/** Whoever has something the same, or a kind of it, has it; whoever has something wider or near may not. */
const counts = (relation: Relation): boolean => relation === 'same' || relation === 'narrower';

/**
 * What a term means to us: what was said of it; else what is said of the same term elsewhere; else what its nearest ancestor means.
 * Undefined when nobody has said anything of any of them.
 */
export function meaningOf(id: string, nodes: ReadonlyMap<string, TermNode>, met: ReadonlySet<string> = new Set()): Resolved | undefined {
  const node = nodes.get(id);
  if (!node || met.has(id)) return undefined;
  const further = new Set([...met, id]);
  const through = (ids: readonly string[]) => ids.flatMap((next) => meaningOf(next, nodes, further) ?? []);

  if (node.lines) {
    const linked = through(node.lines.flatMap((line) => ('term' in line && counts(line.relation) ? [line.term] : [])));
    const own = ownMeaning(node.lines);
    if (linked.length || !node.lines.length || node.lines.some((line) => 'list' in line))
      return { meaning: together([own, ...linked.map(({ meaning }) => meaning)]), how: 'own', from: id };
  }
  const [twin] = through(node.twins);
  if (twin) return { ...twin, how: 'linked' };
  const [above] = node.parent ? through([node.parent]) : [];
  return above && { ...above, how: 'inherited' };
}

const ownMeaning = (lines: readonly Line[]): Meaning => ({
  needs: lines.flatMap((line) => ('list' in line && line.list === 'bothy-needs' && counts(line.relation) ? [line.code] : [])),
  audiences: lines.flatMap((line) => ('list' in line && line.list === 'bothy-circumstances' && counts(line.relation) ? [line.code] : [])),
});

/** In the order of our lists, each once. */
function together(meanings: readonly Meaning[]): Meaning {
  const has = { needs: new Set(meanings.flatMap((each) => each.needs)), audiences: new Set(meanings.flatMap((each) => each.audiences)) };
  return { needs: needs.filter((need) => has.needs.has(need)), audiences: audiences.filter((audience) => has.audiences.has(audience)) };
}

export const isNothing = (meaning: Meaning): boolean => !meaning.needs.length && !meaning.audiences.length;

export const linesFor = (meaning: Meaning, relation: Relation): Line[] => [
  ...meaning.needs.map((code) => ({ list: 'bothy-needs' as const, code, relation })),
  ...meaning.audiences.map((code) => ({ list: 'bothy-circumstances' as const, code, relation })),
];
