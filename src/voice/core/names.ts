import type { CalendarDay } from '../../platform/calendar.ts';
import { givenNames, months, namesOrWords, notNames, particles, relations, titles } from './names-common.ts';

/** What is known around a teller that could say who they are. */
export type Known = {
  /** Their own names, in whole. */
  own: readonly string[];
  born: CalendarDay | null;
  /** Where they live: street, town. */
  home: readonly string[];
  /** People whom their record names. */
  others: readonly string[];
  staff: readonly string[];
  places: readonly string[];
  organisations: readonly string[];
};
export const nothingKnown: Known = { own: [], born: null, home: [], others: [], staff: [], places: [], organisations: [] };

type FlagKind =
  | 'email'
  | 'postcode'
  | 'number'
  | 'phone'
  | 'born'
  | 'own-name'
  | 'home'
  | 'known-name'
  | 'staff'
  | 'name'
  | 'organisation'
  | 'place'
  | 'age'
  | 'date'
  | 'maybe-name';

/** A part of a text that could say who somebody is. `decade`: of the age that it tells. */
export type Flag = { kind: FlagKind; from: number; to: number; text: string; decade?: number };

/** With these a teller can be found by anybody: they have to be gone, or looked at, before the wording is laid before the teller. */
const tellsWho: readonly FlagKind[] = ['email', 'postcode', 'number', 'phone', 'born', 'own-name', 'home'];
/** With these somebody else is named, who has not been asked. */
const tellsOfOthers: readonly FlagKind[] = ['known-name', 'staff', 'name'];

export const leftIn = (flags: readonly Flag[], cleared: readonly string[]): Flag[] => open(flags, cleared, tellsWho);
export const othersIn = (flags: readonly Flag[], cleared: readonly string[]): Flag[] => open(flags, cleared, tellsOfOthers);
const open = (flags: readonly Flag[], cleared: readonly string[], kinds: readonly FlagKind[]) =>
  flags.filter(({ kind, text }) => kinds.includes(kind) && !cleared.includes(folded(text)));

const plain: Record<string, string> = { ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };
/** Small plain letters, as names are compared. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøßæœđðþı]/g, (letter) => plain[letter] ?? letter)
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

type Word = { text: string; from: number; to: number; folded: string; bare: string; capital: boolean; first: boolean };

/** `bare`: without the s of a possessive. `first`: it begins a sentence, where a capital letter says nothing. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}]+(?:['’ʼ`´][\p{L}\p{M}]+)*['’]?|\d+/gu)].map((match) => {
    const [word] = match;
    const from = match.index;
    const before = text.slice(0, from).replace(/[\s"“”‘'’(–—-]+$/u, '');
    const between = text.slice(before.length, from);
    return {
      text: word,
      from,
      to: from + word.length,
      folded: folded(word),
      bare: folded(word.replace(/['’ʼ`´](?:s)?$/iu, '')),
      capital: /^\p{Lu}/u.test(word),
      first: before === '' || /[.!?…:]$/u.test(before) || /\n|["“]/.test(between),
    };
  });
}

const partsOf = (names: readonly string[]): ReadonlySet<string> =>
  new Set(
    names
      .flatMap((name) => [...folded(name).split(' '), ...(name.includes('-') ? [folded(name.replaceAll('-', ''))] : [])])
      .filter((part) => part.length > 1 && !particles.has(part) && !relations.has(part) && !titles.has(part) && !/^\d+$/.test(part)),
  );

/** The runs of words that spell one of these phrases, whatever stands between the words. */
function phrases(words: readonly Word[], known: readonly string[], capitals: boolean): { from: number; to: number }[] {
  const byFirst = Map.groupBy(
    known.map((phrase) => folded(phrase).split(' ')).filter(([first]) => first),
    ([first]) => first!,
  );
  return words.flatMap((word, n) => {
    if (capitals && !word.capital) return [];
    return (byFirst.get(word.folded) ?? byFirst.get(word.bare) ?? []).flatMap((phrase) => {
      const said = words.slice(n, n + phrase.length);
      const last = said.at(-1);
      const same = phrase.every((part, k) => said[k]?.folded === part || (k === phrase.length - 1 && said[k]?.bare === part));
      return last && same ? [{ from: word.from, to: last.to }] : [];
    });
  });
}

