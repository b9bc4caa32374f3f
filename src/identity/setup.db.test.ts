import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownDatabase } from '../../test/support/database.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
beforeAll(async () => {
  db = await ownDatabase('setup');
  web = openWeb(db);
});
afterAll(() => db.close());

const form = {
  programmeName: 'Glenkens Connections',
  slug: '',
  timeZone: 'Europe/London',
  practice: 'Glenkens Medical Practice',
  place: 'New Galloway',
  team: 'Glenkens link workers',
  name: 'Priya Shah',
  email: 'Priya@Glenkens.example',
  password: 'heather on the moor',
};

describe('the first start of an empty Bothy', () => {
  it('has nothing to say to a link that is made up or too old', async () => {
    const token = (await web.modules.setup.offer())!;
    const before = web.clock.now;
    web.clock.now = new Date(before.getTime() + 86_400_000 + 1);
    const late = await web.nobody.get(`/setup/${token}`);
    web.clock.now = before;
    const madeUp = await web.nobody.get('/setup/made-up');
    expect([late.status, madeUp.status]).toEqual([404, 404]);
    expect(await late.text()).toBe(await madeUp.text());
    expect((await web.nobody.post('/setup/made-up', form)).status).toBe(404);
  });

  it('keeps what was typed, but for the password, and says what is missing', async () => {
    const token = (await web.modules.setup.offer())!;
    const answer = await web.nobody.post(`/setup/${token}`, { ...form, timeZone: 'Nowhere', name: '', password: 'priyashah1' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('value="Glenkens Medical Practice"');
    expect(page).not.toContain('priyashah1');
    for (const field of ['timeZone', 'name']) expect(page).toContain(`href="#${field}"`);
    const weak = await web.nobody.post(`/setup/${token}`, { ...form, password: 'password1234' });
    expect(await weak.text()).toContain('too easy to guess');
  });

  it('names the programme and signs its first administrator in, by any link that still holds, once', async () => {
    const links = [(await web.modules.setup.offer())!, (await web.modules.setup.offer())!];
    const answers = await Promise.all(links.map((token) => web.nobody.post(`/setup/${token}`, form)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
    const done = answers.find(({ status }) => status === 303)!;
    expect(done.headers.get('location')).toBe('/accounts?done=set-up');
    const cookie = done.headers.getSetCookie()[0]!.split(';')[0]!;
    const accounts = await web.nobody.request('GET', '/accounts', undefined, { cookie });
    expect(accounts.status).toBe(200);
    expect(await accounts.text()).toContain('priya@glenkens.example');
    expect((await web.nobody.post('/sign-in', { email: form.email, password: form.password })).headers.get('location')).toBe('/accounts');
  });

  it('is over when there is a programme', async () => {
    expect(await web.modules.setup.offer()).toBeUndefined();
  });
});
