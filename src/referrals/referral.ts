import type { Need } from '../directory/index.ts';
import { addDays, type CalendarDay } from '../platform/calendar.ts';
import { referenceFor } from '../platform/reference.ts';
import { ok, refuse, type Result } from '../platform/result.ts';

export const sources = ['practice', 'self', 'family', 'agency', 'team'] as const;
export type Source = (typeof sources)[number];

/** Why a link-worker team gives a referral back, in words that the referrer can act on. */
export const returnReasons = [
  'not-enough-information',
  'out-of-scope',
  'person-declined',
  'duplicate',
  'unsafe-for-this-service',
  'moved-away',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** How support ended, as far as the referral is concerned. */
export const closures = ['completed', 'could-not-be-reached', 'declined-by-person', 'moved-away', 'needs-another-service', 'died'] as const;
/** `joined`: it turned out to be one of two records of one person, and goes on in the other. Nobody chooses that. */
export type Closure = (typeof closures)[number] | 'joined';

export type Question = { id: string; question: string; askedBy: string; askedAt: Date; answer?: { text: string; by: string; at: Date } };

export type Stage =
  | { name: 'waiting' }
  | { name: 'asked' }
  | { name: 'accepted'; linkWorker: string; at: Date }
  | { name: 'returned'; reason: ReturnReason; note: string; at: Date }
  | { name: 'closed'; because: Closure; linkWorker: string | null; at: Date };

export type Referral = {
  id: string;
  reference: string;
  person: string;
  source: Source;
  referredBy: string | null;
  practice: string | null;
  team: string;
  needs: readonly Need[];
  note: string;
  receivedAt: Date;
  /** By when the team should accept, return or ask. Not set once they have. */
  dueOn: CalendarDay | null;
  stage: Stage;
};

export type ReferralEvent =
  | { type: 'referral-received'; needs: readonly Need[]; source: Source }
  | { type: 'referral-accepted'; linkWorker: string }
  | { type: 'referral-returned'; reason: ReturnReason }
  | { type: 'referral-asked'; question: string }
  | { type: 'referral-answered'; question: string }
  | { type: 'referral-closed'; because: Closure }
  | { type: 'referral-reopened'; linkWorker: string };

/** What a decision changes: the referral as it now stands, what to tell the rest of Bothy, and a question asked or answered. */
export type Change = { state: Referral; event: ReferralEvent; question?: Question };
export type Refusal = 'already-decided' | 'not-asked' | 'needs-a-note' | 'not-open' | 'not-closed';

type Decision = Result<Change, Refusal>;

export const receive = (details: Omit<Referral, 'stage' | 'dueOn'>, today: CalendarDay, decideWithinDays: number): Change => ({
  state: { ...details, stage: { name: 'waiting' }, dueOn: addDays(today, decideWithinDays) },
  event: { type: 'referral-received', needs: details.needs, source: details.source },
});

const isUndecided = ({ stage }: Referral): boolean => stage.name === 'waiting' || stage.name === 'asked';

/** A link worker takes the person on. */
export function accept(referral: Referral, linkWorker: string, at: Date): Decision {
  if (!isUndecided(referral)) return refuse('already-decided');
  return ok({
    state: { ...referral, dueOn: null, stage: { name: 'accepted', linkWorker, at } },
    event: { type: 'referral-accepted', linkWorker },
  });
}

export function giveBack(referral: Referral, { reason, note }: { reason: ReturnReason; note: string }, at: Date): Decision {
  if (!isUndecided(referral)) return refuse('already-decided');
  if (reason === 'other' && !note) return refuse('needs-a-note');
  return ok({
    state: { ...referral, dueOn: null, stage: { name: 'returned', reason, note, at } },
    event: { type: 'referral-returned', reason },
  });
}

/** Asking the referrer keeps the place in the queue: the person has waited since the referral came. */
export function ask(referral: Referral, question: Question): Decision {
  if (!isUndecided(referral)) return refuse('already-decided');
  return ok({ state: { ...referral, stage: { name: 'asked' } }, event: { type: 'referral-asked', question: question.id }, question });
}

export function answer(referral: Referral, question: Question, { text, by, at }: { text: string; by: string; at: Date }): Decision {
  if (referral.stage.name !== 'asked' || question.answer) return refuse('not-asked');
  return ok({
    state: { ...referral, stage: { name: 'waiting' } },
    event: { type: 'referral-answered', question: question.id },
    question: { ...question, answer: { text, by, at } },
  });
}

/** Support has ended. */
export function close(referral: Referral, because: Closure, at: Date): Decision {
  const { stage } = referral;
  if (stage.name !== 'accepted') return refuse('not-open');
  return ok({
    state: { ...referral, stage: { name: 'closed', because, linkWorker: stage.linkWorker, at } },
    event: { type: 'referral-closed', because },
  });
}

/** An easy way back: the same referral, with a link worker again. */
export function reopen(referral: Referral, linkWorker: string, at: Date): Decision {
  if (referral.stage.name !== 'closed') return refuse('not-closed');
  return ok({ state: { ...referral, stage: { name: 'accepted', linkWorker, at } }, event: { type: 'referral-reopened', linkWorker } });
}

export const referenceOf = (id: string): string => referenceFor('SP', id);
