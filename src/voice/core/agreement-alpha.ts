import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Agreement, type NoNumber, type Ratings, unitsOf, valuesIn } from './agreement.ts';

export type Level = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's alpha, for any number of coders, with what some did not say left out. Krippendorff (2011) Computing Krippendorff's
 * Alpha-Reliability, section E. The interval is a percentile bootstrap over the things that were coded: `draws` times as many of them are
 * drawn again, from a fixed seed, so that the same coding always gives the same interval.
 */
export function krippendorffsAlpha(ratings: Ratings, level: Level = 'nominal', draws = 1000): Result<Agreement, NoNumber> {
  if (ratings.length < 2) return refuse('one-coder');
  const units = unitsOf(ratings).filter(({ length }) => length > 1);
  if (!units.length) return refuse('no-overlap');
  const values = valuesIn(units);
  const tables = units.map((said) => values.map((value) => said.filter((each) => each === value).length));
  const value = alphaOf(tables, values, level);
  if (value === undefined) return refuse('one-category');
  const [low, high] = between(tables, values, level, draws);
  return ok({ value, units: units.length, low: low ?? value, high: high ?? value });
}

/** From how often each value was said of each thing. Nothing when only one value was ever said. */
function alphaOf(tables: readonly (readonly number[])[], values: readonly number[], level: Level): number | undefined {
  const k = values.length;
  const totals = values.map((_, c) => tables.reduce((total, row) => total + row[c]!, 0));
  const all = totals.reduce((total, each) => total + each, 0);
  const apart = distances(totals, values, level);
  let expected = 0;
  for (let c = 0; c < k; c++) for (let d = c + 1; d < k; d++) expected += totals[c]! * totals[d]! * apart[c]![d]!;
  if (expected === 0) return undefined;
  let observed = 0;
  for (const row of tables) {
    const said = row.reduce((total, each) => total + each, 0);
    for (let c = 0; c < k; c++) for (let d = c + 1; d < k; d++) observed += (row[c]! * row[d]! * apart[c]![d]!) / (said - 1);
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

function between(tables: readonly (readonly number[])[], values: readonly number[], level: Level, draws: number): number[] {
  const random = xoroshiro128plus(20261122);
  const drawn: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const again = tables.map(() => tables[uniformInt(random, 0, tables.length - 1)]!);
    // Where only one value was drawn nobody disagreed.
    drawn.push(alphaOf(again, values, level) ?? 1);
  }
  drawn.sort((a, b) => a - b);
  return [drawn[Math.floor(0.025 * draws)], drawn[Math.ceil(0.975 * draws) - 1]].filter((each) => each !== undefined);
}
