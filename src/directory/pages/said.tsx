import { formatDate, SaidLines, useWords } from '../../design/index.ts';
import { isCalendarDay } from '../../platform/calendar.ts';
import { type Line, linesOf } from '../difference.ts';
import { withTimesTold } from '../told-times.ts';
import { fieldWords } from './field-inputs.tsx';

const most = 80;

/** What a field of a document says, as it can be read. `names`: what the things are called that stand in it as ids. */
export function Said({ value, names }: { value: unknown; names: ReadonlyMap<string, string> }) {
  const words = useWords();
  const { set, fieldName } = words.feeds;
  const lines = linesOf(withTimesTold(value, fieldWords(words).times));
  if (!lines.length) return <span class="nhsuk-u-secondary-text-colour">{set.nothing}</span>;
  const told = ({ name, value: text }: Line) => [name && fieldName(name), names.get(text) ?? readable(text)].filter(Boolean).join(': ');
  return <SaidLines lines={lines.slice(0, most).map((line) => ({ deep: line.deep, text: told(line) }))} />;
}

export const readable = (text: string): string => (isCalendarDay(text) ? formatDate(text) : text);
