import { describe, expect, it } from 'vitest';
import { guessRoles, type Line, meaningFault, numberIn, readAreas } from './areas.ts';
import { indicatorsOf, type Sourced } from './areas-indicator.ts';

const lines = (...rows: string[][]): Line[] => rows.map((cells, at) => ({ nth: at + 2, cells }));

describe('a table of figures of areas', () => {
  it('is understood with one figure to a row', () => {
    const headings = ['Area code', 'Area name', 'Indicator', 'Value', 'Unit', 'Year', 'Denominator'];
    const rows = lines(
      ['S01', 'Dalry', 'Lives alone', '31.5', '%', '2022', '1,200'],
      ['S02', 'Carsphairn', 'Lives alone', '-', '%', '2022', '90'],
    );
    const columns = guessRoles(headings, rows);
    expect(columns).toEqual(['area', 'areaName', 'indicator', 'value', 'unit', 'year', 'denominator']);
    expect(meaningFault(columns)).toBeUndefined();
    expect(readAreas(headings, rows, { columns, year: '' })).toEqual({
      values: [
        { area: 'S01', areaName: 'Dalry', indicator: 'Lives alone', value: 31.5, unit: '%', year: '2022', denominator: 1200, source: '' },
      ],
      faults: [],
      missing: 1,
    });
  });

  it('is understood with a column to each figure, whose heading names it and its unit', () => {
    const headings = ['DataZone', 'Name', 'Lives alone (%)', 'Carers (people)'];
    const rows = lines(['S01', 'Dalry', '31', '140'], ['S02', 'Carsphairn', '40', '22']);
    const columns = guessRoles(headings, rows);
    expect(columns).toEqual(['area', 'areaName', 'figure', 'figure']);
    const { values } = readAreas(headings, rows, { columns, year: '2022' });
    expect(values.map(({ area, indicator, unit, value }) => [area, indicator, unit, value])).toEqual([
      ['S01', 'Lives alone', '%', 31],
      ['S01', 'Carers', 'people', 140],
      ['S02', 'Lives alone', '%', 40],
      ['S02', 'Carers', 'people', 22],
    ]);
  });

  it('says of each line that cannot be used which cell is wrong, and takes the rest', () => {
    const headings = ['code', 'indicator', 'value', 'year'];
    const rows = lines(
      ['', 'Heat', '1', '2022'],
      ['S1', 'Heat', 'lots', '2022'],
      ['S1', 'Heat', '4', ''],
      ['S1', 'Heat', '5', '2022'],
      ['S1', 'Heat', '6', '2022'],
    );
    const read = readAreas(headings, rows, { columns: ['area', 'indicator', 'value', 'year'], year: '' });
    expect(read.faults).toEqual([
      { nth: 2, column: 'code', why: 'no-area' },
      { nth: 3, column: 'value', why: 'not-a-number' },
      { nth: 4, column: 'year', why: 'no-year' },
      { nth: 6, column: 'value', why: 'twice' },
    ]);
    expect(read.values).toHaveLength(1);
  });

  it('needs an area, and figures in one of the two forms', () => {
    expect(meaningFault(['areaName', 'figure'])?.why).toBe('no-area');
    expect(meaningFault(['area', 'value'])?.why).toBe('no-figures');
    expect(meaningFault(['area', 'indicator', 'value', 'figure'])?.why).toBe('both-forms');
    expect(meaningFault(['area', 'year', 'year', 'figure'])).toEqual({ why: 'twice', nth: 2 });
  });

  it('reads numbers as people write them', () => {
    expect(['1,234.5', '12 %', '£300', '−4', '*', 'n/a', '', '12a', '1,23'].map(numberIn)).toEqual([
      1234.5,
      12,
      300,
      -4,
      'missing',
      'missing',
      'missing',
      undefined,
      undefined,
    ]);
  });
});

describe('one figure for several areas', () => {
  const load = { id: '1', name: 'Census', source: 'NRS', licence: 'OGL', invented: false, at: new Date(0) };
  const value = (area: string, figure: number, more: Partial<Sourced> = {}): Sourced => ({
    ...{ area, areaName: area, indicator: 'Lives alone', year: '2022', value: figure, unit: '%', denominator: 100, source: '', load },
    ...more,
  });

  it('is an average by size, beside the whole, and says how many areas have it', () => {
    const values = [value('a', 20, { denominator: 300 }), value('b', 40), value('c', 60)];
    const [alone] = indicatorsOf(values, ['a', 'b', 'z']);
    expect(alone?.here).toEqual({ value: 25, how: 'weighted', areas: 2, of: 3 });
    expect(alone?.whole).toEqual({ value: 32, how: 'weighted', areas: 3, of: 3 });
  });

  it('is a plain average where a size is missing, a sum of people, and nothing where no area has it', () => {
    expect(indicatorsOf([value('a', 20, { denominator: null }), value('b', 40)], ['a', 'b'])[0]?.here).toMatchObject({
      value: 30,
      how: 'plain',
    });
    expect(indicatorsOf([value('a', 20, { unit: 'people' }), value('b', 5, { unit: 'people' })], ['a', 'b'])[0]?.here?.value).toBe(25);
    expect(indicatorsOf([value('a', 20)], ['z'])[0]?.here).toBeNull();
  });

  it('takes the newest year', () => {
    expect(indicatorsOf([value('a', 20), value('a', 22, { year: '2023' })], ['a'])[0]).toMatchObject({ year: '2023', here: { value: 22 } });
  });
});
