import type { CalendarDay } from '../platform/calendar.ts';

export const channels = ['phone', 'text', 'email', 'letter'] as const;
export type Channel = (typeof channels)[number];

/** How it is safe to reach somebody. No channels means that nobody has asked yet, not that anything goes. */
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
  healthNumber: HealthNumber | null;
  safeContact: SafeContact;
  interpreter: string;
  accessNeeds: string;
  rowVersion: number;
};

export type HealthNumber = { system: 'nhs-number' | 'other'; value: string };

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
  interpreter: '',
  accessNeeds: '',
  ...details,
  id,
  rowVersion: 1,
});

/** The fields that differ, by name; for an event, which says what changed but never to what. */
export function changedFields(before: Person, after: Person): string[] {
  const names = Object.keys(before) as (keyof Person)[];
  return names.filter((name) => name !== 'rowVersion' && JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
