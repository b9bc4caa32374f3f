import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aService, connect } from '../../test/support/connected.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type Somebody as Who, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import { findConnection } from '../connections/index.ts';
import { addAccounts, addTeams } from '../identity/index.ts';
import type { Database } from '../platform/database.ts';
import { eventsAbout } from '../platform/events.ts';
import { type Somebody, someone } from '../../test/support/someone.ts';

let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let moira: Somebody;
let bill: Somebody;

beforeEach(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  const safeContact = { channels: ['email'] as const, voicemailOk: false, note: '' };
  moira = await someone(db, programme, { details: { phone: '01644 420123', email: 'moira@home.example', safeContact } });
  bill = await someone(db, programme, { details: { givenName: 'Bill', familyName: 'Stewart', phone: '01644 420124' } });
});

const [sam, rhona] = [() => programme.as('linkWorker').id, () => programme.as('otherLinkWorker').id];
const as = (who: Who) => web.signedIn(programme.as(who));
const read = async (path: string, who: Who = 'lead') => (await (await as(who)).get(path)).text();
const post = async (path: string, form: Form = {}, who: Who = 'lead') => (await as(who)).post(path, form);
const page = () => `/handover/${sam()}`;
const moving = (...people: Somebody[]): Form => ({
  pick: people.map(({ person }) => person.id),
  to: rhona(),
  ...Object.fromEntries(people.map(({ person }) => [`note-${person.id}`, `What ${person.givenName} needs to be known`])),
});
const seen = async ({ person }: Somebody, who: Who = 'linkWorker') => {
  const found = await web.modules.support.seeRecord(programme.as(who), person.id);
  if (!found.ok) throw new Error(found.error);
  return found.value;
};
const alerts = async () => {
  const team = await web.modules.support.seeTeam(programme.as('lead'));
  return team.ok ? team.value.waiting.map(({ kind, about }) => `${kind} ${about.id}`) : [];
};
const later = (minutes: number) => (web.clock.now = new Date(web.clock.now.getTime() + minutes * 60_000));

