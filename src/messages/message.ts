/** Who a letter is for. Where to send it is found out only when it is sent. `address` is the id by which its composer knows an address that somebody gave. */
export type Recipient = { account: string } | { service: string } | { person: string } | { address: string };
export type RecipientKind = 'account' | 'service' | 'person' | 'address';

/** `to-print` and `by-hand` wait for somebody's hands: a letter for the post, or a link worker who tells the person. */
export const states = ['queued', 'sending', 'to-print', 'by-hand', 'sent', 'stopped', 'failed'] as const;
export type State = (typeof states)[number];

/** How words to a person leave. */
export type Way = 'email' | 'text' | 'letter' | 'by-hand';

export type Message = {
  id: string;
  template: string;
  about: string;
  person: string | null;
  toKind: RecipientKind;
  toId: string;
  state: State;
  /** A code: why it was stopped, or what went wrong at the last try. */
  why: string | null;
  tries: number;
  queuedAt: Date;
  claimedAt: Date | null;
  sentAt: Date | null;
  toName: string | null;
  /** Null for what goes to colleagues and organisations, and for what has not been decided yet. */
  way: Way | null;
};

const minute = 60_000;

/** Longer than any try can last. Whoever has held a message for this long has died, and somebody else may take it. */
export const claimLasts = 5 * minute;

/** After how many minutes a failed try is followed by another: soon at first, then over more than a day, as mail servers do. */
const pauses = [1, 5, 15, 60, 180, 360, 720];
export const mostTries = pauses.length + 1;

export type Turn = { name: 'send' } | { name: 'leave' } | { name: 'wait'; until: Date } | { name: 'give-up' };

/** What whoever is to deliver this message does with it now. */
export function turnOf({ state, claimedAt, tries }: Pick<Message, 'state' | 'claimedAt' | 'tries'>, now: Date): Turn {
  switch (state) {
    case 'sent':
    case 'to-print':
    case 'by-hand':
    case 'stopped':
    case 'failed':
      return { name: 'leave' };
    case 'sending': {
      const until = new Date((claimedAt ?? now).getTime() + claimLasts);
      if (now < until) return { name: 'wait', until };
      return tries < mostTries ? { name: 'send' } : { name: 'give-up' };
    }
    case 'queued':
      return { name: 'send' };
  }
}

/** When to try again after this many tries; undefined when that was the last, or another would not help. */
export function nextTry(tries: number, now: Date, worthwhile: boolean): Date | undefined {
  const pause = worthwhile ? pauses[tries - 1] : undefined;
  return pause === undefined ? undefined : new Date(now.getTime() + pause * minute);
}

/** The text as it may be kept: whoever reads our copy must not be able to use the links of whoever was sent it. */
export const keptText = (text: string, secrets: readonly string[], removed: string): string =>
  secrets.reduce((kept, secret) => (secret ? kept.replaceAll(secret, removed) : kept), text);

export const toRecipient = (to: Recipient): { kind: RecipientKind; id: string } => {
  if ('account' in to) return { kind: 'account', id: to.account };
  if ('service' in to) return { kind: 'service', id: to.service };
  return 'person' in to ? { kind: 'person', id: to.person } : { kind: 'address', id: to.address };
};

export const fromRecipient = ({ toKind, toId }: Pick<Message, 'toKind' | 'toId'>): Recipient => {
  switch (toKind) {
    case 'account':
      return { account: toId };
    case 'service':
      return { service: toId };
    case 'person':
      return { person: toId };
    case 'address':
      return { address: toId };
  }
};
