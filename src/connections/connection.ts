import { addDays, type CalendarDay } from '../platform/calendar.ts';
import { referenceFor } from '../platform/reference.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Field, Packet } from './packet.ts';
import { isOpen, mayBecome, type Side, type Status } from './status.ts';

/** `asked` by Bothy's mail, `rung` by the link worker, or `self`: the person was told of the service and will go themselves. */
export const kinds = ['asked', 'rung', 'self'] as const;
export type Kind = (typeof kinds)[number];

export const refusals = ['full', 'not-eligible', 'not-running', 'could-not-reach', 'other'] as const;
export type RefusalReason = (typeof refusals)[number];

export const cancelReasons = [
  'person-changed-mind',
  'no-longer-needed',
  'found-elsewhere',
  'consent-withdrawn',
  'no-answer',
  'other',
] as const;
export type CancelReason = (typeof cancelReasons)[number];

export type Reason = RefusalReason | CancelReason | 'goes-themselves' | 'waiting-list' | 'did-not-come' | 'by-mistake';

export type Connection = {
  id: string;
  /** Said on the phone and in mails in place of a name. */
  reference: string;
  person: string;
  service: string;
  organisation: string;
  kind: Kind;
  linkWorker: string;
  status: Status;
  /** Why it stands as it does: a code, and what somebody wrote. */
  reason: Reason | null;
  statusReason: string;
  shared: Packet | null;
  /** What had been shared, when the person took their yes back and it was taken out. */
  redacted: { fields: readonly string[]; at: Date } | null;
  consent: string | null;
  askedAt: Date;
  statusAt: Date;
  /** When anything was last heard about it; at first, when it was asked. */
  heardAt: Date;
  /** When a place is expected to come free. */
  expectedOn: CalendarDay | null;
  /** Since it was last heard of: when the organisation was asked again, and when the link worker was told of the silence. */
  nudgedAt: Date | null;
  raisedAt: Date | null;
  /** Whether they have come at least once. */
  attended: boolean;
  rowVersion: number;
};

export const answerNames = ['accepted', 'waiting-list', 'place-now', 'came', 'did-not-come', 'finished', 'cannot-help', 'message'] as const;
export type AnswerName = (typeof answerNames)[number];

export type Answer = { note: string } & (
  | { name: 'accepted' | 'place-now' | 'finished' | 'message' }
  | { name: 'waiting-list'; weeks: number | null }
  /** `pauseWeeks`: for so long they want no more requests, because they are full. */
  | { name: 'cannot-help'; reason: RefusalReason; pauseWeeks?: number }
  | { name: 'came' | 'did-not-come'; on: CalendarDay }
);

export type ConnectionEvent =
  | { type: 'connection-requested'; service: string; organisation: string; kind: Kind; fields: readonly Field[] }
  | { type: 'connection-accepted' }
  | { type: 'connection-on-hold'; weeks: number | null }
  | { type: 'connection-in-progress' }
  | { type: 'connection-rejected' | 'connection-failed'; reason: RefusalReason }
  | { type: 'connection-completed' }
  | { type: 'connection-cancelled'; reason: CancelReason }
  | { type: 'connection-entered-in-error' }
  | { type: 'connection-attended'; came: boolean; on: CalendarDay }
  | { type: 'connection-message' }
  | { type: 'connection-redacted'; fields: readonly string[] };

/** A waiting list is two steps of the Task, accepted and then on hold, so a change may have several events. */
export type Change = { state: Connection; events: ConnectionEvent[] };
export type Refusal = 'not-open' | 'not-now' | 'needs-words' | 'not-yet';
type Decision = Result<Change, Refusal>;

type Asking = Pick<Connection, 'id' | 'person' | 'service' | 'organisation' | 'kind' | 'linkWorker' | 'shared' | 'consent'>;

/** A link worker asks a service to take a person on. Nobody is asked when the person goes themselves, so that is agreed at once. */
export function request(asking: Asking, chosen: readonly Field[], at: Date): Change {
  const { service, organisation, kind } = asking;
  const state: Connection = {
    ...asking,
    reference: referenceOf(asking.id),
    status: 'requested',
    redacted: null,
    reason: null,
    statusReason: '',
    askedAt: at,
    statusAt: at,
    heardAt: at,
    expectedOn: null,
    nudgedAt: null,
    raisedAt: null,
    attended: false,
    rowVersion: 1,
  };
  const asked: ConnectionEvent = { type: 'connection-requested', service, organisation, kind, fields: chosen };
  if (kind !== 'self') return { state, events: [asked] };
  return { state: { ...state, status: 'accepted', reason: 'goes-themselves' }, events: [asked, { type: 'connection-accepted' }] };
}

/** What may be answered in each state, in the order in which pages offer it. */
// prettier-ignore
const answersIn: Partial<Record<Status, readonly AnswerName[]>> = {
  'requested':   ['accepted', 'waiting-list', 'cannot-help', 'message'],
  'accepted':    ['came', 'did-not-come', 'finished', 'waiting-list', 'cannot-help', 'message'],
  'on-hold':     ['place-now', 'came', 'did-not-come', 'waiting-list', 'finished', 'cannot-help', 'message'],
  'in-progress': ['came', 'did-not-come', 'finished', 'waiting-list', 'cannot-help', 'message'],
};

export const answersTo = ({ status }: Pick<Connection, 'status'>): readonly AnswerName[] => answersIn[status] ?? [];

