import type { Channel, Person } from '../people/index.ts';
import { ageOn, type CalendarDay } from '../platform/calendar.ts';

/** What a service may be told besides the name, in the order in which the pages show it. */
export const fields = [
  'phone',
  'email',
  'date-of-birth',
  'age-band',
  'address',
  'place',
  'access-needs',
  'interpreter',
  'matters',
  'care',
] as const;
export type Field = (typeof fields)[number];

export type AgeBand = { from: number; to: number };

/** How it is safe to reach the person. Goes with every packet, because a service that does not know it can do harm. */
export type SafeLine = { only: readonly Channel[]; noVoicemail: boolean };

/** Exactly what an organisation is told, as it stood when it was sent. */
export type Packet = {
  name: string;
  phone?: string;
  email?: string;
  dateOfBirth?: CalendarDay;
  ageBand?: AgeBand;
  address?: string;
  place?: string;
  accessNeeds?: string;
  interpreter?: string;
  /** What matters to the person, and why this service, in the link worker's words. */
  matters?: string;
  /** What to be careful about in contacting them. */
  care?: string;
  safely?: SafeLine;
};

/** What the link worker chose to say. */
export type Choice = { fields: readonly Field[]; matters: string; care: string };

type Known = Pick<
  Person,
  | 'givenName'
  | 'familyName'
  | 'chosenName'
  | 'phone'
  | 'email'
  | 'dateOfBirth'
  | 'address'
  | 'place'
  | 'postcode'
  | 'accessNeeds'
  | 'interpreter'
  | 'safeContact'
>;

/** Ten years that an age lies in; children and the very old in wider ones, in which more people are alike. */
export function ageBandOf(age: number): AgeBand {
  if (age < 18) return { from: 0, to: 17 };
  if (age < 30) return { from: 18, to: 29 };
  if (age >= 90) return { from: 90, to: 120 };
  const from = Math.floor(age / 10) * 10;
  return { from, to: from + 9 };
}

/** What the record holds for each field; empty when nobody knows. The last two are written for the occasion. */
const recorded = (person: Known): Record<Field, string> => ({
  phone: person.phone,
  email: person.email,
  'date-of-birth': person.dateOfBirth,
  'age-band': person.dateOfBirth,
  address: [person.address, person.place, person.postcode].filter(Boolean).join('\n'),
  place: person.place,
  'access-needs': person.accessNeeds,
  interpreter: person.interpreter,
  matters: '',
  care: person.safeContact.note,
});

export const recordedOf = (person: Known, field: Field): string => recorded(person)[field];

/** Fields that there is something to say in. */
export const offered = (person: Known): Field[] =>
  fields.filter((field) => field === 'matters' || field === 'care' || recordedOf(person, field) !== '');

/** Name and phone, unless the person may not be rung or sent a text: then whichever way they can be reached. */
export function usualFields(person: Known): Field[] {
  const { channels } = person.safeContact;
  const byPhone = channels.length === 0 || channels.includes('phone') || channels.includes('text');
  const usual: Field[] = byPhone ? ['phone'] : channels.includes('email') ? ['email'] : ['address'];
  return usual.filter((field) => recordedOf(person, field) !== '');
}

/** The words that must be said at every contact, if the person has said how they may be reached. */
export function safeLineOf({ safeContact: { channels, voicemailOk } }: Known): SafeLine | undefined {
  const noVoicemail = voicemailOk === false;
  return channels.length || noVoicemail ? { only: channels, noVoicemail } : undefined;
}

/** Copies out of the record what was chosen, and nothing else. */
export function packetOf(person: Known, choice: Choice, today: CalendarDay): Packet {
  const known = recorded(person);
  const chosen = new Set(choice.fields);
  const safely = safeLineOf(person);
  const words = (field: Field, key: keyof Packet, text: string) => (chosen.has(field) && text.trim() ? { [key]: text.trim() } : {});
  return {
    name: person.chosenName || `${person.givenName} ${person.familyName}`,
    ...words('phone', 'phone', known.phone),
    ...words('email', 'email', known.email),
    ...words('date-of-birth', 'dateOfBirth', known['date-of-birth']),
    ...(chosen.has('age-band') && { ageBand: ageBandOf(ageOn(person.dateOfBirth, today)) }),
    ...words('address', 'address', known.address),
    ...words('place', 'place', known.place),
    ...words('access-needs', 'accessNeeds', known['access-needs']),
    ...words('interpreter', 'interpreter', known.interpreter),
    ...words('matters', 'matters', choice.matters),
    ...words('care', 'care', choice.care),
    ...(safely && { safely }),
  };
}
