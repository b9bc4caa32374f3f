import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { Change } from '../change.ts';
import { itemsFor, scalesFor, textIn } from '../instrument.ts';
import { pairsOf } from '../pairs.ts';
import { measuresOf } from '../store/measures.ts';
import { registryOf } from './registry.ts';

/** How somebody said that things were at first and at the latest: `name` of the instrument, and what its `scale` measures. */
export type ScoreChange = { name: string; scale: string; from: number; to: number; better: Change['way'] };

/** Of one support, each instrument that was answered whole twice or more. */
export async function changesOf(
  tx: Tx,
  { person, support }: { person: string; support: string },
  today: CalendarDay,
): Promise<readonly ScoreChange[]> {
  const registry = await registryOf(tx, today);
  const taken = (await measuresOf(tx, person)).filter((one) => one.support === support);
  return [...new Set(taken.map(({ instrument }) => instrument))].toSorted().flatMap((id): ScoreChange[] => {
    const mine = taken.filter(({ instrument }) => instrument === id);
    const instrument = registry.at(id, mine.find(({ state }) => state === 'complete')?.version ?? '');
    if (!instrument) return [];
    const goals = [...new Map(mine.flatMap((one) => one.goals).map((goal) => [goal.id, goal])).values()];
    const scales = scalesFor(instrument, itemsFor(instrument, goals));
    return pairsOf(instrument, scales, mine).map(({ scale, from, to, change }) => ({
      name: textIn(instrument.name, 'en'),
      scale: textIn(scales.find((each) => each.id === scale)?.name ?? {}, 'en'),
      from: from.value,
      to: to.value,
      better: change.way,
    }));
  });
}
