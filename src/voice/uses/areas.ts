import { randomUUID } from 'node:crypto';
import type { Asker } from '../../identity/index.ts';
import { decoded, rowsOf, separatorOf } from '../../directory/index.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { PlainError } from '../../platform/plain-error.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Fault, guessRoles, type Line, type Load, type Meaning, meaningFault, type MeaningFault, readAreas } from '../core/areas.ts';
import * as store from '../store/areas.ts';
import { byOf, type NotReached, tell, within } from './together-needs.ts';

export type AreaFileRefusal = 'empty' | 'no-rows' | 'too-many';
export type AreaFileSeen = {
  id: string;
  name: string;
  headings: readonly string[];
  sample: readonly Line[];
  rows: number;
  guess: Meaning['columns'];
};
export type AreaMeaning = Meaning & { name: string; source: string; licence: string; invented: boolean };
/** What was taken, or would be. */
export type AreasRead = { values: number; areas: number; indicators: number; missing: number; faults: readonly Fault[] };

const most = { columns: 200, rows: 100_000, values: 300_000 };
const keptHours = 24;
type Table = { headings: readonly string[]; lines: readonly Line[] };

export const areaUses = ({ db, now }: { db: Database; now: () => Date }) => {
  const may = within(db);
  const seen = async (tx: Tx, id: string) => (uuid.test(id) ? store.findFile(tx, id) : undefined);

  return {
    seeLoads: (asker: Asker): Promise<Result<readonly Load[], NotReached>> =>
      may(asker, 'load areas', async (tx) => ok(await store.allLoads(tx))),

    /** Keeps a file until somebody has said what its columns mean. */
    bringAreas: async (asker: Asker, given: Uint8Array | string, name: string): Promise<Result<string, NotReached | AreaFileRefusal>> => {
      const text = (typeof given === 'string' ? given : decoded(given)).replaceAll('\0', '').toWellFormed();
      const table = await tableIn(text);
      if (!table.ok) return table;
      return may(asker, 'load areas', async (tx) => {
        const at = now();
        await store.removeFilesBefore(tx, new Date(at.getTime() - keptHours * 3_600_000));
        const id = randomUUID();
        await store.addFile(tx, { id, name: name.slice(0, 200), text, at, by: asker.id });
        return ok(id);
      });
    },

    areaFile: async (asker: Asker, id: string): Promise<Result<AreaFileSeen, NotReached>> => {
      const file = await may(asker, 'load areas', async (tx) => ok(await seen(tx, id)));
      if (!file.ok) return file;
      const table = file.value && (await tableIn(file.value.text));
      if (!file.value || !table?.ok) return refuse('not-found');
      const { headings, lines } = table.value;
      const sample = lines.slice(0, 5);
      return ok({ id, name: file.value.name, headings, sample, rows: lines.length, guess: guessRoles(headings, lines.slice(0, 50)) });
    },

    /** With `dryRun` it only says what would be taken. */
    takeAreas: async (
      asker: Asker,
      id: string,
      meaning: AreaMeaning,
      { dryRun }: { dryRun: boolean },
    ): Promise<Result<AreasRead, NotReached | 'nothing'>> => {
      const file = await may(asker, 'load areas', async (tx) => ok(await seen(tx, id)));
      if (!file.ok) return file;
      const table = file.value && (await tableIn(file.value.text));
      if (!table?.ok) return refuse('not-found');
      return may(asker, 'load areas', async (tx) => {
        const taken = await take(tx, table.value, meaning, { dryRun, at: now(), by: asker.id });
        if (taken.ok && !dryRun) await store.removeFile(tx, id);
        return taken;
      });
    },

    dropAreas: (asker: Asker, id: string): Promise<Result<null, NotReached>> =>
      may(asker, 'load areas', async (tx): Promise<Result<null, NotReached>> => {
        if (!(await seen(tx, id))) return refuse('not-found');
        await store.removeFile(tx, id);
        return ok(null);
      }),

    /** Takes a table back, so that the one before it counts again; or lets it count again. */
    undoLoad: (asker: Asker, id: string, undone: boolean): Promise<Result<null, NotReached>> =>
      may(asker, 'load areas', async (tx): Promise<Result<null, NotReached>> => {
        const changed = uuid.test(id) && (await store.setUndone(tx, id, undone ? { at: now(), by: asker.id } : null));
        if (!changed) return refuse('not-found');
        const type = undone ? 'areas-taken-back' : 'areas-put-back';
        await tell(tx, { type, kind: 'area-load', id, by: byOf(asker), at: now() });
        return ok(null);
      }),
  };
};

type Taking = { dryRun: boolean; at: Date; by: string | null };

async function take(
  tx: Tx,
  { headings, lines }: Table,
  meaning: AreaMeaning,
  { dryRun, at, by }: Taking,
): Promise<Result<AreasRead, 'nothing'>> {
  const { values, faults, missing } = readAreas(headings, lines, meaning);
  const read = {
    values: values.length,
    areas: new Set(values.map(({ area }) => area)).size,
    indicators: new Set(values.map(({ indicator }) => indicator)).size,
    missing,
    faults,
  };
  if (dryRun) return ok(read);
  if (!values.length || values.length > most.values) return refuse('nothing');
  const { name, source, licence, invented } = meaning;
  const id = randomUUID();
  await store.addLoad(tx, { id, name, source, licence, invented, at, by }, values);
  const told = by === null ? { kind: 'system' as const } : { kind: 'account' as const, id: by };
  await tell(tx, { type: 'areas-loaded', kind: 'area-load', id, by: told, at, data: { values: values.length } });
  return ok(read);
}

async function tableIn(text: string): Promise<Result<Table, AreaFileRefusal>> {
  if (!text.trim()) return refuse('empty');
  const lines: Line[] = [];
  try {
    for await (const row of rowsOf([text], separatorOf(text))) {
      lines.push(row);
      if (row.cells.length > most.columns || lines.length > most.rows + 1) return refuse('too-many');
    }
  } catch (error) {
    // What can be read above the break is offered; the counts show how much that is.
    if (!(error instanceof PlainError)) throw error;
  }
  const [head, ...rest] = lines;
  return head && rest.length ? ok({ headings: head.cells, lines: rest }) : refuse('no-rows');
}

export type AreasAsk = Omit<AreaMeaning, 'columns'> & { text: Uint8Array; at: Date };
export type AreasRefusal = AreaFileRefusal | MeaningFault | 'no-year' | 'nothing';

/** For an operator: takes in a table whose headings say what they are. */
export async function importAreas(
  db: Database,
  programme: string,
  { text, at, ...said }: AreasAsk,
  { dryRun }: { dryRun: boolean },
): Promise<Result<AreasRead, AreasRefusal>> {
  const table = await tableIn(decoded(text).replaceAll('\0', '').toWellFormed());
  if (!table.ok) return table;
  const columns = guessRoles(table.value.headings, table.value.lines.slice(0, 50));
  const fault = meaningFault(columns);
  if (fault) return refuse(fault.why);
  if (!columns.includes('year') && !said.year) return refuse('no-year');
  return db.inProgramme(programme, async (tx): Promise<Result<AreasRead, AreasRefusal>> => {
    return take(tx, table.value, { ...said, columns }, { dryRun, at, by: null });
  });
}
