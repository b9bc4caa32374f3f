import type { AreaValue, Load } from './areas.ts';

/** A figure with where it comes from. */
export type Sourced = AreaValue & { load: Pick<Load, 'id' | 'name' | 'source' | 'licence' | 'invented' | 'at'> };

/** `weighted`: each area counts by its size; `plain`: sizes are not known; `sum`: a number of people or things. */
export type How = 'sum' | 'weighted' | 'plain' | 'one';
/** `of`: how many of the areas asked for have this figure. */
export type Combined = { value: number; how: How; areas: number; of: number };

export type Indicator = {
  name: string;
  year: string;
  unit: string;
  source: string;
  load: Sourced['load'];
  here: Combined | null;
  whole: Combined;
};

const isCount = (unit: string): boolean =>
  /^(people|persons|households|homes|number|count|services|carers|children|adults)$/i.test(unit.trim());

/** One figure for several areas. Numbers are added up; shares and rates are an average, by size where every size is known. */
function combine(values: readonly AreaValue[], of: number): Combined | null {
  const [first] = values;
  if (!first) return null;
  const known = { areas: values.length, of };
  if (values.length === 1) return { value: first.value, how: 'one', ...known };
  const total = values.reduce((sum, { value }) => sum + value, 0);
  if (isCount(first.unit)) return { value: total, how: 'sum', ...known };
  const sizes = values.map(({ denominator }) => denominator);
  if (sizes.some((size) => size === null)) return { value: total / values.length, how: 'plain', ...known };
  const size = sizes.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  return { value: values.reduce((sum, { value, denominator }) => sum + value * (denominator ?? 0), 0) / size, how: 'weighted', ...known };
}

/** Each indicator of a place, in its newest year, beside the same of all areas that were brought in. A number of people is not compared. */
export function indicatorsOf(values: readonly Sourced[], areas: readonly string[]): Indicator[] {
  const byName = Map.groupBy(values, ({ indicator }) => indicator);
  const all = new Set(values.map(({ area }) => area)).size;
  return [...byName].flatMap(([name, some]) => {
    const year = some.reduce((newest, each) => (each.year > newest ? each.year : newest), '');
    const current = some.filter((each) => each.year === year);
    const [first] = current;
    const whole = combine(current, all);
    if (!first || !whole) return [];
    const here = areas.length
      ? combine(
          current.filter(({ area }) => areas.includes(area)),
          areas.length,
        )
      : null;
    return [{ name, year, unit: first.unit, source: first.source || first.load.source, load: first.load, here, whole }];
  });
}
