import {
  type Answer,
  type CancelReason,
  chase,
  type Choice,
  connectionDecisions as decisions,
  type Kind,
  nextChase,
  packetOf,
  taskAfter,
  taskOfSilence,
  toHeard,
  usualFields,
} from '../../src/connections/index.ts';
import { answered } from '../../src/people/index.ts';
import type { By } from '../../src/platform/events.ts';
import { send } from './letters.ts';
import { account, currentSupport, dayOf, must, type Path, system, tell } from './path.ts';
import { addTask, finishTasks, settle } from './tasks.ts';

/** Names one of a path's connections, by the order in which they were made. */
export type Nth = number;

export function connect(
  path: Path,
  at: Date,
  { service: id, kind = 'asked', ...said }: { service: string; kind?: Kind } & Partial<Choice>,
): Nth {
  const { world, person } = path;
  const service = world.services.get(id);
  if (!service) throw new Error(`There is no service ${id} in the example directory.`);
  const by = currentSupport(path).linkWorker;
  const choice: Choice = { fields: usualFields(person), matters: '', care: '', ...said };
  const shared = kind === 'self' ? null : packetOf(person, choice, dayOf(path, at));
  const consent = shared && world.random.uuid();
  if (consent) {
    const asked = { id: consent, person: person.id, purpose: 'share-with-service', recipient: id, askedBy: by, givenAt: at } as const;
    world.rows.consents.push(answered(asked));
    tell(path, 'consent-given', { kind: 'consent', id: consent }, account(by), at, { purpose: 'share-with-service' });
  }
  const asking = {
    id: world.random.uuid(),
    person: person.id,
    service: id,
    organisation: service.organisation,
    kind,
    linkWorker: by,
    shared,
    consent,
  };
  const change = decisions.request(asking, shared ? choice.fields : [], at);
  path.connections.push({ connection: change.state, answers: [], sessions: [] });
  tellAll(path, change, account(by), at);
  if (kind === 'asked') send(path, at, { template: 'connection-request', about: asking.id, service: id });
  return path.connections.length - 1;
}

function tellAll(path: Path, { state, events }: decisions.Change, by: By, at: Date, more = {}): void {
  for (const { type, ...data } of events) tell(path, type, { kind: 'connection', id: state.id }, by, at, { ...data, ...more });
}

/** What the organisation answers; `heard` when it told the link worker, who wrote it down. */
export function hear(path: Path, at: Date, nth: Nth, given: Answer, { heard = false, unread = false } = {}): void {
  const { connection: before, answers, sessions } = path.connections[nth]!;
  const by = heard ? { kind: 'account' as const, id: before.linkWorker } : { kind: 'organisation' as const, id: before.organisation };
  const change = must(decisions.answer(before, given, at, dayOf(path, at)));
  const answer = toHeard(path.world.random.uuid(), given, { by, heard, at });
  const came = 'on' in given ? [{ on: given.on, came: given.name === 'came' }] : [];
  path.connections[nth] = {
    connection: { ...change.state, rowVersion: before.rowVersion + 1 },
    answers: [...answers, answer],
    sessions: [...sessions.filter(({ on }) => !came.some((each) => each.on === on)), ...came],
  };
  tellAll(path, change, by, at, { answer: answer.id, heard });
  finishTasks(path, ({ about }) => about?.id === before.id, by, at);
  const kind = heard ? undefined : taskAfter(given, before);
  if (kind) addTask(path, { kind, about: { kind: 'connection', id: before.id }, dueOn: dayOf(path, at) }, system, at);
  settle(path, by, at);
  // Most news has been read by now; what is left unread stands in the caseload.
  if (kind && !unread) {
    finishTasks(path, ({ about }) => about?.id === before.id, account(before.linkWorker), at);
    settle(path, account(before.linkWorker), at);
  }
}

/** Silence is looked after until then, as the hourly job would have done: what is due first comes first. */
export function chaseUntil(path: Path, until: Date): void {
  const { settings } = path.world;
  for (;;) {
    const due = path.connections
      .map(({ connection }, nth) => ({ nth, at: nextChase(connection, settings)?.at }))
      .filter(({ at }) => at && at <= until);
    const [first] = due.sort((a, b) => a.at!.getTime() - b.at!.getTime());
    if (!first?.at) return;
    chaseOne(path, first.nth, first.at);
  }
}

function chaseOne(path: Path, nth: Nth, at: Date): void {
  const { connection, ...rest } = path.connections[nth]!;
  const chased = chase(connection, path.world.settings, at)!;
  path.connections[nth] = { ...rest, connection: { ...chased.state, rowVersion: connection.rowVersion + 1 } };
  tell(path, `connection-${eventOf[chased.nudge]}`, { kind: 'connection', id: connection.id }, system, at);
  const template = { remind: 'connection-reminder', 'ask-attendance': 'connection-ask-attendance' }[chased.nudge as string];
  if (template) send(path, at, { template, about: connection.id, service: connection.service });
  if (!(chased.nudge in taskOfSilence)) return;
  const kind = taskOfSilence[chased.nudge as keyof typeof taskOfSilence];
  addTask(path, { kind, about: { kind: 'connection', id: connection.id }, dueOn: dayOf(path, at) }, system, at);
  settle(path, system, at);
}

const eventOf = {
  remind: 'reminded',
  'ask-attendance': 'attendance-asked',
  'no-answer': 'unanswered',
  'wait-passed': 'wait-passed',
  'no-news': 'unheard',
} as const;

export function callOff(path: Path, at: Date, nth: Nth, why: { reason: CancelReason; note: string }): void {
  const { connection, ...rest } = path.connections[nth]!;
  const by = account(connection.linkWorker);
  const change = must(decisions.cancel(connection, why, at));
  path.connections[nth] = { ...rest, connection: { ...change.state, rowVersion: connection.rowVersion + 1 } };
  tellAll(path, change, by, at);
  if (connection.kind === 'asked') send(path, at, { template: 'connection-cancelled', about: connection.id, service: connection.service });
  finishTasks(path, ({ about }) => about?.id === connection.id, by, at);
  settle(path, by, at);
}
