import { createHmac, timingSafeEqual } from 'node:crypto';

const macOf = (key: Buffer, words: string): Buffer => createHmac('sha256', key).update(words).digest();

/** Words that only whoever has the key can have given out. They can be read by anybody; they cannot be changed. */
export const sign = (key: Buffer, words: string): string =>
  `${Buffer.from(words).toString('base64url')}.${macOf(key, words).toString('base64url')}`;

/** What a ticket says, before anybody has looked whether it is one of ours. */
export const wordsOn = (ticket: string): string => Buffer.from(ticket.split('.', 1)[0] ?? '', 'base64url').toString();

export function isSigned(key: Buffer, ticket: string): boolean {
  const mac = Buffer.from(ticket.split('.')[1] ?? '', 'base64url');
  const ours = macOf(key, wordsOn(ticket));
  return mac.length === ours.length && timingSafeEqual(mac, ours);
}
