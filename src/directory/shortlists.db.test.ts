import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aPerson } from '../../test/support/connected.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { countRows } from '../../test/support/rows.ts';
import { fillDirectory } from '../../test/support/services.ts';
import { openWeb } from '../../test/support/web.ts';
import { workOf } from '../work.ts';

const db = await testDatabase();
const web = openWeb(db);
type Visitor = Awaited<ReturnType<typeof web.signedIn>>;

let programme: TestProgramme;
let services: Awaited<ReturnType<typeof fillDirectory>>;
let sam: Visitor;
beforeEach(async () => {
  web.clock.now = new Date('2026-11-21T10:00:00Z');
  programme = await newProgramme(db);
  services = await db.inProgramme(programme.id, fillDirectory);
  sam = await web.signedIn(programme.as('linkWorker'));
});

const text = async (answer: Promise<Response> | Response) => (await answer).text();
const listIn = (page: string) => /href="\/shortlists\/([\da-f-]{36})"/.exec(page)?.[1] ?? '';

/** Adds services to a new list as the buttons on their pages do; answers the list's id. */
async function aList(of: readonly { id: string }[], person?: string): Promise<string> {
  const who = person ? { for: person } : {};
  let list = '';
  for (const { id } of of) {
    const added = await sam.post('/shortlists/services', {
      service: id,
      ...who,
      ...(list && { list }),
      link: person ? `?for=${person}` : '',
    });
    expect(added.status).toBe(303);
    list ||= listIn(await text(sam.get(added.headers.get('location')!)));
  }
  return list;
}

const version = (page: string, service: string) =>
  new RegExp(`action="/shortlists/[^"]*/${service}/note"[^>]*><input[^>]*name="rowVersion" value="(\\d+)"`).exec(page)?.[1] ?? '';

async function noted(list: string, service: { id: string }, note: string) {
  const page = await text(sam.get(`/shortlists/${list}`));
  return sam.post(`/shortlists/${list}/services/${service.id}/note`, { note, rowVersion: version(page, service.id) });
}

async function linkTo(list: string): Promise<string> {
  return /value="http[^"]*(\/list\/[\w-]{43})"/.exec(await text(sam.post(`/shortlists/${list}/links`)))![1]!;
}

