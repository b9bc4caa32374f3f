/** What a column of a table of figures is. `figure`: the column itself is an indicator, named by its heading. */
export const columnRoles = ['area', 'areaName', 'indicator', 'value', 'unit', 'year', 'source', 'denominator', 'figure'] as const;
export type ColumnRole = (typeof columnRoles)[number];
export type Columns = readonly (ColumnRole | null)[];

export type AreaValue = {
  area: string;
  areaName: string;
  indicator: string;
  year: string;
  value: number;
  unit: string;
  denominator: number | null;
  source: string;
};

export type Load = {
  id: string;
  name: string;
  source: string;
  licence: string;
  /** Made up, for a demo or a training; said wherever a figure of it is. */
  invented: boolean;
  at: Date;
  by: string | null;
  undoneAt: Date | null;
  values: number;
  areas: number;
  indicators: number;
};

/** What goes for every row that does not say it itself. */
export type Meaning = { columns: Columns; year: string };
export type Line = { nth: number; cells: readonly string[] };
export type LineFault = 'no-area' | 'no-indicator' | 'no-year' | 'not-a-number' | 'bad-denominator' | 'twice' | 'too-long';
export type Fault = { nth: number; column: string; why: LineFault };
/** `missing`: cells in which the source itself says that it has no figure. */
export type Read = { values: AreaValue[]; faults: Fault[]; missing: number };

export type MeaningFault = 'no-area' | 'no-figures' | 'both-forms' | 'twice';

const roleWords: readonly [ColumnRole, RegExp][] = [
  ['areaName', /name/],
  ['area', /^(area|zone|ward|lsoa\w*|msoa\w*|dz|geography|datazone|data zone|feature|da|fsa|code)?\s*(code|id|uid)?$/],
  ['denominator', /denominator|population base|out of/],
  ['indicator', /indicator|measure|variable|topic/],
  ['value', /^(value|figure|result|observation)$/],
  ['unit', /^units?( of measure)?$/],
  ['year', /^(year|date|period|time|reference year)/],
  ['source', /source/],
];

/** What each column most likely is. Without a column of values, the columns of numbers are the indicators. */
export function guessRoles(headings: readonly string[], sample: readonly Line[]): (ColumnRole | null)[] {
  const taken = new Set<ColumnRole>();
  const roles = headings.map((heading): ColumnRole | null => {
    const plain = heading
      .toLowerCase()
      .replace(/[_\s]+/g, ' ')
      .trim();
    const role = plain === '' ? undefined : roleWords.find(([name, words]) => !taken.has(name) && words.test(plain))?.[0];
    if (role) taken.add(role);
    return role ?? null;
  });
  if (taken.has('value') && taken.has('indicator')) return roles;
  const isNumbers = (nth: number) => {
    const said = sample.map(({ cells }) => cells[nth] ?? '').filter(Boolean);
    // A cell that somebody mistyped makes it no other column.
    return said.length > 0 && said.filter((cell) => numberIn(cell) !== undefined).length * 2 >= said.length;
  };
  return roles.map((role, nth) => (role === 'value' || (role === null && isNumbers(nth)) ? 'figure' : role === 'indicator' ? null : role));
}

/** What is wrong with what somebody said of the columns, and of which of them. */
export function meaningFault(columns: Columns): { why: MeaningFault; nth: number } | undefined {
  const twice = columns.findIndex((role, nth) => role !== null && role !== 'figure' && columns.indexOf(role) < nth);
  if (twice >= 0) return { why: 'twice', nth: twice };
  if (!columns.includes('area')) return { why: 'no-area', nth: 0 };
  const long = columns.includes('indicator') && columns.includes('value');
  const wide = columns.includes('figure');
  if (!long && !wide) return { why: 'no-figures', nth: 0 };
  const stray = columns.findIndex((role) => role === 'indicator' || role === 'value');
  return wide && stray >= 0 ? { why: 'both-forms', nth: stray } : undefined;
}

/** As sources say that there is no figure, or that they keep it back. */
const none = /^(|-+|–|\.+|:|\*|x|c|n\/?a|na|null|not available|suppressed|\[\w{1,3}\])$/i;

/** '1,234.5', '12 %' and '£300' are numbers; what says that there is none is 'missing'. */
export function numberIn(cell: string): number | 'missing' | undefined {
  const text = cell.trim();
  if (none.test(text)) return 'missing';
  const plain = text.replace(/^[£$€]\s*/, '').replace(/\s*%$/, '');
  if (!/^[-−]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(plain)) return undefined;
  return Number(plain.replaceAll(',', '').replace('−', '-'));
}

/** 'Income deprived (%)': the name, and its unit in brackets. */
function unitIn(heading: string): { indicator: string; unit: string } {
  const [, name, unit] = /^(.*\S)\s*\(([^()]{1,40})\)$/.exec(heading.trim()) ?? [];
  return name && unit ? { indicator: name, unit: unit.trim() } : { indicator: heading.trim(), unit: '' };
}

const longest = { area: 40, areaName: 120, indicator: 160, unit: 40, year: 20, source: 300 };

/** The figures of some lines, and what is wrong with each line that has none. */
export function readAreas(headings: readonly string[], lines: readonly Line[], { columns, year: usualYear }: Meaning): Read {
  const at = (role: ColumnRole) => columns.indexOf(role);
  const figures = columns.flatMap((role, nth) => (role === 'figure' ? [nth] : []));
  const read: Read = { values: [], faults: [], missing: 0 };
  const seen = new Set<string>();

  for (const { nth, cells } of lines) {
    const cell = (role: ColumnRole) => (at(role) < 0 ? '' : (cells[at(role)] ?? '').trim());
    const fault = (why: LineFault, column: number) => void read.faults.push({ nth, column: headings[column] ?? '', why });
    const area = cell('area').replace(/\s+/g, ' ');
    const year = cell('year') || usualYear;
    const shared = { area, areaName: cell('areaName'), year, source: cell('source') };
    if (!area) fault('no-area', at('area'));
    else if (!year) fault('no-year', at('year'));
    else {
      const said = figures.length
        ? figures.map((column) => ({ column, ...unitIn(headings[column] ?? '') }))
        : [{ column: at('value'), indicator: cell('indicator'), unit: cell('unit') }];
      for (const { column, indicator, unit } of said) {
        const value = numberIn(cells[column] ?? '');
        const denominator = cell('denominator') ? numberIn(cell('denominator')) : 'missing';
        const key = JSON.stringify([area, indicator, year]);
        const made = { ...shared, indicator, unit: unit || (/%\s*$/.test(cells[column] ?? '') ? '%' : '') };
        if (!indicator) fault('no-indicator', at('indicator'));
        else if (value === undefined) fault('not-a-number', column);
        else if (value === 'missing') read.missing++;
        else if (denominator === undefined || (typeof denominator === 'number' && denominator <= 0))
          fault('bad-denominator', at('denominator'));
        else if (Object.entries(longest).some(([name, most]) => made[name as keyof typeof longest].length > most))
          fault('too-long', column);
        else if (seen.has(key)) fault('twice', column);
        else {
          seen.add(key);
          read.values.push({ ...made, value, denominator: denominator === 'missing' ? null : denominator });
        }
      }
    }
  }
  return read;
}
