import type { Words } from '../../../locales/en/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { Telling } from '../core/names-somebody.ts';

const most = 3;

/** What is read by the steering group, and may tell who somebody is, is saved only when somebody says that it does not. Errors by field; undefined when all is well. */
export function unchecked(words: Words, typed: Typed, telling: Readonly<Record<string, readonly Telling[]>>): Errors | undefined {
  if (typed['noNames'] === 'yes') return undefined;
  const { noNames } = words.steering;
  const { kinds } = words.together.one;
  const errors = Object.entries(telling)
    .filter(([, found]) => found.length > 0)
    .map(([field, found]) => {
      const said = found.slice(0, most).map(({ kind, text }) => `“${text}” (${kinds[kind]})`);
      const rest = found.length > most ? [noNames.more(found.length - most)] : [];
      return [field, noNames.asked([...said, ...rest].join(', '))] as const;
    });
  return errors.length ? Object.fromEntries(errors) : undefined;
}
