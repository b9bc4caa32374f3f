import { formatDate } from '../../design/index.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { NeedRow } from '../core/needs-profile.ts';
import type { Period } from '../core/needs-profile-period.ts';

/** '2026', or 'Jul–Sep 2026'. */
export function periodName({ id }: Pick<Period, 'id'>, words: Words): string {
  const [year = '', quarter] = id.split('-Q');
  return quarter ? words.needsProfile.quarter(quarter, year) : year;
}

export const periodDays = ({ from, to }: Period, words: Words): string => words.needsProfile.period(formatDate(from), formatDate(to));

/** In the middle of a sentence; what is a name of its own stays as it is. */
export const needInSentence = (need: NeedRow['need'], words: Words): string => {
  const name = words.directory.needs[need];
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
};

export const placeName = (place: { name: string } | null, words: Words): string => place?.name ?? words.needsProfile.whole;

/** What could not be had, in short sentences; where all of it is hidden or none, in one. */
export function unmetLines({ counts }: NeedRow, words: Words): string[] {
  const said = words.needsProfile.unmet(counts);
  if (said.length) return said;
  const kinds = ['gaps', 'no-room', 'other-no', 'long-wait', 'nowhere'] as const;
  const { unmetHidden, unmetNothing } = words.needsProfile.needs;
  return [kinds.some((kind) => counts[kind] === null) ? unmetHidden : unmetNothing];
}
