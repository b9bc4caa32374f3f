import type { SafeContact } from '../people/index.ts';
import { addDays, type CalendarDay, daysBetween } from '../platform/calendar.ts';

export const attemptChannels = ['phone', 'text', 'email', 'letter', 'visit'] as const;
export type AttemptChannel = (typeof attemptChannels)[number];

export const outcomes = ['no-answer', 'left-message', 'sent', 'wrong-number', 'did-not-come', 'call-back', 'reached'] as const;
export type Outcome = (typeof outcomes)[number];

export type Attempt = {
  id: string;
  person: string;
  support: string;
  triedAt: Date;
  channel: AttemptChannel;
  /** `reached` is never stored: it becomes a contact. */
  outcome: Exclude<Outcome, 'reached'>;
  note: string;
  whyThisWay: string;
  by: string;
};

type Tried = Pick<Attempt, 'triedAt' | 'channel' | 'outcome'>;
type Rules = { attemptsBeforeClosing: number; attemptsOverDays: number };
type Advice = 'another-way' | 'another-number' | 'another-time';

export type Protocol = {
  /** Fair tries since the person was last in touch, and of how many. */
  tries: number;
  of: number;
  /** Whole days since the first of them, and of how many. */
  days: number;
  ofDays: number;
  /** Closing may be offered; a person decides. */
  mayClose: boolean;
  advice: Advice | null;
};

/** A wrong number or a try that led to a few words is no fair chance that went by: the first never reached the person, the second did. */
const unfair: readonly Outcome[] = ['wrong-number', 'call-back', 'reached'];

/** Where the protocol stands. What happened before the person was last in touch no longer counts. */
export function protocolOf(
  attempts: readonly Tried[],
  lastContact: Date | null,
  rules: Rules,
  dayOf: (at: Date) => CalendarDay,
  today: CalendarDay,
): Protocol {
  const heard = [lastContact, ...attempts.filter(({ outcome }) => outcome === 'call-back').map(({ triedAt }) => triedAt)].filter(
    (at) => at !== null,
  );
  const lastHeard = Math.max(-Infinity, ...heard.map((at) => at.getTime()));
  const since = attempts
    .filter(({ triedAt }) => triedAt.getTime() > lastHeard)
    .toSorted((a, b) => a.triedAt.getTime() - b.triedAt.getTime());
  const fair = since.filter(({ outcome }) => !unfair.includes(outcome));
  const days = fair[0] ? Math.max(0, daysBetween(dayOf(fair[0].triedAt), today)) : 0;
  return {
    tries: fair.length,
    of: rules.attemptsBeforeClosing,
    days,
    ofDays: rules.attemptsOverDays,
    mayClose: fair.length >= rules.attemptsBeforeClosing && days >= rules.attemptsOverDays,
    advice: adviceAfter(since),
  };
}

function adviceAfter(tries: readonly Tried[]): Advice | null {
  const last = tries.at(-1);
  if (!last) return null;
  if (last.outcome === 'wrong-number') return 'another-number';
  const usedOneWay = new Set(tries.map(({ channel }) => channel)).size === 1;
  return usedOneWay && tries.length > 1 ? 'another-way' : 'another-time';
}

/** When to try again: what is left of the protocol, spread evenly, and never sooner than in two days. */
export function nextTryOn({ tries, of, days, ofDays }: Protocol, today: CalendarDay): CalendarDay {
  const triesLeft = Math.max(1, of - tries);
  return addDays(today, Math.max(2, Math.ceil((ofDays - days) / triesLeft)));
}

export type Standing = 'wanted' | 'not-asked' | 'not-wanted';

/** Whether the person is content to be reached this way. Nobody is asked about visits, so a visit is never simply wanted. */
export function standingOf(channel: AttemptChannel, { channels }: Pick<SafeContact, 'channels'>): Standing {
  if (channel === 'visit' || !channels.length) return 'not-asked';
  return channels.includes(channel) ? 'wanted' : 'not-wanted';
}

/** Going against what the person asked for is sometimes right, and never goes without a reason. */
export const needsReason = (
  { channel, outcome }: Pick<Tried, 'channel'> & { outcome: Outcome },
  safe: SafeContact,
): 'channel' | 'voicemail' | null => {
  if (standingOf(channel, safe) === 'not-wanted') return 'channel';
  return channel === 'phone' && outcome === 'left-message' && safe.voicemailOk === false ? 'voicemail' : null;
};
