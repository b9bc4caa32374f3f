import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, password, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { ranges } from './pages/settings-form.ts';
import { usualSettings } from './programme.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let admin: Awaited<ReturnType<typeof web.signedIn>>;

beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  admin = await web.signedIn(programme.as('admin'));
});

const newEmail = () => `morag-${randomUUID().slice(0, 8)}@glenkens.example`;
const nurse = (email: string) => ({ name: 'Morag Kerr', email, roles: ['referrer'], practice: programme.practice });
const versionIn = (page: string) => /name="rowVersion" value="(\d+)"/.exec(page)![1]!;
const eventsOf = (type: string) =>
  db.inProgramme(programme.id, (tx) =>
    sql<{ subject_id: string; data: unknown }>`select subject_id, data from event where type = ${type} order by seq desc`.execute(tx),
  );

async function delivered(): Promise<string> {
  await web.jobs.run(web.modules.delivery.handlers, web.clock.now);
  return web.mail.letters.at(-1)!.text;
}
const linkIn = (text: string) => /http:\/\/[^/]+(\/welcome\/[\w-]+)/.exec(text)![1]!;

describe('accounts', () => {
  it('are for administrators alone', async () => {
    expect((await web.nobody.get('/accounts')).headers.get('location')).toBe('/sign-in?next=%2Faccounts');
    for (const path of ['/accounts', '/accounts/new', '/practices', '/settings']) {
      for (const who of ['nurse', 'lead', 'manager', 'evaluator'] as const) {
        expect((await (await web.signedIn(programme.as(who))).get(path)).status, `${who} ${path}`).toBe(403);
      }
      expect((await admin.get(path)).status).toBe(200);
    }
  });

  it('of another programme cannot be found', async () => {
    const other = await newProgramme(db);
    const { id } = other.as('nurse');
    expect((await admin.get(`/accounts/${id}`)).status).toBe(404);
    expect((await admin.post(`/accounts/${id}/disable`)).status).toBe(404);
    expect((await admin.get('/accounts/nonsense')).status).toBe(404);
  });

  it('are added with an invitation by which somebody chooses their own password', async () => {
    const email = newEmail();
    const added = await admin.post('/accounts/new', nurse(email));
    expect(added.headers.get('location')).toBe('/accounts?done=account-added');
    const letter = await delivered();
    expect(letter).toContain('Dear Morag Kerr');
    const path = linkIn(letter);
    expect(await (await web.nobody.get(path)).text()).toContain(email);
    const chosen = await web.nobody.post(path, { password: 'heather on the moor' });
    expect(chosen.headers.get('location')).toBe('/sign-in?done=password-chosen');
    const signedIn = await web.nobody.post('/sign-in', { email, password: 'heather on the moor' });
    expect(signedIn.headers.get('location')).toBe('/refer');
    const { rows } = await db.inProgramme(programme.id, (tx) =>
      sql<{ body: string }>`select body from message where to_address = ${email}`.execute(tx),
    );
    expect(rows[0]!.body).not.toContain('/welcome/');
  });

  it('keep what was typed and say what is missing beside the field', async () => {
    const answer = await admin.post('/accounts/new', { name: 'Morag Kerr', email: 'morag', roles: [] });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Morag Kerr');
    expect(page).toContain('href="#email">Enter an email address');
    expect(page).toContain('href="#roles">Choose at least one role');
    const homeless = await admin.post('/accounts/new', { ...nurse(newEmail()), practice: '' });
    expect(homeless.status).toBe(422);
    expect(await homeless.text()).toContain('href="#practice">Choose the practice');
  });

  it('refuse an address that somebody has already, in this programme or another', async () => {
    const other = await newProgramme(db);
    for (const taken of [programme.as('nurse').email, other.as('nurse').email.toUpperCase()]) {
      const answer = await admin.post('/accounts/new', nurse(taken));
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('There is already an account with this email address');
    }
  });

  it('tell the second of two administrators what the first one saved, and lose nothing', async () => {
    const { id, email, name } = programme.as('otherLinkWorker');
    const page = await (await admin.get(`/accounts/${id}`)).text();
    const form = { name, email, roles: ['link-worker'], team: programme.team, rowVersion: versionIn(page) };
    expect((await admin.post(`/accounts/${id}`, { ...form, jobTitle: 'Link worker, west' })).status).toBe(303);
    const second = await admin.post(`/accounts/${id}`, { ...form, jobTitle: 'Link worker, east' });
    expect(second.status).toBe(409);
    const text = await second.text();
    expect(text).toContain('Link worker, west');
    expect(text).toContain('value="Link worker, east"');
    expect((await admin.post(`/accounts/${id}`, { ...form, jobTitle: 'Link worker, east', rowVersion: versionIn(text) })).status).toBe(303);
    expect((await eventsOf('account-changed')).rows[0]).toEqual({ subject_id: id, data: { fields: ['jobTitle'] } });
  });

  it('keep the last administrator from shutting themselves out', async () => {
    const { id, email, name } = programme.as('admin');
    const version = versionIn(await (await admin.get(`/accounts/${id}`)).text());
    expect((await admin.post(`/accounts/${id}`, { name, email, roles: ['programme-manager'], rowVersion: version })).status).toBe(422);
    expect((await admin.post(`/accounts/${id}/disable`)).status).toBe(422);
    expect((await admin.get('/accounts')).status).toBe(200);
  });
});

