import { accessWords } from './core/access-words.ts';
import { companyWords } from './core/company-words.ts';
import { doingWords } from './core/doing-words.ts';
import { familyWords } from './core/family-words.ts';
import { healthWords } from './core/health-words.ts';
import { homeWords } from './core/home-words.ts';
import type { Idea } from './core/idea.ts';
import { mindWords } from './core/mind-words.ts';
import { moneyWords } from './core/money-words.ts';
import { noWords } from './core/no-words.ts';
import { rightsWords } from './core/rights-words.ts';
import { tokensOf } from './search.ts';
import { stemOf } from './stem.ts';

/** What people look for, in all the words they have for it. Add to the tables in core/; nothing else has to change. */
export const ideas: Readonly<Record<string, Idea>> = {
  ...accessWords,
  ...companyWords,
  ...doingWords,
  ...familyWords,
  ...healthWords,
  ...homeWords,
  ...mindWords,
  ...moneyWords,
  ...rightsWords,
  ...noWords,
};

export type Phrase = { idea: string; stems: readonly string[] };

const phrasesOf = (idea: string, { words, said }: Idea): Phrase[] =>
  [...words, ...said].map((text) => ({ idea, stems: tokensOf(text).map(stemOf) }));

const all = Object.entries(ideas).flatMap(([code, each]) => phrasesOf(code, each));

/** Every phrase by the stem of its first word, the longest first. */
export const phrasesFrom: ReadonlyMap<string, readonly Phrase[]> = new Map(
  [...Map.groupBy(all, ({ stems }) => stems[0]!)].map(([stem, phrases]) => [
    stem,
    phrases.toSorted((a, b) => b.stems.length - a.stems.length),
  ]),
);

/** Every single word of the table, so that a mistyped one can be put right although no listing has it. */
export const wordsOfIdeas: readonly string[] = [
  ...new Set(Object.values(ideas).flatMap(({ words, said }) => [...words, ...said].flatMap(tokensOf))),
].filter((word) => word.length > 2);

const stems = new Set(all.flatMap((phrase) => phrase.stems));
export const isWordOfIdeas = (word: string): boolean => stems.has(stemOf(word));
