import type { Ratings } from './agreement.ts';

/** A stretch of a text, in UTF-16 units; `to` is the first that is no more in it. */
export type Span = { from: number; to: number };
export type Passage = Span & { id: string; code: string };
/** One coder's work on one wording of a text. */
export type Coding = {
  id: string;
  story: string;
  version: number;
  coder: string;
  begunAt: Date;
  doneAt: Date | null;
  passages: readonly Passage[];
};

export const touch = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

/** Without the blanks around it; nothing when only blanks are left, or it lies outside. */
export function trimmed(words: string, { from, to }: Span): Span | undefined {
  const [start, end] = [Math.max(0, Math.trunc(from)), Math.min(words.length, Math.trunc(to))];
  const inside = words.slice(start, end);
  if (!inside.trim()) return undefined;
  return { from: start + inside.length - inside.trimStart().length, to: end - (inside.length - inside.trimEnd().length) };
}

/** The sentences of a text, in its language; a new line always begins a new one. */
export function sentencesOf(words: string, language = 'en'): Span[] {
  const cut = new Intl.Segmenter(language, { granularity: 'sentence' });
  return [...cut.segment(words)]
    .flatMap(({ index, segment }) => {
      const lines: Span[] = [];
      let from = index;
      for (const line of segment.split('\n')) {
        lines.push({ from, to: from + line.length });
        from += line.length + 1;
      }
      return lines;
    })
    .flatMap((span) => trimmed(words, span) ?? []);
}

/** What was ticked, sentences that follow each other as one passage. */
export function spansOf(sentences: readonly Span[], ticked: readonly number[]): Span[] {
  const spans: Span[] = [];
  let last = -2;
  for (const index of [...new Set(ticked)].toSorted((a, b) => a - b)) {
    const sentence = sentences[index];
    if (!sentence) continue;
    const before = spans.at(-1);
    if (before && index === last + 1) before.to = sentence.to;
    else spans.push({ ...sentence });
    last = index;
  }
  return spans;
}

/** When it was opened: when so many had finished that nobody needs to be kept from it any more. */
export function openedAt(codings: readonly Coding[], coders: number): Date | undefined {
  const done = codings.flatMap(({ doneAt }) => doneAt ?? []).toSorted((a, b) => a.getTime() - b.getTime());
  return done[coders - 1];
}

/** Whether somebody may see what the others coded: it is open, and they are not in the middle of it themselves. */
export const maySee = (viewer: string, codings: readonly Coding[], coders: number): boolean =>
  openedAt(codings, coders) !== undefined && !codings.some(({ coder, doneAt }) => coder === viewer && !doneAt);

/** Finished, and begun before anybody could see the others'. */
export function blindOnes(codings: readonly Coding[], coders: number): Coding[] {
  const opened = openedAt(codings, coders);
  return codings.filter(({ begunAt, doneAt }) => doneAt !== null && (!opened || begunAt <= opened));
}

export type Coded = { sentences: readonly Span[]; codings: readonly Coding[] };

const said = (coding: Coding, sentence: Span, code: string): number =>
  Number(coding.passages.some((passage) => passage.code === code && touch(passage, sentence)));

/** Whether each coder gave each sentence this code: 1 or 0, and null where they did not code the text. One row a coder. */
export const ratingsOf = (texts: readonly Coded[], coders: readonly string[], codes: readonly string[]): Ratings =>
  coders.map((coder) =>
    texts.flatMap(({ sentences, codings }) => {
      const own = codings.find((coding) => coding.coder === coder);
      return sentences.flatMap((sentence) => codes.map((code) => (own ? said(own, sentence, code) : null)));
    }),
  );
