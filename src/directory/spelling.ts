/** How many letters must be added, left out, changed or swapped with a neighbour to make one word of the other. */
export function lettersApart(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? beforeLast[j - 2]! + 1 : Infinity;
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, changed, swapped));
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}

/** The word that was meant: the nearest that is near enough, one letter in short words, more in long ones. Few get the first letter wrong. */
export function wordMeant(typed: string, known: readonly string[]): string | undefined {
  const most = typed.length < 6 ? 1 : typed.length < 10 ? 2 : 3;
  return known
    .filter((word) => word[0] === typed[0] || (word[0] === typed[1] && word[1] === typed[0]))
    .map((word) => ({ word, apart: lettersApart(typed, word) }))
    .filter(({ word, apart }) => apart <= most && (typed.length > 4 || word.length !== typed.length || isSwapped(typed, word)))
    .sort((a, b) => a.apart - b.apart)[0]?.word;
}

const isSwapped = (one: string, other: string): boolean => [...one].sort().join('') === [...other].sort().join('');

/** Every way to part a word in two that could both be words. */
export const halvesOf = (word: string): [string, string][] =>
  Array.from({ length: Math.max(0, word.length - 5) }, (_, nth) => [word.slice(0, nth + 3), word.slice(nth + 3)]);

/** The words with each unknown one put right: by the nearest known word, or by two that were typed as one. */
export const putRight = (
  words: readonly string[],
  unknown: ReadonlySet<string>,
  isKnown: (word: string) => boolean,
  like: readonly string[],
): string[] =>
  words.flatMap((word) => {
    if (!unknown.has(word)) return [word];
    const halves = halvesOf(word).find((both) => both.every(isKnown));
    return halves ?? [wordMeant(word, like) ?? word];
  });
