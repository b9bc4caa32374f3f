import { addDays } from '../../platform/calendar.ts';
import type { Capacity } from '../room.ts';
import { count, keep, type NotKept } from './kept.ts';
import { toPlainText } from './plain-text.ts';
import { isRaw, type Raw, rawsIn, textIn } from './raw.ts';
import { toInstant, toWhole } from './values.ts';

/** For so long what a feed says of room is believed, as when a service says it itself. */
const believedDays = 28;

/** The latest of what a service says of its room; one unit is all that we hold. */
export function capacityOf(service: Raw, notKept: NotKept): Capacity | null {
  const said = rawsIn(service['capacities']).flatMap((raw) => {
    const available = keep(notKept, 'capacity.available (no whole number)', raw['available'], toWhole(0, 1_000_000));
    const updatedAt = keep(notKept, 'capacity.updated (no date)', raw['updated'], toInstant);
    return available === null || updatedAt === null ? [] : [{ available, updatedAt, unit: raw['unit'], own: raw['bothy'] }];
  });
  const [latest, ...others] = said.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  for (const _ of others) count(notKept, 'capacity (more than one)');
  if (!latest) return null;
  const { unit, own } = latest;
  if (isRaw(own)) return ownCapacity(latest, own);
  const weeks = /\b(\d{1,3})\s*weeks?\b/i.exec(textIn(service['wait_time']))?.[1];
  const { available, updatedAt } = latest;
  return {
    unit: (isRaw(unit) && toPlainText(unit['name'], 100)) || 'places',
    available,
    waitingList: weeks !== undefined,
    waitWeeks: weeks === undefined ? null : Number(weeks),
    updatedAt,
    expiresAt: new Date(`${addDays(updatedAt.toISOString().slice(0, 10), believedDays)}T00:00:00Z`),
  };
}

/** What a Bothy wrote of the wait and for how long it holds. */
const ownCapacity = ({ available, updatedAt, unit }: { available: number; updatedAt: Date; unit: unknown }, own: Raw): Capacity => ({
  unit: (isRaw(unit) && toPlainText(unit['name'], 100)) || 'places',
  available,
  waitingList: own['waiting_list'] === true,
  waitWeeks: toWhole(0, 999)(own['wait_weeks']),
  updatedAt,
  expiresAt: toInstant(own['expires_at']) ?? updatedAt,
});
