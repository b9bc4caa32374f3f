import { randomUUID } from 'node:crypto';
import { accountsById, type Asker, mayAtAll, type Role } from '../identity/index.ts';
import { type Database, type Tx, uuid } from '../platform/database.ts';
import { recordEvents } from '../platform/events.ts';
import type { Jobs } from '../platform/jobs.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { enqueueDelivery } from './delivery/enqueue.ts';
import { messageEvent } from './delivery/event.ts';
import { type Message, type Recipient, type State, toRecipient } from './message.ts';
import * as store from './store.ts';

export { openDelivery } from './delivery/deliver.ts';
/** For demo/, and whoever else puts in many at once, with their events. */
export { addSent, type Sent } from './store.ts';
export type { Composer, Composers } from './delivery/composer.ts';
export type { LaidOut } from './delivery/lay-out.ts';
export type { Reaching } from './delivery/reaching.ts';
export type { Recipient } from './message.ts';
export type { Letter, NotSent, Notify, TextMessage } from './notify.ts';

export type Messages = ReturnType<typeof openMessages>;

export type ToQueue = { template: string; about: string; person?: string | undefined; to: Recipient; at: Date };
export type MessageRefusal = 'not-yours' | 'not-found' | 'not-failed';

/** What a page shows of a message. `name` is missing when it is the person's, or not known yet. */
export type MessageRow = Pick<Message, 'id' | 'template' | 'state' | 'why' | 'tries' | 'queuedAt' | 'sentAt' | 'toKind' | 'way'> & {
  name?: string;
  jobTitle?: string;
  role?: Role;
};

/** What a person's record shows of a message: also what it said, without its secrets. */
export type MessageAbout = Omit<MessageRow, 'jobTitle' | 'role'> & { about: string; subject: string | null; text: string | null };

type Needs = {
  db: Database;
  jobs: Jobs;
  now: () => Date;
  /** Who looks after somebody's people while they are away: letters to them about a person reach both. */
  coverOf?: (tx: Tx, account: string, at: Date) => Promise<string | undefined>;
};

/** Letters that other modules queue in their own transactions; `openDelivery` sends them. */
export function openMessages({ db, jobs, now, coverOf }: Needs) {
  return {
    /** Queues a letter in the caller's transaction: it is sent only if that commits, and says what is true when it is sent. */
    async queue(tx: Tx, { template, about, person, to, at }: ToQueue): Promise<string> {
      const id = randomUUID();
      const { kind, id: toId } = toRecipient(to);
      const programme = await store.addMessage(tx, { id, template, about, person: person ?? null, toKind: kind, toId, queuedAt: at });
      await enqueueDelivery(jobs, tx, programme, id);
      const cover = person !== undefined && kind === 'account' ? await coverOf?.(tx, toId, at) : undefined;
      if (cover) {
        const copy = { id: randomUUID(), template, about, person: person ?? null, toKind: kind, toId: cover, queuedAt: at };
        await enqueueDelivery(jobs, tx, await store.addMessage(tx, copy), copy.id);
      }
      return id;
    },

    /** Stops what is still waiting to be sent about a person or a thing. Answers how many letters that was. */
    async stopFor(tx: Tx, which: store.Which, why = 'withdrawn'): Promise<number> {
      const stopped = await store.stopWaiting(tx, which, why);
      await recordEvents(
        tx,
        stopped.map((message) => messageEvent('message-stopped', message, now(), { why })),
      );
      return stopped.length;
    },

    /** Looks again at what waits to go to somebody: how they may be reached has changed. */
    async lookAgain(tx: Tx, person: string): Promise<void> {
      for (const { id, programme } of await store.waitingFor(tx, person)) await enqueueDelivery(jobs, tx, programme, id);
    },

    /** Stops whatever was still on its way to somebody themselves, in whichever way. Answers what that was. */
    async stopTo(tx: Tx, person: string, why: string): Promise<{ id: string; template: string }[]> {
      const stopped = await store.stopWaiting(tx, { person, to: 'person' }, why);
      await recordEvents(
        tx,
        stopped.map((message) => messageEvent('message-stopped', message, now(), { why })),
      );
      return stopped.map(({ id, template }) => ({ id, template }));
    },

    failedAbout: store.failedAbout,
    lettersToPrint: store.lettersToPrint,
    lettersAbout: store.lettersAbout,

    /** What was sent, or will be, about this person. The caller has checked that the asker may see the person. */
    async messagesAbout(tx: Tx, person: string, limit = 100): Promise<MessageAbout[]> {
      const found = await store.messagesOf(tx, person, limit);
      return found.map(({ body, subject, about, toName, ...message }) => ({
        ...toRow(message),
        ...(toName && { name: toName }),
        about,
        subject,
        text: body,
      }));
    },

    /** Newest first, `perPage` at a time; `more` says whether there are older ones. */
    async list(asker: Asker, { state, page, perPage = 50 }: { state?: State | undefined; page: number; perPage?: number }) {
      if (!mayAtAll(asker, 'see sent messages')) return refuse('not-yours' as const);
      return db.inProgramme(asker.programme.id, async (tx) => {
        const found = await store.newestMessages(tx, { state, skip: (page - 1) * perPage, limit: perPage + 1 });
        const colleagues = await accountsById(
          tx,
          found.filter(({ toKind }) => toKind === 'account').map(({ toId }) => toId),
        );
        const rows = found.slice(0, perPage).map((message): MessageRow => {
          const colleague = colleagues.get(message.toId);
          if (message.toKind === 'account' && colleague)
            return { ...toRow(message), name: colleague.name, jobTitle: colleague.jobTitle, role: colleague.roles[0]! };
          return { ...toRow(message), ...(message.toKind === 'service' && message.toName && { name: message.toName }) };
        });
        return ok({ rows, more: found.length > perPage });
      });
    },

    /** Sends a failed message once more, with as many tries as a new one. */
    async retry(asker: Asker, id: string): Promise<Result<'queued', MessageRefusal>> {
      if (!mayAtAll(asker, 'see sent messages')) return refuse('not-yours');
      if (!uuid.test(id)) return refuse('not-found');
      return db.inProgramme(asker.programme.id, async (tx) => {
        const message = await store.lockMessage(tx, id);
        if (!message) return refuse('not-found');
        if (message.state !== 'failed') return refuse('not-failed');
        await store.setState(tx, id, { state: 'queued', why: null, tries: 0 });
        await enqueueDelivery(jobs, tx, asker.programme.id, id);
        await recordEvents(tx, [messageEvent('message-retried', message, now(), {}, { kind: 'account', id: asker.id })]);
        return ok('queued');
      });
    },
  };
}

const toRow = ({ id, template, state, why, tries, queuedAt, sentAt, toKind, way }: Omit<MessageRow, 'name' | 'jobTitle' | 'role'>) => ({
  id,
  template,
  state,
  why,
  tries,
  queuedAt,
  sentAt,
  toKind,
  way,
});
