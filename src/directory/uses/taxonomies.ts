import { type Asker, may } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import type { Result } from '../../platform/result.ts';
import { isNothing, type Meaning, meaningOf } from '../crosswalk.ts';
import { meaningOfWords } from '../feed/map-terms.ts';
import { ownLists } from '../record/own-words.ts';
import * as crosswalk from '../store/crosswalk.ts';
import * as lists from '../store/taxonomy-lists.ts';
import type { Taxonomy } from '../taxonomy.ts';
import type { ImportedTerms, TermsAsk, TermsRefusal } from '../taxonomy/import.ts';
import { asAsker, type Ports } from './needs.ts';

export type TaxonomySeen = lists.TaxonomyCounted & { unmatched: number };
export type OwnListSeen = { name: string; description: string; terms: number };

/** `from` is the name of the term that it has its meaning from. `suggested` is what its words say, while nobody has said more. */
export type TermMeaning = lists.TermSeen & {
  how: 'own' | 'linked' | 'inherited' | 'none';
  meaning: Meaning;
  from: string;
  suggested: Meaning | null;
};
export type TermsAsked = { show: lists.Shown; words: string; page: number };
export type PastChange = { id: string; kind: crosswalk.ChangeKind; at: Date; terms: number; undone: boolean };
export type TermsSeen = TermsAsked & {
  taxonomy: Taxonomy;
  rows: readonly TermMeaning[];
  total: number;
  pages: number;
  unmatched: number;
  changes: readonly PastChange[];
};
export type OneTerm = { taxonomy: Taxonomy; term: TermMeaning; match: crosswalk.Match; links: readonly lists.TermSeen[] };
export type Upload = Omit<TermsAsk, 'by' | 'at' | 'descriptions'>;

const size = 50;

/** The lists of words that others sort services by, and what each word means in ours. */
export function taxonomyUses(ports: Ports) {
  const curating = <T>(asker: Asker, work: (tx: Tx) => Promise<T>) => asAsker(ports, asker, 'curate directory', work);

  return {
    taxonomies: (asker: Asker): Promise<{ theirs: readonly TaxonomySeen[]; ours: readonly OwnListSeen[] }> =>
      curating(asker, async (tx) => {
        const theirs: TaxonomySeen[] = [];
        for (const each of await lists.allTaxonomies(tx)) theirs.push({ ...each, unmatched: await lists.countUnmatched(tx, each.id) });
        return { theirs, ours: Object.values(ownLists).map(({ terms, ...list }) => ({ ...list, terms: Object.keys(terms).length })) };
      }),

    /** One page of the terms of a list, with what they mean to us. A page beyond the last is the last. */
    termsOf: (asker: Asker, id: string, asked: TermsAsked): Promise<TermsSeen | undefined> =>
      curating(asker, async (tx) => {
        const taxonomy = uuid.test(id) ? await lists.findTaxonomy(tx, id) : undefined;
        if (!taxonomy) return undefined;
        const read = (page: number) => lists.pageOfTerms(tx, taxonomy.id, { ...asked, page, size });
        const wanted = await read(asked.page);
        const pages = Math.max(1, Math.ceil(wanted.total / size));
        const page = Math.min(asked.page, pages);
        const { rows, total } = page === asked.page ? wanted : await read(page);
        return {
          ...asked,
          page,
          pages,
          total,
          taxonomy,
          rows: await withMeanings(tx, rows),
          unmatched: await lists.countUnmatched(tx, taxonomy.id),
          changes: (await crosswalk.changesOf(tx, taxonomy.id, 5)).map(toPast),
        };
      }),

    /** One term with what it means to us, and what was said of it itself. */
    termOf: (asker: Asker, taxonomy: string, id: string): Promise<OneTerm | undefined> =>
      curating(asker, async (tx) => {
        const found = await termOfList(tx, taxonomy, id);
        if (!found) return undefined;
        const [term] = await withMeanings(tx, [found.term]);
        const match = await crosswalk.matchOf(tx, id);
        const links: lists.TermSeen[] = [];
        for (const line of match.lines ?? []) {
          const linked = 'term' in line ? await lists.findTerm(tx, line.term) : undefined;
          if (linked) links.push(linked);
        }
        return { taxonomy: found.taxonomy, term: term!, match, links };
      }),

    importTerms: async (asker: Asker, upload: Upload): Promise<Result<ImportedTerms, TermsRefusal>> => {
      if (!may(asker, 'curate directory', {})) throw new Error('The door let somebody through who may not curate the directory.');
      const { takeTerms } = await import('../taxonomy/take.ts');
      return takeTerms(ports.db, asker.programme.id, { ...upload, by: { kind: 'account', id: asker.id }, at: ports.now() });
    },
  };
}

export async function termOfList(tx: Tx, taxonomy: string, id: string): Promise<{ taxonomy: Taxonomy; term: lists.TermSeen } | undefined> {
  const term = uuid.test(taxonomy) && uuid.test(id) ? await lists.findTerm(tx, id) : undefined;
  const list = term?.taxonomyId === taxonomy.toLowerCase() ? await lists.findTaxonomy(tx, taxonomy) : undefined;
  return term && list && { taxonomy: list, term };
}

async function withMeanings(tx: Tx, terms: readonly lists.TermSeen[]): Promise<TermMeaning[]> {
  const nodes = await crosswalk.nodesFor(
    tx,
    terms.map(({ id }) => id),
  );
  return terms.map((term) => {
    const found = meaningOf(term.id, nodes);
    const suggested = meaningOfWords(term.name);
    return {
      ...term,
      how: found?.how ?? 'none',
      meaning: found?.meaning ?? { needs: [], audiences: [] },
      from: (found && nodes.get(found.from)?.name) ?? '',
      suggested: found || isNothing(suggested) ? null : suggested,
    };
  });
}

const toPast = ({ id, kind, at, terms, undoneAt }: crosswalk.Change): PastChange => ({
  id,
  kind,
  at,
  terms: terms.length,
  undone: undoneAt !== null,
});
