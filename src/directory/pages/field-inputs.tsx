import { Radios, TextArea, TextField, useWords, type Words } from '../../design/index.ts';
import type { Errors } from '../../platform/forms.ts';
import type { Field, FieldProblem, FieldWords } from '../fields-text.ts';

/** How the words of a page write a service down. */
export const fieldWords = (words: Words): FieldWords => ({
  times: { ...words.freshness.times, days: words.directory.days },
  free: words.directory.free,
});

const long: readonly Field[] = ['description', 'times', 'places', 'cost', 'eligibility'];
const types = { phone: 'tel', email: 'email', url: 'url' } as const;

/** One field of a service, to be written as anybody would. */
export function FieldInput({ field, value }: { field: Field; value: string }) {
  const { fields, hints, statuses } = useWords().freshness;
  const label = fields[field];
  const hint = hints[field as keyof typeof hints];
  if (field === 'status')
    return (
      <Radios
        name="status"
        label={label}
        labelSize="s"
        value={value}
        options={(['active', 'defunct'] as const).map((status) => ({ value: status, text: statuses[status] }))}
      />
    );
  const shared = { name: field, label, labelSize: 's' as const, value, ...(hint && { hint }) };
  if (long.includes(field)) return <TextArea {...shared} rows={field === 'description' ? 6 : Math.max(3, value.split('\n').length + 1)} />;
  return <TextField {...shared} type={types[field as keyof typeof types] ?? 'text'} spellcheck={field === 'name'} />;
}

/** What could not be read, beside its field. */
export function fieldErrors(problems: readonly FieldProblem[], words: Words): Errors {
  const { problems: said } = words.freshness;
  return Object.fromEntries(
    problems.map(({ field, why, line = 1 }) => {
      if (why !== 'unreadable') return [field, said[why]];
      const text = said.unreadable[field];
      return [field, typeof text === 'string' ? text : text(line)];
    }),
  );
}
