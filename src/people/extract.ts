import { whyNotUse, type OptOut, type WhyNotUsed, whyNotUsed } from './may-use.ts';
import type { Standing } from './consent.ts';

/** Lists with names that leave for something other than care. */
export const extractPurposes = ['evaluation', 'research'] as const;
export type ExtractPurpose = (typeof extractPurposes)[number];
export const extractBases = ['explicit-consent', 'section-251'] as const;
export type ExtractBasis = (typeof extractBases)[number];

export const extractFields = ['name', 'date-of-birth', 'health-number', 'postcode', 'practice', 'received-on', 'source', 'stage'] as const;
export type ExtractField = (typeof extractFields)[number];

/** How many were left out, by why. */
export type LeftOut = Partial<Record<WhyNotUsed, number>>;
export type Candidate = { person: string; consent: Standing; optedOut: OptOut };

/** Who may be on the list, and how many may not and why. */
export function sift(
  candidates: readonly Candidate[],
  purpose: ExtractPurpose,
  basis: ExtractBasis,
): { people: string[]; leftOut: LeftOut } {
  const leftOut: LeftOut = {};
  const people: string[] = [];
  for (const { person, consent, optedOut } of candidates) {
    const why = whyNotUse(purpose, basis, consent, optedOut);
    if (why) leftOut[why] = (leftOut[why] ?? 0) + 1;
    else people.push(person);
  }
  return { people, leftOut };
}

/** A count that could point at somebody is not said exactly. */
export type SaidCount = { exactly: number } | { fewerThan: number };
const saidCount = (count: number, fewest = 5): SaidCount => (count > 0 && count < fewest ? { fewerThan: fewest } : { exactly: count });

/**
 * What may be said of those who were left out. When one reason is too few to be said, and could be worked out from the others and the
 * whole, only the whole is said, and that not exactly if it is too few itself.
 */
export function saidLeftOut(leftOut: LeftOut, fewest = 5): { all: SaidCount; reasons: { why: WhyNotUsed; count: SaidCount }[] } {
  const known = whyNotUsed.flatMap((why) => (leftOut[why] ? [{ why, count: leftOut[why] }] : []));
  const all = known.reduce((sum, { count }) => sum + count, 0);
  const small = known.filter(({ count }) => count < fewest);
  const tells = small.length === 1 && known.length > 1;
  const said = known.map(({ why, count }) => ({ why, count: saidCount(count, fewest) }));
  return { all: saidCount(all, fewest), reasons: tells ? [] : said };
}
