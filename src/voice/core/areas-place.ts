/** A part of the programme's ground, as the programme names it. Its areas bring figures; its postcodes and practices say whose needs are counted. */
export type Place = {
  id: string;
  name: string;
  areas: readonly string[];
  postcodes: readonly string[];
  practices: readonly string[];
  /** Goes up with each change of postcodes or practices. */
  version: number;
  rowVersion: number;
  retiredAt: Date | null;
};

/** Of 'DG7', 'dg7 3' or 'V6B': how it is kept. Undefined for what is none, or names a street. */
function toPostcodePart(typed: string): string | undefined {
  const [, outcode = '', sector = ''] = /^([A-Z]{1,2}\d[A-Z\d]?|[A-Z]\d[A-Z])(?:\s+(\d))?$/.exec(typed.trim().toUpperCase()) ?? [];
  return outcode ? [outcode, sector].filter(Boolean).join(' ') : undefined;
}

const parts = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\n,;]+/)
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];

/** The beginnings of postcodes in what somebody typed, and what in it is none. */
export function postcodesIn(typed: string): { known: string[]; unknown: string[] } {
  const read = parts(typed).map((part) => ({ part, code: toPostcodePart(part) }));
  return {
    known: [...new Set(read.flatMap(({ code }) => (code ? [code] : [])))],
    unknown: read.flatMap(({ part, code }) => (code ? [] : [part])),
  };
}

export const areasIn = parts;

/** Whether the same people are counted. */
export const sameGround = (a: Pick<Place, 'postcodes' | 'practices'>, b: Pick<Place, 'postcodes' | 'practices'>): boolean =>
  [...a.postcodes].sort().join() === [...b.postcodes].sort().join() && [...a.practices].sort().join() === [...b.practices].sort().join();

/** Under this its counts are kept: a place with another boundary is another place to count. */
export const countedAs = ({ id, version }: { id: string; version: number }): string => `${id}:${version}`;
