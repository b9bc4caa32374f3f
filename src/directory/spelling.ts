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

/** The word that was meant: the nearest that is near enough, one letter in short words, a third of the letters in long ones. */
export function wordMeant(typed: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(typed.length / 3));
  return known
    .map((word) => ({ word, apart: lettersApart(typed, word) }))
    .filter(({ apart }) => apart <= most)
    .sort((a, b) => a.apart - b.apart)[0]?.word;
}