describe('handing people over', () => {
  it('moves each person with what is next, what was asked of services, and a note; the new worker first says hello', async () => {
    const service = await aService(db, programme);
    const connection = await connect(web, programme, { person: moira.person.id, service: service.id });
    const answer = await post(page(), moving(moira, bill));
    expect(answer.headers.get('location')).toBe(`${page()}?done=handed-over`);
    for (const who of [moira, bill]) {
      const { support, tasks } = await seen(who);
      expect(support?.linkWorker).toBe(rhona());
      expect(tasks.every(({ owner }) => owner === rhona())).toBe(true);
      expect(tasks.map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toContain('first-hello 2026-11-28');
    }
    expect((await db.inProgramme(programme.id, (tx) => findConnection(tx, connection)))?.linkWorker).toBe(rhona());
    const record = await read(`/people/${moira.person.id}`, 'otherLinkWorker');
    expect(record).toContain('Handed over by Sam Findlay');
    expect(record).toContain('What Moira needs to be known');
    const [event] = (await db.inProgramme(programme.id, (tx) => eventsAbout(tx, moira.person.id))).filter(
      ({ type }) => type === 'support-handed-over',
    );
    expect(event?.data).toMatchObject({ from: sam(), linkWorker: rhona() });
    expect(JSON.stringify(event)).not.toContain('needs to be known');
  });

  it('tells each person who their new link worker is, in the way that is safe, and not before it can no longer be taken back', async () => {
    await post(page(), moving(moira));
    await web.jobs.run(web.modules.delivery.handlers);
    expect(web.mail.letters.filter(({ to }) => to.address === 'moira@home.example')).toEqual([]);
    later(59);
    expect(await web.modules.support.tellOfHandovers(programme.id)).toBe(0);
    later(1);
    expect(await web.modules.support.tellOfHandovers(programme.id)).toBe(1);
    expect(await web.modules.support.tellOfHandovers(programme.id)).toBe(0);
    await web.jobs.run(web.modules.delivery.handlers);
    const [letter] = web.mail.letters.filter(({ to }) => to.address === 'moira@home.example');
    expect(letter?.text).toContain('From now on, Rhona Bell is your link worker, in place of Sam Findlay.');
    expect(letter?.text).not.toContain('needs to be known');
  });

  it('writes to the new worker without naming anybody', async () => {
    await post(page(), moving(moira, bill));
    await web.jobs.run(web.modules.delivery.handlers);
    const letters = web.mail.letters.filter(({ to }) => to.address === programme.as('otherLinkWorker').email);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).not.toMatch(/Moira|Bill|Kerr|Stewart/);
  });

  it('can be taken back within the hour, as if nothing had been', async () => {
    await post(page(), moving(moira));
    const taken = await read(page());
    expect(taken).toContain('Moira Kerr goes to Rhona Bell. They are told at 11:00.');
    const [, undo] = /action="(\/handover\/undo\/[^"]+)"/.exec(taken)!;
    expect((await post(undo!)).status).toBe(303);
    const { support, tasks } = await seen(moira);
    expect(support?.linkWorker).toBe(sam());
    expect(tasks.map(({ kind, owner }) => `${kind} ${owner}`)).toEqual([`first-contact ${sam()}`]);
    later(61);
    expect(await web.modules.support.tellOfHandovers(programme.id)).toBe(0);
    expect((await post(undo!)).status).toBe(409);
  });

  it('cannot be taken back once the person was told', async () => {
    await post(page(), moving(moira));
    const [, undo] = /action="(\/handover\/undo\/[^"]+)"/.exec(await read(page()))!;
    later(61);
    await web.modules.support.tellOfHandovers(programme.id);
    expect((await post(undo!)).status).toBe(409);
    expect((await seen(moira)).support?.linkWorker).toBe(rhona());
  });

  it('moves all of them or none, and says beside each what is missing, with nothing typed lost', async () => {
    const none = await post(page(), { to: rhona() });
    expect(none.status).toBe(422);
    expect(await none.text()).toContain('Tick whom you hand over');
    const answer = await post(page(), { ...moving(moira, bill), [`note-${bill.person.id}`]: ' ' });
    expect(answer.status).toBe(422);
    const again = await answer.text();
    expect(again).toContain('Write what the next link worker should know');
    expect(again).toContain('What Moira needs to be known');
    expect((await seen(moira)).support?.linkWorker).toBe(sam());
    expect(await (await post(page(), { ...moving(moira), to: '' })).text()).toContain('Choose who takes them on');
  });

  it('moves everybody at once when somebody leaves', async () => {
    const { pick: _pick, ...all } = moving(moira, bill);
    expect((await post(page(), { ...all, all: 'yes' })).status).toBe(303);
    expect((await seen(moira)).support?.linkWorker).toBe(rhona());
    expect((await seen(bill)).support?.linkWorker).toBe(rhona());
  });

  it('shows how heavy the caseloads become before anything is done', async () => {
    const preview = await post(page(), { ...moving(moira, bill), step: 'preview' });
    expect(preview.status).toBe(200);
    const text = await preview.text();
    expect(text).toContain('0 people, weight 0');
    expect(text).toContain('2 people, weight 4');
    expect(text).toContain('What Bill needs to be known');
    expect((await seen(moira)).support?.linkWorker).toBe(sam());
  });

  it('fills in what matters and what is next, so that nobody starts from nothing', async () => {
    expect(await read(page())).toContain('Next: First contact');
  });

  it('is refused to whoever has them, and to somebody who is no link worker', async () => {
    expect((await post(page(), { ...moving(moira), to: sam() })).status).toBe(422);
    expect((await post(page(), { ...moving(moira), to: programme.as('nurse').id })).status).toBe(422);
    expect((await post(page(), { ...moving(moira), to: randomUUID() })).status).toBe(422);
  });

  it('goes to somebody who is away or of another team only when the lead says so all the same', async () => {
    const [team, isla] = [randomUUID(), randomUUID()];
    await db.inProgramme(programme.id, async (tx) => {
      await addTeams(tx, [{ id: team, name: 'Stewartry link workers', email: null, phone: null }]);
      const account = { ...programme.as('otherLinkWorker'), id: isla, name: 'Isla Orr', email: `isla@${isla}.example`, team };
      const { programme: _programme, practiceName: _name, ...kept } = account;
      await addAccounts(tx, [{ ...kept, roles: ['link-worker'], passwordHash: 'x' }]);
    });
    const refused = await post(page(), { ...moving(moira), to: isla });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('They are away, new or of another team');
    expect((await post(page(), { ...moving(moira), to: isla, agreed: 'yes' })).status).toBe(303);
    expect((await seen(moira)).support).toMatchObject({ linkWorker: isla, team });

    const own = await post(page(), { ...moving(bill), to: isla, agreed: 'yes' }, 'linkWorker');
    expect(own.status).toBe(422);
  });

  it('lets a link worker hand over their own people within the team, and nobody else’s', async () => {
    const path = `/people/${bill.person.id}/handover`;
    expect(await read(path, 'linkWorker')).toContain('Bill Stewart');
    expect((await (await as('otherLinkWorker')).get(path)).status).toBe(404);
    expect((await (await as('otherLinkWorker')).get(page())).status).toBe(404);
    expect((await post(path, moving(bill), 'linkWorker')).headers.get('location')).toBe(`/people/${bill.person.id}?done=handed-over`);
    expect((await seen(bill)).support?.linkWorker).toBe(rhona());
  });

  it('is not for another programme, for those who support nobody, or for whoever is not signed in', async () => {
    const other = await newProgramme(db);
    const stranger = await web.signedIn(other.as('lead'));
    expect((await stranger.get(page())).status).toBe(404);
    expect((await stranger.post(page(), moving(moira))).status).toBe(404);
    expect((await (await as('nurse')).get(page())).status).toBe(404);
    expect((await web.nobody.get(page())).status).toBe(303);
    expect((await (await as('lead')).get('/handover/x')).status).toBe(404);
  });

  it('tells the second of two who hand over the same person, and keeps what was typed', async () => {
    await post(page(), moving(moira));
    const second = await post(page(), moving(moira));
    expect(second.status).toBe(422);
  });
});

