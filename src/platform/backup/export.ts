import { mkdirSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../database.ts';
import { PlainError } from '../plain-error.ts';
import type { Progress } from './back-up.ts';
import { rowsOf, sameText, tablesIn } from './catalogue.ts';

type Options = { leaveOut: readonly string[]; leaveOutColumns: readonly string[]; progress?: Progress };

/** One programme's rows as one CSV file for each table, in a new or empty folder that only its owner can read. */
export async function exportCsv(
  db: Database,
  programme: string,
  folder: string,
  { leaveOut, leaveOutColumns, progress }: Options,
): Promise<Record<string, number>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length) throw new PlainError(`${folder} is not empty. Give a new folder.`);
  const counts: Record<string, number> = {};
  await db.inProgramme(programme, async (tx) => {
    await sameText(tx);
    for (const table of await tablesIn(tx, leaveOut)) {
      if (!table.columns.includes('programme_id')) continue;
      const columns = table.columns.filter((column) => !leaveOutColumns.includes(column));
      const file = await open(join(folder, `${table.name}.csv`), 'wx', 0o600);
      let count = 0;
      await file.write(csvLine(columns));
      for await (const rows of rowsOf(tx, { ...table, columns })) {
        await file.write(rows.map((json) => csvLine(Object.values(JSON.parse(json) as object))).join(''));
        count += rows.length;
        progress?.(table.name, count);
      }
      await file.close();
      counts[table.name] = count;
    }
  });
  return counts;
}

const csvLine = (values: readonly unknown[]): string => `${values.map(cell).join(',')}\r\n`;

/** RFC 4180. A text that a spreadsheet would take for a formula gets a quote before it: anybody may have written it on a public page. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text =
    typeof value === 'string'
      ? value.replace(/^(?=[=+\-@\t\r])/, "'")
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value as number | boolean);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
