import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { newProgramme } from '../support/programme.ts';
import { fillDirectory } from '../support/services.ts';
import { openWeb } from '../support/web.ts';

const guide = readFileSync(new URL('../../docs/standards/directory.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/^curl 'http:\/\/127\.0\.0\.1:3000([^']+)'(?: --json '([^']+)')?$/gm)].map(([, path, body]) => ({
  path: path!,
  body,
}));

it('the guide to reading a directory has examples that work', async () => {
  const db = await testDatabase();
  const web = openWeb(db);
  const programme = await newProgramme(db);
  await db.inProgramme(programme.id, fillDirectory);
  expect(examples.length).toBeGreaterThan(7);
  for (const { path, body } of examples) {
    const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
    const answer = await web.nobody.request(
      body ? 'POST' : 'GET',
      `/directory/${programme.as('lead').programme.slug}${path}`,
      body,
      headers,
    );
    expect([path, answer.status, (await answer.text()).length > 100]).toEqual([path, 200, true]);
  }
});
