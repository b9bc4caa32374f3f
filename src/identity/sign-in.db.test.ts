import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, password, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';

let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
beforeAll(async () => {
  const db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
});

describe('signing in', () => {
  it('brings a link worker to their caseload', async () => {
    const answer = await web.nobody.post('/sign-in', { email: programme.as('linkWorker').email.toUpperCase(), password });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/caseload');
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/i);
  });

  it('keeps the address and says what is wrong when the password is not right', async () => {
    const answer = await web.nobody.post('/sign-in', { email: programme.as('nurse').email, password: 'wrong' });
    expect(answer.status).toBe(401);
    const page = await answer.text();
    expect(page).toContain('The email address or password is not right');
    expect(page).toContain(programme.as('nurse').email);
  });

  it('says the same for an address that has no account', async () => {
    const answer = await web.nobody.post('/sign-in', { email: 'nobody@nowhere.example', password });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('The email address or password is not right');
  });

  it('asks for what is missing beside the field', async () => {
    const answer = await web.nobody.post('/sign-in', {});
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/href="#email">Enter your email address/);
  });

  it('makes somebody who guesses wait', async () => {
    const { email } = programme.as('steering');
    for (let tries = 0; tries < 6; tries++) await web.nobody.post('/sign-in', { email, password: 'guess' });
    const answer = await web.nobody.post('/sign-in', { email, password });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('never sends anybody to another site', async () => {
    for (const next of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example']) {
      const answer = await web.nobody.post('/sign-in', { email: programme.as('admin').email, password, next });
      expect(answer.headers.get('location')).toMatch(/^\/[a-z]*$/);
    }
  });

  it('refuses a form that another site sends', async () => {
    const answer = await web.app.request('http://127.0.0.1:3000/sign-in', {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'email=a&password=b',
    });
    expect(answer.status).toBe(403);
  });
});

describe('a session', () => {
  it('ends for good when somebody signs out', async () => {
    const nurse = await web.signedIn(programme.as('nurse'));
    expect((await nurse.get('/')).headers.get('location')).toBe('/refer');
    await nurse.post('/sign-out');
    expect((await nurse.get('/')).headers.get('location')).toBe('/sign-in');
  });

  it('ends after an hour without use', async () => {
    const nurse = await web.signedIn(programme.as('nurse'));
    const before = web.clock.now;
    web.clock.now = new Date(before.getTime() + 61 * 60_000);
    expect((await nurse.get('/')).headers.get('location')).toBe('/sign-in');
    web.clock.now = before;
  });
});

describe('every page', () => {
  it('carries the headers that keep other sites out', async () => {
    const { headers } = await web.nobody.get('/sign-in');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('says kindly when there is no such page', async () => {
    const answer = await web.nobody.get('/no-such-page');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('We cannot find that page');
  });
});
