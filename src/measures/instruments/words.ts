import type { Answering, Item, Scale, Texts } from '../instrument.ts';

export const en = (text: string): Texts => ({ en: text });

export const zeroToTen = (low: string, high: string): Answering => ({ kind: 'scale', from: 0, to: 10, low: en(low), high: en(high) });

/** Answers in words, numbered upwards from the first. */
export const choices = (first: number, ...texts: readonly string[]): Answering => ({
  kind: 'options',
  options: texts.map((text, n) => ({ value: first + n, text: en(text), missing: false })),
});

export const item = (id: string, text: string, answering: Answering): Item => ({ id, text: en(text), answering, reverse: false });

/** The usual case: a plain sum of whole answers, all of them needed. */
export const sumOf = (
  id: string,
  name: string,
  items: readonly string[],
  range: { from: number; to: number },
  more: Partial<Scale> = {},
): Scale => ({
  id,
  name: en(name),
  items,
  method: 'sum',
  leastAnswered: items.length,
  prorate: false,
  times: 1,
  raw: { ...range, whole: true },
  convert: null,
  better: 'neither',
  bands: [],
  change: null,
  error: null,
  ...more,
});

export const allModes = ['together', 'phone', 'paper', 'own-page'] as const;
