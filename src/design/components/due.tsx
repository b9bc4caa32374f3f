import { useChrome } from '../context.ts';
import { isLate, relativeDay } from '../dates.ts';

type Props = { day: Date | string; now: Date; timeZone?: string | undefined };

/** When something is due; late says so in words as well as in colour. */
export function Due({ day, now, timeZone }: Props) {
  const { words, lang } = useChrome();
  const text = relativeDay(day, { now, words, lang, timeZone });
  return isLate(day, now, timeZone) ? <strong class="bothy-due bothy-late">{text}</strong> : <span class="bothy-due">{text}</span>;
}
