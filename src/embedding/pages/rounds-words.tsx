import { formatDate, useChrome, useWords } from '../../design/index.ts';
import { nomad, textIn } from '../../measures/index.ts';
import { generalItems, inWords } from '../core/round-items.ts';
import type { Round } from '../core/round.ts';

type Named = Pick<Round, 'intervention' | 'organisation'>;
export type Statement = { id: string; part: string | null; text: string; reverse: boolean };

/** What a round asks, as it is read. */
export function statementsOf({ items, general, ...named }: Pick<Round, 'items' | 'general'> & Named, lang: string): Statement[] {
  const asked = nomad.items.filter(({ id }) => items.includes(id));
  const statements = asked.map(({ id, text, reverse }) => ({
    id,
    part: nomad.scales.find((scale) => scale.items.includes(id))?.id ?? null,
    text: inWords(textIn(text, lang), named),
    reverse,
  }));
  const asks = general ? generalItems : [];
  return [...statements, ...asks.map(({ id, text }) => ({ id, part: null, text: inWords(text, named), reverse: false }))];
}

export type Answer = { value: number; text: string; missing: boolean };

/** The answers that each statement has, from agreeing to disagreeing, then the kinds of "not relevant". */
export function answersOf(lang: string): Answer[] {
  const answering = nomad.items[0]!.answering;
  return answering.kind === 'options'
    ? answering.options.map(({ value, text, missing }) => ({ value, text: textIn(text, lang), missing }))
    : [];
}

export const partIds = ['coherence', 'participation', 'action', 'monitoring'] as const;
type PartId = (typeof partIds)[number];
export const isPart = (part: string): part is PartId => partIds.some((each) => each === part);

export function usePartName() {
  const words = useWords().rounds.parts;
  return (part: string): string => (isPart(part) ? words[part] : part);
}

export function useGroupName() {
  const words = useWords().rounds.roles;
  return (group: string): string => words[group as keyof typeof words] ?? group;
}

export function useDay() {
  const { lang } = useChrome();
  return (day: string): string => formatDate(day, { lang });
}

/** One decimal: more would say more than so few people can, and help whoever would subtract. */
export const oneDecimal = (value: number): string => value.toFixed(1);
export const signed = (value: number): string => {
  const text = oneDecimal(Math.abs(value));
  return Number(text) === 0 ? '0.0' : `${value > 0 ? '+' : '−'}${text}`;
};
export const percent = (n: number, of: number): string => `${of ? Math.round((n * 100) / of) : 0} %`;
