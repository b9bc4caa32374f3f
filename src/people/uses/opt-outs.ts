import { randomUUID } from 'node:crypto';
import { type Asker, mayAtAll } from '../../identity/index.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { numbersIn } from '../opt-out-list.ts';
import { compareWith, type ListKind, newestList, noteOptOut } from '../store/opt-outs.ts';
import { about, type NotReached } from './within.ts';

export type Compared = { numbers: number; others: number; optedOut: number };

/** Compares everybody with a list of the national data opt-out. A list without a single NHS number is a mistake, not an answer. */
export async function compareOptOuts(
  tx: Tx,
  { kind, text }: { kind: ListKind; text: string },
  by: By,
  at: Date,
): Promise<Result<Compared, 'no-numbers'>> {
  const { numbers, others } = numbersIn(text);
  if (!numbers.length) return refuse('no-numbers');
  const id = randomUUID();
  const optedOut = await compareWith(tx, { id, kind, readAt: at, readBy: by.kind === 'account' ? by.id : null }, numbers);
  await recordEvents(tx, [
    { type: 'opt-outs-compared', subject: { kind: 'opt-out-list', id }, by, at, data: { kind, numbers: numbers.length } },
  ]);
  return ok({ numbers: numbers.length, others, optedOut });
}

export const openOptOuts = ({ db, now }: { db: Database; now: () => Date }) => ({
  newest: (asker: Asker) => db.inProgramme(asker.programme.id, newestList),

  compare: async (asker: Asker, list: { kind: ListKind; text: string }): Promise<Result<Compared, 'no-numbers' | 'not-yours'>> =>
    mayAtAll(asker, 'extract people')
      ? db.inProgramme(asker.programme.id, (tx) => compareOptOuts(tx, list, { kind: 'account', id: asker.id }, now()))
      : refuse('not-yours'),

  /** What a person says of it themselves. */
  note: (asker: Asker, id: string, out: boolean): Promise<Result<'noted', NotReached>> =>
    about(db, asker, 'support person', id, async (tx) => {
      await noteOptOut(tx, id, { out, at: now(), by: asker.id });
      const by: By = { kind: 'account', id: asker.id };
      await recordEvents(tx, [{ type: 'opt-out-noted', subject: { kind: 'person', id }, person: id, by, at: now(), data: { out } }]);
      return ok('noted');
    }),
});
export type OptOuts = ReturnType<typeof openOptOuts>;
