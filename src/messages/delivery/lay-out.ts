import { en } from '../../../locales/en/index.ts';
import type { Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { refuse, ok, type Result } from '../../platform/result.ts';
import type { Jobs } from '../../platform/jobs.ts';
import { keptText, type Message } from '../message.ts';
import { handOver, lockMessage, markDone, markPrinted, setState } from '../store.ts';
import type { Composed, ComposedForPerson, NothingToSend } from './composer.ts';
import { enqueueDelivery } from './enqueue.ts';
import { messageEvent } from './event.ts';
import type { Reaching } from './reaching.ts';
import { ringOnly } from './to-person.ts';

/** A letter as it goes on paper, with what our copy does not hold. */
export type LaidOut = { name: string; address: string; subject: string; text: string; says: 'all' | 'ring-only' };
export type NotLaidOut = 'not-found' | 'changed-meanwhile';

type Needs = {
  jobs: Jobs;
  reaching: Reaching;
  now: () => Date;
  compose(tx: Tx, message: Message): Promise<Composed | ComposedForPerson | NothingToSend>;
};

/** Letters for the post, and words for somebody to say: what is left to people's hands. */
export function openByHand({ jobs, reaching, now, compose }: Needs) {
  const stop = async (tx: Tx, message: Message, why: string): Promise<Result<never, 'changed-meanwhile'>> => {
    await setState(tx, message.id, { state: 'stopped', why });
    await recordEvents(tx, [messageEvent('message-stopped', message, now(), { why })]);
    return refuse('changed-meanwhile');
  };

  return {
    /** Writes a letter anew from what is true now, and asks once more whether it may go. */
    async layOut(tx: Tx, programme: string, id: string): Promise<Result<LaidOut, NotLaidOut>> {
      const message = await lockMessage(tx, id);
      if (!message || message.state !== 'to-print') return refuse('not-found');
      const reached = await reaching.reach(tx, message.toId, { now: now(), canText: false });
      if (reached.way === 'none') return stop(tx, message, reached.why);
      if (reached.way !== 'letter') {
        await setState(tx, id, { state: 'queued', why: null });
        await enqueueDelivery(jobs, tx, programme, id);
        return refuse('changed-meanwhile');
      }
      const composed = await compose(tx, message);
      if ('why' in composed) return stop(tx, message, composed.why);
      if ('to' in composed) throw new Error(`${message.template} picked the address of a person.`);
      const { subject, text, secrets = [] } = reached.says === 'ring-only' ? ringOnly(reached) : composed;
      const { name, address, team } = reached;
      const body = keptText(text, secrets, en.messages.letter.linkRemoved);
      await handOver(tx, id, { name, address, subject: keptText(subject, secrets, ''), body, way: 'letter', team });
      await markPrinted(tx, id, now());
      return ok({ name, address, subject, text, says: reached.says });
    },

    /** It was posted, or told. False when that is not left to anybody's hands any more. */
    async done(tx: Tx, id: string, by: By, at: Date): Promise<boolean> {
      const message = await lockMessage(tx, id);
      if (!message || (message.state !== 'to-print' && message.state !== 'by-hand')) return false;
      await markDone(tx, id, by.kind === 'account' ? by.id : null, at);
      await recordEvents(tx, [messageEvent('message-sent', message, at, { way: message.way ?? '' }, by)]);
      return true;
    },

    /** It is not wanted any more. */
    async notNeeded(tx: Tx, id: string, by: By, at: Date): Promise<boolean> {
      const message = await lockMessage(tx, id);
      if (!message || (message.state !== 'to-print' && message.state !== 'by-hand')) return false;
      await setState(tx, id, { state: 'stopped', why: 'withdrawn' });
      await recordEvents(tx, [messageEvent('message-stopped', message, at, { why: 'withdrawn' }, by)]);
      return true;
    },
  };
}
