import { randomUUID } from 'node:crypto';
import type { Asker } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { isNothing, type Line, linesFor, type Meaning, meaningOf, type Relation } from '../crosswalk.ts';
import { meaningOfWords } from '../feed/map-terms.ts';
import { deriveServices } from '../record/save.ts';
import * as crosswalk from '../store/crosswalk.ts';
import { findTaxonomy, findTerm, termsLike } from '../store/taxonomy-lists.ts';
import { asAsker, type Ports } from './needs.ts';
import { termOfList } from './taxonomies.ts';

/**
 * What somebody says of a term: `settled` false takes back what was said, so that it means what its parent does. `links` are ids of terms of
 * other lists that it stays matched with, `link` the code, address or name of one more, '' for none.
 */
export type Said = { settled: boolean; meaning: Meaning; relation: Relation; links: readonly string[]; link: string };
export type SaveRefusal = 'not-found' | 'stale' | 'no-such-term' | 'several-terms';

/** Saying what the terms of others mean, and taking it back. */
export function crosswalkUses(ports: Ports) {
  const { now } = ports;
  const curating = <T>(asker: Asker, work: (tx: Tx) => Promise<T>) => asAsker(ports, asker, 'curate directory', work);

  return {
    sayMeaning: (asker: Asker, taxonomy: string, id: string, said: Said, version: number): Promise<Result<null, SaveRefusal>> =>
      curating(asker, async (tx) => {
        const found = await termOfList(tx, taxonomy, id);
        if (!found) return refuse('not-found');
        await crosswalk.holdTerms(tx, [id]);
        const before = await crosswalk.matchOf(tx, id);
        if (before.version !== version) return refuse('stale');
        const more = said.link ? await theTermLike(tx, said.link, id) : ok(null);
        if (!more.ok) return more;
        const linked = [...new Set([...said.links.filter((link) => uuid.test(link) && link !== id), ...(more.value ? [more.value] : [])])];
        const lines = said.settled ? [...linesFor(said.meaning, said.relation), ...(await linksTo(tx, linked, said.relation))] : null;
        const versions = await crosswalk.putMatches(tx, [{ term: id, lines }], asker.id, now());
        await note(tx, { asker, taxonomy, at: now() }, 'edited', [{ term: id, version: versions.get(id)!, was: before.lines }]);
        return ok(null);
      }),

    /** Takes what the words of these terms suggest for what they mean, where nobody has said more. Answers how many it was. */
    acceptSuggestions: (asker: Asker, taxonomy: string, ids: readonly string[]): Promise<number | undefined> =>
      curating(asker, async (tx) => {
        if (!uuid.test(taxonomy) || !(await findTaxonomy(tx, taxonomy))) return undefined;
        const asked = [...new Set(ids.filter((id) => uuid.test(id)).map((id) => id.toLowerCase()))];
        await crosswalk.holdTerms(tx, asked);
        const nodes = await crosswalk.nodesFor(tx, asked);
        const matches: { term: string; lines: Line[] }[] = [];
        for (const id of asked) {
          const term = await findTerm(tx, id);
          const suggested = meaningOfWords(term?.name ?? '');
          if (term?.taxonomyId !== taxonomy.toLowerCase() || meaningOf(id, nodes) || isNothing(suggested)) continue;
          matches.push({ term: id, lines: linesFor(suggested, 'narrower') });
        }
        if (!matches.length) return 0;
        const versions = await crosswalk.putMatches(tx, matches, asker.id, now());
        const changed = matches.map(({ term }) => ({ term, version: versions.get(term)!, was: null }));
        await note(tx, { asker, taxonomy, at: now() }, 'accepted', changed);
        return matches.length;
      }),

    /** Puts what was changed together back as it was, but for terms that somebody has changed since. */
    undoMeanings: (asker: Asker, taxonomy: string, id: string): Promise<Result<{ left: number }, 'not-found' | 'undone-already'>> =>
      curating(asker, async (tx) => {
        const change = uuid.test(taxonomy) && uuid.test(id) ? await crosswalk.takeChange(tx, taxonomy, id) : undefined;
        if (!change) return refuse('not-found');
        if (change.undoneAt) return refuse('undone-already');
        const terms = change.terms.map(({ term }) => term);
        await crosswalk.holdTerms(tx, terms);
        const versions = await crosswalk.versionsOfMatches(tx, terms);
        const same = change.terms.filter(({ term, version }) => versions.get(term) === version);
        const back = same.map(({ term, was }) => ({ term, lines: was }));
        await crosswalk.putMatches(tx, back, asker.id, now());
        await crosswalk.markUndone(tx, id, now());
        await recordEvents(tx, [{ ...eventBy({ asker, taxonomy, at: now() }, back.length), type: 'crosswalk-undone' }]);
        await deriveAgain(tx, terms);
        return ok({ left: change.terms.length - back.length });
      }),
  };
}

/** Keeps what was said before, tells that it was changed, and sorts the services that carry the terms anew. */
async function note(tx: Tx, { asker, taxonomy, at }: By, kind: 'edited' | 'accepted', terms: crosswalk.ChangedTerm[]): Promise<void> {
  await crosswalk.addChange(tx, { id: randomUUID(), taxonomy, kind, at, by: asker.id, terms });
  await recordEvents(tx, [{ ...eventBy({ asker, taxonomy, at }, terms.length), type: 'crosswalk-changed' }]);
  await deriveAgain(
    tx,
    terms.map(({ term }) => term),
  );
}

type By = { asker: Asker; taxonomy: string; at: Date };

const eventBy = ({ asker, taxonomy, at }: By, terms: number) => ({
  subject: { kind: 'taxonomy', id: taxonomy },
  by: { kind: 'account' as const, id: asker.id },
  at,
  data: { terms },
});

const deriveAgain = async (tx: Tx, terms: readonly string[]): Promise<void> =>
  deriveServices(tx, await crosswalk.servicesWithTerm(tx, ...terms));

async function theTermLike(tx: Tx, text: string, except: string): Promise<Result<string, 'no-such-term' | 'several-terms'>> {
  const [first, second] = await termsLike(tx, text, except, 2);
  if (!first) return refuse('no-such-term');
  return second ? refuse('several-terms') : ok(first.id);
}

async function linksTo(tx: Tx, terms: readonly string[], relation: Relation): Promise<Line[]> {
  const there = await Promise.all(terms.map((term) => findTerm(tx, term)));
  return there.flatMap((term) => (term ? [{ term: term.id, relation }] : []));
}
