import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import type { Database } from './database.ts';
import { openRateLimit } from './rate-limit.ts';

let db: Database;
beforeAll(async () => void (db = await testDatabase()));

const someone = () => `isla-${randomUUID()}@practice.example`;
const three = (name = 'test') => openRateLimit(db, name, { tries: 3, perSeconds: 600 });

it('lets through as many tries as it allows, and then says how long to wait', async () => {
  const [limit, isla] = [three(), someone()];
  for (let i = 0; i < 3; i++) expect(await limit.take(isla)).toBe(0);
  const wait = await limit.take(isla);
  expect(wait).toBeGreaterThan(590);
  expect(wait).toBeLessThanOrEqual(600);
});

it('counts each by themselves, and each limit by itself', async () => {
  const [isla, sam] = [someone(), someone()];
  for (let i = 0; i < 4; i++) await three().take(isla);
  expect(await three().take(sam)).toBe(0);
  expect(await three('another').take(isla)).toBe(0);
});

it('holds over all processes, for it is counted in the database', async () => {
  const isla = someone();
  const answers = await Promise.all(Array.from({ length: 10 }, () => three().take(isla)));
  expect(answers.filter((wait) => wait === 0)).toHaveLength(3);
});

it('starts anew when it is told to forget', async () => {
  const [limit, isla] = [three(), someone()];
  for (let i = 0; i < 4; i++) await limit.take(isla);
  await limit.forget(isla);
  expect(await limit.take(isla)).toBe(0);
});

it('starts anew when the time is over', async () => {
  const [limit, isla] = [three(), someone()];
  for (let i = 0; i < 4; i++) await limit.take(isla);
  await db.asOwner((connection) => sql`update rate_limit set expire = expire - 600000`.execute(connection));
  expect(await limit.take(isla)).toBe(0);
});

it('keeps no address, only a hash of it', async () => {
  const isla = someone();
  await three().take(isla);
  const { rows } = await db.asOwner((connection) => sql<{ key: string }>`select key from rate_limit`.execute(connection));
  expect(rows.some(({ key }) => key.includes('practice.example'))).toBe(false);
  expect(rows.some(({ key }) => key.startsWith('test:'))).toBe(true);
});

it('cannot be seen or reset by the application in a request', async () => {
  await expect(db.outsideProgrammes((tx) => sql`select * from rate_limit`.execute(tx))).rejects.toThrow('permission denied');
});
