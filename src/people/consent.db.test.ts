import { beforeAll, describe, expect, it } from 'vitest';
import { aPerson, addressOf, aService, connect, linkInMail, versionOf } from '../../test/support/connected.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import { findConnection } from '../connections/index.ts';
import type { Service } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import { eventsAbout } from '../platform/events.ts';
import { consentsOf, type Person, reachNow } from './index.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let worker: Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
let moira: Person;
let walks: Service;

beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  worker = await web.signedIn(programme.as('linkWorker'));
  moira = await aPerson(db, programme);
  walks = await aService(db, programme);
});

const within = <T>(work: (tx: Parameters<typeof consentsOf>[0]) => Promise<T>) => db.inProgramme(programme.id, work);
const consentPath = (purpose: string, who = moira) => `/people/${who.id}/consent/${purpose}`;
const shareWith = (service: Service, what = '') => `${consentPath('share-with-service')}${what}?service=${service.id}`;
const yes = { answer: 'given', how: 'phone' };

describe('a person’s answers', () => {
  it('stand on one page, and what nobody has asked is not a yes', async () => {
    const page = await (await worker.get(`/people/${moira.id}/consent`)).text();
    expect(page).toContain('Not asked yet');
    expect(page).toContain('No answer is not a yes');
  });

  it('are written down with how they were given, and can be read again in the words of the time', async () => {
    const ask = await (await worker.get(consentPath('evaluation'))).text();
    expect(ask).toContain('You get the same help if you say no');
    const saved = await worker.post(consentPath('evaluation'), yes);
    expect(saved.headers.get('location')).toBe(`/people/${moira.id}/consent?done=consent-saved`);
    const [consent] = await within((tx) => consentsOf(tx, moira.id));
    expect(consent).toMatchObject({
      purpose: 'evaluation',
      answer: 'given',
      how: 'phone',
      lawful: 'consent',
      wording: 'evaluation-2026-11',
    });
    const page = await (await worker.get(`/people/${moira.id}/consent`)).text();
    expect(page).toContain('to check how well this service works');
    expect(page).toContain('asked by Sam Findlay');
  });

  it('are asked for again when something is missing, and nothing typed is lost', async () => {
    const answer = await worker.post(consentPath('research'), { answer: 'given', how: 'best-interests', why: '' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Write who answers for them');
    expect((await worker.post(consentPath('research'), { how: 'x' })).status).toBe(422);
    expect((await worker.post(consentPath('research'), { answer: 'given', how: 'representative', why: 'x'.repeat(1001) })).status).toBe(
      422,
    );
  });

  it('may be no, and the no is kept with the yes before it', async () => {
    await worker.post(consentPath('story'), yes);
    web.clock.now = new Date(web.clock.now.getTime() + 60_000);
    await worker.post(consentPath('story'), { answer: 'refused', how: 'in-person' });
    const told = (await within((tx) => eventsAbout(tx, moira.id))).map(({ type }) => type);
    expect(told).toEqual(expect.arrayContaining(['consent-given', 'consent-withdrawn', 'consent-refused']));
    expect(await (await worker.get(`/people/${moira.id}/consent`)).text()).toContain('Ask again');
  });

  it('are open to their own team alone, and about nothing that there is not', async () => {
    for (const who of ['nurse', 'manager', 'evaluator', 'community', 'steering', 'admin'] as const) {
      const other = await web.signedIn(programme.as(who));
      expect((await other.get(`/people/${moira.id}/consent`)).status, who).toBe(404);
      expect((await other.post(consentPath('support'), yes)).status, who).toBe(404);
    }
    const stranger = await web.signedIn((await newProgramme(db)).as('linkWorker'));
    expect((await stranger.get(`/people/${moira.id}/consent`)).status).toBe(404);
    expect((await stranger.post(consentPath('evaluation'), yes)).status).toBe(404);
    expect((await stranger.get(`/people/${moira.id}/sharing`)).status).toBe(404);
    expect((await worker.get(consentPath('money'))).status).toBe(404);
    expect((await worker.get(consentPath('share-with-service'))).status).toBe(404);
    expect((await worker.get(`${consentPath('share-with-service')}?service=x`)).status).toBe(404);
    expect((await worker.get('/people/x/consent')).status).toBe(404);
    expect((await web.nobody.get(`/people/${moira.id}/consent`)).headers.get('location')).toContain('/sign-in');
  });
});

describe('a person who no longer agrees that a service knows of them', () => {
  let id: string;
  let reply: string;

  it('is told first what stops, and what cannot be taken back', async () => {
    id = await connect(
      web,
      programme,
      { person: moira.id, service: walks.id },
      { fields: ['phone', 'matters'], matters: 'She used to sing.' },
    );
    reply = await linkInMail(web);
    expect(await (await web.nobody.get(reply)).text()).toContain('She used to sing.');
    const page = await (await worker.get(shareWith(walks, '/withdraw'))).text();
    expect(page).toContain('its page shows nothing any more'.replace('its', 'Its'));
    expect(page).toContain('They may have read, printed or written it down');
    expect(page).toContain('what matters, and why this service');
    expect((await worker.post(shareWith(walks, '/withdraw'), {})).status).toBe(422);
  });

  it('has the request called off and everything taken out that the service was told, at once', async () => {
    const open = await (await web.nobody.get(reply)).text();
    web.clock.now = new Date(web.clock.now.getTime() + 60_000);
    const taken = await worker.post(shareWith(walks, '/withdraw'), { how: 'phone' });
    expect(taken.headers.get('location')).toBe(`/people/${moira.id}/sharing?done=consent-withdrawn`);
    const connection = await within((tx) => findConnection(tx, id));
    expect(connection).toMatchObject({ status: 'cancelled', reason: 'consent-withdrawn', shared: null });
    expect(connection?.redacted?.fields).toEqual(['name', 'phone', 'matters']);

    const late = await web.nobody.post(reply, { version: versionOf(open), answer: 'accepted', note: 'Glad to' });
    expect(late.status).toBe(409);
    const ended = await late.text();
    expect(ended).toContain('This is no longer needed');
    expect(ended).toContain('has changed their mind about sharing');
    expect(ended).toContain('What you wrote was not sent');
    for (const secret of ['Moira', 'Kerr', '01644 420123', 'used to sing']) expect(ended).not.toContain(secret);
    const volunteer = await web.signedIn(programme.as('community'));
    for (const path of [`/requests/${id}`, '/requests?show=ended']) {
      const page = await (await volunteer.get(path)).text();
      for (const secret of ['Moira', '01644 420123', 'used to sing']) expect(page, path).not.toContain(secret);
    }
  });

  it('is not named in what the service is then told', async () => {
    await web.jobs.run(web.modules.delivery.handlers);
    const letter = web.mail.letters.at(-1)!;
    expect(letter.to.address).toBe(addressOf(programme));
    expect(letter.text).toContain('no longer needed');
    expect(letter.text).not.toContain('Moira');
  });

  it('cannot be connected again by a form that was open meanwhile, until they have said yes anew', async () => {
    const path = `/people/${moira.id}/connect/${walks.id}`;
    const refused = await worker.post(path, { how: 'asked', fields: ['phone'], consent: 'yes', seal: 'x', step: 'send' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('does not agree that we share anything with this service');
    expect(await (await worker.get(path)).text()).toContain('Ask again, and write down the answer');
    web.clock.now = new Date(web.clock.now.getTime() + 60_000);
    await worker.post(shareWith(walks), yes);
    expect(await connect(web, programme, { person: moira.id, service: walks.id })).not.toBe(id);
  });

  it('sees who got what, with what was taken back, and can have it as a letter', async () => {
    for (const path of [`/people/${moira.id}/sharing`, `/people/${moira.id}/sharing/print`]) {
      const page = await (await worker.get(path)).text();
      expect(page).toContain('Glenkens Community Trust');
      expect(page).toContain('name, phone and what matters');
      expect(page).toContain('Taken back on');
      expect(page).toContain('Request to a service');
      expect(page).toContain('Sam Findlay');
    }
    const looked = await (await worker.get(`/people/${moira.id}/sharing`)).text();
    expect(looked).toContain('consent');
  });
});

describe('a person who was spoken of on the phone and takes that back', () => {
  it('is left to nobody’s memory: the link worker is to ring the service', async () => {
    const angus = await aPerson(db, programme, { givenName: 'Angus', familyName: 'Bell', dateOfBirth: '1950-02-03' });
    await connect(web, programme, { person: angus.id, service: walks.id }, { how: 'rung' });
    const page = await (await worker.get(`${consentPath('share-with-service', angus)}/withdraw?service=${walks.id}`)).text();
    expect(page).toContain('Ring them and ask them to destroy');
    await worker.post(`${consentPath('share-with-service', angus)}/withdraw?service=${walks.id}`, { how: 'phone' });
    const record = await web.modules.support.seeRecord(programme.as('linkWorker'), angus.id);
    expect(record.ok && record.value.tasks.filter(({ done }) => !done).map(({ kind }) => kind)).toContain('connection-tell');
  });
});

describe('a person who no longer wants support', () => {
  it('has what they choose stopped, and support is offered to be closed, never closed in silence', async () => {
    const jean = await aPerson(db, programme, { givenName: 'Jean', familyName: 'Lennox', dateOfBirth: '1948-05-06' });
    await worker.post(consentPath('support', jean), yes);
    const kept = await connect(web, programme, { person: jean.id, service: walks.id });
    const choir = await aService(db, { ...programme, organisation: crypto.randomUUID() }, { name: 'Choir' });
    const stopped = await connect(web, programme, { person: jean.id, service: choir.id });
    web.clock.now = new Date(web.clock.now.getTime() + 60_000);
    const page = await (await worker.get(`${consentPath('support', jean)}/withdraw`)).text();
    expect(page).toContain('Untick what they want to keep');
    await worker.post(`${consentPath('support', jean)}/withdraw`, { how: 'in-person', services: [choir.id] });
    expect((await within((tx) => findConnection(tx, stopped)))?.status).toBe('cancelled');
    expect((await within((tx) => findConnection(tx, kept)))?.status).toBe('requested');
    const record = await web.modules.support.seeRecord(programme.as('linkWorker'), jean.id);
    expect(record.ok && record.value.tasks.map(({ kind }) => kind)).toContain('consent-support');
    const consent = await (await worker.get(`/people/${jean.id}/consent`)).text();
    expect(consent).toContain('Jean no longer agrees to support');
    expect(consent).toContain(`/people/${jean.id}/close`);
    expect(await (await worker.get(`/people/${jean.id}/connect/${choir.id}`)).text()).toContain(
      'no longer agrees to a link worker’s support',
    );
  });
});

describe('a person who does not want their practice told, or messages from us', () => {
  it('has nothing but the end of support told to the practice, also when they say so after it ended', async () => {
    const isa = await aPerson(db, programme, { givenName: 'Isa', familyName: 'Dunbar', dateOfBirth: '1939-01-09' });
    const asker = programme.as('linkWorker');
    const who = { typed: { ...isa, healthNumber: null }, chosen: { person: isa.id } };
    const sent = await web.modules.referrals.send(programme.as('nurse'), { who, needs: ['loneliness'], note: '' });
    if (!sent.ok) throw new Error('Not referred');
    await web.modules.referrals.accept(asker, sent.value.id);
    const before = await web.modules.support.beforeClosing(asker, isa.id);
    if (!before.ok) throw new Error('Not open');
    const ending = { goals: [], outcome: 'Sings again', didNotWork: '', forPractice: '', whatNext: '', tellReferrer: true };
    await web.modules.support.close(
      asker,
      isa.id,
      { support: before.value.support.id, rowVersion: before.value.support.rowVersion },
      {
        ...ending,
        tellPerson: false,
        because: 'completed',
      },
    );
    const nurse = await web.signedIn(programme.as('nurse'));
    const letter = async () => (await nurse.get(`/referrals/${sent.value.id}/letter`)).text();
    expect(await letter()).toContain('Sings again');
    await worker.post(consentPath('practice', isa), { answer: 'refused', how: 'phone' });
    expect(await letter()).not.toContain('Sings again');
    const waiting = await within((tx) => web.modules.messages.lettersAbout(tx, isa.id));
    expect(waiting.find(({ template }) => template === 'support-closed')?.state).toBe('stopped');
  });

  it('is not written to', async () => {
    const una = await aPerson(db, programme, { givenName: 'Una', familyName: 'Glen', dateOfBirth: '1957-11-30' });
    const way = () => within((tx) => reachNow(tx, una.id, { now: web.clock.now, canText: true }));
    expect((await way()).way).not.toBe('none');
    await worker.post(consentPath('contact', una), { answer: 'refused', how: 'phone' });
    expect(await way()).toEqual({ way: 'none', why: 'objected' });
  });
});
