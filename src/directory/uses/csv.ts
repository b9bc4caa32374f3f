import { randomUUID } from 'node:crypto';
import type { Asker } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { PlainError } from '../../platform/plain-error.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Columns, guessColumns, headingKeys } from '../csv-columns.ts';
import { decoded, type Separator, separatorOf } from '../csv/decode.ts';
import { type Row, rowsOf } from '../csv/rows.ts';
import { entryOf } from '../csv/to-service.ts';
import type { Entry } from '../feed/entry.ts';
import type { Feed } from '../feed/feed.ts';
import { readFeed, type ReadResult } from '../feed/read-feed.ts';
import * as files from '../store/csv-files.ts';
import { allFeeds, findFeed, putFeed } from '../store/feeds.ts';
import { asCurator, type FeedPorts } from './feed-needs.ts';

export type CsvRefusal = 'empty' | 'no-rows' | 'too-many-columns' | 'too-many-rows' | 'not-found';

/** A file whose columns somebody is asked about. */
export type CsvSeen = {
  id: string;
  name: string;
  feed: { id: string; name: string } | null;
  headings: readonly string[];
  guess: Columns;
  sample: readonly Row[];
  rows: number;
  organisation: string;
  /** Where the file breaks off, if it does. */
  broken: string;
};
/** `organisation`: whose the services are whose rows do not say. */
export type CsvMeaning = { columns: Columns; organisation: string; feedName: string };
export type CsvTaken = { feed: string; set: string | null; later: boolean };

const mostRows = 100_000;
const mostColumns = 100;
const pieceLength = 500_000;
const sampled = 5;
/** Of more rows than these nobody waits for the reading. */
const mostAtOnce = 1000;
const keptHours = 24;

/** Taking in tables of services. */
export function csvUses(ports: FeedPorts) {
  const { db, now, jobs, log } = ports;

  return {
    csvFeeds: (asker: Asker): Promise<{ id: string; name: string }[]> =>
      asCurator(ports, asker, async (tx) =>
        (await allFeeds(tx)).filter(({ kind }) => kind === 'csv').map(({ id, name }) => ({ id, name })),
      ),

    /** Keeps a file until somebody has said what its columns mean. */
    bringCsv: async (
      asker: Asker,
      given: Uint8Array | string,
      { name, feed }: { name: string; feed: string | null },
    ): Promise<Result<string, CsvRefusal>> => {
      const text = typeof given === 'string' ? given : decoded(given);
      if (!text.trim()) return refuse('empty');
      const separator = separatorOf(text);
      const rows = await countedRows(text, separator);
      if (!rows.ok) return rows;
      return asCurator(ports, asker, async (tx) => {
        await files.removeFilesBefore(tx, new Date(now().getTime() - keptHours * 3_600_000));
        const of = feed !== null && uuid.test(feed) ? await findFeed(tx, { id: feed }) : undefined;
        if (feed !== null && of?.kind !== 'csv') return refuse('not-found');
        const id = randomUUID();
        await files.addFile(
          tx,
          { id, feed, name: name.slice(0, 200), by: asker.id, at: now(), separator, rows: rows.value },
          piecesOf(text),
        );
        return ok(id);
      });
    },

    csvSeen: async (asker: Asker, id: string): Promise<CsvSeen | undefined> => {
      const found = await asCurator(ports, asker, (tx) => fileAndFeed(tx, id));
      if (!found) return undefined;
      const { file, feed } = found;
      const rows: Row[] = [];
      let broken = '';
      try {
        for await (const row of rowsOf(piecesIn(asker.programme.id, file.id), file.separator)) {
          rows.push(row);
          if (rows.length > sampled) break;
        }
      } catch (error) {
        if (!(error instanceof PlainError)) throw error;
        broken = error.message;
      }
      const [head, ...sample] = rows;
      const headings = head?.cells ?? [];
      const { columns, organisation } = remembered(feed);
      return {
        ...{ id, name: file.name, rows: file.rows, headings, sample, broken, organisation },
        feed: feed ? { id: feed.id, name: feed.name } : null,
        guess: guessColumns(headings, columns),
      };
    },

    /** Reads the rows as somebody said, and proposes what they change. A long table is read by a job. */
    takeCsv: async (asker: Asker, id: string, meaning: CsvMeaning): Promise<Result<CsvTaken, 'not-found' | { broken: string }>> => {
      const found = await asCurator(ports, asker, (tx) => fileAndFeed(tx, id));
      if (!found) return refuse('not-found');
      const { file } = found;
      const headings = await headingsOf(asker.programme.id, file);
      const feed = await asCurator(ports, asker, (tx) => keepFeed(tx, asker, now(), { ...found, headings }, meaning));
      if (file.rows > mostAtOnce) {
        await asCurator(ports, asker, (tx) => jobs.enqueue(tx, 'read-csv', { programme: asker.programme.id, file: id }));
        return ok({ feed: feed.id, set: null, later: true });
      }
      try {
        const read = await readFile(asker.programme.id, file, feed);
        return ok({ feed: feed.id, set: read.changes ? read.set : null, later: false });
      } catch (error) {
        if (!(error instanceof PlainError)) throw error;
        return refuse({ broken: error.message });
      }
    },

    dropCsv: (asker: Asker, id: string): Promise<void> =>
      asCurator(ports, asker, async (tx) => {
        if (uuid.test(id)) await files.removeFile(tx, id);
      }),

    csvHandlers: {
      'read-csv': async ({ programme = '', file = '' }: Record<string, string>) => {
        const found = await db.inProgramme(programme, (tx) => fileAndFeed(tx, file));
        if (!found?.feed) return;
        await readFile(programme, found.file, found.feed).catch((error: unknown) => {
          // What is wrong with a file is noted with its reading; trying again would not mend it.
          if (!(error instanceof PlainError)) throw error;
          log.warn({ file }, 'A table could not be read');
        });
      },
    },
  };

  async function readFile(programme: string, file: files.CsvFile, feed: Feed): Promise<ReadResult & { changes: boolean }> {
    const inTurn = <T>(work: (tx: Tx) => Promise<T>) => db.inProgramme(programme, work);
    const entries = () => entriesIn(rowsOf(piecesIn(programme, file.id), file.separator), feed);
    const read = await readFeed(inTurn, { feed, entries, now });
    await inTurn((tx) => files.removeFile(tx, file.id));
    const { services, organisations } = read;
    return { ...read, changes: services.added + services.changed + organisations.added + organisations.changed > 0 };
  }

  async function headingsOf(programme: string, file: files.CsvFile): Promise<readonly string[]> {
    for await (const { cells } of rowsOf(piecesIn(programme, file.id), file.separator)) return cells;
    return [];
  }

  /** One piece of the file at a time, each in a transaction of its own. */
  async function* piecesIn(programme: string, file: string): AsyncGenerator<string> {
    for (let nth = 0; ; nth++) {
      const piece = await db.inProgramme(programme, (tx) => files.pieceOf(tx, file, nth));
      if (piece === undefined) return;
      yield piece;
    }
  }
}

