import type { Words } from '../../../locales/en/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { textOf } from './edit-rows.ts';

type W = Words['editing'];
type Reader = (typed: Typed, name: string, before: string | null, errors: Errors, words: W) => string | null;

/** A value of one line. One that says what was there is what was there, however that was written. */
const reader =
  (read: (text: string) => string | undefined, message: (words: W) => string): Reader =>
  (typed, name, before, errors, words) => {
    const text = textOf(typed, name);
    if (text === (before ?? '')) return before;
    if (!text) return null;
    const value = read(text);
    if (value === undefined) errors[name] = message(words);
    return value ?? null;
  };

const email = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]{2,}$/;

export const readEmail = reader(
  (text) => (email.test(text) && text.length <= 254 ? text : undefined),
  (words) => words.errors.email,
);
export const readPhone = reader(
  (text) => (text.length <= 60 && (text.match(/\d/g) ?? []).length >= 3 ? text : undefined),
  (words) => words.errors.phone,
);
export const readAddress = reader(
  (text) => {
    const address = /^[a-z0-9-]+(\.[a-z0-9-]+)+([/?#]|$)/i.test(text) ? `https://${text}` : text;
    return /^https?:\/\/[^/]*\./i.test(address) && !/\s/.test(address) && address.length <= 1000 && URL.canParse(address)
      ? address
      : undefined;
  },
  (words) => words.errors.url,
);
