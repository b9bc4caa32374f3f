import { isNhsNumber } from './health-number.ts';

/** The NHS numbers of a list, each once: whatever stands alone between commas, tabs or lines. `others`: how much else there was, headings included. */
export function numbersIn(text: string): { numbers: string[]; others: number } {
  const cells = text
    .replace(/^\ufeff/, '')
    .split(/[\r\n,;\t]+/)
    .map((cell) => cell.replace(/["'\s-]/g, ''))
    .filter(Boolean);
  const numbers = new Set(cells.filter(isNhsNumber));
  return { numbers: [...numbers], others: cells.filter((cell) => !isNhsNumber(cell)).length };
}
