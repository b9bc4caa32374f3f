import { accountsById } from '../../identity/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { Handover } from '../handover.ts';
import { awayOn } from '../store/absences.ts';
import { lastHandoverOf } from '../store/handovers.ts';
import { weightsOf } from '../store/weights.ts';
import type { Support } from '../support.ts';
import type { Weight } from '../weight.ts';

/** Who looks after somebody, and how much of them it takes. */
export type Care = {
  weighs: { weight: Weight | null; suggestedWeight: Weight };
  /** The last time that they went to another worker. */
  handover: (Pick<Handover, 'id' | 'note' | 'at' | 'tellAt' | 'toldAt'> & { from: string; mayUndo: boolean }) | undefined;
  /** Their worker is away. */
  away: { worker: string; until: CalendarDay; cover: string | undefined } | undefined;
};

export async function careOf(tx: Tx, support: Support | undefined, today: CalendarDay): Promise<Care | undefined> {
  const weighs = support?.stage.name === 'open' ? await weightsOf(tx, support.id) : undefined;
  if (!support || !weighs) return undefined;
  const last = await lastHandoverOf(tx, support.person);
  const handover = last?.support === support.id && last.to === support.linkWorker ? last : undefined;
  const absence = (await awayOn(tx, today)).find(({ account }) => account === support.linkWorker);
  const names = await accountsById(
    tx,
    [handover?.from, absence?.account, absence?.cover].filter((id) => id != null),
  );
  const called = (id: string) => names.get(id)?.name ?? '';
  return {
    weighs,
    handover: handover && { ...handover, from: called(handover.from), mayUndo: !handover.toldAt },
    away: absence && { worker: called(absence.account), until: absence.to, cover: absence.cover ? called(absence.cover) : undefined },
  };
}