async function* entriesIn(rows: AsyncIterable<Row>, feed: Feed): AsyncGenerator<Entry> {
  let headings: readonly string[] | undefined;
  const { columns, organisation } = remembered(feed);
  for await (const row of rows) {
    if (!headings) headings = row.cells;
    else yield entryOf(row, { feed: feed.id, headings, columns: guessColumns(headings, columns), organisation });
  }
}

async function fileAndFeed(tx: Tx, id: string): Promise<{ file: files.CsvFile; feed: Feed | undefined } | undefined> {
  const file = uuid.test(id) ? await files.findFile(tx, id) : undefined;
  return file && { file, feed: file.feed === null ? undefined : await findFeed(tx, { id: file.feed }) };
}

/** What was said of the columns of a feed's tables, by their headings. */
function remembered(feed: Feed | undefined): { columns: Record<string, string>; organisation: string } {
  const { columns, organisation } = feed?.options ?? {};
  const known = typeof columns === 'object' && columns !== null ? Object.entries(columns) : [];
  return {
    columns: Object.fromEntries(known.filter((each): each is [string, string] => typeof each[1] === 'string')),
    organisation: typeof organisation === 'string' ? organisation : '',
  };
}

const never = { address: null, pullHours: null, changedSince: null, lastWhole: null, nextPull: null };

type Known = { file: files.CsvFile; feed: Feed | undefined; headings: readonly string[] };

/** Remembers what the columns mean with the feed, which is made where there is none. */
async function keepFeed(
  tx: Tx,
  asker: Asker,
  at: Date,
  { file, feed, headings }: Known,
  { columns, organisation, feedName }: CsvMeaning,
): Promise<Feed> {
  const id = feed?.id ?? randomUUID();
  const said = Object.fromEntries(headingKeys(headings).map((key, nth) => [key, columns[nth] ?? '']));
  const options = { ...feed?.options, columns: { ...remembered(feed).columns, ...said }, organisation };
  const usual = { name: feedName, kind: 'csv' as const, trust: 5, apply: 'ask' as const, stopped: false, ...never };
  await putFeed(tx, { ...usual, ...feed, id, options });
  if (!feed) {
    await files.noteFeed(tx, file.id, id);
    await recordEvents(tx, [{ type: 'feed-added', subject: { kind: 'feed', id }, by: { kind: 'account', id: asker.id }, at }]);
  }
  return (await findFeed(tx, { id }))!;
}

/** How many rows there are below the headings, as far as the file can be read. */
async function countedRows(text: string, separator: Separator): Promise<Result<number, CsvRefusal>> {
  let rows = -1;
  try {
    for await (const { cells } of rowsOf(piecesOf(text), separator)) {
      if (rows < 0 && cells.length > mostColumns) return refuse('too-many-columns');
      if (++rows > mostRows) return refuse('too-many-rows');
    }
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
  }
  return rows < 1 ? refuse('no-rows') : ok(rows);
}

/** Never between the halves of a letter. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    const to = from + pieceLength;
    const end = to < text.length && /[\ud800-\udbff]/.test(text[to - 1]!) ? to - 1 : to;
    pieces.push(text.slice(from, end).toWellFormed());
    from = end;
  }
  return pieces;
}
