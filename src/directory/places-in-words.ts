import { foldedName, type Place, toPostcode } from './place.ts';
import { isCommonWord, isStopWord } from './stem.ts';
import { isWordOfIdeas } from './synonyms.ts';
import type { Named } from './understand.ts';

type Span = { from: number; to: number; code: string; outcode: string | null };

const mostWordsOfName = 5;
const before: readonly string[] = ['in', 'near', 'at', 'around', 'from', 'round', 'outside', 'by', 'to'];

/** Every run of words that could be the name of a place or a postcode, the longest first. `whole`: the same words as they stand in names. */
export function spansOf(words: readonly string[], whole: readonly string[] = words): Span[] {
  const named = whole.length === words.length ? whole : words;
  const spans = words.flatMap((_, from) =>
    Array.from({ length: Math.min(mostWordsOfName, words.length - from) }, (_, nth) => {
      const said = named.slice(from, from + nth + 1).join(' ');
      const postcode = nth < 2 && /\d/.test(said) ? toPostcode(said) : undefined;
      if (postcode) return { from, to: from + nth + 1, code: postcode.whole ?? postcode.outcode, outcode: postcode.outcode };
      return { from, to: from + nth + 1, code: foldedName(said), outcode: null };
    }),
  );
  return spans.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
}

/** The places that the words name. A short name that could be any word counts only after "in" or "near". */
export function namedIn(words: readonly string[], spans: readonly Span[], places: readonly Place[]): Named[] {
  const byCode = new Map(places.map((place) => [place.code, place]));
  return spans.flatMap((span) => {
    const place = byCode.get(span.code) ?? (span.outcode === null ? undefined : byCode.get(span.outcode));
    return place && isMeant(words, span) ? [{ from: span.from, to: span.to, place }] : [];
  });
}

function isMeant(words: readonly string[], { from, to, outcode, code }: Span): boolean {
  if (to - from > 1) return true;
  if (before.includes(words[from - 1] ?? '')) return true;
  if (outcode !== null) return code !== outcode;
  const word = words[from]!;
  return !isStopWord(word) && !isCommonWord(word) && !isWordOfIdeas(word);
}
