import type { Need } from '../../src/directory/index.ts';
import { answered } from '../../src/people/index.ts';
import type { By } from '../../src/platform/events.ts';
import { type Question, referralDecisions as decisions, referenceOf, type ReturnReason, type Source } from '../../src/referrals/index.ts';
import { supportDecisions } from '../../src/support/index.ts';
import { send } from './letters.ts';
import { account, currentReferral, currentSupport, dayOf, must, type Path, replaceLast, system, tell } from './path.ts';
import { putTask, settle } from './tasks.ts';

export type Referring = {
  by: string | null;
  practice: string | null;
  team: string;
  needs: readonly Need[];
  note?: string;
  source?: Source;
};

export function refer(path: Path, at: Date, { by, practice, team, needs, note = '', source = 'practice' }: Referring): void {
  const { world, person } = path;
  const who: By = by ? account(by) : { kind: 'person', id: person.id };
  const how = by ? 'in-person' : 'online';
  const consent = answered({ id: world.random.uuid(), person: person.id, purpose: 'support', how, askedBy: by, givenAt: at });
  world.rows.consents.push(consent);
  tell(path, 'consent-given', { kind: 'consent', id: consent.id }, who, at, { purpose: 'support' });
  world.rows.known.push({ person: person.id, team });

  const id = unusedId(path);
  const details = {
    id,
    reference: referenceOf(id),
    person: person.id,
    source,
    referredBy: by,
    practice,
    team,
    needs,
    note,
    receivedAt: at,
  };
  const { state, event } = decisions.receive(details, dayOf(path, at), world.settings.decideWithinDays);
  path.referrals.push(state);
  const { type, ...data } = event;
  tell(path, type, { kind: 'referral', id }, who, at, data);
}

/** References are short enough to be read aloud, so among very many two could be the same. */
function unusedId({ world: { random, references } }: Path): string {
  for (;;) {
    const id = random.uuid();
    if (references.has(referenceOf(id))) continue;
    references.add(referenceOf(id));
    return id;
  }
}

function decide(path: Path, { state, event }: decisions.Change, by: By, at: Date): void {
  replaceLast(path.referrals, state);
  const { type, ...data } = event;
  tell(path, type, { kind: 'referral', id: state.id }, by, at, data);
  const template = { accepted: 'referral-accepted', returned: 'referral-returned', asked: 'referral-asked', waiting: null, closed: null }[
    state.stage.name
  ];
  if (template && event.type !== 'referral-reopened') send(path, at, { template, about: state.id, account: state.referredBy });
}

export function askReferrer(path: Path, at: Date, { by, question }: { by: string; question: string }): Question {
  const asked: Question = { id: path.world.random.uuid(), question, askedBy: by, askedAt: at };
  decide(path, must(decisions.ask(currentReferral(path), asked)), account(by), at);
  path.world.rows.questions.push({ referral: currentReferral(path).id, question: asked });
  return asked;
}

export function answerTeam(path: Path, at: Date, { question, by, text }: { question: Question; by: string; text: string }): void {
  const change = must(decisions.answer(currentReferral(path), question, { text, by, at }));
  decide(path, change, account(by), at);
  path.world.rows.questions.push({ referral: currentReferral(path).id, question: change.question! });
}

export function giveBack(path: Path, at: Date, { by, reason, note = '' }: { by: string; reason: ReturnReason; note?: string }): void {
  decide(path, must(decisions.giveBack(currentReferral(path), { reason, note }, at)), account(by), at);
}

/** Support begins in the same moment. */
export function accept(path: Path, at: Date, linkWorker: string): void {
  decide(path, must(decisions.accept(currentReferral(path), linkWorker, at)), account(linkWorker), at);
  const { id: referral, person, team, needs } = currentReferral(path);
  const { random, settings } = path.world;
  const when = { at, today: dayOf(path, at), withinDays: settings.firstAttemptWithinDays, task: random.uuid() };
  begin(path, supportDecisions.begin({ id: random.uuid(), person, referral, linkWorker, team, needs }, when), linkWorker, at);
}

function begin(path: Path, change: supportDecisions.Change, linkWorker: string, at: Date): void {
  path.supports.push(change.state);
  tell(path, 'support-begun', { kind: 'support', id: change.state.id }, account(linkWorker), at, { linkWorker });
  if (change.task) putTask(path, change.task, account(linkWorker), at);
  settle(path, system, at);
}

/** The same support and the same referral, with a link worker again. */
export function reopen(path: Path, at: Date, linkWorker: string): void {
  const { random, settings } = path.world;
  decide(path, must(decisions.reopen(currentReferral(path), linkWorker, at)), account(linkWorker), at);
  const when = { at, today: dayOf(path, at), withinDays: settings.firstAttemptWithinDays, task: random.uuid() };
  const change = must(supportDecisions.reopen(currentSupport(path), linkWorker, when));
  path.supports.pop();
  path.tasks = path.tasks.map((task) => (task.support === null && !task.done ? { ...task, support: change.state.id } : task));
  path.supports.push(change.state);
  tell(path, 'support-reopened', { kind: 'support', id: change.state.id }, account(linkWorker), at, { linkWorker });
  if (change.task) putTask(path, change.task, account(linkWorker), at);
  settle(path, account(linkWorker), at);
}
