/** How much a result of a grade is worth: nothing, 1, 3 or 7 for the grades 0 to 3. */
const gainOf = (grade: number): number => 2 ** grade - 1;

/** What a list is worth when each place counts less than the one before: the gain at place n over log2(n + 1). */
export const discountedGain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, nth) => sum + gainOf(grade) / Math.log2(nth + 2), 0);

type Wanted = Readonly<Record<string, number>>;

const gradesOf = (wanted: Wanted): number[] => Object.values(wanted).toSorted((a, b) => b - a);

/** nDCG: what the first `most` of a list are worth, as a part of what the best list would be (Järvelin and Kekäläinen 2002, with the gains of Burges et al. 2005). */
export function ndcg(found: readonly string[], wanted: Wanted, most: number): number {
  const ideal = discountedGain(gradesOf(wanted).slice(0, most));
  return ideal === 0 ? Number(found.length === 0) : discountedGain(found.slice(0, most).map((id) => wanted[id] ?? 0)) / ideal;
}

/** The part of what is wanted that is among the first `most`; of no more than could stand there. */
export function recall(found: readonly string[], wanted: Wanted, most: number): number {
  const all = Object.values(wanted).filter((grade) => grade > 0).length;
  if (all === 0) return Number(found.length === 0);
  return found.slice(0, most).filter((id) => (wanted[id] ?? 0) > 0).length / Math.min(all, most);
}
