import type { Why } from './gap.ts';
import type { Search } from './search.ts';

/** What would have to be asked no more for something to be found, and what it says of why nothing was. */
const loosenings: readonly { why: Why; asked: (search: Search) => boolean; without: Partial<Search> }[] = [
  { why: 'full', asked: ({ room }) => room, without: { room: false } },
  { why: 'too-far', asked: ({ km, covers }) => km !== null || covers, without: { km: null, covers: false } },
  { why: 'language', asked: ({ language }) => language !== null, without: { language: null } },
  { why: 'access', asked: ({ accessibility }) => accessibility.length > 0, without: { accessibility: [] } },
  { why: 'cost', asked: ({ free, maxCost }) => free || maxCost !== null, without: { free: false, maxCost: null } },
  { why: 'not-eligible', asked: ({ whoFor, age }) => whoFor !== null || age !== null, without: { whoFor: null, age: null } },
];

/** The same search with one thing left out at a time, each with the reason that it would point to. */
export const looserSearches = (search: Search): { why: Why; search: Search }[] =>
  loosenings.filter(({ asked }) => asked(search)).map(({ why, without }) => ({ why, search: { ...search, ...without } }));

/** The likeliest reason: what leaving it out would find more than was found; that there is no such service, when nothing would. */
export const likeliestWhy = (found: number, looser: readonly { why: Why; found: number }[]): Why =>
  looser.filter((each) => each.found > found).toSorted((a, b) => b.found - a.found)[0]?.why ?? 'none';
