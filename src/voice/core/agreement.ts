import { ok, refuse, type Result } from '../../platform/result.ts';

/** What each coder said of the same things, in the same order. `null`: this coder did not say. */
export type Ratings = readonly (readonly (number | null)[])[];

/** Why there is no number. `one-category`: everybody always said the same, so there is no chance agreement to compare with. */
export type NoNumber = 'one-coder' | 'no-overlap' | 'one-category' | 'uneven';

/** `low` and `high` bound it with 95 % confidence. */
export type Agreement = { value: number; units: number; low: number; high: number };

const z95 = 1.959963984540054;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const zeros = (n: number): number[] => Array.from({ length: n }, () => 0);

/** The values that occur, in order. */
export const valuesIn = (ratings: Ratings): number[] =>
  [...new Set(ratings.flat().filter((value) => value !== null))].toSorted((a, b) => a - b);

/** What was said of each thing, without those who did not say. */
export const unitsOf = (ratings: Ratings): number[][] =>
  Array.from({ length: Math.max(0, ...ratings.map(({ length }) => length)) }, (_, unit) =>
    ratings.map((coder) => coder[unit] ?? null).filter((value) => value !== null),
  );

/** Of all pairs of coders who both said something of a thing, the share that said the same. */
export function percentAgreement(ratings: Ratings): Result<{ value: number; units: number }, NoNumber> {
  if (ratings.length < 2) return refuse('one-coder');
  const units = unitsOf(ratings).filter(({ length }) => length > 1);
  if (!units.length) return refuse('no-overlap');
  const pairs = units.map(({ length }) => (length * (length - 1)) / 2);
  const same = units.map((said) => sum(said.map((value, i) => said.slice(i + 1).filter((other) => other === value).length)));
  return ok({ value: sum(same) / sum(pairs), units: units.length });
}

export type Weights = 'none' | 'linear' | 'quadratic';

/**
 * Cohen's kappa of two coders over the things of which both said something. Cohen (1960) Educ Psychol Meas 20:37–46;
 * weighted by the distance of the categories' places in `categories`, Cohen (1968) Psychol Bull 70:213–220. The interval is the
 * large-sample one of Fleiss, Cohen & Everitt (1969) Psychol Bull 72:323–327.
 */
export function cohensKappa(
  one: readonly (number | null)[],
  other: readonly (number | null)[],
  weights: Weights = 'none',
  categories: readonly number[] = valuesIn([one, other]),
): Result<Agreement, NoNumber> {
  const pairs = one.flatMap((a, i) => {
    const b = other[i] ?? null;
    return a === null || b === null ? [] : [[categories.indexOf(a), categories.indexOf(b)] as const];
  });
  const n = pairs.length;
  if (!n) return refuse('no-overlap');
  const k = categories.length;
  const weight = (i: number, j: number): number => {
    const distance = Math.abs(i - j) / Math.max(1, k - 1);
    return weights === 'none' ? Number(i === j) : 1 - (weights === 'linear' ? distance : distance ** 2);
  };
  const cells = Array.from({ length: k }, () => zeros(k));
  for (const [i, j] of pairs) cells[i]![j]! += 1 / n;
  const rows = cells.map(sum);
  const columns = rows.map((_, j) => sum(cells.map((row) => row[j]!)));
  const each = (f: (i: number, j: number) => number): number => sum(rows.map((_, i) => sum(columns.map((__, j) => f(i, j)))));

  const observed = each((i, j) => cells[i]![j]! * weight(i, j));
  const expected = each((i, j) => rows[i]! * columns[j]! * weight(i, j));
  if (1 - expected < 1e-12) return refuse('one-category');
  const value = (observed - expected) / (1 - expected);

  const rowMean = rows.map((_, i) => sum(columns.map((share, j) => share * weight(i, j))));
  const columnMean = columns.map((_, j) => sum(rows.map((share, i) => share * weight(i, j))));
  const spread = each((i, j) => cells[i]![j]! * (weight(i, j) - (rowMean[i]! + columnMean[j]!) * (1 - value)) ** 2);
  const variance = (spread - (value - expected * (1 - value)) ** 2) / (n * (1 - expected) ** 2);
  const error = Math.sqrt(Math.max(0, variance));
  return ok({ value, units: n, low: Math.max(-1, value - z95 * error), high: Math.min(1, value + z95 * error) });
}

/**
 * Fleiss' kappa of any number of coders, over the things of which equally many (the most) said something. Fleiss (1971) Psychol Bull
 * 76:378–382. The interval takes the standard error of Fleiss, Nee & Landis (1979) Psychol Bull 86:974–977, which holds where there is no
 * agreement beyond chance: elsewhere it is a rough guide.
 */
export function fleissKappa(ratings: Ratings): Result<Agreement & { coders: number }, NoNumber> {
  if (ratings.length < 2) return refuse('one-coder');
  const all = unitsOf(ratings).filter(({ length }) => length > 1);
  const coders = Math.max(0, ...all.map(({ length }) => length));
  const units = all.filter(({ length }) => length === coders);
  if (!units.length) return refuse('no-overlap');
  if (units.length < all.length) return refuse('uneven');
  const counts = units.map((said) => valuesIn(ratings).map((value) => said.filter((each) => each === value).length));
  const shares = counts[0]!.map((_, j) => sum(counts.map((row) => row[j]!)) / (units.length * coders));
  const observed = sum(counts.map((row) => (sum(row.map((c) => c * c)) - coders) / (coders * (coders - 1)))) / units.length;
  const expected = sum(shares.map((share) => share * share));
  if (1 - expected < 1e-12) return refuse('one-category');
  const value = (observed - expected) / (1 - expected);
  const pq = sum(shares.map((p) => p * (1 - p)));
  const cubes = sum(shares.map((p) => p * (1 - p) * (1 - 2 * p)));
  const error = Math.sqrt((2 * (pq ** 2 - cubes)) / (units.length * coders * (coders - 1))) / pq;
  return ok({ value, coders, units: units.length, low: Math.max(-1, value - z95 * error), high: Math.min(1, value + z95 * error) });
}
