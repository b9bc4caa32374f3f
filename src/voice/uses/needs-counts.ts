import { refusedByNeed } from '../../connections/index.ts';
import { gapsByNeed, isRestricted, needs as allNeeds } from '../../directory/index.ts';
import type { Bound, CountAsked, WhereCount } from '../../people/index.ts';
import { referredByNeed, unplaced } from '../../referrals/index.ts';
import { heldByNeed } from '../../support/index.ts';
import { addDays, instantAt } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { countedAs } from '../core/areas-place.ts';
import { type CountKind, countKinds } from '../core/needs-profile.ts';
import { type Atom, type Cell, tell } from '../core/needs-profile-hide.ts';
import type { Period } from '../core/needs-profile-period.ts';
import * as store from '../store/profile.ts';

/** Everybody, wherever they live. */
export const everywhere = 'all';
/** What nobody may see in a list is in no count. */
export const countedNeeds = allNeeds.filter((need) => !isRestricted(need));

/**
 * What is told of a period that is over. Each place is counted when it is first looked at and never again, beside what had been told of
 * every other place, so that neither two places nor two days can be compared to find a few people.
 */
export async function countsOfPeriod(tx: Tx, period: Period, timeZone: string, now: Date): Promise<store.Counted[]> {
  const wanted = [everywhere, ...(await store.allPlaces(tx)).filter(({ retiredAt }) => !retiredAt).map(countedAs)];
  const missing = (counts: readonly store.Counted[]) => wanted.filter((place) => !counts.some((each) => each.place === place));
  let counts = await store.countsOf(tx, period.id);
  if (!missing(counts).length) return counts;
  await store.countInTurn(tx);
  counts = await store.countsOf(tx, period.id);
  const added = await countAnew(tx, { places: missing(counts), counts, period, timeZone, now });
  await store.addCounts(tx, period.id, added);
  return [...counts, ...added];
}

type Counting = { places: readonly string[]; counts: readonly store.Counted[]; period: Period; timeZone: string; now: Date };

async function countAnew(tx: Tx, { places, counts, period, timeZone, now }: Counting): Promise<store.Counted[]> {
  if (!places.length) return [];
  const bounds = await store.allBounds(tx);
  const counted: store.Counted[] = [];
  for (const kind of countKinds.filter((each) => each !== 'nowhere-days')) {
    const atoms = toAtoms(await figuresOf(tx, kind, { bounds, period, timeZone }));
    const before = counts.filter((each) => each.kind === kind && each.count !== null);
    const cells: Cell[] = places.flatMap((place) => ['', ...countedNeeds].map((need) => ({ place, need })));
    if (kind === 'people' && places.includes(everywhere)) cells.push({ place: unplaced, need: '' });
    const told = tell(atoms, cells, before);
    counted.push(...told.map((each) => ({ ...each, kind, at: now })));
  }
  const days = toAtoms(await figuresOf(tx, 'nowhere-days', { bounds, period, timeZone }));
  const held = counted.filter(({ kind }) => kind === 'nowhere');
  return [...counted, ...held.map((each) => ({ ...each, kind: 'nowhere-days', count: each.count === null ? null : inTens(days, each) }))];
}

const toAtoms = (figures: readonly WhereCount[]): Atom[] => figures.map((each) => ({ ...each, places: [everywhere, ...each.places] }));

/** Days are told to the nearest ten, and only where the people are told whose days they were. */
function inTens(days: readonly Atom[], { place, need }: Cell): number {
  const sum = days.reduce((all, atom) => all + (atom.need === need && atom.places.includes(place) ? atom.count : 0), 0);
  return sum === 0 ? 0 : Math.max(10, Math.round(sum / 10) * 10);
}

type Where = { bounds: readonly Bound[]; period: Period; timeZone: string };

function figuresOf(tx: Tx, kind: CountKind, { bounds, period, timeZone }: Where): Promise<WhereCount[]> {
  const without = allNeeds.filter(isRestricted);
  const asked: CountAsked = {
    ...{ bounds, without, from: instantAt(timeZone, period.from, '00:00'), to: instantAt(timeZone, addDays(period.to, 1), '00:00') },
  };
  switch (kind) {
    case 'people':
      return referredByNeed(tx, asked);
    case 'gaps':
      return gapsByNeed(tx, asked);
    case 'no-room':
    case 'other-no':
      return refusedByNeed(tx, kind, asked);
    case 'long-wait':
    case 'nowhere':
    case 'nowhere-days':
      return heldByNeed(tx, kind, { bounds, without, from: period.from, to: period.to });
  }
}
