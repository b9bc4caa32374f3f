import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPerson, aService } from '../../test/support/connected.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme } from '../../test/support/programme.ts';
import { openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { eventsAbout } from '../platform/events.ts';
import { addConnections, type Connection, connectionDecisions, ofPerson, type WholeConnection } from './index.ts';

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
});

describe('many connections at once', () => {
  it('are put in as they stand, with what was heard and who came, and are looked after from then on', async () => {
    const programme = await newProgramme(db);
    const web = openWeb(db);
    const person = await aPerson(db, programme);
    const asked = new Date('2026-10-01T10:00:00Z');
    const services = await Promise.all(Array.from({ length: 7 }, (_, n) => aService(db, programme, { name: `Group ${n}` })));
    const many: WholeConnection[] = services.map(({ id: service, organisation }, n) => {
      const ids = { id: randomUUID(), person: person.id, service, organisation, linkWorker: programme.as('linkWorker').id };
      const { state } = connectionDecisions.request({ ...ids, kind: 'self', shared: null, consent: null }, [], asked);
      const connection: Connection = n === 0 ? { ...state, status: 'in-progress', reason: null, attended: true } : state;
      const by = { kind: 'account' as const, id: ids.linkWorker };
      const answer = { id: randomUUID(), name: 'came' as const, note: 'Enjoyed it', weeks: null, reason: null, by, heard: true, at: asked };
      return { connection, answers: n === 0 ? [answer] : [], sessions: n === 0 ? [{ on: '2026-10-02', came: true }] : [] };
    });
    await db.inProgramme(programme.id, (tx) => addConnections(tx, many, programme.as('linkWorker').programme.settings));

    const sam = await web.signedIn(programme.as('linkWorker'));
    const page = await (await sam.get(`/connections/${many[0]!.connection.id}`)).text();
    expect(page).toContain('2 October 2026: Came');
    expect(await db.inProgramme(programme.id, (tx) => ofPerson(tx, person.id))).toHaveLength(7);

    await web.modules.connections.handlers['chase-connections']();
    const events = await db.inProgramme(programme.id, (tx) => eventsAbout(tx, person.id));
    expect(events.filter(({ type }) => type === 'connection-unheard')).toHaveLength(6);
  });
});
