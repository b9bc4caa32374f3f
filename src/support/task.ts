import { addDays, type CalendarDay } from '../platform/calendar.ts';

export const taskKinds = [
  'first-contact',
  'try-again',
  'call-back',
  'not-reached',
  'next-step',
  'taper-contact',
  'ending',
  'look-again',
  'ask-risks',
  'review-risk',
  'review',
  'holding-review',
  'first-hello',
  'own',
  'appointment',
  'appointment-changed',
  'appointment-asked',
  'appointment-off',
  'appointment-to-move',
  'connection-no-answer',
  'connection-answered',
  'connection-declined',
  'connection-waiting-list',
  'connection-not-reached',
  'connection-did-not-come',
  'connection-check',
  'connection-tell',
  'consent-support',
  'records-joined',
  'tell-person',
  'post-letter',
  'after-death',
  'messages-stopped',
  'measure-answered',
  'story-told',
  'story-to-change',
] as const;
export type TaskKind = (typeof taskKinds)[number];

export type Task = {
  id: string;
  person: string;
  /** Null once the person's support has ended: it then stands under its owner alone. */
  support: string | null;
  owner: string;
  kind: TaskKind;
  about: { kind: string; id: string } | null;
  dueOn: CalendarDay;
  note: string;
  addedAt: Date;
  done: { at: Date; by: string | null } | null;
};

export type Next = { due: CalendarDay; kind: TaskKind; note: string };
export type Which = { about?: string; kind?: TaskKind; support?: string; ids?: readonly string[] };

/** What stands beside the work: none of it means that the person is thought of. */
const besides: readonly TaskKind[] = ['ask-risks', 'review-risk'];

/** How long nobody may go without being thought of. */
export const reviewAfterDays = 14;

export const isOpen = (task: Task): boolean => task.done === null;

/** Of one day, what somebody waits for comes before what nobody has asked yet. */
const rank = ({ kind }: Task): number => (kind === 'ask-risks' ? 1 : 0);

/** What is to be done first. The id breaks ties, so that the answer is always the same. The store orders in the same way. */
export function nextOf(tasks: readonly Task[]): Next | null {
  const [first] = tasks.filter(isOpen).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || rank(a) - rank(b) || a.id.localeCompare(b.id));
  return first ? { due: first.dueOn, kind: first.kind, note: first.note } : null;
}

export const isMeant = (task: Task, { about, kind, support, ids }: Which): boolean =>
  isOpen(task) &&
  (about === undefined || task.about?.id === about) &&
  (kind === undefined || task.kind === kind) &&
  (support === undefined || task.support === support) &&
  (ids === undefined || ids.includes(task.id));

export const finish = (task: Task, by: string | null, at: Date): Task => (isOpen(task) ? { ...task, done: { at, by } } : task);

/** An open support always has something next: when the last thing is done, looking again at how things are is what comes next. */
export function reviewIfNone(
  support: { id: string; person: string; linkWorker: string; open: boolean },
  tasks: readonly Task[],
  { id, today, at }: { id: string; today: CalendarDay; at: Date },
): Task | undefined {
  if (!support.open || tasks.some((task) => isOpen(task) && !besides.includes(task.kind))) return undefined;
  return {
    id,
    person: support.person,
    support: support.id,
    owner: support.linkWorker,
    kind: 'review',
    about: null,
    dueOn: addDays(today, reviewAfterDays),
    note: '',
    addedAt: at,
    done: null,
  };
}