describe('a shortlist', () => {
  it('begins from the page of a service, and keeps what was searched for', async () => {
    expect(await text(sam.get('/shortlists'))).toContain('No shortlists yet');
    const added = await sam.post('/shortlists/services', { service: services.shed.id, link: '?need=loneliness' });
    expect(added.headers.get('location')).toBe(`/services/${services.shed.id}?need=loneliness&done=shortlist-added`);
    const list = listIn(await text(sam.get(added.headers.get('location')!)));
    const page = await text(sam.get(`/shortlists/${list}`));
    expect(page).toContain('Men’s Shed workshop');
    expect(await text(sam.get('/shortlists'))).toContain('1 service');
  });

  it('can be begun with a name, and renamed', async () => {
    const begun = await sam.post('/shortlists', { name: 'Warm places' });
    const at = begun.headers.get('location')!;
    expect(await text(sam.get(at))).toContain('Nothing on it yet');
    const list = at.split('/')[2]!.split('?')[0]!;
    expect((await sam.post(`/shortlists/${list}`, { name: 'Warmer places', rowVersion: '1' })).status).toBe(303);
    const stale = await sam.post(`/shortlists/${list}`, { name: 'Coldest', rowVersion: '1' });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('Coldest');
    expect((await sam.post('/shortlists', { name: ' ' })).status).toBe(422);
    expect((await sam.post(`/shortlists/${list}`, { name: 'x'.repeat(101), rowVersion: '2' })).status).toBe(422);
  });

  it('has its own order', async () => {
    const list = await aList([services.shed, services.choir, services.debt]);
    await sam.post(`/shortlists/${list}/services/${services.debt.id}/move`, { step: 'up' });
    await sam.post(`/shortlists/${list}/services/${services.shed.id}/move`, { step: 'down' });
    const page = await text(sam.get(`/shortlists/${list}`));
    const order = [...page.matchAll(/<section class="bothy-panel bothy-kept" id="([\da-f-]{36})"/g)].map((match) => match[1]);
    expect(order).toEqual([services.debt.id, services.shed.id, services.choir.id]);
  });

  it('keeps a note for each service, and loses nothing when two write at once', async () => {
    const list = await aList([services.shed]);
    const before = await text(sam.get(`/shortlists/${list}`));
    expect((await noted(list, services.shed, 'Ask for Ian. Bus 520 stops outside.')).status).toBe(303);
    expect(await text(sam.get(`/shortlists/${list}`))).toContain('Bus 520 stops outside.');
    const at = `/shortlists/${list}/services/${services.shed.id}/note`;
    const late = await sam.post(at, { note: 'Tuesdays are best', rowVersion: version(before, services.shed.id) });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Tuesdays are best');
    expect(page).toContain('Bus 520 stops outside.');
    const long = await sam.post(at, { note: 'x'.repeat(501), rowVersion: '2' });
    expect(long.status).toBe(422);
    expect(await long.text()).toContain('500 characters at most');
  });

  it('gives back what was taken off by mistake, note and all, and a whole list too', async () => {
    const list = await aList([services.shed, services.choir]);
    await noted(list, services.shed, 'Bus 520');
    const off = await sam.post(`/shortlists/${list}/services/${services.shed.id}/remove`);
    const page = await text(sam.get(off.headers.get('location')!));
    expect(page).not.toContain('Bus 520');
    expect(page).toContain('Put it back');
    await sam.post(`/shortlists/${list}/services/${services.shed.id}/restore`);
    expect(await text(sam.get(`/shortlists/${list}`))).toContain('Bus 520');

    const gone = await sam.post(`/shortlists/${list}/remove`);
    expect((await sam.get(`/shortlists/${list}`)).status).toBe(404);
    expect(await text(sam.get(gone.headers.get('location')!))).toContain('Put “Shortlist” back');
    await sam.post(`/shortlists/${list}/restore`);
    expect((await sam.get(`/shortlists/${list}`)).status).toBe(200);
  });

  it('holds no more than anybody would read', async () => {
    const list = await aList([services.shed]);
    const many = Array.from({ length: 49 }, () => ({ ...services.shed, id: randomUUID() }));
    const { addServices } = await import('./index.ts');
    await db.inProgramme(programme.id, (tx) => addServices(tx, many));
    for (const { id } of many) await sam.post('/shortlists/services', { service: id, list });
    const full = await sam.post('/shortlists/services', { service: services.choir.id, list });
    expect(full.headers.get('location')).toContain('done=shortlist-full');
  });

  it('is nobody else’s to open, change, share or print', async () => {
    const list = await aList([services.shed]);
    const elsewhere = await newProgramme(db);
    for (const other of [await web.signedIn(programme.as('lead')), await web.signedIn(elsewhere.as('linkWorker'))]) {
      for (const path of [`/shortlists/${list}`, `/shortlists/${list}/print`]) expect((await other.get(path)).status).toBe(404);
      const own = `/shortlists/${list}`;
      const posts = [
        '',
        '/remove',
        '/restore',
        '/links',
        '/links/end',
        '/mail',
        ...['note', 'move', 'remove', 'restore'].map((verb) => `/services/${services.shed.id}/${verb}`),
      ];
      for (const path of posts) {
        const answer = await other.post(`${own}${path}`, { name: 'Mine', note: 'x', address: 'me@home.example', rowVersion: '1' });
        expect([path, answer.status]).toEqual([path, 404]);
      }
      const added = await other.post('/shortlists/services', { service: services.shed.id, list });
      expect(added.status).toBe(404);
    }
    expect((await sam.post('/shortlists/services', { service: randomUUID() })).status).toBe(404);
    expect((await sam.post('/shortlists/services', { service: 'no-id' })).status).toBe(404);
  });

  it('forgets after a month what was taken away', async () => {
    const list = await aList([services.shed, services.choir]);
    await sam.post(`/shortlists/${list}/services/${services.shed.id}/remove`);
    await sam.post(`/shortlists/${list}/mail`, { address: 'friend@home.example' });
    web.clock.now = new Date('2026-12-23T10:00:00Z');
    await workOf(web.modules).handlers['forget-searches']!({});
    expect(await countRows(db, programme.id, 'shortlist_item')).toBe(1);
    expect(await countRows(db, programme.id, 'shortlist_mail')).toBe(0);
  });
});

