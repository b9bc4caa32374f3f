import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { newProgramme } from '../support/programme.ts';
import { openWeb } from '../support/web.ts';

it('pages say that the records cannot be reached while the database is away, and are back when it is', async () => {
  const db = await testDatabase();
  const programme = await newProgramme(db);
  const outage = { on: false };
  const away = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
  const web = openWeb({
    ...db,
    inProgramme: (id, work) => (outage.on ? away() : db.inProgramme(id, work)),
    outsideProgrammes: (work) => (outage.on ? away() : db.outsideProgrammes(work)),
  });
  const lead = await web.signedIn(programme.as('lead'));

  outage.on = true;
  const answer = await lead.get('/queue');
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('10');
  expect(await answer.text()).toContain('Bothy cannot reach its records just now');
  expect((await lead.get('/health')).status).toBe(200);

  outage.on = false;
  expect((await lead.get('/queue')).status).toBe(200);
});
