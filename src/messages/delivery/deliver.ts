import { en } from '../../../locales/en/index.ts';
import { thisProgramme } from '../../identity/index.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { refuse } from '../../platform/result.ts';
import type { Jobs } from '../../platform/jobs.ts';
import type { Log } from '../../platform/log.ts';
import { letterText } from '../letter.ts';
import { fromRecipient, keptText, type Message, nextTry, turnOf } from '../message.ts';
import type { Letter, NotSent, Notify, TextMessage } from '../notify.ts';
import { claimMessage, handOver, lockMessage, setState } from '../store.ts';
import type { Composed, ComposedForPerson, Composers, NothingToSend } from './composer.ts';
import { enqueueDelivery } from './enqueue.ts';
import { messageEvent } from './event.ts';
import { openByHand } from './lay-out.ts';
import type { Reaching } from './reaching.ts';
import { formFor } from './to-person.ts';

type Needs = {
  db: Database;
  jobs: Jobs;
  notify: Notify;
  composers: Composers;
  reaching: Reaching;
  now: () => Date;
  publicUrl: string;
  log: Log;
};
type Leaving = { mail: Letter } | { text: TextMessage };

// Somebody should still hear of it, so it has not stopped but failed: managers see it, and try it again once there is an address.
const noAddress = 'no-address';

/** Sends what was queued: claim and compose, send outside any transaction, note that it went. */
export function openDelivery({ db, jobs, notify, composers, reaching, now, publicUrl, log }: Needs) {
  const host = new URL(publicUrl).hostname;

  async function deliver(programme: string, id: string): Promise<void> {
    const leaving = await db
      .inProgramme(programme, (tx) => prepare(tx, programme, id))
      .catch(async (fault: unknown) => {
        log.error({ message: id, err: fault }, 'A message could not be composed');
        await noteFailedTry(programme, id, { code: 'could-not-compose', again: true });
      });
    if (!leaving) return;
    const sent = await send(leaving).catch((fault: unknown) => {
      log.error({ message: id, err: fault }, 'The way that messages leave had a fault');
      return { ok: false, error: { code: 'could-not-send', again: true } } as const;
    });
    await (sent.ok ? noteSent(programme, id) : noteFailedTry(programme, id, sent.error));
  }

  function send(leaving: Leaving) {
    if ('mail' in leaving) return notify.send(leaving.mail);
    return notify.text ? notify.text(leaving.text) : Promise.resolve(refuse({ code: 'no-texts', again: false }));
  }

  async function prepare(tx: Tx, programme: string, id: string): Promise<Leaving | undefined> {
    const message = await lockMessage(tx, id);
    const turn = message && turnOf(message, now());
    if (!message || turn?.name === 'leave') return undefined;
    if (turn?.name === 'wait') return void (await enqueueDelivery(jobs, tx, programme, id, turn.until));
    if (turn?.name === 'give-up') return end(tx, message, 'failed', 'interrupted');
    if (message.toKind === 'person') return prepareForPerson(tx, programme, message);

    const composed = await compose(tx, message);
    if ('why' in composed) return end(tx, message, composed.why === noAddress ? 'failed' : 'stopped', composed.why);
    if (!('to' in composed)) throw new Error(`What ${message.template} composed is for a person, and this message is not.`);
    const { to, subject, text, secrets = [], forgetsWhom = false } = composed;
    if (!to.address.includes('@')) return end(tx, message, 'failed', noAddress);
    const whyNot = message.toKind === 'address' && message.person && (await reaching.whyNotTo(tx, message.person, to.address));
    if (whyNot) return end(tx, message, 'stopped', whyNot);
    const body = keptText(text, secrets, en.messages.letter.linkRemoved);
    const kept = forgetsWhom ? { name: '', address: '' } : to;
    await claimMessage(tx, message, { ...kept, subject: keptText(subject, secrets, ''), body }, now());
    return { mail: { id: `${id}@${host}`, to, subject, text } };
  }

  /** How the person may be reached is asked first, so that nothing is even written that must not go now. */
  async function prepareForPerson(tx: Tx, programme: string, message: Message): Promise<Leaving | undefined> {
    const reached = await reaching.reach(tx, message.toId, { now: now(), canText: notify.text !== undefined });
    if (reached.way === 'none') return end(tx, message, 'stopped', reached.why);
    if (reached.way === 'wait') {
      await setState(tx, message.id, { state: 'queued', why: 'good-time' });
      return void (await enqueueDelivery(jobs, tx, programme, message.id, reached.until));
    }
    const composed = await compose(tx, message);
    if ('why' in composed) return end(tx, message, 'stopped', composed.why);
    if ('to' in composed) throw new Error(`${message.template} picked the address of a person, which only their own wishes may do.`);
    const id = `${message.id}@${host}`;
    const form = await formFor(tx, message, reached, composed, { id, publicUrl, now: now(), stopLink: reaching.stopLink });
    if ('leave' in form) {
      await claimMessage(tx, message, form.kept, now());
      return form.leave;
    }
    const { way } = form.handOver;
    const told = { person: message.toId, message: message.id, at: now() };
    const asked = way === 'by-hand' ? await reaching.tellByHand(tx, told) : await reaching.postByHand(tx, told);
    if (way === 'by-hand' && !asked) return end(tx, message, 'failed', 'nobody-to-tell');
    await handOver(tx, message.id, form.handOver);
    await recordEvents(tx, [messageEvent(way === 'letter' ? 'message-to-print' : 'message-by-hand', message, now())]);
    return undefined;
  }

  async function compose(tx: Tx, message: Message): Promise<Composed | ComposedForPerson | NothingToSend> {
    const composer = Object.hasOwn(composers, message.template) ? composers[message.template] : undefined;
    if (!composer) throw new Error(`Nobody composes messages of the template ${message.template}.`);
    const programme = await thisProgramme(tx);
    return composer(tx, message.about, {
      to: fromRecipient(message),
      person: message.person,
      programme,
      words: en,
      publicUrl,
      now: now(),
      letter: (parts) => letterText(en.messages.letter, programme.name, parts),
    });
  }

  async function end(tx: Tx, message: Message, state: 'stopped' | 'failed', why: string): Promise<undefined> {
    await setState(tx, message.id, { state, why });
    await recordEvents(tx, [messageEvent(`message-${state}`, message, now(), { why })]);
    return undefined;
  }

  const noteSent = (programme: string, id: string): Promise<void> =>
    db.inProgramme(programme, async (tx) => {
      const message = await lockMessage(tx, id);
      if (!message || message.state === 'sent') return;
      await setState(tx, id, { state: 'sent', why: null, sentAt: now() });
      await recordEvents(tx, [messageEvent('message-sent', message, now(), message.way ? { way: message.way } : {})]);
    });

  async function noteFailedTry(programme: string, id: string, { code, again }: NotSent): Promise<void> {
    log.warn({ message: id, code }, 'A message was not sent');
    await db.inProgramme(programme, async (tx) => {
      const message = await lockMessage(tx, id);
      if (!message || turnOf(message, now()).name === 'leave') return;
      const tries = message.state === 'queued' ? message.tries + 1 : message.tries;
      const next = nextTry(tries, now(), again);
      if (!next) return end(tx, message, 'failed', code);
      await setState(tx, id, { state: 'queued', why: code, tries });
      await enqueueDelivery(jobs, tx, programme, id, next);
    });
  }

  return {
    deliver,
    byHand: openByHand({ jobs, reaching, now, compose }),
    handlers: { 'deliver-message': ({ programme, message }: Record<string, string>) => deliver(programme!, message!) },
  };
}
