import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { cellsAround } from './grid.ts';

const db = await testDatabase();

it('has in its cells every point that is near enough, as the database numbers them', async () => {
  const degree = (most: number) => fc.integer({ min: -most * 1000, max: most * 1000 }).map((thousandths) => thousandths / 1000);
  const degrees = { latitude: degree(65), longitude: degree(170) };
  await fc.assert(
    fc.asyncProperty(fc.record(degrees), fc.constantFrom(2, 5, 20, 50), fc.integer({ min: 0, max: 359 }), async (here, km, bearing) => {
      const cells = cellsAround(here, km)!;
      const away = (km * 0.98) / 111.2;
      const angle = (bearing * Math.PI) / 180;
      const there = {
        latitude: here.latitude + away * Math.cos(angle),
        longitude: here.longitude + (away * Math.sin(angle)) / Math.cos((here.latitude * Math.PI) / 180),
      };
      const { rows } = await db.asOwner((tx) =>
        sql<{ cell: string; km: number }>`
          select grid_cell(ll_to_earth(${there.latitude}, ${there.longitude})::cube) as cell,
            earth_distance(ll_to_earth(${here.latitude}, ${here.longitude}), ll_to_earth(${there.latitude}, ${there.longitude})) / 1000 as km`.execute(
          tx,
        ),
      );
      if (rows[0]!.km <= km) expect(cells).toContain(rows[0]!.cell);
    }),
    { numRuns: 60 },
  );
});

it('names no cells of what is too wide or too near a pole', () => {
  expect(cellsAround({ latitude: 55, longitude: -4 }, 500)).toBeUndefined();
  expect(cellsAround({ latitude: 89.9, longitude: 0 }, 50)).toBeUndefined();
});
