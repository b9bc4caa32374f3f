import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { columnsIn, draftOf } from './columns.ts';
import { type Draft, type Reading, type Rejected, type TermFile, UnreadableFile } from './file.ts';
import { headOf, textOf } from './text.ts';

/** One term a row, columns found by their names. Read as it comes, whatever its length. */
export async function readCsv(file: TermFile): Promise<Reading> {
  const head = (await headOf(file, 65_536)).split(/\r?\n|\r/).find((line) => line.trim());
  if (head === undefined) throw new UnreadableFile('empty');
  const delimiter = likeliest(head);
  const rows = rowsOf(file, delimiter);
  const first = await rows.next();
  const headers = first.done ? [] : (first.value.cells ?? []).map((cell) => cell.trim());
  const columns = columnsIn(headers);
  if (!columns) throw new UnreadableFile('no-columns', headers.filter(Boolean).join(', ').slice(0, 200));
  return { about: {}, rows: drafts(rows, headers, columns) };
}

async function* drafts(
  rows: AsyncGenerator<Row>,
  headers: readonly string[],
  columns: NonNullable<ReturnType<typeof columnsIn>>,
): AsyncGenerator<Draft | Rejected> {
  for await (const { cells, line } of rows) {
    const at = `line ${line}`;
    if (!cells) yield { at, why: 'broken' };
    else if (cells.some((cell) => cell.trim()))
      yield draftOf(Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ''])), columns, at);
  }
}

const likeliest = (line: string): string =>
  [',', ';', '\t', '|'].reduce((best, delimiter) => (line.split(delimiter).length > line.split(best).length ? delimiter : best));

/** `cells` is null for what could not be read as a row. `line` is where it ends. */
type Row = { cells: string[] | null; line: number };

async function* rowsOf(file: TermFile, delimiter: string): AsyncGenerator<Row> {
  const broken: Row[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 1_000_000,
    info: true,
    skip_records_with_error: true,
    on_skip: (error) => void broken.push({ cells: null, line: Number(error?.['lines']) || 0 }),
  });
  const text = Readable.from(textOf(file));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    // The parser reads ahead of what it gives.
    while (broken[0] && broken[0].line < info.lines) yield broken.shift()!;
    yield { cells: record, line: info.lines };
  }
  yield* broken;
}
