import { addDays, type CalendarDay } from '../platform/calendar.ts';
import { ok, refuse, type Result } from '../platform/result.ts';

export const contactChannels = ['phone', 'visit', 'video', 'text', 'email', 'letter'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** What link workers do that no form asks about. `crossed-line` is the worker's own word for going further than they usually would. */
export const workTags = ['listened', 'accompanied', 'form-filling', 'advocacy', 'practical-help', 'crossed-line'] as const;
export type WorkTag = (typeof workTags)[number];

export const contactOutcomes = ['met', 'could-not-come'] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** A link worker and a person were in touch. */
export type Contact = {
  id: string;
  person: string;
  support: string;
  happenedAt: Date;
  channel: ContactChannel;
  place: string;
  minutes: number;
  present: string;
  note: string;
  nextStep: string;
  /** The worker wants to talk this one over in supervision. */
  debrief: boolean;
  by: string;
  /** Of Bothy's, a team's or the worker's own; '' for none. */
  template: string;
  /** Bothy's words, or ids of the programme's own. */
  tags: readonly string[];
  travelMinutes: number | null;
  travelKm: number | null;
  outcome: ContactOutcome;
  rowVersion: number;
  /** Struck out: it was written about the wrong person, or twice. It stays readable, and no longer counts. */
  struck: { at: Date; by: string; why: string } | null;
};

/** What most contacts are: nothing more to say of them. */
export const plainContact = {
  template: '',
  tags: [],
  travelMinutes: null,
  travelKm: null,
  outcome: 'met',
  rowVersion: 1,
  struck: null,
} as const satisfies Partial<Contact>;

/** What may be put right afterwards. */
const correctable = [
  'happenedAt',
  'channel',
  'place',
  'minutes',
  'present',
  'note',
  'nextStep',
  'debrief',
  'tags',
  'travelMinutes',
  'travelKm',
  'outcome',
] as const satisfies readonly (keyof Contact)[];
export type Correction = Pick<Contact, (typeof correctable)[number]>;

/** Which parts of it a correction changes. */
export const changedParts = (before: Contact, after: Correction): string[] =>
  correctable.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));

export type ChangeRefusal = 'stale' | 'struck' | 'no-reason' | 'same';

/** Nothing is changed silently: what was written before is kept, with who changed it and why. */
export function correct(contact: Contact, after: Correction, version: number, why: string): Result<Contact, ChangeRefusal> {
  if (contact.struck) return refuse('struck');
  if (contact.rowVersion !== version) return refuse('stale');
  if (!changedParts(contact, after).length) return refuse('same');
  if (!why) return refuse('no-reason');
  return ok({ ...contact, ...after, rowVersion: version + 1 });
}

export function strike(contact: Contact, version: number, struck: NonNullable<Contact['struck']>): Result<Contact, ChangeRefusal> {
  if (contact.struck) return refuse('struck');
  if (contact.rowVersion !== version) return refuse('stale');
  if (!struck.why) return refuse('no-reason');
  return ok({ ...contact, struck, rowVersion: version + 1 });
}

const nearby = 60 * 60_000;

/** Another contact so close to this one that it is likely the same, written down twice. */
export const likelyDouble = (others: readonly Contact[], happenedAt: Date): Contact | undefined =>
  others.find((other) => !other.struck && Math.abs(other.happenedAt.getTime() - happenedAt.getTime()) < nearby);

/** Somebody may be met a little before their referral is written down, and not before they were born. */
export function implausible(day: CalendarDay, bornOn: CalendarDay, referredOn: CalendarDay): 'before-birth' | 'before-referral' | null {
  if (day < bornOn) return 'before-birth';
  return day < addDays(referredOn, -31) ? 'before-referral' : null;
}

/** How long one of these usually takes, in minutes, so that nobody has to say. */
export const usualMinutes: Record<ContactChannel, number> = { phone: 20, visit: 60, video: 45, text: 5, email: 10, letter: 15 };

/** A little ahead is a clock that runs fast; more is a mistyped date. */
export const isAhead = (happenedAt: Date, now: Date): boolean => happenedAt.getTime() > now.getTime() + 15 * 60_000;

/** A time of day as people write it: 9:30, 14.05, 0930, 2pm. Undefined when it is none. */
export function readTime(typed: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?$/i.exec(typed.trim());
  if (!found) return undefined;
  const [, hours = '', minutes = '00', half] = found;
  if (half && (Number(hours) > 12 || Number(hours) === 0)) return undefined;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours);
  return hour < 24 && Number(minutes) < 60 ? `${String(hour).padStart(2, '0')}:${minutes}` : undefined;
}

/** Who may have been there as well: whoever matters to the person, their interpreter, and whoever was there before. */
export function companyOf(matter: readonly string[], interpreter: string, earlier: readonly Pick<Contact, 'present'>[]): string[] {
  const before = earlier.flatMap(({ present }) => present.split(',').map((each) => each.trim()));
  const known = [...matter, ...(interpreter ? [`Interpreter (${interpreter})`] : []), ...before];
  const named = known.filter((name) => name && name.length <= 60);
  const firstOf = (name: string) => named.findIndex((each) => each.toLowerCase() === name.toLowerCase());
  return named.filter((name, n) => firstOf(name) === n).slice(0, 8);
}