describe('disabling an account', () => {
  it('signs somebody out at once, and enabling lets them in again', async () => {
    const someone = programme.as('steering');
    const session = await web.signedIn(someone);
    expect((await admin.post(`/accounts/${someone.id}/disable`)).headers.get('location')).toBe('/accounts?done=account-disabled');
    expect((await session.get('/services')).headers.get('location')).toContain('/sign-in');
    expect((await web.nobody.post('/sign-in', { email: someone.email, password })).status).toBe(401);
    expect((await admin.post(`/accounts/${someone.id}/enable`)).status).toBe(303);
    expect((await web.nobody.post('/sign-in', { email: someone.email, password })).status).toBe(303);
    expect((await eventsOf('account-disabled')).rows[0]!.subject_id).toBe(someone.id);
  });

  it('is refused while people would be left with nobody, until somebody else supports them', async () => {
    const { id } = programme.as('linkWorker');
    const elspeth = {
      givenName: 'Elspeth',
      familyName: 'Maxwell',
      'dateOfBirth-day': '3',
      'dateOfBirth-month': '2',
      'dateOfBirth-year': '1950',
    };
    const nurses = await web.signedIn(programme.as('nurse'));
    const sent = await nurses.post('/refer', { ...elspeth, needs: ['loneliness'], consent: 'yes' });
    const referral = sent.headers.get('location')!.split('/').at(-1)!;
    await (await web.signedIn(programme.as('linkWorker'))).post(`/queue/${referral}/accept`);

    const refused = await admin.post(`/accounts/${id}/disable`);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('They are supporting 1 person at present.');
    expect(page).toContain('One person is with them.');
    expect(page).not.toContain(`/accounts/${id}/disable`);
    const lead = await web.signedIn(programme.as('lead'));
    const [, person] = /name="pick" type="checkbox" value="([^"]+)"/.exec(await (await lead.get(`/handover/${id}`)).text())!;
    const to = { pick: [person!], to: programme.as('otherLinkWorker').id, [`note-${person}`]: 'Ring in the morning' };
    expect((await lead.post(`/handover/${id}`, to)).status).toBe(303);
    expect((await admin.post(`/accounts/${id}/disable`)).status).toBe(303);
    expect((await eventsOf('account-disabled')).rows[0]).toEqual({ subject_id: id, data: { openWork: 0 } });
  });
});

describe('a forgotten password', () => {
  it('is asked for with the same answer whether or not there is an account', async () => {
    const known = await web.nobody.post('/forgotten', { email: programme.as('lead').email });
    const unknown = await web.nobody.post('/forgotten', { email: 'nobody@nowhere.example' });
    expect([known.status, unknown.status]).toEqual([200, 200]);
    expect(await known.text()).toBe(await unknown.text());
    expect((await web.nobody.post('/forgotten', { email: 'lead' })).status).toBe(422);
  });

  it('is replaced by a link that works once, for two hours, and ends every session', async () => {
    const lead = programme.as('lead');
    const session = await web.signedIn(lead);
    await web.nobody.post('/forgotten', { email: lead.email });
    const path = linkIn(await delivered());
    const before = web.clock.now;
    web.clock.now = new Date(before.getTime() + 2 * 3_600_000 + 1);
    expect((await web.nobody.get(path)).status).toBe(404);
    web.clock.now = before;
    expect((await web.nobody.post(path, { password: 'passwordpassword' })).status).toBe(422);
    expect((await web.nobody.post(path, { password: '' })).status).toBe(422);
    expect((await web.nobody.post(path, { password: 'rowan by the burn' })).status).toBe(303);
    expect((await session.get('/queue')).headers.get('location')).toContain('/sign-in');
    expect((await web.nobody.post(path, { password: 'another good one' })).status).toBe(404);
    expect((await web.nobody.post('/sign-in', { email: lead.email, password: 'rowan by the burn' })).status).toBe(303);
  });

  it('sends at most three letters an hour to one address, and says nothing of it', async () => {
    const { email } = programme.as('evaluator');
    for (let tries = 0; tries < 5; tries++) expect((await web.nobody.post('/forgotten', { email })).status).toBe(200);
    await web.jobs.run(web.modules.delivery.handlers, web.clock.now);
    expect(web.mail.letters.filter(({ to }) => to.address === email)).toHaveLength(3);
  });

  it('has nothing for a link that was made up', async () => {
    const answer = await web.nobody.get('/welcome/made-up');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('This link does not work');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
  });
});

