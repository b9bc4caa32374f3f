import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aPerson, aService, connect } from '../../test/support/connected.ts';
import { ownDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Service } from '../directory/index.ts';
import { type Answer, measured } from './index.ts';

// The job goes over every programme that there is.
const db = await ownDatabase('measure');
afterAll(() => db.close());
const web = openWeb(db);
let programme: TestProgramme;
let walks: Service;
beforeEach(async () => {
  web.clock.now = new Date('2026-09-01T10:00:00Z');
  programme = await newProgramme(db);
  walks = await aService(db, programme);
});

const day = 86_400_000;
const wait = (days: number) => void (web.clock.now = new Date(web.clock.now.getTime() + days * day));
const measure = () => web.modules.connections.handlers['measure-services']();
const behaviour = (kind: 'service' | 'organisation') =>
  db.inProgramme(programme.id, (tx) => measured(tx, { kind, id: kind === 'service' ? walks.id : walks.organisation }));
const ask = async (familyName: string) =>
  connect(web, programme, { person: (await aPerson(db, programme, { familyName })).id, service: walks.id });
const say = async (id: string, given: Answer) => {
  const seen = await web.modules.connections.following.see(programme.as('linkWorker'), id);
  if (!seen.ok) throw new Error('not seen');
  const said = await web.modules.connections.following.answer(programme.as('linkWorker'), id, seen.value.connection.rowVersion, given);
  if (!said.ok) throw new Error(JSON.stringify(said.error));
};

describe('how a service answers', () => {
  it('is too little to say until five have been answered', async () => {
    const first = await ask('Kerr');
    wait(2);
    await say(first, { name: 'accepted', note: '' });
    await measure();
    expect(await behaviour('service')).toEqual({ requests: null, reply: null, accepted: null, silent: null, wait: null });
  });

  it('is counted from what became of each request, and shown with how many that was', async () => {
    const asked: string[] = [];
    for (const name of ['Kerr', 'Bell', 'Ross', 'Hay', 'Muir', 'Reid', 'Dunn']) asked.push(await ask(name));
    const [kerr, bell, ross, hay, muir, reid] = asked as [string, string, string, string, string, string];
    wait(1);
    await say(kerr, { name: 'accepted', note: '' });
    await say(bell, { name: 'message', note: 'Which Bell?' });
    wait(1);
    await say(bell, { name: 'accepted', note: '' });
    wait(1);
    await say(ross, { name: 'waiting-list', weeks: 3, note: '' });
    await say(hay, { name: 'cannot-help', reason: 'not-eligible', note: '' });
    await say(muir, { name: 'accepted', note: '' });
    await say(reid, { name: 'accepted', note: '' });
    wait(25);
    for (const id of [kerr, bell, muir, reid]) await say(id, { name: 'came', on: '2026-09-22', note: '' });
    await say(ross, { name: 'place-now', note: '' });
    await measure();
    const told = {
      requests: 7,
      reply: { median: 3, p80: 3, of: 6 },
      accepted: { share: 0.85, of: 6 },
      silent: { share: 0.15, of: 7 },
      wait: { median: 19, p80: 21, of: 5 },
    };
    expect(await behaviour('service')).toEqual(told);
    expect((await behaviour('organisation'))?.accepted).toEqual(told.accepted);
  });

  it('is forgotten after a year, and counted anew each day', async () => {
    for (const name of ['Kerr', 'Bell', 'Ross', 'Hay', 'Muir']) await say(await ask(name), { name: 'accepted', note: '' });
    await measure();
    expect((await behaviour('service'))?.requests).toBe(5);
    wait(364);
    await measure();
    expect((await behaviour('service'))?.requests).toBe(5);
    wait(2);
    await measure();
    expect((await behaviour('service'))?.requests).toBe(null);
  });

  it('is not of one programme’s business to another', async () => {
    await ask('Kerr');
    await measure();
    const other = await newProgramme(db);
    expect(await db.inProgramme(other.id, (tx) => measured(tx, { kind: 'service', id: walks.id }))).toBeUndefined();
  });
});
