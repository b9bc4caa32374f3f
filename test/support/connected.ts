import { randomUUID } from 'node:crypto';
import { addOrganisations, addServices, type Service, toService } from '../../src/directory/index.ts';
import { addPeople, letTeamsSee, type NewPerson, type Person, withDefaults } from '../../src/people/index.ts';
import type { Database } from '../../src/platform/database.ts';
import type { TestProgramme } from './programme.ts';
import type { Form, openWeb } from './web.ts';

type Web = ReturnType<typeof openWeb>;

/** Where the services of a test's programme get their mail. */
export const addressOf = ({ id }: TestProgramme): string => `walks@${id.slice(0, 8)}.example`;

/** A walking group that takes requests by mail, run by the organisation of the programme's community member. */
export async function aService(db: Database, programme: TestProgramme, known: Partial<Service> = {}): Promise<Service> {
  const id = randomUUID();
  const location = {
    id: randomUUID(),
    name: 'Catstrand',
    address: '1 High Street',
    town: 'New Galloway',
    postcode: 'DG7 3RN',
    latitude: null,
    longitude: null,
    private: false,
  };
  const service = toService({
    id,
    organisation: programme.organisation,
    name: 'Glenkens walking group',
    requestEmail: addressOf(programme),
    requestPhone: '01644 420374',
    locations: [location],
    ...known,
  });
  await db.inProgramme(programme.id, async (tx) => {
    const organisation = {
      name: 'Glenkens Community Trust',
      description: '',
      website: null,
      email: null,
      phone: null,
      status: 'active' as const,
    };
    await addOrganisations(tx, [{ ...organisation, id: service.organisation }]);
    await addServices(tx, [service]);
  });
  return service;
}

/** Somebody whom the programme's team knows. */
export async function aPerson(db: Database, programme: TestProgramme, known: Partial<NewPerson> = {}): Promise<Person> {
  const details = {
    givenName: 'Moira',
    familyName: 'Kerr',
    dateOfBirth: '1964-03-14',
    healthNumber: null,
    practice: null,
    phone: '01644 420123',
    email: 'moira@home.example',
    address: '2 Brae Street',
    place: 'New Galloway',
  };
  const person = withDefaults(randomUUID(), { ...details, ...known });
  await db.inProgramme(programme.id, async (tx) => {
    await addPeople(tx, [person], new Date('2026-11-01T09:00:00Z'));
    await letTeamsSee(tx, [{ person: person.id, team: programme.team }]);
  });
  return person;
}

const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
export const versionOf = (page: string): string => hidden(page, 'version');

/** Walks the link worker's two steps, and answers the connection's id. */
export async function connect(
  web: Web,
  programme: TestProgramme,
  pair: { person: string; service: string },
  form: Form = {},
): Promise<string> {
  const worker = await web.signedIn(programme.as('linkWorker'));
  const path = `/people/${pair.person}/connect/${pair.service}`;
  const chosen: Form = { how: 'asked', fields: ['phone'], ...form };
  const preview = await (await worker.post(path, { ...chosen, step: 'preview' })).text();
  const sent = await worker.post(path, { ...chosen, seal: hidden(preview, 'seal'), consent: 'yes', step: 'send' });
  const id = /^\/connections\/([0-9a-f-]{36})/.exec(sent.headers.get('location') ?? '')?.[1];
  if (!id) throw new Error(`Not connected: ${sent.status} ${await sent.text()}`);
  return id;
}

/** Sends what waits to be sent; answers the path of the link in the newest letter. */
export async function linkInMail(web: Web): Promise<string> {
  await web.jobs.run(web.modules.delivery.handlers);
  const found = /http:\/\/127\.0\.0\.1:3000(\/reply\/[\w-]+)/.exec(web.mail.letters.at(-1)?.text ?? '');
  if (!found) throw new Error('The newest letter has no link.');
  return found[1]!;
}
