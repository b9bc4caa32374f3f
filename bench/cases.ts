import { randomInt } from 'node:crypto';
import { agreedTimes, becameContact } from '../src/calendar/index.ts';
import { anything, openDirectory, type Search } from '../src/directory/index.ts';
import { type Asker, openIdentity } from '../src/identity/index.ts';
import type { Database } from '../src/platform/database.ts';
import { openRateLimit } from '../src/platform/rate-limit.ts';
import { openReferrals } from '../src/referrals/index.ts';
import { everybody, openSupport, toAddress } from '../src/support/index.ts';
import { demoPassword } from '../demo/index.ts';
import type { Server } from './server.ts';

/** One thing that people wait for: by itself, and as the page that they see. */
export type Case = {
  clients: readonly number[];
  /** It asks the directory alone, and so is measured with a million services as well. */ directory?: true;
  useCase: () => Promise<unknown>;
  page?: (server: Server) => Promise<() => Promise<void>>;
};

export const linkWorker = 'linkworker@demo.bothy.example';
export const lead = 'lead@demo.bothy.example';
export const nurse = 'referrer@demo.bothy.example';

export async function askerCalled(db: Database, email: string): Promise<Asker> {
  const limit = openRateLimit(db, 'bench', { tries: 1000, perSeconds: 60 });
  const signedIn = await openIdentity({ db, now, limits: { address: limit, machine: limit } }).signIn(email, demoPassword, 'bench');
  if (!signedIn.ok) throw new Error(`${email} cannot sign in.`);
  return signedIn.value.asker;
}

const now = () => new Date();
const queue = () => Promise.resolve();
const nothing = () => Promise.resolve([]);
const nothingMoves = { connections: nothing, appointments: nothing };

export async function casesOf(db: Database): Promise<Record<string, Case>> {
  const [sam, isla, catriona] = [await askerCalled(db, linkWorker), await askerCalled(db, nurse), await askerCalled(db, lead)];
  const referrals = openReferrals({ db, now, post: { queue }, beginSupport: queue });
  const support = openSupport({
    db,
    now,
    post: { queue },
    connections: { ofPerson: () => Promise.resolve([]) },
    moves: nothingMoves,
    appointments: { ...agreedTimes, becameContact },
    measures: { changes: nothing },
  });
  const directory = openDirectory({ db, now, personPlace: () => Promise.resolve(undefined) });

  return {
    'referral-saved': {
      clients: [1, 16],
      useCase: () =>
        must(
          referrals.send(isla, {
            who: { typed: somebody(), chosen: 'new' },
            needs: ['loneliness', 'money'],
            note: 'Would like company more than advice.',
          }),
        ),
    },
    'caseload-page': {
      clients: [1, 16],
      useCase: () => support.caseload(sam, { stage: 'open', sort: 'pressing', page: 1, who: undefined }),
      page: (server) => visits(server, linkWorker, ['/caseload']),
    },
    'caseload-400': {
      clients: [1, 16],
      useCase: () => support.caseload(catriona, { stage: 'open', sort: 'pressing', page: 1, who: catriona.id }),
      page: (server) => visits(server, lead, [`/caseload?who=${catriona.id}`]),
    },
    'caseload-400-narrowed': {
      clients: [1],
      useCase: () => support.caseload(catriona, { stage: 'open', page: 1, who: catriona.id, ...oneOf(narrowed) }),
      page: (server) =>
        visits(
          server,
          lead,
          narrowed.map(
            ({ sort, filters }) => `/caseload?${new URLSearchParams({ ...toAddress(filters), sort, who: catriona.id }).toString()}`,
          ),
        ),
    },
    'queue-page': {
      clients: [1, 16],
      useCase: () => referrals.queue(sam, 1),
      page: (server) => visits(server, linkWorker, ['/queue']),
    },
    'service-search': {
      directory: true,
      clients: [1, 16],
      useCase: () => must(directory.findServices(sam, { ...anything, ...oneOf(searches) })),
      page: async (server) => {
        const visitor = await server.as(linkWorker);
        const found: string[] = [];
        for (const { words, place, km, needs } of searches) {
          found.push(await visitor.post('/services', { words, place, km: String(km), need: needs[0]!, room: 'yes' }));
        }
        return () => visitor.get(oneOf(found));
      },
    },
    'service-search-words': {
      directory: true,
      clients: [1, 16],
      useCase: () => must(directory.findServices(sam, { ...anything, words: oneOf(questions) })),
    },
    'service-search-sentence': {
      directory: true,
      clients: [1],
      useCase: () => must(directory.findServices(sam, { ...anything, words: oneOf(sentences), place: 'Castle Douglas' })),
    },
  };
}

