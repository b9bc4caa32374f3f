import type { Words } from '../../../locales/en/index.ts';
import type { Typed } from '../../platform/forms.ts';
import type { Flag } from '../core/names.ts';
import type { StorySeen } from '../index.ts';

/** What can stand for this part of the text just like that; nothing where somebody has to think. */
export function replacementFor(
  { kind, decade, text }: Flag,
  pronouns: string,
  words: Words['stories']['one']['replacements'],
): string | undefined {
  if (kind === 'age' && decade !== undefined)
    return /^i\b/i.test(text) ? words.decadeMine(decade) : words.decade(decade, whoseIn(text, pronouns));
  return kind === 'staff' || kind === 'place' || kind === 'organisation' || kind === 'home' || kind === 'date' ? words[kind] : undefined;
}

function whoseIn(text: string, pronouns: string): 'her' | 'his' | 'their' {
  if (/^they/i.test(text)) return 'their';
  if (/^he\b/i.test(text)) return 'his';
  if (/^she\b/i.test(text)) return 'her';
  return /^she/i.test(pronouns) ? 'her' : /^he\b/i.test(pronouns) ? 'his' : 'their';
}

/** Puts what was offered in the place of what was flagged, wherever the typed words say it. */
export function swapIn(typed: Typed, { flagged, person }: StorySeen, words: Words['stories']): Typed {
  const flag = typed['swap'] === undefined ? undefined : flagged.flags[Number(typed['swap'])];
  const instead = flag && replacementFor(flag, person?.pronouns ?? '', words.one.replacements);
  if (!flag || instead === undefined) return typed;
  const swapped = (text: Typed[string] | undefined) => String(text ?? '').replaceAll(flag.text, instead);
  return { ...typed, title: swapped(typed['title']), words: swapped(typed['words']) };
}
