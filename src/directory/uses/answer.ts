import type { Tx } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Moment } from '../found.ts';
import type { Place } from '../place.ts';
import { isPlainWord } from '../plain-words.ts';
import { namedIn, spansOf } from '../places-in-words.ts';
import { type Candidate, rank, type Ranked, type Ranking } from '../ranking.ts';
import { mostCompared, pageSize, type Search, tokensOf, wholeTokensOf } from '../search.ts';
import { halvesOf, putRight } from '../spelling.ts';
import { isCommonWord, isStopWord } from '../stem.ts';
import { isWordOfIdeas, wordsOfIdeas } from '../synonyms.ts';
import { type Named, type Question, understand } from '../understand.ts';
import { findPlace, knowsPlaces } from '../store/places.ts';
import type { Asked, Matching, Reader } from '../store/conditions.ts';
import { candidatesFor } from '../store/search.ts';
import { lookUp, wordsLike } from '../store/words.ts';

export type SearchRefusal = 'unknown-place' | 'distance-without-place';

/** What was understood, and everything that answers it, best first. */
export type Answer = Ranking & {
  question: Question;
  place: Place | undefined;
  /** What was looked for in place of what was typed; null when nothing was put right. */
  spelling: string | null;
  /** No service has something of all that was asked. */
  loosely: boolean;
  /** None is listed under the needs, so that they were left out. */
  otherNeeds: boolean;
  /** None says that it has the language or the way in that was asked for, so that this was left out. */
  accessUnsaid: boolean;
};

const unsaid = { accessibility: [], language: null } as const;

/** What a service may lack and still be an answer to all of a question. */
const hasPart = 0.35;
/** With fewer than this that have everything, those that have some of it are compared too. */
const enough = 40;

export async function answerTo(tx: Tx, search: Search, moment: Moment, reader: Reader): Promise<Result<Answer, SearchRefusal>> {
  const where = await placeOf(tx, search);
  if (!where.ok) return where;
  const typed = tokensOf(where.value.words);
  const { words, named } = await readWords(tx, typed, where.value.words);
  const question = understand(words, named, search);
  const place = where.value.place ?? question.place;
  if (search.km !== null && !place && !where.value.unplaced) return refuse('distance-without-place');
  const ask = (changed: Partial<Search>) =>
    compared(
      tx,
      {
        ...search,
        ...changed,
        words,
        parts: question.parts,
        here: place,
        reader,
        km: place ? search.km : null,
        now: moment.now,
        today: moment.clock.day,
      },
      question,
      search,
    );

  let ranking = await ask({});
  // Few services say what languages they speak or how to get in: better to show those that do not say than nothing.
  const accessUnsaid = !ranking.ranked.length && (search.accessibility.length > 0 || search.language !== null);
  if (accessUnsaid) ranking = await ask(unsaid);
  let otherNeeds = false;
  if (search.needs.length && question.parts.length && mostOf(ranking) < hasPart) {
    const others = await ask({ needs: [], ...(accessUnsaid && unsaid) });
    otherNeeds = mostOf(others) > mostOf(ranking);
    if (otherNeeds) ranking = others;
  }
  const spelling = words.join(' ') === typed.join(' ') ? null : words.join(' ');
  const loosely = ranking.ranked.length > 0 && !ranking.ranked.some((each) => hasAll(each, question));
  return ok({ ...ranking, question, place, spelling, otherNeeds, accessUnsaid, loosely });
}

/** Why a search could never find anything, if so. */
export async function refusalOf(tx: Tx, search: Search): Promise<SearchRefusal | undefined> {
  const where = await placeOf(tx, search);
  if (!where.ok) return where.error;
  if (search.km === null || where.value.place || where.value.unplaced) return undefined;
  const { words, named } = await readWords(tx, tokensOf(search.words), search.words);
  return understand(words, named, search).place ? undefined : 'distance-without-place';
}

const mostOf = ({ ranked }: Ranking): number => Math.max(0, ...ranked.map(({ relevance }) => relevance));
const hasAll = ({ strengths }: Ranked, { parts }: Question): boolean =>
  parts.every(({ weight }, nth) => weight < 0.5 || strengths[nth]! >= hasPart);

async function compared(tx: Tx, asked: Asked, question: Question, search: Search): Promise<Ranking> {
  const about = { parts: asked.parts, age: asked.age ?? question.age, measured: asked.here !== undefined, today: asked.today };
  const tries: readonly Matching[] = [
    ...(asked.needs.length && asked.parts.length ? ['words' as const] : []),
    'all',
    ...(asked.parts.length > 1 ? ['some' as const] : []),
  ];
  const found = new Map<string, Candidate>();
  for (const matching of tries) {
    for (const each of await candidatesFor(tx, asked, matching)) {
      const key = `${each.service} ${each.location}`;
      if (!found.has(key)) found.set(key, each);
    }
    if (found.size >= (matching === 'words' ? pageSize : enough)) break;
  }
  return rank([...found.values()].slice(0, mostCompared), about, { ...search, needs: asked.needs });
}

/** Where to measure from. Without a gazetteer the place's name is looked for like any other word. */
async function placeOf(
  tx: Tx,
  { words, place }: Search,
): Promise<Result<{ place: Place | undefined; words: string; unplaced: boolean }, SearchRefusal>> {
  if (!place) return ok({ place: undefined, words, unplaced: false });
  const found = await findPlace(tx, place);
  if (found) return ok({ place: found, words, unplaced: false });
  return (await knowsPlaces(tx)) ? refuse('unknown-place') : ok({ place: undefined, words: `${words} ${place}`, unplaced: true });
}

/** The words put right, and the places among them. */
async function readWords(tx: Tx, typed: readonly string[], text: string): Promise<{ words: string[]; named: Named[] }> {
  if (!typed.length) return { words: [], named: [] };
  const spans = spansOf(typed, wholeTokensOf(text));
  const strange = typed.filter(
    (word) => word.length > 3 && !/\d/.test(word) && !isStopWord(word) && !isCommonWord(word) && !isPlainWord(word) && !isWordOfIdeas(word),
  );
  const halves = strange.flatMap(halvesOf).flat();
  const codes = spans.flatMap(({ code, outcode }) => (outcode === null ? [code] : [code, outcode]));
  const { known, places } = await lookUp(tx, [...new Set([...strange, ...halves])], [...new Set(codes)]);
  const named = namedIn(typed, spans, places);
  const partOfName = new Set(named.flatMap(({ from, to }) => typed.slice(from, to)));
  const unknown = new Set(strange.filter((word) => !known.has(word) && !partOfName.has(word)));
  if (!unknown.size) return { words: [...typed], named };
  const like = await wordsLike(tx, [...unknown]);
  const words = putRight(typed, unknown, (word) => known.has(word) || (word.length > 2 && isWordOfIdeas(word)), [...like, ...wordsOfIdeas]);
  return { words, named: namedIn(words, spansOf(words), places) };
}
