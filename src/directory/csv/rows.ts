import { CsvError, parse } from 'csv-parse';
import { PlainError } from '../../platform/plain-error.ts';
import type { Separator } from './decode.ts';

/** `nth` is what a spreadsheet calls the row: the headings are the first. */
export type Row = { nth: number; cells: readonly string[] };

const mostInRow = 200_000;

/** The rows of a table that say anything, headings included, a piece of its text at a time. Ends in a sentence where the table is broken. */
export async function* rowsOf(pieces: AsyncIterable<string> | Iterable<string>, separator: Separator): AsyncGenerator<Row> {
  const parser = parse({ delimiter: separator, bom: true, relax_column_count: true, relax_quotes: true, max_record_size: mostInRow });
  const fault = new Promise<unknown>((resolve) => void parser.once('error', resolve).once('end', () => resolve(undefined)));
  let nth = 0;
  const ready = function* (): Generator<Row> {
    // Read before the next piece is given, since a fault takes with it whatever has not been read.
    for (let record = parser.read() as string[] | null; record; record = parser.read() as string[] | null) {
      nth += 1;
      const cells = record.map((cell) => cell.trim());
      if (cells.some(Boolean)) yield { nth, cells };
    }
  };
  for await (const piece of pieces) {
    if (parser.destroyed) break;
    parser.write(piece);
    yield* ready();
  }
  if (!parser.destroyed) parser.end();
  yield* ready();
  parser.resume();
  const error = await fault;
  if (error === undefined) return;
  if (!(error instanceof CsvError)) throw error;
  throw new PlainError(sentenceFor(error, nth));
}

const sentenceFor = ({ code }: CsvError, nth: number): string =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? `After row ${nth} a quotation mark opens that never closes, so that the rest cannot be read.`
    : code === 'CSV_MAX_RECORD_SIZE'
      ? `Row ${nth + 1} is longer than ${mostInRow.toLocaleString('en-GB')} characters, so that the rest cannot be read.`
      : `After row ${nth} the file is not a table any more.`;