const patterns: readonly [FlagKind, RegExp][] = [
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@])@\w{3,}|\b(?:https?:\/\/|www\.)\S+/giu],
  ['postcode', /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|\b[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d\b/giu],
  ['number', /\b[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/giu],
  [
    'home',
    /\b\d+[a-z]?,?\s+(?:\p{Lu}[\p{L}'’]+\s+){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Crescent|Drive|Place|Court|Terrace|Brae|Wynd|Close|Gardens)\b/gu,
  ],
  ['date', new RegExp(`\\b\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b`, 'gu')],
  ['date', new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?:${months})\\b(?:,?\\s+\\d{4})?`, 'giu')],
  ['date', new RegExp(`\\b(?:${months})\\s+(?:\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?|\\d{4})\\b`, 'giu')],
  ['date', /\b(?:19|20)\d{2}\b/gu],
];

const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const number = `(?:1[01]\\d|[1-9]\\d|(?:${tens})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)`;
const ages = new RegExp(
  `\\b(?:aged|age of|turned|turning|i am|i['’]m|i was|(?:s?he|they)(?: is| was| are| were|['’]s|['’]re)) (${number})\\b(?! ?(?:%|[:.]\\d|minutes|hours|days|weeks|months|miles|pounds|years (?!old)))|\\b(${number})[- ]years?[- ]old\\b|\\b(${number})(?:th|st|nd|rd)? birthday\\b`,
  'giu',
);

function decadeOf(age: string): number {
  const n = Number(age);
  return n ? Math.floor(n / 10) * 10 : (tens.split('|').findIndex((ten) => age.toLowerCase().startsWith(ten)) + 2) * 10;
}

/** Each phone number, and what may be a health number: ten figures that are not written as a phone number is. */
function figures(text: string): Omit<Flag, 'text'>[] {
  return [...text.matchAll(/(?<![\w.])\+?\(?\d[\d\s().-]{6,}\d(?!\w)/gu)].flatMap(({ 0: said, index: from }) => {
    const digits = said.replaceAll(/\D/g, '');
    if (digits.length < 9 || digits.length > 15 || /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(said)) return [];
    return [{ kind: digits.length === 10 && !/^[+(0]/.test(said) ? 'number' : 'phone', from, to: from + said.length }];
  });
}

/** Everything in a text that could say who somebody is, in the order of the text. It finds too much rather than too little. */
export function flagsIn(text: string, known: Known): Flag[] {
  const words = wordsOf(text);
  const [own, others, staff] = [partsOf(known.own), partsOf(known.others), partsOf(known.staff)];
  const isOf = (parts: ReadonlySet<string>, { folded: said, bare }: Word) =>
    parts.has(said) || parts.has(bare) || (said.endsWith('s') && parts.has(said.slice(0, -1)));
  const each = (kind: FlagKind, means: (word: Word, n: number) => boolean) =>
    words.flatMap((word, n) => (means(word, n) ? [{ kind, from: word.from, to: word.to }] : []));
  const born = known.born ? spellings(known.born) : [];

  const found: Omit<Flag, 'text'>[] = [
    ...patterns.flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map((match) => {
        const isBorn = kind === 'date' && born.some((spelt) => spelt === folded(match[0]).replaceAll(/(\d)(st|nd|rd|th)\b/g, '$1'));
        return { kind: isBorn ? ('born' as const) : kind, from: match.index, to: match.index + match[0].length };
      }),
    ),
    ...figures(text),
    ...each('own-name', (word) => isOf(own, word)),
    ...phrases(words, known.home, false).map((at) => ({ kind: 'home' as const, ...at })),
    ...phrases(words, known.organisations, true).map((at) => ({ kind: 'organisation' as const, ...at })),
    ...phrases(words, known.places, true).map((at) => ({ kind: 'place' as const, ...at })),
    ...each('known-name', (word) => isOf(others, word)),
    ...each('staff', (word) => word.capital && isOf(staff, word)),
    ...each('name', (word, n) => word.capital && isName(word, words[n - 1])),
    ...[...text.matchAll(ages)].map((match) => ({
      kind: 'age' as const,
      from: match.index,
      to: match.index + match[0].length,
      decade: decadeOf((match[1] ?? match[2] ?? match[3])!),
    })),
    ...each('maybe-name', (word) => word.capital && !word.first && word.text.length > 1 && !isNoName(word.bare) && !isShout(word.text)),
  ];
  return joined(withoutOverlaps(found), text);
}

/** Also of more than one: Tuesdays. */
const isNoName = (word: string) => notNames.has(word) || titles.has(word) || (word.endsWith('s') && notNames.has(word.slice(0, -1)));
const isShout = (word: string) => word.length <= 5 && word === word.toUpperCase();

function isName(word: Word, before: Word | undefined): boolean {
  if (before && (titles.has(before.folded) || relations.has(before.folded)) && !isNoName(word.bare)) return true;
  return givenNames.has(word.bare) || (namesOrWords.has(word.bare) && !word.first);
}

/** The day somebody was born, as people write it, in small letters and without marks. */
function spellings(born: CalendarDay): string[] {
  const [year, month, day] = born.split('-') as [string, string, string];
  const names = months.split('|');
  const m = Number(month);
  const named = names.filter((name) => name.slice(0, 3) === names[m - 1]!.slice(0, 3));
  const [d, yy] = [String(Number(day)), year.slice(2)];
  return [
    ...[d, day].flatMap((dd) => [String(m), month].flatMap((mm) => [`${dd} ${mm} ${year}`, `${dd} ${mm} ${yy}`])),
    `${year} ${month} ${day}`,
    ...named.flatMap((name) => [
      `${d} ${name} ${year}`,
      `${d} of ${name} ${year}`,
      `${name} ${d} ${year}`,
      `${d} ${name}`,
      `${d} of ${name}`,
      `${name} ${d}`,
    ]),
  ];
}

/** What was found first stands; what reaches into it is dropped, unless it is longer by more than that. */
function withoutOverlaps(found: readonly Omit<Flag, 'text'>[]): Omit<Flag, 'text'>[] {
  const kept: Omit<Flag, 'text'>[] = [];
  for (const flag of found) if (!kept.some(({ from, to }) => flag.from < to && flag.to > from)) kept.push(flag);
  return kept.sort((a, b) => a.from - b.from);
}

/** A first name and a family name beside each other are one. */
function joined(flags: readonly Omit<Flag, 'text'>[], text: string): Flag[] {
  const all: Flag[] = [];
  for (const flag of flags) {
    const last = all.at(-1);
    const beside = last?.kind === flag.kind && flag.kind.endsWith('name') && /^[\s-]+$/.test(text.slice(last.to, flag.from));
    if (last && beside) all[all.length - 1] = { ...last, to: flag.to, text: text.slice(last.from, flag.to) };
    else all.push({ ...flag, text: text.slice(flag.from, flag.to) });
  }
  return all;
}

/** Runs of words that may name a town, for whoever looks them up: with a capital letter, up to four words long. */
export function mayBePlaces(text: string): string[] {
  const words = wordsOf(text);
  return [
    ...new Set(
      words.flatMap(({ capital }, n) =>
        capital
          ? [1, 2, 3, 4].map((most) =>
              words
                .slice(n, n + most)
                .map((word) => word.bare)
                .join(' '),
            )
          : [],
      ),
    ),
  ];
}
