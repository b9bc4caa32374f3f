import type { Scale } from './instrument.ts';

/** The z of a 95 % interval. */
const z = 1.96;

export type Change = {
  by: number;
  way: 'better' | 'worse' | 'same' | 'no-better-or-worse';
  /** Against the change that a published source calls worth noticing. */
  size: 'worth-noticing' | 'smaller' | 'not-known';
  /** Against what the same person's answers vary by when nothing has changed. */
  certain: 'yes' | 'no' | 'not-known';
};

/**
 * How far a score must move before it is more than chance, from the standard error of measurement: 1.96 × √2 × SEM, as in the reliable
 * change index (Jacobson and Truax 1991, J Consult Clin Psychol 59:12–19).
 */
export const reliableChange = (sem: number): number => z * Math.SQRT2 * sem;

/** How far a single score may be from what it would be on average: 1.96 × SEM either way. */
export const spreadOf = ({ error }: Scale): number | null => (error ? z * error.sem : null);

/** What a change from one score to a later one means. What has no published figure is not known, and says so. */
export function changeOf({ better, change, error }: Scale, first: number, later: number): Change {
  const by = Math.round((later - first) * 100) / 100;
  const far = Math.abs(by);
  return {
    by,
    way: wayOf(better, by),
    size: change ? (far >= change.by ? 'worth-noticing' : 'smaller') : 'not-known',
    certain: error ? (far > reliableChange(error.sem) ? 'yes' : 'no') : 'not-known',
  };
}

function wayOf(better: Scale['better'], by: number): Change['way'] {
  if (by === 0) return 'same';
  if (better === 'neither') return 'no-better-or-worse';
  return by > 0 === (better === 'higher') ? 'better' : 'worse';
}
