import type { Accessibility } from './service.ts';
import { understand } from './understand.ts';
import { tokensOf } from './search.ts';

const nothingElse = { not: [], place: '', age: null };

/** Of several ways that might help somebody, those that they named: whoever is hard of hearing need not have a service that signs. */
const named: Partial<Record<Accessibility, RegExp>> = {
  'sign-language': /\b(?:bsl|sign(?:s|ing|ed)?)\b/i,
  'hearing-loop': /\b(?:loop|hearing)\b/i,
};

/** What somebody needs to get in and take part, from how it was written down: "walks with a frame, hard of hearing". */
export const accessibilityIn = (text: string): Accessibility[] => [
  ...new Set(
    understand(tokensOf(text), [], nothingElse).parts.flatMap(({ accessibility }) =>
      accessibility.length === 1 ? accessibility : accessibility.filter((way) => named[way]?.test(text)),
    ),
  ),
];

const codes: Readonly<Record<string, string>> = {
  arabic: 'ar',
  bengali: 'bn',
  bulgarian: 'bg',
  cantonese: 'yue',
  chinese: 'zh',
  dari: 'fa',
  farsi: 'fa',
  french: 'fr',
  gaelic: 'gd',
  german: 'de',
  gujarati: 'gu',
  hindi: 'hi',
  hungarian: 'hu',
  italian: 'it',
  kurdish: 'ku',
  latvian: 'lv',
  lithuanian: 'lt',
  mandarin: 'zh',
  nepali: 'ne',
  pashto: 'ps',
  persian: 'fa',
  polish: 'pl',
  portuguese: 'pt',
  punjabi: 'pa',
  romanian: 'ro',
  russian: 'ru',
  somali: 'so',
  spanish: 'es',
  tamil: 'ta',
  tigrinya: 'ti',
  turkish: 'tr',
  ukrainian: 'uk',
  urdu: 'ur',
  vietnamese: 'vi',
  welsh: 'cy',
};

/** The code of the first language that is named in a text; null when none is. */
export const languageIn = (text: string): string | null =>
  tokensOf(text)
    .map((word) => codes[word])
    .find((code) => code) ?? null;
/** Those that a search can ask for, in the order of their English names. */
export const languageCodes: readonly string[] = [...new Set(Object.values(codes))];
