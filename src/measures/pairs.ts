import type { CalendarDay } from '../platform/calendar.ts';
import { type Change, changeOf } from './change.ts';
import type { Instrument, Mode, Scale } from './instrument.ts';
import type { Measure } from './measure.ts';

type Taken = Pick<Measure, 'id' | 'instrument' | 'version' | 'support' | 'point' | 'state' | 'takenOn' | 'mode' | 'interpreter' | 'scores'>;

export type Pair = {
  scale: string;
  from: { measure: string; on: CalendarDay; value: number; mode: Mode };
  to: { measure: string; on: CalendarDay; value: number; mode: Mode };
  change: Change;
  /** Asked in another way the second time, which may change the answers by itself. */
  askedDifferently: boolean;
};

const inOrder = (a: Taken, b: Taken): number => a.takenOn.localeCompare(b.takenOn);

/** The first and the latest of an instrument in one support. Only what is complete is paired, and only within one version. */
export function pairsOf(instrument: Pick<Instrument, 'id'>, scales: readonly Scale[], taken: readonly Taken[]): Pair[] {
  const complete = taken.filter(({ instrument: id, state }) => id === instrument.id && state === 'complete').toSorted(inOrder);
  const to = complete.at(-1);
  const from = complete.find(({ version, support }) => version === to?.version && support === to.support);
  if (!from || !to || from.takenOn === to.takenOn) return [];
  return scales.flatMap((scale) => {
    const first = from.scores.find((score) => score.scale === scale.id);
    const later = to.scores.find((score) => score.scale === scale.id);
    if (!first || !later) return [];
    return [
      {
        scale: scale.id,
        from: { measure: from.id, on: from.takenOn, value: first.value, mode: from.mode },
        to: { measure: to.id, on: to.takenOn, value: later.value, mode: to.mode },
        change: changeOf(scale, first.value, later.value),
        askedDifferently: from.mode !== to.mode || from.interpreter !== to.interpreter,
      },
    ];
  });
}
