import type { Answer, Connection } from './connection.ts';
import type { Nudge } from './chase.ts';

/** What a link worker is asked to do about a connection. The names are those of the tasks of support. */
export type TaskKind =
  | 'connection-answered'
  | 'connection-declined'
  | 'connection-not-reached'
  | 'connection-waiting-list'
  | 'connection-did-not-come'
  | 'connection-no-answer'
  | 'connection-check'
  | 'connection-tell';

/** The task that an organisation's answer makes for the link worker; none when somebody simply comes again. */
export function taskAfter(given: Answer, before: Connection): TaskKind | undefined {
  switch (given.name) {
    case 'accepted':
    case 'waiting-list':
    case 'place-now':
    case 'finished':
    case 'message':
      return 'connection-answered';
    case 'came':
      return before.attended ? undefined : 'connection-answered';
    case 'did-not-come':
      return 'connection-did-not-come';
    case 'cannot-help':
      return given.reason === 'could-not-reach' ? 'connection-not-reached' : 'connection-declined';
  }
}

export const taskOfSilence = {
  'no-answer': 'connection-no-answer',
  'wait-passed': 'connection-waiting-list',
  'no-news': 'connection-check',
} as const satisfies Partial<Record<Nudge, TaskKind>>;
