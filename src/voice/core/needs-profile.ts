import type { Need } from '../../directory/index.ts';
import type { Offer } from '../../directory/index.ts';
import type { Indicator } from './areas-indicator.ts';
import type { Period } from './needs-profile-period.ts';

/** What is counted of a time that is over. `people` were referred; the others are needs that were not met. */
export const countKinds = ['people', 'gaps', 'no-room', 'other-no', 'long-wait', 'nowhere', 'nowhere-days'] as const;
export type CountKind = (typeof countKinds)[number];

/** Null: too few to be shown. */
export type Counts = Record<CountKind, number | null>;
export type NeedRow = { need: Need; counts: Counts; offer: Omit<Offer, 'need'> };

export type Profile = {
  place: { id: string; name: string } | null;
  period: Period;
  countedAt: Date;
  rows: readonly NeedRow[];
  totals: Counts;
  /** Of everybody referred, those whose practice and postcode are not recorded. Only for the whole programme. */
  unplaced: number | null;
  indicators: readonly Indicator[];
};

const nothing = { services: 0, near: 0, room: 0, full: 0, notSaid: 0 };

/** One row for each need that somebody had or something offers; what most people were referred for comes first, then what was missing. */
export function rowsOf(needs: readonly Need[], countsOf: (need: Need) => Counts, offers: readonly Offer[]): NeedRow[] {
  const rows = needs.map((need) => {
    const { need: _, ...offer } = offers.find((each) => each.need === need) ?? { need, ...nothing };
    return { need, counts: countsOf(need), offer };
  });
  const said = ({ counts }: NeedRow) => countKinds.some((kind) => counts[kind] !== 0);
  return rows
    .filter((row) => said(row) || row.offer.services > 0)
    .sort((a, b) => weight(b.counts.people) - weight(a.counts.people) || weight(b.counts.gaps) - weight(a.counts.gaps));
}

/** What is hidden stands between none and the least that is shown. */
const weight = (count: number | null): number => count ?? 1;

/**
 * How what was asked for stands to what there is: `none`, nothing offers it; `full`, nothing that has said says it has room; `unmet`, it
 * was asked for and could not be had at least five times; `met`, none of these is known.
 */
export type Standing = 'none' | 'full' | 'unmet' | 'met';

export function standingOf({ counts, offer }: NeedRow): Standing {
  if (offer.services === 0) return 'none';
  if (offer.full > 0 && offer.room === 0) return 'full';
  const unmet = (['gaps', 'no-room', 'other-no', 'long-wait', 'nowhere'] as const).some((kind) => (counts[kind] ?? 0) > 0);
  return unmet ? 'unmet' : 'met';
}
