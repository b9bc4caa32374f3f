import type { Closure } from '../../src/referrals/index.ts';
import { referralDecisions } from '../../src/referrals/index.ts';
import { addDays, type CalendarDay } from '../../src/platform/calendar.ts';
import {
  type Attempt,
  type Closing,
  type Contact,
  nextTryOn,
  type Plan,
  wholePlan,
  type WrittenPlan,
  plainContact,
  protocolOf,
  supportDecisions,
  type TaskKind,
} from '../../src/support/index.ts';
import { send } from './letters.ts';
import { account, currentReferral, currentSupport, dayOf, must, type Path, replaceLast, tell } from './path.ts';
import { addTask, finishTasks, settle } from './tasks.ts';

const reaching: readonly TaskKind[] = ['first-contact', 'try-again', 'call-back', 'not-reached'];

type Trying = Pick<Attempt, 'channel' | 'outcome'> & { note?: string; whyThisWay?: string; againOn?: CalendarDay };

export function tryToReach(path: Path, at: Date, { channel, outcome, note = '', whyThisWay = '', againOn }: Trying): void {
  const { id: support, linkWorker: by, lastContactAt } = currentSupport(path);
  const attempt: Attempt = {
    id: path.world.random.uuid(),
    person: path.person.id,
    support,
    triedAt: at,
    channel,
    outcome,
    note,
    whyThisWay,
    by,
  };
  path.attempts.push(attempt);
  path.world.rows.attempts.push(attempt);
  tell(path, 'attempt-recorded', { kind: 'attempt', id: attempt.id }, account(by), at, { channel, outcome });

  const today = dayOf(path, at);
  const inThis = path.attempts.filter((each) => each.support === support);
  const protocol = protocolOf(inThis, lastContactAt, path.world.settings, (each) => dayOf(path, each), today);
  finishTasks(path, ({ kind }) => reaching.includes(kind), account(by), at);
  const [kind, usual]: [TaskKind, CalendarDay] =
    outcome === 'call-back'
      ? ['call-back', addDays(today, 1)]
      : protocol.mayClose && !againOn
        ? ['not-reached', today]
        : ['try-again', nextTryOn(protocol, today)];
  addTask(path, { kind, dueOn: againOn ?? usual }, account(by), at);
  settle(path, account(by), at);
}

type Meeting = Pick<Contact, 'channel' | 'minutes' | 'note'> &
  Partial<Pick<Contact, 'place' | 'present' | 'nextStep' | 'debrief'>> & { nextOn?: CalendarDay };

export function meet(path: Path, at: Date, { nextOn, place = '', present = '', nextStep = '', debrief = false, ...said }: Meeting): void {
  const { id: support, linkWorker: by, lastContactAt } = currentSupport(path);
  const contact: Contact = {
    ...plainContact,
    ...said,
    place,
    present,
    nextStep,
    debrief,
    id: path.world.random.uuid(),
    person: path.person.id,
    support,
    happenedAt: at,
    by,
  };
  path.world.rows.contacts.push(contact);
  tell(path, 'contact-recorded', { kind: 'contact', id: contact.id }, account(by), at, {
    channel: said.channel,
    minutes: said.minutes,
    debrief,
  });
  if (!lastContactAt || lastContactAt < at) replaceLast(path.supports, { ...currentSupport(path), lastContactAt: at });
  finishTasks(path, ({ kind }) => kind === 'review' || kind === 'next-step' || reaching.includes(kind), account(by), at);
  if (nextOn || nextStep)
    addTask(path, { kind: 'next-step', dueOn: nextOn ?? addDays(dayOf(path, at), 7), note: nextStep }, account(by), at);
  settle(path, account(by), at);
}

export function savePlan(path: Path, at: Date, content: WrittenPlan): void {
  const by = currentSupport(path).linkWorker;
  const plan: Plan = {
    ...wholePlan(content),
    id: path.world.random.uuid(),
    person: path.person.id,
    version: (path.plan?.version ?? 0) + 1,
    savedAt: at,
    savedBy: by,
  };
  const moved = plan.reviewOn !== (path.plan?.reviewOn ?? null);
  path.plan = plan;
  path.world.rows.plans.push(plan);
  tell(path, 'plan-saved', { kind: 'plan', id: plan.id }, account(by), at, {
    version: plan.version,
    goals: plan.goals.length,
    actions: plan.actions.length,
  });
  if (plan.needs.length) replaceLast(path.supports, { ...currentSupport(path), needs: plan.needs });
  if (!moved || !plan.reviewOn) return;
  finishTasks(path, ({ kind }) => kind === 'review', account(by), at);
  addTask(path, { kind: 'review', dueOn: plan.reviewOn }, account(by), at);
  settle(path, account(by), at);
}

type Ending = { because: Closure } & Partial<
  Pick<Closing, 'goals' | 'outcome' | 'didNotWork' | 'forPractice' | 'whatNext' | 'tellReferrer'>
>;

export function close(
  path: Path,
  at: Date,
  { because, goals = [], outcome = '', didNotWork = '', forPractice = '', whatNext = '', tellReferrer = true }: Ending,
): void {
  const { id: support, linkWorker, referral } = currentSupport(path);
  const by = account(linkWorker);
  const closed = must(supportDecisions.close(currentSupport(path), because, at));
  const ended = must(referralDecisions.close(currentReferral(path), because, at));
  replaceLast(path.referrals, ended.state);
  tell(path, 'referral-closed', { kind: 'referral', id: referral }, by, at, { because });
  finishTasks(path, (task) => task.support === support, by, at);
  replaceLast(path.supports, closed.state);
  const closing = { because, goals, outcome, didNotWork, forPractice, whatNext, tellReferrer, closedAt: at, closedBy: linkWorker };
  const id = path.world.random.uuid();
  path.world.rows.closings.push({ ...closing, id, person: path.person.id, support, referral });
  tell(path, 'support-closed', { kind: 'support', id: support }, by, at, { because });
  const template = because === 'could-not-be-reached' ? because : 'support-closed';
  send(path, at, { template, about: id, account: currentReferral(path).referredBy });
}
