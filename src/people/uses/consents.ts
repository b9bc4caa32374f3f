import { randomUUID } from 'node:crypto';
import { accountsById, type Asker, type Colleague } from '../../identity/index.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import {
  answered,
  type About,
  type Consent,
  isYes,
  type Purpose,
  purposes,
  type Standing,
  standingOf,
  type Way,
  withdraw,
} from '../consent.ts';
import type { Person } from '../person.ts';
import { addConsents, consentsOf, holdAnswers, saveWithdrawals } from '../store.ts';
import { type NotedOptOut, optOutsOf } from '../store/opt-outs.ts';
import { about, type NotReached } from './within.ts';

/** What a service was told of somebody, as connections tell it. */
export type ToldService = {
  connection: string;
  service: string;
  serviceName: string;
  organisation: string;
  restricted: boolean;
  kind: 'asked' | 'rung';
  open: boolean;
  at: Date;
  fields: readonly string[];
  takenBackAt: Date | null;
};
/** What taking a yes back needs of others; compose.ts passes it in. */
export type Ports = {
  db: Database;
  now: () => Date;
  toldOf(tx: Tx, person: string): Promise<readonly ToldService[]>;
  serviceNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Stops, calls off and takes out what this service was told. */
  takeBack(tx: Tx, asker: Asker, person: string, service: string): Promise<void>;
  /** Stops what is waiting to be sent to them, or about them to those who referred them. Answers how many letters that was. */
  stopMessages(tx: Tx, person: string, which: 'to-them' | 'to-practice'): Promise<number>;
  /** Takes what they told out of everything that was made of it. */
  pullStories(tx: Tx, asker: Asker, person: string): Promise<unknown>;
  /** Lays before whoever supports them that they do not agree to support any more. */
  remind(tx: Tx, asker: Asker, person: string, at: Date): Promise<unknown>;
};

export type Line = { about: Required<About>; recipientName: string; standing: Standing };
export type ConsentSeen = {
  person: Person;
  lines: readonly Line[];
  history: readonly (Consent & { recipientName: string })[];
  told: readonly ToldService[];
  optOut: NotedOptOut;
  names: ReadonlyMap<string, Colleague>;
};
export type Said = { answer: Consent['answer']; how: Way; why: string };

const key = ({ purpose, recipient = null }: About) => `${purpose} ${recipient ?? ''}`;

