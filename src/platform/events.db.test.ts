import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { recordAccess } from './access.ts';
import { addDays } from './calendar.ts';
import type { Database, Tx } from './database.ts';
import { eventsAbout, type NewEvent, openEventMonth, recordEvents } from './events.ts';

let db: Database;
let programme: TestProgramme;
beforeAll(async () => {
  db = await testDatabase();
  programme = await newProgramme(db);
});

const inside = <T>(work: (tx: Tx) => Promise<T>) => db.inProgramme(programme.id, work);
const at = (time: string) => new Date(`2026-11-21T${time}:00Z`);
const event = (change: Partial<NewEvent> = {}): NewEvent => ({
  type: 'referral-received',
  subject: { kind: 'referral', id: randomUUID() },
  person: randomUUID(),
  by: { kind: 'system' },
  at: at('10:00'),
  ...change,
});

describe('what happened', () => {
  it('is told of a person newest first, and in order within one moment', async () => {
    const person = randomUUID();
    await inside((tx) =>
      recordEvents(tx, [
        event({ person, type: 'referral-received', at: at('09:00') }),
        event({ person, type: 'referral-accepted', at: at('10:00') }),
        event({ person, type: 'contact-attempted', at: at('10:00') }),
      ]),
    );
    const past = await inside((tx) => eventsAbout(tx, person));
    expect(past.map(({ type }) => type)).toEqual(['contact-attempted', 'referral-accepted', 'referral-received']);
    expect((await inside((tx) => eventsAbout(tx, person, 1))).map(({ type }) => type)).toEqual(['contact-attempted']);
  });

  it('keeps who did it, to what, and its codes and dates', async () => {
    const [person, account] = [randomUUID(), randomUUID()];
    const returned = event({
      person,
      type: 'referral-returned',
      by: { kind: 'account', id: account },
      data: { reason: 'declined', tries: 2, needs: ['debt'], urgent: false, day: null },
    });
    await inside((tx) => recordEvents(tx, [returned, event({ person, at: at('08:00') })]));
    const [first, second] = await inside((tx) => eventsAbout(tx, person));
    expect(first).toEqual({
      seq: expect.any(Number),
      at: at('10:00'),
      type: 'referral-returned',
      subjectKind: 'referral',
      subjectId: returned.subject.id,
      by: { kind: 'account', id: account },
      data: { reason: 'declined', tries: 2, needs: ['debt'], urgent: false, day: null },
    });
    expect(second!.by).toEqual({ kind: 'system' });
  });

  it('is not told when the change it describes is undone', async () => {
    const person = randomUUID();
    const undone = inside(async (tx) => {
      await recordEvents(tx, [event({ person })]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await inside((tx) => eventsAbout(tx, person))).toEqual([]);
  });

  it('may be nothing', async () => {
    await inside((tx) => recordEvents(tx, []));
    await inside((tx) => recordAccess(tx, { account: randomUUID(), people: [], what: 'GET /people/:id', at: at('10:00') }));
  });

  it('in one programme is not told in another', async () => {
    const person = randomUUID();
    await inside((tx) => recordEvents(tx, [event({ person })]));
    const other = await newProgramme(db);
    expect(await db.inProgramme(other.id, (tx) => eventsAbout(tx, person))).toEqual([]);
  });

  it.each(['event', 'access'])('cannot be changed or removed by the application: %s', async (table) => {
    await inside((tx) => recordEvents(tx, [event()]));
    await inside((tx) => recordAccess(tx, { account: randomUUID(), people: [randomUUID()], what: 'GET /people/:id', at: at('10:00') }));
    for (const change of [`update ${table} set at = now()`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(inside((tx) => sql.raw(change).execute(tx))).rejects.toThrow('permission denied');
    }
  });
});

describe('the months of events', () => {
  const monthsAhead = '2031-05-17';

  it('are opened ahead, as often as one likes, and then hold what happens in them', async () => {
    for (const day of [monthsAhead, addDays(monthsAhead, 1)]) await db.asOwner((connection) => openEventMonth(connection, day));
    const person = randomUUID();
    await inside((tx) =>
      recordEvents(tx, [event({ person, at: new Date('2031-05-31T23:59:59Z') }), event({ person, at: new Date('2031-06-01T00:00:00Z') })]),
    );
    const { rows } = await db.asOwner((connection) =>
      sql<{ part: string }>`select tableoid::regclass::text as part from event where person_id = ${person} order by at`.execute(connection),
    );
    expect(rows).toEqual([{ part: 'event_2031_05' }, { part: 'event_earlier' }]);
    expect(await inside((tx) => eventsAbout(tx, person))).toHaveLength(2);
  });

  it('are opened by the owner of the tables alone, and read only as a whole', async () => {
    await db.asOwner((connection) => openEventMonth(connection, monthsAhead));
    await expect(inside((tx) => openEventMonth(tx, '2031-07-01'))).rejects.toThrow('permission denied');
    for (const part of ['event_2031_05', 'event_earlier']) {
      await expect(inside((tx) => sql.raw(`select * from ${part}`).execute(tx))).rejects.toThrow('permission denied');
    }
  });

  it('are not opened over what has happened in them already, and nothing of it is lost', async () => {
    const person = randomUUID();
    await inside((tx) => recordEvents(tx, [event({ person, at: new Date('2032-01-15T10:00:00Z') })]));
    await db.asOwner((connection) => openEventMonth(connection, '2032-01-15'));
    expect(await inside((tx) => eventsAbout(tx, person))).toHaveLength(1);
    await inside((tx) => recordEvents(tx, [event({ person, at: new Date('2032-01-16T10:00:00Z') })]));
    expect(await inside((tx) => eventsAbout(tx, person))).toHaveLength(2);
  });
});
