import { Fieldset, TextField, useWords } from '../../design/index.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { type HelpLine, isNumber } from '../help-line.ts';

const rows = [0, 1, 2, 3, 4, 5, 6, 7];
const longest = { when: 200, label: 100, number: 30 } as const;
const nameOf = (row: number, part: keyof HelpLine) => `inDanger-${row}-${part}`;

/** What was typed into the rows; those that are empty are not kept. */
export function readHelpLines(typed: Typed, words: Words['accounts']): { lines: HelpLine[]; errors: Errors } {
  const errors: Errors = {};
  const lines = rows.map((row): HelpLine => {
    const part = (name: keyof HelpLine) => String(typed[nameOf(row, name)] ?? '').trim();
    const line = { when: part('when'), label: part('label'), number: part('number') };
    for (const name of ['when', 'label', 'number'] as const)
      if (line[name].length > longest[name]) errors[nameOf(row, name)] = words.errors.tooLong(longest[name]);
    if (!line.label && (line.when || line.number)) errors[nameOf(row, 'label')] ??= words.errors.helpLabel;
    if (line.number && !isNumber(line.number)) errors[nameOf(row, 'number')] ??= words.errors.helpNumber;
    return line;
  });
  return { lines: lines.filter(({ when, label, number }) => when || label || number), errors };
}

export function HelpLinesFields({ lines }: { lines: readonly HelpLine[] }) {
  const words = useWords().accounts.settings;
  return (
    <>
      <p>{words.inDangerHint}</p>
      {rows.map((row) => (
        <Fieldset legend={words.helpLine(row + 1)} legendHidden key={row}>
          <div class="bothy-help-row">
            <TextField name={nameOf(row, 'label')} label={words.helpLabel} labelSize="s" value={lines[row]?.label} />
            <TextField
              name={nameOf(row, 'number')}
              label={words.helpNumber}
              labelSize="s"
              inputmode="tel"
              width={10}
              value={lines[row]?.number}
            />
            <TextField name={nameOf(row, 'when')} label={words.helpWhen} labelSize="s" value={lines[row]?.when} />
          </div>
        </Fieldset>
      ))}
    </>
  );
}
