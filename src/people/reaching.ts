import { addDays, type CalendarDay, dayIn, instantAt, weekday } from '../platform/calendar.ts';
import type { Channel, Person } from './person.ts';
import type { ContactWishes, MaySay } from './wishes.ts';

/** The ways by which Bothy itself can carry words to somebody. A call or a visit needs a person. */
export type Way = 'email' | 'text' | 'letter';

export type Reachable = Pick<Person, 'phone' | 'email' | 'address' | 'place' | 'postcode' | 'safeContact' | 'wishes' | 'died'>;

export type ReachDecision =
  | { way: Way; address: string; says: MaySay }
  | { way: 'wait'; until: Date }
  | { way: 'by-hand'; why: 'not-asked' | 'no-way' }
  | { way: 'none'; why: 'died' | 'objected' };

type When = { now: Date; timeZone: string; able: readonly Way[] };

/** Nobody is woken by a text message, whether or not they were asked about hours. */
const decentHours = { from: '08:00', until: '20:00' };

/**
 * By which way a message may reach somebody now: the first of those that they agreed to, at a time that is good for them, and never
 * at an address that they barred. Somebody whom nobody has asked is told by a person, and so is somebody whom no way reaches.
 */
export function reachOf(person: Reachable, { now, timeZone, able }: When): ReachDecision {
  const { safeContact, wishes } = person;
  if (person.died) return { way: 'none', why: 'died' };
  if (wishes.stoppedAt) return { way: 'none', why: 'objected' };
  if (!safeContact.channels.length) return { way: 'by-hand', why: 'not-asked' };
  const way = safeContact.channels.filter(isWay).find((each) => able.includes(each) && mayUse(person, each));
  if (!way) return { way: 'by-hand', why: 'no-way' };
  const when = nextGoodMoment(way, wishes, now, timeZone);
  if (!when) return { way: 'by-hand', why: 'no-way' };
  if (when > now) return { way: 'wait', until: when };
  return { way, address: addressFor(person, way), says: wishes.says };
}

const isWay = (channel: Channel): channel is Way => channel === 'email' || channel === 'text' || channel === 'letter';

/** What a message by this way would be addressed to; '' when nobody knows. */
export function addressFor({ phone, email, address, place, postcode }: Omit<Reachable, 'safeContact' | 'wishes' | 'died'>, way: Way) {
  switch (way) {
    case 'email':
      return email.includes('@') ? email.trim() : '';
    case 'text':
      return phone.replaceAll(/\D/g, '').length >= 6 ? phone.trim() : '';
    case 'letter':
      return address.trim() && [address.trim(), place.trim(), postcode.trim()].filter(Boolean).join('\n');
  }
}

/** Whether a message could go to somebody by this way at all, now or later. */
export const mayBeSent = (person: Reachable, way: Way): boolean =>
  !person.died && !person.wishes.stoppedAt && person.safeContact.channels.includes(way) && mayUse(person, way);

function mayUse(person: Reachable, way: Way): boolean {
  const address = addressFor(person, way);
  return address !== '' && !isBarred(address, person.wishes.barred);
}

/** Whether this is the number, or holds the address, that nothing may go to, however either is written. */
export function isBarred(address: string, barred: readonly string[]): boolean {
  return barred.some((each) => {
    if (each.includes('@') || address.includes('@')) return each.trim().toLowerCase() === address.trim().toLowerCase();
    const [theirs, ours] = [digitsOf(each), digitsOf(address)];
    if (isNumber(each) || isNumber(address)) return theirs !== '' && theirs === ours;
    const part = lettersOf(each);
    return part !== '' && (lettersOf(address).includes(part) || part.includes(lettersOf(address)));
  });
}

/** Somebody as others may be told of them: without the number or addresses that nothing may go to. */
export function withoutBarred<P extends Reachable>(person: P): P {
  const kept = (text: string) => (text && isBarred(text, person.wishes.barred) ? '' : text);
  return { ...person, phone: kept(person.phone), email: kept(person.email), address: kept(person.address) };
}

const isNumber = (text: string) => /^[\d\s()+.-]+$/.test(text.trim());
/** 07700 900123 and +44 7700 900123 are one phone. */
const digitsOf = (text: string) =>
  text
    .replaceAll(/\D/g, '')
    .replace(/^(00|0)?44(?=\d{9,10}$)/, '0')
    .slice(-10);
const lettersOf = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The first moment from now on that is good for a message by this way; undefined when there is none. */
function nextGoodMoment(way: Way, wishes: ContactWishes, now: Date, timeZone: string): Date | undefined {
  const today = dayIn(timeZone, now);
  const first = wishes.notBefore && wishes.notBefore > today ? wishes.notBefore : today;
  if (way === 'letter') return first > today ? instantAt(timeZone, first, decentHours.from) : now;
  const { from, until } = hoursFor(way, wishes);
  if (from >= until) return undefined;
  for (let ahead = 0; ahead <= 7; ahead++) {
    const day = addDays(first, ahead);
    if (wishes.days.length && !wishes.days.includes(weekday(day))) continue;
    const [opens, shuts] = [instantAt(timeZone, day, from), endOf(timeZone, day, until)];
    if (now < shuts) return now > opens ? now : opens;
  }
  return undefined;
}

function hoursFor(way: Way, { from, until }: ContactWishes): { from: string; until: string } {
  const wide = way === 'text' ? decentHours : { from: '00:00', until: '24:00' };
  // What they said themselves stands, even where it is earlier or later than we would dare.
  return { from: from || (until && until <= wide.from ? '00:00' : wide.from), until: until || (from >= wide.until ? '24:00' : wide.until) };
}

const endOf = (timeZone: string, day: CalendarDay, until: string): Date =>
  until === '24:00' ? instantAt(timeZone, addDays(day, 1), '00:00') : instantAt(timeZone, day, until);