describe('a person’s shortlist', () => {
  it('is part of their record: their team may open it, nobody else, and every look is noted', async () => {
    const moira = await aPerson(db, programme);
    const list = await aList([services.shed], moira.id);
    const colleague = await web.signedIn(programme.as('otherLinkWorker'));
    const before = await countRows(db, programme.id, 'access');
    const page = await text(colleague.get(`/shortlists/${list}`));
    expect(page).toContain('Shortlist for Moira Kerr');
    expect(await countRows(db, programme.id, 'access')).toBe(before + 1);
    for (const who of ['nurse', 'manager', 'steering'] as const)
      expect((await (await web.signedIn(programme.as(who))).get(`/shortlists/${list}`)).status).toBe(404);
    expect(await text(sam.get('/shortlists'))).toContain('Moira Kerr: Shortlist');
  });

  it('is begun only by somebody who may see them', async () => {
    const moira = await aPerson(db, programme);
    const nurse = await web.signedIn(programme.as('nurse'));
    const refused = await nurse.post('/shortlists/services', { service: services.shed.id, for: moira.id });
    expect(refused.status).toBe(404);
    expect((await sam.post('/shortlists/services', { service: services.shed.id, for: randomUUID() })).status).toBe(404);
    expect(await countRows(db, programme.id, 'shortlist')).toBe(0);
  });

  it('does not take a service into a list that is not theirs', async () => {
    const moira = await aPerson(db, programme);
    const own = await aList([services.shed]);
    expect((await sam.post('/shortlists/services', { service: services.choir.id, list: own, for: moira.id })).status).toBe(404);
  });

  it('says on no page, paper or mail of others whose it is', async () => {
    const moira = await aPerson(db, programme, { safeContact: { channels: ['email'], voicemailOk: null, note: '' } });
    const list = await aList([services.shed], moira.id);
    await sam.post(`/shortlists/${list}`, { name: 'For Moira', rowVersion: '1' });
    const shared = await text(web.nobody.get(await linkTo(list)));
    expect(shared).toContain('Men’s Shed workshop');
    expect(shared).not.toMatch(/Moira|Kerr|Sam Findlay/);
    const print = await text(sam.get(`/shortlists/${list}/print`));
    expect(print).toContain('bothy-large');
    expect(print).not.toMatch(/Moira|Kerr/);
    await sam.post(`/shortlists/${list}/mail`, { to: 'person' });
    await web.jobs.run(web.modules.delivery.handlers);
    const letter = web.mail.letters.at(-1)!;
    expect(letter.to.address).toBe('moira@home.example');
    expect(JSON.stringify({ ...letter, to: '' })).not.toMatch(/Moira|Kerr|Shed/);
  });

  it('is not shared while a note names them', async () => {
    const moira = await aPerson(db, programme);
    const list = await aList([services.shed], moira.id);
    await noted(list, services.shed, 'Moira would like this');
    for (const path of ['links', 'mail']) {
      const refused = await sam.post(`/shortlists/${list}/${path}`, { address: 'friend@home.example' });
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('Take the person’s name out of the note on Men’s Shed workshop first');
    }
    await noted(list, services.shed, 'You would like this');
    expect((await sam.post(`/shortlists/${list}/links`)).status).toBe(200);
  });

  it('goes to their own address only when they have said that email is safe', async () => {
    const moira = await aPerson(db, programme);
    const list = await aList([services.shed], moira.id);
    expect(await text(sam.get(`/shortlists/${list}`))).toContain('has not said that email is a safe way');
    const sent = web.mail.letters.length;
    expect((await sam.post(`/shortlists/${list}/mail`, { to: 'person' })).status).toBe(422);
    const own = await sam.post(`/shortlists/${list}/mail`, { address: 'MOIRA@home.example' });
    expect(own.status).toBe(422);
    expect(await own.text()).toContain('MOIRA@home.example');
    await web.jobs.run(web.modules.delivery.handlers);
    expect(web.mail.letters).toHaveLength(sent);
  });
});

