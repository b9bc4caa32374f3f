import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { addOrganisations, exportServices, importServices } from '../../src/directory/index.ts';
import { testDatabase } from '../support/database.ts';
import { newProgramme } from '../support/programme.ts';
import { fillDirectory, organisation } from '../support/services.ts';

const db = await testDatabase();
const now = new Date('2026-11-21T12:00:00Z');

async function exported(programme: string, audience: 'whole' | 'public'): Promise<string[]> {
  const lines: string[] = [];
  for await (const batch of exportServices(db, { programme, audience, now })) lines.push(...batch.map((each) => JSON.stringify(each)));
  return lines;
}

it('writes every service and every organisation down so that, read in elsewhere, they are what they were', async () => {
  const [here, there] = [await newProgramme(db), await newProgramme(db)];
  await db.inProgramme(here.id, async (tx) => {
    await fillDirectory(tx);
    await addOrganisations(tx, [organisation('Moniaive Ukulele Club', { website: 'https://ukulele.example' })]);
  });
  const lines = await exported(here.id, 'whole');
  expect(lines).toHaveLength(7);

  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'services.ndjson'), lines.join('\n'));
  const taken = await importServices(db, { programme: there.id, from: join(folder, 'services.ndjson'), now: () => now });
  expect(taken).toMatchObject({ services: { added: 6 }, organisations: { added: 5 }, rejected: 0 });
  const again = await exported(there.id, 'whole');
  expect(again.map((line) => JSON.parse(line) as unknown)).toEqual(lines.map((line) => JSON.parse(line) as unknown));
});

it('keeps to itself what is nobody else’s, when that is asked for', async () => {
  const programme = await newProgramme(db);
  await db.inProgramme(programme.id, fillDirectory);
  const said = (await exported(programme.id, 'public')).join('\n');
  expect((await exported(programme.id, 'whole')).join('\n')).toContain('Hidden Lane');
  expect(said).toContain('Safe house');
  for (const secret of ['Hidden Lane', 'Rowan', 'DG5 4ZZ', 'requests@']) expect(said).not.toContain(secret);
});
