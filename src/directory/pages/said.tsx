import { SaidLines, useWords } from '../../design/index.ts';
import { type Line, linesOf } from '../difference.ts';

const most = 80;

/** What a field of a document says, as it can be read. `names`: what the things are called that stand in it as ids. */
export function Said({ value, names }: { value: unknown; names: ReadonlyMap<string, string> }) {
  const { set, fieldName } = useWords().feeds;
  const lines = linesOf(value);
  if (!lines.length) return <span class="nhsuk-u-secondary-text-colour">{set.nothing}</span>;
  const told = ({ name, value: text }: Line) => [name && fieldName(name), names.get(text) ?? text].filter(Boolean).join(': ');
  return <SaidLines lines={lines.slice(0, most).map((line) => ({ deep: line.deep, text: told(line) }))} />;
}
