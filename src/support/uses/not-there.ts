import { randomUUID } from 'node:crypto';
import type { Asker } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import type { Attempt } from '../attempts.ts';
import { addAttempts, attemptsIn } from '../store/contacts.ts';
import { supportsOf } from '../store/supports.ts';
import { currentOf } from '../support.ts';
import { afterAttempt, protocolFor, reaching } from './contacts.ts';
import { byOf, todayFor } from './needs.ts';
import { changeTasks } from './tasks.ts';

type NotThere = { person: string; at: Date; channel: 'phone' | 'visit'; note: string; againOn: string | null };

/**
 * For calendar, inside its transaction: somebody was not there at an agreed time. It counts as one fair try to reach them; the way was
 * agreed with them, so it needs no reason. Answers false when nobody supports them any more, and nothing was noted.
 */
export async function noteNotThere(tx: Tx, asker: Asker, { person, at, channel, note, againOn }: NotThere, now: Date): Promise<boolean> {
  const support = currentOf(await supportsOf(tx, person));
  if (support?.stage.name !== 'open') return false;
  const attempt: Attempt = {
    id: randomUUID(),
    person,
    support: support.id,
    triedAt: at,
    channel,
    outcome: 'did-not-come',
    note,
    whyThisWay: '',
    by: asker.id,
  };
  await addAttempts(tx, [attempt]);
  const data = { channel, outcome: attempt.outcome };
  await recordEvents(tx, [
    { type: 'attempt-recorded', subject: { kind: 'attempt', id: attempt.id }, person, by: byOf(asker), at: now, data },
  ]);
  const protocol = protocolFor(asker, await attemptsIn(tx, support.id), support, now);
  const next = afterAttempt(support, attempt, protocol, againOn, { today: todayFor(asker, now), at: now });
  await changeTasks(tx, support.id, { done: reaching, added: [next] }, byOf(asker), now);
  return true;
}
