export const contactChannels = ['phone', 'visit', 'video', 'text', 'email', 'letter'] as const;
export type ContactChannel = (typeof contactChannels)[number];

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
};

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
