/** Fewer people than this are never shown by themselves, nor left over when others are taken away. */
export const leastPeople = 5;

/**
 * Which groups may be shown beside all of them: each has at least five people, and so have those who remain when all shown groups are
 * taken from the whole, or nobody remains. Whatever is added or taken away, what is left covers nobody, or five.
 */
export function groupsToShow(counts: Readonly<Record<string, number>>, total: number, least = leastPeople): string[] {
  const shown = Object.entries(counts)
    .filter(([, n]) => n >= least)
    .toSorted(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
  const rest = () => total - shown.reduce((sum, [, n]) => sum + n, 0);
  while (shown.length && rest() > 0 && rest() < least) shown.shift();
  return shown.length === 1 && rest() === 0 ? [] : shown.map(([group]) => group);
}

/** Under which name each role is kept with the answers: its own where enough were invited, or else with the others. */
export function groupsOf<Role extends string>(invited: Readonly<Partial<Record<Role, number>>>): (role: Role) => Role | 'together' {
  const counts = invited as Record<string, number>;
  const total = Object.values(counts).reduce((a, b) => a + b, 0);
  const alone = groupsToShow(counts, total);
  return (role) => (alone.includes(role) ? role : 'together');
}
