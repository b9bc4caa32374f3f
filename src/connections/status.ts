/** The states of an SDOH Clinical Care 3.0.0 Task for referral management. */
export type Status =
  'draft' | 'requested' | 'accepted' | 'rejected' | 'in-progress' | 'on-hold' | 'cancelled' | 'completed' | 'failed' | 'entered-in-error';

/** Whoever asked for the connection, and the organisation that is asked. */
export type Side = 'requester' | 'target';

/** Where each state may go: ReferralTaskStateDiagram.svg of SDOH Clinical Care 3.0.0. What is recorded by mistake can always be called so. */
// prettier-ignore
export const transitions: Record<Status, readonly Status[]> = {
  'draft':            ['requested', 'entered-in-error'],
  'requested':        ['accepted', 'rejected', 'cancelled', 'entered-in-error'],
  'accepted':         ['in-progress', 'on-hold', 'cancelled', 'completed', 'failed', 'entered-in-error'],
  'in-progress':      ['on-hold', 'cancelled', 'completed', 'failed', 'entered-in-error'],
  'on-hold':          ['in-progress', 'cancelled', 'completed', 'failed', 'entered-in-error'],
  'rejected':         ['entered-in-error'],
  'cancelled':        ['entered-in-error'],
  'completed':        ['entered-in-error'],
  'failed':           ['entered-in-error'],
  'entered-in-error': [],
};

/** Who may bring a connection into each state. */
export const setters: Record<Status, readonly Side[]> = {
  draft: ['requester'],
  requested: ['requester'],
  'entered-in-error': ['requester'],
  accepted: ['target'],
  rejected: ['target'],
  'in-progress': ['target'],
  'on-hold': ['target'],
  failed: ['target'],
  completed: ['target'],
  cancelled: ['requester', 'target'],
};

export const statuses = Object.keys(transitions) as Status[];

export const mayBecome = (from: Status, to: Status, by: Side): boolean => transitions[from].includes(to) && setters[to].includes(by);

/** Whether anything is still expected of it. */
export const isOpen = (status: Status): boolean => transitions[status].some((next) => next !== 'entered-in-error');
