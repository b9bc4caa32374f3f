import type { Words } from '../../../locales/en/index.ts';
import type { Found } from '../index.ts';
import { weekdays } from '../schedule.ts';
import { listed } from './facts.tsx';

type WithReasons = Pick<Found, 'reasons' | 'because' | 'freshness'>;

/** `Why this one: has “debt”, helps with money, near, free, checked 3 weeks ago`. */
export function reasonLine({ reasons, because, freshness }: WithReasons, { directory, finding: w }: Words): string {
  const day = (code: string) => weekdays.find((each) => each === code);
  const times = because.times.map((code) => {
    const weekday = day(code);
    return weekday ? w.on(directory.days[weekday]) : w.inPart[code as keyof typeof w.inPart];
  });
  const texts = reasons.map((reason) => {
    switch (reason) {
      case 'words':
        return w.matches(because.words.map(w.said).join(', '));
      case 'needs':
        return w.helpsWith(lower(listed(because.needs.map((need) => directory.needs[need]))));
      case 'for':
        return w.forWhom(because.whoFor.map((audience) => lower(directory.audiences[audience])).join(', '));
      case 'times':
        return w.runs(times.join(', '));
      case 'attendance':
        return because.attendance.map((way) => w.takesPart[way]).join(', ');
      case 'fresh':
        return freshness.kind === 'never' ? '' : w.checked(directory.freshness.ago(freshness.ago));
      case 'near':
      case 'covers':
      case 'access':
      case 'language':
      case 'room':
      case 'free':
        return w.reasons[reason];
    }
  });
  return texts.filter(Boolean).length ? w.why(texts.filter(Boolean)) : '';
}

/** In the middle of a sentence, unless it is written in capitals such as LGBT+. */
const lower = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
