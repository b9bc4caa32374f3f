import { addDays, type CalendarDay } from '../platform/calendar.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Field, Texts } from './fields-text.ts';
import type { Source } from './record.ts';

/** What may be wrong, in the words of whoever says so. */
export const parts = ['times', 'place', 'cost', 'contact', 'who', 'about', 'closed', 'other'] as const;
export type Part = (typeof parts)[number];

/** Which fields each part asks for. */
export const fieldsOf: Readonly<Record<Part, readonly Field[]>> = {
  times: ['times'],
  place: ['places'],
  cost: ['cost'],
  contact: ['phone', 'email', 'url'],
  who: ['eligibility'],
  about: ['name', 'description'],
  closed: ['status'],
  other: [],
};

export type Changes = Readonly<Partial<Record<Field, { before: string; after: string }>>>;
export type From = { kind: 'public'; id: null } | { kind: 'organisation' | 'account'; id: string };
export type Sender = { name: string; role: string; email: string };

export const declineReasons = ['already-so', 'not-right', 'not-enough', 'not-for-us', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];
export type State = 'waiting' | 'accepted' | 'declined' | 'duplicate';

export type Suggestion = {
  id: string;
  service: string;
  part: Part;
  changes: Changes;
  words: string;
  from: From;
  /** Only until it is decided. */
  sender: Sender;
  madeAt: Date;
  dueOn: CalendarDay;
  owner: string | null;
  state: State;
  reason: DeclineReason | null;
  answer: string;
  decidedAt: Date | null;
  decidedBy: string | null;
  sameAs: string | null;
  acceptedVersion: number | null;
  rowVersion: number;
};

/** Somebody looks within this many days. */
const decideWithinDays = 7;
export const dueOn = (today: CalendarDay): CalendarDay => addDays(today, decideWithinDays);

/** What differs from what is shown; `nothing` when it says nothing at all. Asking for the same as there is, is not asking. */
export function changesIn(part: Part, typed: Partial<Texts>, present: Texts, words: string): Result<Changes, 'nothing'> {
  const wanted: Partial<Texts> = part === 'closed' ? { status: 'defunct' } : typed;
  const changes: Partial<Record<Field, { before: string; after: string }>> = {};
  for (const field of fieldsOf[part]) {
    const after = wanted[field]?.replaceAll('\r\n', '\n').trim();
    if (after !== undefined && after !== present[field].trim()) changes[field] = { before: present[field], after };
  }
  return Object.keys(changes).length || words ? ok(changes) : refuse('nothing');
}

/** The texts that a suggestion asks for. */
export const wantedIn = ({ changes }: Pick<Suggestion, 'changes'>): Partial<Texts> =>
  Object.fromEntries(Object.entries(changes).map(([field, { after }]) => [field, after]));

/** Those of its fields that have changed since it was made, so that what it was about is not there any more. */
export const changedSince = ({ changes }: Pick<Suggestion, 'changes'>, present: Texts): Field[] =>
  (Object.entries(changes) as [Field, { before: string; after: string }][])
    .filter(([field, { before }]) => before.trim() !== present[field].trim())
    .map(([field]) => field);

export const sourceOfSuggestion = (from: From): Source => (from.kind === 'public' ? 'public' : `${from.kind}:${from.id}`);

export type Decision =
  | { name: 'accept'; version: number | null }
  | { name: 'decline'; reason: DeclineReason; answer: string }
  | { name: 'duplicate'; of: string }
  | { name: 'reopen' };
export type DecideRefusal = 'decided-already' | 'not-decided' | 'itself';

/** What becomes of a suggestion. Nobody decides twice what somebody else has decided, and every decision can be taken back. */
export function decide(suggestion: Suggestion, decision: Decision, by: string, at: Date): Result<Suggestion, DecideRefusal> {
  if (decision.name === 'reopen')
    return suggestion.state === 'waiting'
      ? refuse('not-decided')
      : ok({
          ...suggestion,
          state: 'waiting',
          reason: null,
          answer: '',
          decidedAt: null,
          decidedBy: null,
          sameAs: null,
          acceptedVersion: null,
        });
  if (suggestion.state !== 'waiting') return refuse('decided-already');
  const decided = { ...suggestion, decidedAt: at, decidedBy: by };
  switch (decision.name) {
    case 'accept':
      return ok({ ...decided, state: 'accepted', acceptedVersion: decision.version });
    case 'decline':
      return ok({ ...decided, state: 'declined', reason: decision.reason, answer: decision.answer });
    case 'duplicate':
      return decision.of === suggestion.id ? refuse('itself') : ok({ ...decided, state: 'duplicate', sameAs: decision.of });
  }
}
