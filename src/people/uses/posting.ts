import type { Asker } from '../../identity/index.ts';
import type { LaidOut, MessageAbout } from '../../messages/index.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Person } from '../person.ts';
import { about, type NotReached, personWithin } from './within.ts';

type Waiting = { id: string; person: string; template: string; name: string; queuedAt: Date; printedAt: Date | null };

/** What messages do for people; compose.ts passes it in. */
export type PostingPorts = {
  db: Database;
  now: () => Date;
  messagesAbout(tx: Tx, person: string): Promise<MessageAbout[]>;
  lettersToPrint(tx: Tx, team: string): Promise<Waiting[]>;
  layOut(tx: Tx, programme: string, id: string): Promise<Result<LaidOut, 'not-found' | 'changed-meanwhile'>>;
  done(tx: Tx, id: string, by: By, at: Date): Promise<boolean>;
  notNeeded(tx: Tx, id: string, by: By, at: Date): Promise<boolean>;
  finishTasks(tx: Tx, message: string, by: By, at: Date): Promise<unknown>;
};
export type Posting = ReturnType<typeof openPosting>;
export type Paper = LaidOut & { person: Person };
type Refusal = NotReached | 'changed-meanwhile';

/** What was sent to somebody, and what is left to people's hands: letters to post and words to say. */
export function openPosting(ports: PostingPorts) {
  const { db, now } = ports;
  const teamOf = (asker: Asker) => asker.team;

  const letter = <T>(
    asker: Asker,
    id: string,
    work: (tx: Tx, person: Person) => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>> =>
    db.inProgramme(asker.programme.id, async (tx): Promise<Result<T, Refusal>> => {
      const team = teamOf(asker);
      const waiting = team && uuid.test(id) ? (await ports.lettersToPrint(tx, team)).find((each) => each.id === id) : undefined;
      if (!waiting) return refuse('not-found');
      const person = await personWithin(tx, asker, 'support person', waiting.person);
      return person.ok ? work(tx, person.value) : refuse('not-found');
    });
  const byOf = (asker: Asker): By => ({ kind: 'account', id: asker.id });

  const handled = (asker: Asker, person: string, id: string, how: PostingPorts['done']): Promise<Result<null, Refusal>> =>
    about(db, asker, 'support person', person, async (tx): Promise<Result<null, Refusal>> => {
      const theirs = (await ports.messagesAbout(tx, person)).find((message) => message.id === id && message.toKind === 'person');
      if (!theirs) return refuse('not-found');
      if (!(await how(tx, id, byOf(asker), now()))) return refuse('changed-meanwhile');
      await ports.finishTasks(tx, id, byOf(asker), now());
      return ok(null);
    });

  return {
    /** Everything that was sent to somebody, or would have been, newest first. */
    seeSent: (asker: Asker, id: string): Promise<Result<{ person: Person; sent: MessageAbout[] }, NotReached>> =>
      about(db, asker, 'see person', id, async (tx, person) =>
        ok({ person, sent: (await ports.messagesAbout(tx, id)).filter(({ toKind }) => toKind === 'person') }),
      ),

    told: (asker: Asker, person: string, id: string) => handled(asker, person, id, ports.done),
    notNeeded: (asker: Asker, person: string, id: string) => handled(asker, person, id, ports.notNeeded),

    waiting: (asker: Asker): Promise<Waiting[]> => {
      const team = teamOf(asker);
      return team ? db.inProgramme(asker.programme.id, (tx) => ports.lettersToPrint(tx, team)) : Promise.resolve([]);
    },

    print: (asker: Asker, id: string): Promise<Result<Paper, Refusal>> =>
      letter(asker, id, async (tx, person) => {
        const laidOut = await ports.layOut(tx, asker.programme.id, id);
        return laidOut.ok ? ok({ ...laidOut.value, person }) : laidOut;
      }),

    posted: (asker: Asker, id: string): Promise<Result<null, Refusal>> =>
      letter(asker, id, async (tx) => {
        if (!(await ports.done(tx, id, byOf(asker), now()))) return refuse('changed-meanwhile');
        await ports.finishTasks(tx, id, byOf(asker), now());
        return ok(null);
      }),
  };
}
