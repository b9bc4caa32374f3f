import type { Section } from './document.ts';

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };
export type SectionChange = { kind: 'same' | 'changed' | 'added' | 'removed'; heading: string; pieces: readonly Piece[] };

/** More than this many words on a side are shown as taken out and put in whole: finding the least change grows with the square. */
const mostWords = 1500;

const wordsIn = (text: string): string[] => text.match(/\S+\s*/g) ?? [];

/** What was taken out and put in to make one text of another, word by word. Without what was added it is the first; without what was removed, the second. */
export function wordChanges(before: string, after: string): Piece[] {
  const [a, b] = [wordsIn(before), wordsIn(after)];
  if (Math.max(a.length, b.length) > mostWords) return joined([whole('removed', before), whole('added', after)]);
  const longest = commonLengths(a, b);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]!.trim() === b[j]!.trim()) {
      pieces.push({ kind: 'same', text: b[j]! });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && longest[i + 1]![j]! >= longest[i]![j + 1]!))
      pieces.push({ kind: 'removed', text: a[i++]! });
    else pieces.push({ kind: 'added', text: b[j++]! });
  }
  return joined(pieces);
}

const whole = (kind: Piece['kind'], text: string): Piece => ({ kind, text });

/** How many words the ends of both texts have in common, from each word of the one and of the other on. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] = a[i]!.trim() === b[j]!.trim() ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.kind === piece.kind) runs[runs.length - 1] = { kind: last.kind, text: last.text + piece.text };
    else if (piece.text) runs.push(piece);
  }
  return runs;
}

/** Section by section, in the order of the new text; what was taken out stands at the end. Sections are known by their headings. */
export function sectionChanges(before: readonly Section[], after: readonly Section[]): SectionChange[] {
  const left = [...before];
  const changes = after.map(({ heading, text }): SectionChange => {
    const nth = left.findIndex((each) => each.heading.toLowerCase() === heading.toLowerCase());
    if (nth < 0) return { kind: 'added', heading, pieces: [whole('added', text)] };
    const [was] = left.splice(nth, 1);
    const same = was!.text === text && was!.heading === heading;
    return { kind: same ? 'same' : 'changed', heading, pieces: wordChanges(was!.text, text) };
  });
  return [...changes, ...left.map(({ heading, text }): SectionChange => ({ kind: 'removed', heading, pieces: [whole('removed', text)] }))];
}
