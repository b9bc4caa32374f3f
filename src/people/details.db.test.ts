import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { type Form, openWeb } from '../../test/support/web.ts';
import type { Database } from '../platform/database.ts';
import { eventsAbout } from '../platform/events.ts';
import { addPerson, findPerson, letTeamsSee } from './index.ts';

type Visitor = Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
let db: Database;
let web: ReturnType<typeof openWeb>;
let programme: TestProgramme;
let linkWorker: Visitor;
let moira: string;

beforeAll(async () => {
  db = await testDatabase();
  web = openWeb(db);
  programme = await newProgramme(db);
  linkWorker = await web.signedIn(programme.as('linkWorker'));
  moira = await db.inProgramme(programme.id, async (tx) => {
    const details = { givenName: 'Moira', familyName: 'Kerr', dateOfBirth: '1964-03-14', healthNumber: null, practice: programme.practice };
    const person = await addPerson(tx, details, { kind: 'system' }, web.clock.now);
    await letTeamsSee(tx, [{ person: person.id, team: programme.team }]);
    return person.id;
  });
});

const form = (changed: Form = {}): Form => ({
  givenName: 'Moira',
  familyName: 'Kerr',
  'dateOfBirth-day': '14',
  'dateOfBirth-month': '3',
  'dateOfBirth-year': '1964',
  rowVersion: '1',
  ...changed,
});
const path = () => `/people/${moira}/details`;
const person = () => db.inProgramme(programme.id, (tx) => findPerson(tx, moira));

describe('a link worker who learns how somebody can be reached safely', () => {
  it('writes it down, and the record says which details changed but not to what', async () => {
    const answer = await linkWorker.post(
      path(),
      form({ chosenName: 'Mo', phone: '01644 420 234', channels: ['text'], voicemail: 'no', contactNote: 'Her son opens the post' }),
    );
    expect(answer.status).toBe(303);
    expect(await person()).toMatchObject({
      chosenName: 'Mo',
      safeContact: { channels: ['text'], voicemailOk: false, note: 'Her son opens the post' },
      rowVersion: 2,
    });
    const [event] = await db.inProgramme(programme.id, (tx) => eventsAbout(tx, moira));
    expect(event).toMatchObject({ type: 'person-updated', data: { fields: ['chosenName', 'phone', 'safeContact'] } });
    expect(JSON.stringify(event)).not.toContain('opens the post');
  });

  it('is told when a colleague has saved meanwhile, sees both, and can then save', async () => {
    const before = (await person())!.rowVersion;
    await linkWorker.post(path(), form({ place: 'Dalry', rowVersion: String(before) }));
    const late = await linkWorker.post(path(), form({ place: 'New Galloway', rowVersion: String(before) }));
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Somebody else has changed these details meanwhile');
    expect(page).toContain('Dalry');
    expect(page).toContain('New Galloway');
    expect((await person())!.place).toBe('Dalry');
    const version = /name="rowVersion" value="(\d+)"/.exec(page)![1]!;
    expect((await linkWorker.post(path(), form({ place: 'New Galloway', rowVersion: version }))).status).toBe(303);
    expect((await person())!.place).toBe('New Galloway');
  });

  it('is told beside the field what cannot be right, and nothing typed is lost', async () => {
    const answer = await linkWorker.post(path(), form({ email: 'moira at home', healthNumber: '9434765918', address: 'Kirk Brae' }));
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Enter an email address like');
    expect(page).toContain('not a valid NHS number');
    expect(page).toContain('Kirk Brae');
  });

  it('cannot give somebody the health number of another', async () => {
    await db.inProgramme(programme.id, (tx) =>
      addPerson(
        tx,
        {
          givenName: 'Bill',
          familyName: 'Stewart',
          dateOfBirth: '1956-01-02',
          healthNumber: { system: 'nhs-number', value: '9434765919' },
          practice: null,
        },
        { kind: 'system' },
        web.clock.now,
      ),
    );
    const answer = await linkWorker.post(path(), form({ healthNumber: '943 476 5919', rowVersion: String((await person())!.rowVersion) }));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('belongs to Bill Stewart');
  });
});

describe('a person’s details', () => {
  it('are closed to everybody who is not of their team', async () => {
    for (const who of ['nurse', 'manager', 'evaluator', 'community', 'steering', 'admin'] as const) {
      expect((await (await web.signedIn(programme.as(who))).get(path())).status, who).toBe(404);
    }
    const other = await newProgramme(db);
    const stranger = await web.signedIn(other.as('linkWorker'));
    expect((await stranger.get(path())).status).toBe(404);
    expect((await stranger.post(path(), form())).status).toBe(404);
    expect((await web.nobody.get(path())).headers.get('location')).toContain('/sign-in');
    expect((await linkWorker.get('/people/not-an-id/details')).status).toBe(404);
  });
});

describe('health numbers of several countries', () => {
  const chi = '0101701241';
  const numbers = async () => {
    const { healthNumber, otherNumbers } = (await person())!;
    return { healthNumber, otherNumbers };
  };
  const version = async () => String((await person())!.rowVersion);

  it('may stand side by side, the one that is asked for first on top', async () => {
    const rowVersion = await version();
    const saved = await linkWorker.post(
      path(),
      form({ healthNumber: '999 000 0018', otherNumbers: 'AB 1234\n1234-567-897-XY', rowVersion }),
    );
    expect(saved.status).toBe(303);
    expect(await numbers()).toEqual({
      healthNumber: { system: 'nhs-number', value: '9990000018' },
      otherNumbers: [
        { system: 'other', value: 'AB1234' },
        { system: 'ontario', value: '1234567897', version: 'XY' },
      ],
    });
    expect(await (await linkWorker.get(`/people/${moira}/about`)).text()).toContain('1234 567 897 XY');
  });

  it('that say another birthday are asked about, and kept only without the claim of being what they look like', async () => {
    const rowVersion = await version();
    const asked = await linkWorker.post(path(), form({ healthNumber: chi, rowVersion }));
    expect(asked.status).toBe(422);
    const page = await asked.text();
    expect(page).toContain('begins with another date of birth');
    expect(page).toContain('Keep it as another number');
    expect((await linkWorker.post(path(), form({ healthNumber: chi, keepNumber: 'yes', rowVersion }))).status).toBe(303);
    expect((await numbers()).healthNumber).toEqual({ system: 'other', value: chi });
  });

  it('are told as a slip, line by line', async () => {
    const answer = await linkWorker.post(path(), form({ otherNumbers: 'AB 1234\n9434765918', rowVersion: await version() }));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('not a valid NHS number');
  });
});
