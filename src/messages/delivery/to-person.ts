import { en } from '../../../locales/en/index.ts';
import type { Tx } from '../../platform/database.ts';
import { keptText, type Message } from '../message.ts';
import type { Letter, TextMessage } from '../notify.ts';
import type { Kept } from '../store.ts';
import type { ComposedForPerson } from './composer.ts';
import type { Reached, Reaching } from './reaching.ts';

const mostInShort = 300;

export type Carried = Extract<Reached, { way: 'email' | 'text' | 'letter' }>;
/** What is to happen with a message to a person, once it is known how they may be reached. */
export type ForPerson =
  { leave: { mail: Letter } | { text: TextMessage }; kept: Kept } | { handOver: Kept & { way: 'letter' | 'by-hand'; team: string | null } };

type Where = { id: string; publicUrl: string; now: Date; stopLink: Reaching['stopLink'] };

/** Puts what was composed into the form of the way by which it goes. */
export async function formFor(
  tx: Tx,
  message: Pick<Message, 'toId'>,
  reached: Exclude<Reached, { way: 'wait' } | { way: 'none' }>,
  composed: ComposedForPerson,
  { id, publicUrl, now, stopLink }: Where,
): Promise<ForPerson> {
  if (composed.short.length > mostInShort) throw new Error(`The short form of a message has more than ${mostInShort} characters.`);
  const by = saidWithin(reached);
  if (by.way === 'by-hand') return { handOver: { ...keep(by.name, '', composed, composed.text), way: 'by-hand', team: by.team } };
  const { subject, text, short, secrets = [] } = by.says === 'ring-only' ? ringOnly(by) : composed;
  const said = { subject, secrets };
  switch (by.way) {
    case 'text':
      return { leave: { text: { id, to: by.address, text: short } }, kept: { ...keep(by.name, by.address, said, short), way: 'text' } };
    case 'letter':
      return { handOver: { ...keep(by.name, by.address, said, text), way: 'letter', team: by.team } };
    case 'email': {
      // The link would say whose message it is, so a mail that may say no more than "please ring" goes without.
      const stopAt = by.says === 'all' ? `${publicUrl}/stop/${await stopLink(tx, message.toId, now)}` : undefined;
      const whole = stopAt ? `${text.trimEnd()}\n\n${en.messages.letter.stop(stopAt)}\n` : text;
      const all = { subject, secrets: stopAt ? [...secrets, stopAt] : secrets };
      const mail = { id, to: { name: by.name, address: by.address }, subject, text: whole, ...(stopAt && { stopAt }) };
      return { leave: { mail }, kept: { ...keep(by.name, by.address, all, whole), way: 'email' } };
    }
  }
}

/** With no number to ring, "please ring" helps nobody: then a person tells them. */
function saidWithin(reached: Exclude<Reached, { way: 'wait' } | { way: 'none' }>) {
  if (reached.way !== 'by-hand' && reached.says === 'ring-only' && !reached.ring)
    return { way: 'by-hand' as const, name: reached.name, why: 'no-way', team: reached.team };
  return reached;
}

export function ringOnly({ ring }: Pick<Carried, 'ring'>): ComposedForPerson {
  const { subject, text } = en.messages.ringOnly;
  return { subject, text: `${text(ring)}\n`, short: text(ring) };
}

const keep = (name: string, address: string, { subject, secrets = [] }: Pick<ComposedForPerson, 'subject' | 'secrets'>, text: string) => ({
  name,
  address,
  subject: keptText(subject, secrets, ''),
  body: keptText(text, secrets, en.messages.letter.linkRemoved),
});
