import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Directory, Published } from '../directory/index.ts';
import { usualSettings } from '../identity/index.ts';
import { openLog } from '../platform/log.ts';
import { ok } from '../platform/result.ts';
import { directoryApis } from './index.ts';

const programme = { id: randomUUID(), slug: 'glenkens', name: 'Glenkens', settings: usualSettings };

/** The doors, before a directory that gives these batches. */
const streamOf = (batches: () => AsyncGenerator<Published[]>) =>
  directoryApis({
    directory: { lastPublished: () => Promise.resolve(null), publishedAll: () => Promise.resolve(ok(batches())) } as unknown as Directory,
    identity: { publishers: () => Promise.resolve([programme]) },
    log: openLog('silent'),
    now: () => new Date(),
    publicUrl: 'https://bothy.example',
  }).request('/hsds/v3/services?format=ndjson');

const aBatch = (nth: number): Published[] => [
  { document: { id: randomUUID(), name: `Service ${nth}`, status: 'active' }, changedAt: null },
];

it('asks for no more than is read, and stops when the reader goes', async () => {
  let [asked, ended] = [0, false];
  const answer = await streamOf(async function* () {
    try {
      for (;;) yield aBatch(++asked);
    } finally {
      ended = true;
    }
  });
  const reader = answer.body!.getReader();
  expect(asked).toBe(0);
  await reader.read();
  await reader.read();
  expect([asked, ended]).toEqual([2, false]);
  await reader.cancel();
  expect([asked, ended]).toEqual([2, true]);
});

it('breaks off, so that the reader knows, when something fails half way', async () => {
  const answer = await streamOf(async function* () {
    yield aBatch(1);
    throw await Promise.resolve(new Error('The database went away.'));
  });
  const reader = answer.body!.getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('Service 1');
  await expect(reader.read()).rejects.toThrow();
});
