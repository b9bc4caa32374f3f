export type AskedGoal = { id: string; words: string };

const plain = (words: string): string => words.trim().toLowerCase();

/** The goals to ask about. One that was asked about before keeps its id, so that it is compared with itself and with no other. */
export function goalsToAsk(goals: readonly string[], before: readonly (readonly AskedGoal[])[]): AskedGoal[] {
  const known = new Map(before.flat().map(({ id, words }) => [plain(words), id]));
  let last = Math.max(0, ...[...known.values()].map((id) => Number(id.slice('goal-'.length))));
  const asked: AskedGoal[] = [];
  for (const words of goals) {
    if (!plain(words) || asked.some((each) => plain(each.words) === plain(words))) continue;
    const id = known.get(plain(words)) ?? `goal-${++last}`;
    asked.push({ id, words: words.trim() });
  }
  return asked;
}