describe('a shared shortlist', () => {
  it('is read without an account, and kept from search engines, caches and other sites', async () => {
    const list = await aList([services.debt, services.refuge]);
    await noted(list, services.debt, 'Bring your last bill.');
    const link = await linkTo(list);
    const answer = await web.nobody.get(link);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const page = await answer.text();
    expect(page).toContain('Bring your last bill.');
    expect(page).toContain('01556 000000');
    expect(page).toContain('Leave this page');
    expect(page).not.toMatch(/Rowan House|Hidden Lane|DG5 4ZZ|requests@money\.example/);
  });

  it('keeps only a hash of the link, and ends when it is told to, or by itself', async () => {
    const list = await aList([services.debt]);
    const [first, second] = [await linkTo(list), await linkTo(list)];
    expect(first).not.toBe(second);
    expect(await countRows(db, programme.id, 'shortlist_link')).toBe(2);
    expect(await text(sam.get(`/shortlists/${list}`))).toContain('2 links show this list');
    web.clock.now = new Date('2027-02-19T10:00:01Z');
    expect((await web.nobody.get(first)).status).toBe(410);
    web.clock.now = new Date('2026-11-21T10:00:00Z');
    await sam.post(`/shortlists/${list}/links/end`);
    for (const link of [first, second]) expect((await web.nobody.get(link)).status).toBe(410);
    const third = await linkTo(list);
    await sam.post(`/shortlists/${list}/remove`);
    expect((await web.nobody.get(third)).status).toBe(410);
  });

  it('cannot be found by guessing', async () => {
    expect((await web.nobody.get('/list/short')).status).toBe(404);
    expect((await web.nobody.get(`/list/${'x'.repeat(43)}`)).status).toBe(404);
    const machine = `one machine ${randomUUID()}`;
    const tries = await Promise.all(Array.from({ length: 21 }, () => web.modules.shortlists.countGuess(machine)));
    expect(Math.max(...tries)).toBeGreaterThan(0);
  });

  it('is not shared while there is nothing on it', async () => {
    const list = (await sam.post('/shortlists', { name: 'Empty' })).headers.get('location')!.split('/')[2]!.split('?')[0]!;
    const refused = await sam.post(`/shortlists/${list}/links`);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Add a service to the list first');
  });

  it('goes by mail to an address, with a link of its own and nothing of what is on it', async () => {
    const list = await aList([services.refuge]);
    expect((await sam.post(`/shortlists/${list}/mail`, { address: 'not one' })).status).toBe(422);
    expect((await sam.post(`/shortlists/${list}/mail`, { address: 'friend@home.example' })).status).toBe(303);
    await web.jobs.run(web.modules.delivery.handlers);
    const letter = web.mail.letters.at(-1)!;
    expect(letter.to.address).toBe('friend@home.example');
    expect(letter.subject + letter.text).not.toMatch(/Safe house|refuge|abuse/i);
    const link = /http:\/\/127\.0\.0\.1:3000(\/list\/[\w-]{43})/.exec(letter.text)![1]!;
    expect(await text(web.nobody.get(link))).toContain('Safe house and support');
    const admin = await web.signedIn(programme.as('admin'));
    const messages = await text(admin.get('/messages'));
    expect(messages).toContain('List of services');
    expect(messages).toContain('An address that was given');
    expect(messages).not.toContain('friend@home.example');
  });
});
