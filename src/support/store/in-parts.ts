/** PostgreSQL takes at most 65,535 values in one statement. */
export function* inParts<T>(rows: readonly T[], size = 2000): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}
