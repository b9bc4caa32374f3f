import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type NoNumber, type Ratings, unitsOf, valuesIn } from './agreement.ts';

export type Level = 'nominal' | 'ordinal' | 'interval';

/** How often each value was said of each thing of which two or more said something. */
function counted(ratings: Ratings): Result<{ tables: number[][]; values: number[] }, NoNumber> {
  if (ratings.length < 2) return refuse('one-coder');
  const units = unitsOf(ratings).filter(({ length }) => length > 1);
  if (!units.length) return refuse('no-overlap');
  const values = valuesIn(units);
  if (values.length < 2) return refuse('one-category');
  return ok({ values, tables: units.map((said) => values.map((value) => said.filter((each) => each === value).length)) });
}

/**
 * Krippendorff's alpha, for any number of coders, with what some did not say left out. Krippendorff (2011) Computing Krippendorff's
 * Alpha-Reliability, section E.
 */
export function krippendorffsAlpha(ratings: Ratings, level: Level = 'nominal'): Result<{ value: number; units: number }, NoNumber> {
  const found = counted(ratings);
  if (!found.ok) return found;
  const { tables, values } = found.value;
  return ok({ value: alphaOf(gathered(tables), values, level) ?? 1, units: tables.length });
}

/**
 * Between what alpha lies with 95 % confidence: a percentile bootstrap over the things that were coded. As many of them are drawn again and
 * again, from a fixed seed, so that the same coding always gives the same interval.
 */
export function alphaBetween(ratings: Ratings, level: Level = 'nominal', draws = 1000): Result<{ low: number; high: number }, NoNumber> {
  const found = counted(ratings);
  if (!found.ok) return found;
  const { tables, values } = found.value;
  const kinds = gathered(tables);
  const kindOf = tables.map((row) => kinds.findIndex((kind) => String(kind.row) === String(row)));
  const random = xoroshiro128plus(20261122);
  const drawn = Array.from({ length: draws }, () => {
    const times = kinds.map(() => 0);
    for (let i = 0; i < tables.length; i++) times[kindOf[uniformInt(random, 0, tables.length - 1)]!]! += 1;
    // Where only one value was drawn nobody disagreed.
    return (
      alphaOf(
        kinds.map(({ row }, kind) => ({ row, times: times[kind]! })),
        values,
        level,
      ) ?? 1
    );
  }).toSorted((a, b) => a - b);
  return ok({ low: drawn[Math.floor(0.025 * draws)] ?? 1, high: drawn[Math.ceil(0.975 * draws) - 1] ?? 1 });
}

/** One line for all things that were said alike. */
type Kind = { row: readonly number[]; times: number };
const gathered = (tables: readonly (readonly number[])[]): Kind[] =>
  [...Map.groupBy(tables, String).values()].map((alike) => ({ row: alike[0]!, times: alike.length }));

/** Nothing when only one value was ever said. */
function alphaOf(kinds: readonly Kind[], values: readonly number[], level: Level): number | undefined {
  const k = values.length;
  const totals = values.map((_, c) => kinds.reduce((total, { row, times }) => total + row[c]! * times, 0));
  const all = totals.reduce((total, each) => total + each, 0);
  const apart = distances(totals, values, level);
  let expected = 0;
  for (let c = 0; c < k; c++) for (let d = c + 1; d < k; d++) expected += totals[c]! * totals[d]! * apart[c]![d]!;
  if (expected === 0) return undefined;
  let observed = 0;
  for (const { row, times } of kinds) {
    const said = row.reduce((total, each) => total + each, 0);
    for (let c = 0; c < k; c++) for (let d = c + 1; d < k; d++) observed += (times * row[c]! * row[d]! * apart[c]![d]!) / (said - 1);
  }
  return 1 - ((all - 1) * observed) / expected;
}

/** How far each pair of values is apart, squared. Values that lie in order are apart by how many were said between them. */
const distances = (totals: readonly number[], values: readonly number[], level: Level): number[][] =>
  values.map((one, c) =>
    values.map((other, d) => {
      if (level === 'nominal') return Number(c !== d);
      if (level === 'interval') return (one - other) ** 2;
      const [from, to] = c < d ? [c, d] : [d, c];
      const span = totals.slice(from, to + 1).reduce((total, each) => total + each, 0);
      return (span - (totals[c]! + totals[d]!) / 2) ** 2;
    }),
  );