describe('being away', () => {
  const days = (name: string, on: string) => {
    const [year, month, day] = on.split('-');
    return { [`${name}-day`]: day!, [`${name}-month`]: month!, [`${name}-year`]: year! };
  };
  const away = (from: string, to: string, cover = rhona()): Form => ({ account: sam(), cover, ...days('from', from), ...days('to', to) });
  const today = '2026-11-21';

  it('is planned by the worker, told to whoever covers, and shown to both', async () => {
    expect((await post('/absences', away(today, '2026-11-30'), 'linkWorker')).status).toBe(303);
    await web.jobs.run(web.modules.delivery.handlers);
    const [letter] = web.mail.letters.filter(({ to }) => to.address === programme.as('otherLinkWorker').email);
    expect(letter?.text).toContain('Sam Findlay is away from 21 November 2026 to 30 November 2026');
    expect(await read('/absences', 'linkWorker')).toContain('Rhona Bell');
    expect(await read(`/people/${moira.person.id}`, 'otherLinkWorker')).toContain('Rhona Bell looks after their people meanwhile.');
  });

  it('puts their people on the caseload of whoever covers, and takes them off again by itself', async () => {
    await post('/absences', away(today, '2026-11-30'), 'lead');
    web.clock.now = new Date('2026-11-30T10:00:00Z');
    const caseload = await read('/caseload', 'otherLinkWorker');
    expect(caseload).toContain('You look after the people of Sam Findlay until 30 November 2026');
    expect(caseload).toContain('Moira Kerr');
    expect(await read(`/caseload?who=${sam()}`, 'otherLinkWorker')).toContain('Bill Stewart');
    web.clock.now = new Date('2026-12-01T10:00:00Z');
    const after = await read('/caseload', 'otherLinkWorker');
    expect(after).not.toContain('Moira Kerr');
    expect(await read(`/caseload?who=${sam()}`, 'otherLinkWorker')).not.toContain('Bill Stewart');
  });

  it('sends letters about their people to whoever covers as well', async () => {
    await post('/absences', away(today, '2026-11-30'), 'lead');
    await web.jobs.run(web.modules.delivery.handlers);
    web.mail.letters.length = 0;
    const about = { template: 'handed-over', about: randomUUID(), person: moira.person.id, to: { account: sam() }, at: web.clock.now };
    await db.inProgramme(programme.id, async (tx) => {
      await web.modules.messages.queue(tx, about);
      await web.modules.messages.queue(tx, { ...about, person: undefined });
    });
    const { rows } = await db.inProgramme(programme.id, async (tx) => {
      const all = await web.modules.messages.messagesAbout(tx, moira.person.id);
      return { rows: all };
    });
    expect(rows).toHaveLength(2);
  });

  it('is refused twice over the same days, with a cover who is away, and in a circle', async () => {
    await post('/absences', away('2026-12-01', '2026-12-10'));
    const twice = await post('/absences', away('2026-12-05', '2026-12-06'));
    expect(twice.status).toBe(422);
    expect(await twice.text()).toContain('They are away then already: 1 December 2026 to 10 December 2026');
    const circle = await post('/absences', { ...away('2026-12-10', '2026-12-12', ''), account: rhona() });
    expect(circle.status).toBe(422);
    expect(await circle.text()).toContain('They cover for somebody else then');
    expect(await (await post('/absences', away('2026-12-20', '2026-12-12'))).text()).toContain('must not be before the first');
    expect(await (await post('/absences', { ...away('2026-12-20', '2026-12-22'), ...days('from', '2026-02-30') })).text()).toContain(
      'Enter the first day',
    );
  });

  it('is planned for oneself only, unless one leads the team', async () => {
    expect((await post('/absences', away(today, today), 'otherLinkWorker')).status).toBe(404);
  });
});