/** A caseload, narrowed and sorted in each of its ways. */
const narrowed = [
  { sort: 'name', filters: everybody },
  { sort: 'weight', filters: everybody },
  { sort: 'contact', filters: { ...everybody, silent: 14 } },
  { sort: 'pressing', filters: { ...everybody, held: 'any' } },
  { sort: 'pressing', filters: { ...everybody, when: 'late', need: 'loneliness' } },
  { sort: 'pressing', filters: { ...everybody, place: 'Dalbeattie' } },
  { sort: 'pressing', filters: { ...everybody, interpreter: true } },
  { sort: 'pressing', filters: { ...everybody, risk: true } },
] as const satisfies readonly { sort: 'name' | 'weight' | 'contact' | 'pressing'; filters: typeof everybody }[];

const questions = ['choir', 'debt advice', 'gardning', 'men’s shed', 'diabetes', 'food bank', 'somewhere warm'];
const sentences = [
  'my mum is 80 and lonely since dad died, she would like company on Sundays',
  'can’t pay the heating and the letters are piling up',
  'just moved here and would like to meet people, perhaps a walking group',
];

/** Words, place, need and room, all at once. */
const searches = [
  { words: 'walking', place: 'Castle Douglas', km: 20, needs: ['activity'], room: true },
  { words: 'debt', place: 'DG7 1CK', km: 50, needs: ['money'], room: true },
  { words: 'choir', place: 'New Galloway', km: 50, needs: ['loneliness'], room: true },
  { words: 'group', place: 'Newton Stewart', km: 50, needs: ['condition'], room: true },
  { words: 'company', place: 'Kirkcudbright', km: 10, needs: ['loneliness'], room: true },
  { words: 'food', place: 'Dalbeattie', km: 20, needs: ['food'], room: true },
] as const satisfies readonly (Partial<Search> & { place: string })[];

async function visits(server: Server, email: string, paths: readonly string[]): Promise<() => Promise<void>> {
  const visitor = await server.as(email);
  return () => visitor.get(oneOf(paths));
}

function somebody() {
  return {
    givenName: oneOf(['Ailsa', 'Bruce', 'Carys', 'Dougal', 'Ewa', 'Farah']),
    familyName: oneOf(['Affleck', 'Boateng', 'Corrie', 'Drennan', 'Eze', 'Fergusson']),
    dateOfBirth: `19${randomInt(30, 99)}-0${randomInt(1, 9)}-1${randomInt(0, 9)}`,
    healthNumber: { system: 'other' as const, value: healthNumber() },
    phone: '07700 900123',
    safeContact: { channels: ['phone' as const], voicemailOk: true, note: '' },
  };
}

/** Long enough that none comes twice. */
const healthNumber = (): string => `B${randomInt(2 ** 47)}`;

const oneOf = <T>(list: readonly T[]): T => list[randomInt(list.length)]!;

async function must<T>(asked: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> {
  const answer = await asked;
  if (answer.ok) return answer.value;
  throw new Error(`A use case that is measured refused: ${JSON.stringify(answer.error)}`);
}
