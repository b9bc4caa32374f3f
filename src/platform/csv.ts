import { stringify } from 'csv-stringify/sync';

/** Rows as a CSV file that a spreadsheet opens as it is meant: UTF-8 with its mark, and nothing of it taken for a formula. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, bom: true, record_delimiter: 'windows' },
  );