describe('people without a link worker', () => {
  it('are brought before the lead at once when their worker is away with nobody to cover, and the way to another is one step', async () => {
    await web.signedIn(programme.as('linkWorker'));
    const days = { 'from-day': '21', 'from-month': '11', 'from-year': '2026', 'to-day': '25', 'to-month': '11', 'to-year': '2026' };
    await post('/absences', { account: sam(), cover: '', ...days });
    expect(await alerts()).toEqual([`without-link-worker ${sam()}`]);
    expect(await read('/team')).toContain(`href="/handover/${sam()}"`);
    await post(page(), moving(moira, bill));
    expect(await alerts()).toEqual([]);
  });

  it('are found each night when their worker has not signed in for too long', async () => {
    await web.signedIn(programme.as('linkWorker'));
    web.clock.now = new Date('2026-12-05T10:00:00Z');
    await web.modules.support.watchCaseloads(programme.id);
    expect(await alerts()).toEqual([]);
    web.clock.now = new Date('2026-12-06T10:00:00Z');
    await web.modules.support.watchCaseloads(programme.id);
    await web.modules.support.watchCaseloads(programme.id);
    expect(await alerts()).toEqual([`without-link-worker ${sam()}`]);
    await web.signedIn(programme.as('linkWorker'));
    await web.modules.support.watchCaseloads(programme.id);
    expect(await alerts()).toEqual([]);
  });

  it('never have nothing planned: what lost its task is given one', async () => {
    const { tasks } = await seen(moira);
    await web.modules.support.finishTask(programme.as('linkWorker'), moira.person.id, tasks[0]!.id);
    await web.modules.support.watchCaseloads(programme.id);
    expect((await seen(moira)).tasks).toHaveLength(1);
  });
});
