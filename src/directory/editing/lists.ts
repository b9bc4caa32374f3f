/** Something in a list of a document, and what is read of it; null when nothing can be. */
export type Slot<Raw, Value> = { raw: Raw; value: Value | null };

/**
 * The raw things of a list for the values that it is to have. One that says the value already stays as it is; else the one most like it, as `likeness` counts,
 * is rewritten; else there is none. What cannot be read stays, in front.
 */
export function pairedWith<Raw, Value>(
  slots: readonly Slot<Raw, Value>[],
  values: readonly Value[],
  likeness: (one: Value, other: Value) => number,
): { unread: Raw[]; paired: { value: Value; raw: Raw | undefined; same: boolean }[] } {
  const left = slots.filter((slot): slot is { raw: Raw; value: Value } => slot.value !== null);
  const take = (found: { raw: Raw; value: Value } | undefined): Raw | undefined => found && left.splice(left.indexOf(found), 1)[0]!.raw;
  const same = values.map((value) => take(left.find((slot) => JSON.stringify(slot.value) === JSON.stringify(value))));
  const paired = values.map((value, nth) => {
    if (same[nth] !== undefined) return { value, raw: same[nth], same: true };
    const likest = left
      .map((slot) => ({ slot, score: likeness(slot.value, value) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)[0];
    return { value, raw: take(likest?.slot), same: false };
  });
  return { unread: slots.filter(({ value }) => value === null).map(({ raw }) => raw), paired };
}

/** How many of these say the same. */
export const alike =
  <Value>(least: number, ...of: ((value: Value) => unknown)[]) =>
  (one: Value, other: Value): number => {
    const score = of.filter((each) => JSON.stringify(each(one)) === JSON.stringify(each(other))).length;
    return score >= least ? score : 0;
  };
