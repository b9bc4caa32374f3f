import type { CalendarDay } from '../platform/calendar.ts';
import type { IdentifierSystem } from './core/identifier.ts';
import { type ContactWishes, noWishes } from './wishes.ts';

export const channels = ['phone', 'text', 'email', 'letter', 'visit'] as const;
export type Channel = (typeof channels)[number];

/** How it is safe to reach somebody, the way that they like best first. No channels means that nobody has asked yet, not that anything goes. */
export type SafeContact = { channels: readonly Channel[]; voicemailOk: boolean | null; note: string };

export type Person = {
  id: string;
  givenName: string;
  familyName: string;
  chosenName: string;
  dateOfBirth: CalendarDay;
  pronouns: string;
  phone: string;
  email: string;
  address: string;
  place: string;
  postcode: string;
  practice: string | null;
  /** The number that is asked for first; others that they hold follow it. */
  healthNumber: HealthNumber | null;
  otherNumbers: readonly HealthNumber[];
  safeContact: SafeContact;
  wishes: ContactWishes;
  /** Null: nobody has told us that they died. */
  died: { on: CalendarDay | null; toldAt: Date } | null;
  interpreter: string;
  accessNeeds: string;
  rowVersion: number;
};

/** `version`: the letters on an Ontario card, which change when the card is replaced while the number stays. */
export type HealthNumber = { system: IdentifierSystem; value: string; version?: string };

/** What has to be known to add somebody; the rest is learnt with time. */
export type NewPerson = Pick<Person, 'givenName' | 'familyName' | 'dateOfBirth' | 'healthNumber' | 'practice'> &
  Partial<Omit<Person, 'id' | 'rowVersion'>>;

/** What pages call somebody: the name they chose, or the one they were referred by. */
export const nameOf = ({ chosenName, givenName, familyName }: Pick<Person, 'chosenName' | 'givenName' | 'familyName'>): string =>
  chosenName || `${givenName} ${familyName}`;

export const firstNameOf = ({ chosenName, givenName }: Pick<Person, 'chosenName' | 'givenName'>): string =>
  chosenName.split(' ')[0] || givenName;

export const withDefaults = (id: string, details: NewPerson): Person => ({
  chosenName: '',
  pronouns: '',
  phone: '',
  email: '',
  address: '',
  place: '',
  postcode: '',
  safeContact: { channels: [], voicemailOk: null, note: '' },
  wishes: noWishes,
  died: null,
  interpreter: '',
  accessNeeds: '',
  otherNumbers: [],
  ...details,
  id,
  rowVersion: 1,
});

/** The fields that differ, by name; for an event, which says what changed but never to what. */
export function changedFields(before: Person, after: Person): string[] {
  const names = Object.keys(before) as (keyof Person)[];
  return names.filter((name) => name !== 'rowVersion' && JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
