import type { Point } from './place.ts';

/** Cells to a degree, as grid_cell() in the database has them: some twenty kilometres each way in these latitudes. */
const toDegree = { latitude: 5, longitude: 2.5 } as const;
const kmInDegree = 110.5;
const mostCells = 200;

/** The cells that a circle touches; undefined when they are too many to be asked for by name. */
export function cellsAround({ latitude, longitude }: Point, km: number): string[] | undefined {
  const up = (km / kmInDegree) * 1.01;
  const across = up / Math.max(0.01, Math.cos(((Math.abs(latitude) + up) * Math.PI) / 180));
  const rows = between(latitude - up, latitude + up, toDegree.latitude);
  const columns = between(longitude - across, longitude + across, toDegree.longitude);
  if (rows.length * columns.length > mostCells || Math.abs(latitude) + up > 89 || Math.abs(longitude) + across > 180) return undefined;
  return rows.flatMap((row) => columns.map((column) => `${row}:${column}`));
}

const between = (from: number, to: number, perDegree: number): number[] => {
  const [first, last] = [Math.floor(from * perDegree), Math.floor(to * perDegree)];
  return Array.from({ length: Math.min(mostCells, last - first) + 1 }, (_, nth) => first + nth);
};