describe('practices and teams', () => {
  it('are added and changed, each noted without its name', async () => {
    expect((await admin.post('/practices/teams/new', { name: 'Machars link workers', email: '', phone: '01988 000000' })).status).toBe(303);
    expect((await admin.post('/practices/new', { name: 'Machars Surgery', place: 'Wigtown', team: programme.team })).status).toBe(303);
    const page = await (await admin.get('/practices')).text();
    expect(page).toContain('Machars Surgery');
    expect(page).toContain('Machars link workers');
    expect(JSON.stringify((await eventsOf('practice-added')).rows)).not.toContain('Machars');
    const form = { name: 'Glenkens Surgery', place: 'New Galloway', team: programme.team, rowVersion: '1' };
    expect((await admin.post(`/practices/${programme.practice}`, form)).status).toBe(303);
    expect((await admin.post(`/practices/${programme.practice}`, form)).status).toBe(409);
    expect((await admin.post(`/practices/teams/${programme.team}`, { name: 'Glenkens team', email: 'glenkens', phone: '' })).status).toBe(
      422,
    );
    expect((await admin.post('/practices/new', { name: '', place: '', team: '' })).status).toBe(422);
    expect((await admin.get(`/practices/${randomUUID()}`)).status).toBe(404);
  });

  it('of another programme cannot be given a practice', async () => {
    const other = await newProgramme(db);
    const answer = await admin.post('/practices/new', { name: 'Stray Surgery', place: '', team: other.team });
    expect(answer.status).toBe(422);
  });
});

describe('settings', () => {
  const whole = async () => {
    const page = await (await admin.get('/settings')).text();
    return {
      name: 'Glenkens Connections',
      timeZone: 'Europe/London',
      ...Object.fromEntries(Object.keys(ranges).map((count) => [count, String(usualSettings[count as keyof typeof ranges])])),
      publishesDirectory: 'yes',
      secureEmailDomains: '',
      'inDanger-0-when': 'Somebody is in danger now',
      'inDanger-0-label': 'Police, ambulance, fire',
      'inDanger-0-number': '999',
      rowVersion: versionIn(page),
    };
  };

  it('are saved, and hold from the next page', async () => {
    const saved = await admin.post('/settings', {
      ...(await whole()),
      name: 'Glenkens Together',
      secureEmailDomains: '@NHS.net\r\nnhs.scot',
    });
    expect(saved.headers.get('location')).toBe('/settings?done=settings-saved');
    const page = await (await admin.get('/settings')).text();
    expect(page).toContain('Glenkens Together');
    expect(page).toMatch(/nhs\.net\s+nhs\.scot/);
    expect((await eventsOf('settings-changed')).rows[0]!.data).toEqual({ fields: ['name', 'secureEmailDomains', 'inDanger'] });
  });

  it('say whether anybody may read the directory', async () => {
    const { publishesDirectory: _, ...without } = await whole();
    const box = async () => /<input[^>]*name="publishesDirectory"[^>]*>/.exec(await (await admin.get('/settings')).text())![0];
    expect(await box()).toContain('checked');
    await admin.post('/settings', without);
    expect(await box()).not.toContain('checked');
    const changed = (await eventsOf('settings-changed')).rows.map(({ data }) => JSON.stringify(data));
    expect(changed.some((fields) => fields.includes('publishesDirectory'))).toBe(true);
  });

  it('are refused with a reason beside the field', async () => {
    const wrong = {
      ...(await whole()),
      timeZone: 'Galloway',
      decideWithinDays: 'soon',
      replyLinkDays: '0',
      remindOfAppointmentDays: '1',
      secureEmailDomains: 'not a domain',
      'inDanger-1-number': 'nine nine nine',
    };
    const answer = await admin.post('/settings', wrong);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const field of ['timeZone', 'decideWithinDays', 'replyLinkDays', 'secureEmailDomains', 'inDanger-1-number', 'inDanger-1-label'])
      expect(page).toContain(`href="#${field}"`);
    expect(page).toContain('value="soon"');
  });

  it('saved by two people at once are shown to the second', async () => {
    const form = await whole();
    expect((await admin.post('/settings', { ...form, chaseAfterDays: '9' })).status).toBe(303);
    const second = await admin.post('/settings', { ...form, chaseAfterDays: '11' });
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toMatch(/>9</);
    expect(page).toContain('value="11"');
  });
});