/** What the organisation answers, or the link worker hears from it on the phone. */
export function answer(connection: Connection, given: Answer, at: Date, today: CalendarDay): Decision {
  if (!isOpen(connection.status)) return refuse('not-open');
  if (!answersTo(connection).includes(given.name)) return refuse('not-now');
  const heard: Connection = { ...connection, heardAt: at, nudgedAt: null, raisedAt: null };
  const text = { statusReason: given.note.trim() };
  switch (given.name) {
    case 'accepted':
      return step(heard, 'accepted', { ...text, reason: null }, at, { type: 'connection-accepted' });
    case 'place-now':
      return step(heard, 'in-progress', { ...text, reason: null, expectedOn: null }, at, { type: 'connection-in-progress' });
    case 'finished':
      return step(heard, 'completed', { ...text, reason: null }, at, { type: 'connection-completed' });
    case 'message':
      return ok({ state: heard, events: [{ type: 'connection-message' }] });
    case 'waiting-list':
      return hold(heard, given.weeks, text, at, today);
    case 'cannot-help':
      return turnAway(heard, given.reason, text, at);
    case 'came':
    case 'did-not-come':
      return attend(heard, given, text, at, today);
  }
}

/** One step along the state machine, or a refusal where it has none. */
function step(
  connection: Connection,
  to: Status,
  why: Partial<Connection>,
  at: Date,
  event: ConnectionEvent,
  by: Side = 'target',
): Decision {
  if (!mayBecome(connection.status, to, by)) return refuse(isOpen(connection.status) ? 'not-now' : 'not-open');
  return ok({ state: { ...connection, ...why, status: to, statusAt: at }, events: [event] });
}

function hold(connection: Connection, weeks: number | null, text: { statusReason: string }, at: Date, today: CalendarDay): Decision {
  const why = { ...text, reason: 'waiting-list' as const, expectedOn: weeks === null ? null : addDays(today, weeks * 7) };
  const event: ConnectionEvent = { type: 'connection-on-hold', weeks };
  if (connection.status === 'on-hold') return ok({ state: { ...connection, ...why }, events: [event] });
  if (connection.status !== 'requested') return step(connection, 'on-hold', why, at, event);
  const accepted = step(connection, 'accepted', {}, at, { type: 'connection-accepted' });
  if (!accepted.ok) return accepted;
  const held = step(accepted.value.state, 'on-hold', why, at, event);
  return held.ok ? ok({ state: held.value.state, events: [...accepted.value.events, ...held.value.events] }) : held;
}

function turnAway(connection: Connection, reason: RefusalReason, text: { statusReason: string }, at: Date): Decision {
  if (reason === 'other' && !text.statusReason) return refuse('needs-words');
  const to = connection.status === 'requested' ? 'rejected' : 'failed';
  return step(connection, to, { ...text, reason }, at, { type: `connection-${to}`, reason });
}

function attend(
  connection: Connection,
  { name, on }: { name: 'came' | 'did-not-come'; on: CalendarDay },
  text: { statusReason: string },
  at: Date,
  today: CalendarDay,
): Decision {
  if (on > today) return refuse('not-yet');
  const came = name === 'came';
  const event: ConnectionEvent = { type: 'connection-attended', came, on };
  if (!came)
    return ok({
      state: { ...connection, ...text, reason: connection.status === 'on-hold' ? connection.reason : 'did-not-come' },
      events: [event],
    });
  const attended = { ...text, reason: null, attended: true, expectedOn: null };
  if (connection.status === 'in-progress') return ok({ state: { ...connection, ...attended }, events: [event] });
  const moved = step(connection, 'in-progress', attended, at, { type: 'connection-in-progress' });
  return moved.ok ? ok({ state: moved.value.state, events: [...moved.value.events, event] }) : moved;
}

/** It is not wanted any more: the organisation is told, and sees nothing of the person from then on. */
export function cancel(connection: Connection, { reason, note }: { reason: CancelReason; note: string }, at: Date): Decision {
  if (reason === 'other' && !note.trim()) return refuse('needs-words');
  return step(connection, 'cancelled', { reason, statusReason: note.trim() }, at, { type: 'connection-cancelled', reason }, 'requester');
}

/** It should never have been recorded. */
export function callMistake(connection: Connection, at: Date): Decision {
  return step(
    connection,
    'entered-in-error',
    { reason: 'by-mistake', statusReason: '' },
    at,
    { type: 'connection-entered-in-error' },
    'requester',
  );
}

/** The person takes back their yes: what is open is called off, and what was shared is taken out, so that only which facts it were stays. */
export function takeBack(connection: Connection, at: Date): Decision {
  const called = isOpen(connection.status)
    ? cancel(connection, { reason: 'consent-withdrawn', note: '' }, at)
    : ok({ state: connection, events: [] });
  if (!called.ok || !connection.shared) return called;
  const fields = Object.keys(connection.shared);
  return ok({
    state: { ...called.value.state, shared: null, redacted: { fields, at } },
    events: [...called.value.events, { type: 'connection-redacted', fields }],
  });
}

/** Whether whoever was asked may still see what they were told. */
export const mayStillSee = ({ status, redacted }: Pick<Connection, 'status' | 'redacted'>): boolean =>
  !redacted && (isOpen(status) || status === 'completed');

export const referenceOf = (id: string): string => referenceFor('CN', id);
