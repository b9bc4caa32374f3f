import { ok, type Result } from '../../platform/result.ts';
import { alphaBetween, krippendorffsAlpha, type Level } from '../core/agreement-alpha.ts';
import { cohensKappa, fleissKappa, type NoNumber, percentAgreement, type Weights } from '../core/agreement.ts';
import { readTable, type TableRefusal } from '../core/agreement-table.ts';

export type OwnTable = readonly {
  what: 'percent' | 'alpha' | 'kappa' | 'linear' | 'quadratic' | 'fleiss';
  answer: Result<{ value: number; units: number }, NoNumber>;
  range?: { low: number; high: number };
}[];

/** Agreement in a table that somebody brings. Nothing of it is kept. */
export function workOut(typed: string, level: Level): Result<OwnTable, TableRefusal> {
  const read = readTable(typed);
  if (!read.ok) return read;
  const ratings = read.value;
  const between = alphaBetween(ratings, level);
  const ranged = (what: OwnTable[number]['what'], answer: ReturnType<typeof cohensKappa>) => ({
    what,
    answer,
    ...(answer.ok && { range: answer.value }),
  });
  const kappa = (weights: Weights) => cohensKappa(ratings[0]!, ratings[1]!, weights);
  const two = ratings.length === 2;
  return ok([
    { what: 'percent', answer: percentAgreement(ratings) },
    { what: 'alpha', answer: krippendorffsAlpha(ratings, level), ...(between.ok && { range: between.value }) },
    ...(two ? [ranged('kappa', kappa('none'))] : [ranged('fleiss', fleissKappa(ratings))]),
    // Weights mean something only where the numbers stand in an order.
    ...(two && level !== 'nominal' ? [ranged('linear', kappa('linear')), ranged('quadratic', kappa('quadratic'))] : []),
  ]);
}