/** What a person agrees to: asking, writing it down, and taking it back. */
export function openConsents({ db, now, ...ports }: Ports) {
  async function seen(tx: Tx, person: Person): Promise<ConsentSeen> {
    const consents = await consentsOf(tx, person.id);
    const told = await ports.toldOf(tx, person.id);
    const recipients = [...new Set([...consents.map(({ recipient }) => recipient), ...told.map(({ service }) => service)])];
    const services = recipients.filter((id) => id !== null);
    const serviceNames = await ports.serviceNames(tx, services);
    const subjects = purposes.flatMap((purpose): Required<About>[] =>
      purpose === 'share-with-service' ? services.map((recipient) => ({ purpose, recipient })) : [{ purpose, recipient: null }],
    );
    const nameOfRecipient = (id: string | null) => (id && serviceNames.get(id)) || '';
    return {
      person,
      told,
      optOut: (await optOutsOf(tx, [person.id]))(person.id),
      lines: subjects.map((each) => ({
        about: each,
        recipientName: nameOfRecipient(each.recipient),
        standing: standingOf(consents, each),
      })),
      history: consents.map((consent) => ({ ...consent, recipientName: nameOfRecipient(consent.recipient) })),
      names: await accountsById(
        tx,
        consents.flatMap(({ askedBy, withdrawnBy }) => [askedBy, withdrawnBy]).filter((id) => id !== null),
      ),
    };
  }

  const lineIn = ({ lines }: ConsentSeen, asked: About) => lines.find((line) => key(line.about) === key(asked));

  /** What follows at once when a yes no longer stands. */
  async function follow(tx: Tx, asker: Asker, person: string, { purpose, recipient }: About): Promise<void> {
    switch (purpose) {
      case 'share-with-service':
        if (recipient) await ports.takeBack(tx, asker, person, recipient);
        return;
      case 'practice':
        return void (await ports.stopMessages(tx, person, 'to-practice'));
      case 'contact':
        return void (await ports.stopMessages(tx, person, 'to-them'));
      case 'support':
        await ports.stopMessages(tx, person, 'to-them');
        await ports.remind(tx, asker, person, now());
        return;
      case 'story':
        return void (await ports.pullStories(tx, asker, person));
      case 'evaluation':
      case 'research':
        // Nothing is kept ready for these: what is used is asked for each time.
        return;
    }
  }

  async function takeAway(tx: Tx, asker: Asker, person: string, asked: About, how: Way): Promise<boolean> {
    const taken = withdraw(await consentsOf(tx, person), asked, { at: now(), by: asker.id, how });
    if (!taken.ok) return false;
    await saveWithdrawals(tx, taken.value);
    await recordEvents(
      tx,
      taken.value.map(({ id, purpose }) => ({
        type: 'consent-withdrawn',
        subject: { kind: 'consent', id },
        person,
        by: { kind: 'account', id: asker.id },
        at: now(),
        data: { purpose },
      })),
    );
    await follow(tx, asker, person, asked);
    return true;
  }

  return {
    see: (asker: Asker, person: string): Promise<Result<ConsentSeen, NotReached>> =>
      about(db, asker, 'see person', person, async (tx, found) => ok(await seen(tx, found))),

    /** One question, for the page that asks it; a service only when something was shared with it, or was asked before. */
    ask: (asker: Asker, person: string, asked: About): Promise<Result<ConsentSeen & { line: Line }, NotReached>> =>
      about(db, asker, 'support person', person, async (tx, found): Promise<Result<ConsentSeen & { line: Line }, NotReached>> => {
        const all = await seen(tx, found);
        const line = lineIn(all, asked);
        return line ? ok({ ...all, line }) : refuse('not-found');
      }),

    /** Writes down a yes or a no. A no to what was a yes takes that back, with all that follows. */
    record: (asker: Asker, person: string, asked: About, said: Said): Promise<Result<Consent, NotReached>> =>
      about(db, asker, 'support person', person, async (tx, found): Promise<Result<Consent, NotReached>> => {
        await holdAnswers(tx, person, 'to-change');
        if (!lineIn(await seen(tx, found), asked)) return refuse('not-found');
        if (said.answer === 'refused' && !(await takeAway(tx, asker, person, asked, said.how))) await follow(tx, asker, person, asked);
        const consent = answered({ ...asked, ...said, id: randomUUID(), person, askedBy: asker.id, givenAt: now() });
        await addConsents(tx, [consent]);
        await recordEvents(tx, [
          {
            type: said.answer === 'given' ? 'consent-given' : 'consent-refused',
            subject: { kind: 'consent', id: consent.id },
            person,
            by: { kind: 'account', id: asker.id },
            at: now(),
            data: { purpose: consent.purpose },
          },
        ]);
        return ok(consent);
      }),

    /** Takes a yes back. With that to support, also the sharing with the services that are named. */
    withdraw: (
      asker: Asker,
      person: string,
      asked: About,
      { how, services }: { how: Way; services: readonly string[] },
    ): Promise<Result<Purpose, NotReached | 'nothing-given'>> =>
      about(db, asker, 'support person', person, async (tx, found): Promise<Result<Purpose, NotReached | 'nothing-given'>> => {
        await holdAnswers(tx, person, 'to-change');
        const line = lineIn(await seen(tx, found), asked);
        if (!line) return refuse('not-found');
        if (!isYes(line.standing)) return refuse('nothing-given');
        await takeAway(tx, asker, person, asked, how);
        if (asked.purpose === 'support')
          for (const recipient of new Set(services)) await takeAway(tx, asker, person, { purpose: 'share-with-service', recipient }, how);
        return ok(asked.purpose);
      }),
  };
}

export type Consents = ReturnType<typeof openConsents>;
