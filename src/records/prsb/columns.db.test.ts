import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { answers } from './coverage.ts';

const places = [
  ...new Set(
    Object.values(answers)
      .flatMap((answer) => (answer.how === 'held' ? answer.in : answer.how === 'derived' ? answer.from : []))
      .filter((place) => !place.startsWith('about:')),
  ),
];
let columns: Set<string>;

beforeAll(async () => {
  const db = await testDatabase();
  columns = await db.asOwner(async (connection) => {
    const { rows } = await sql<{ place: string }>`
      select table_name || '.' || column_name as place from information_schema.columns where table_schema = 'public'`.execute(connection);
    return new Set(rows.map(({ place }) => place));
  });
});

describe('what is said to be held of the standard', () => {
  it.each(places)('%s is a column of the database', (place) => expect(columns).toContain(place));
});
