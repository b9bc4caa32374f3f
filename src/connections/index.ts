import type { Tx } from '../platform/database.ts';
import { openChasing } from './cases/chase.ts';
import { openConnecting } from './cases/connect.ts';
import { openMeasuring } from './cases/measure.ts';
import { openFollowing } from './cases/follow.ts';
import type { Needs } from './cases/needs.ts';
import { openCallingOff } from './cases/call-off-all.ts';
import { openRecalling } from './cases/recall.ts';
import { openReplies } from './cases/reply.ts';
import { openRequests } from './cases/requests.ts';
import { lookAtOf } from './cases/save.ts';
import type { Rules } from './chase.ts';
import type { Connection } from './connection.ts';
import { addAnswers, type HeardAnswer, saveSessions, type Session } from './store/answers.ts';
import { noteDue } from './store/behaviour.ts';
import * as store from './store/connections.ts';

export { answerNames, answersTo, cancelReasons, kinds, mayStillSee, refusals } from './connection.ts';
export type { Answer, AnswerName, CancelReason, Connection, Kind, RefusalReason } from './connection.ts';
export { isOpen, type Status } from './status.ts';
export { type Choice, type Field, type Packet, packetOf, usualFields } from './packet.ts';
export { ofPerson } from './cases/follow.ts';
export { bothAt, openRecalling, toldOf } from './cases/recall.ts';
export { measured } from './cases/measure.ts';
export type { Meeting, Preview } from './cases/connect.ts';
export type { AgreementStanding } from './holding-back.ts';
export type { AnswerRefusal } from './cases/answer.ts';
export type { Followed } from './cases/follow.ts';
export type { Asked } from './cases/reply.ts';
export type { Requests } from './cases/requests.ts';
export { letters } from './cases/letters.ts';
export { refusedByNeed } from './store/needs-figures.ts';
export type { HeardAnswer, Session } from './store/answers.ts';
export { findConnection, moveConnections } from './store/connections.ts';
/** What may happen to a connection, decided and not saved; for whoever tells whole stories, such as the demo. */
export * as connectionDecisions from './connection.ts';
export { chase, nextChase } from './chase.ts';
export { taskAfter, taskOfSilence } from './news.ts';
export { toHeard } from './store/answers.ts';
export { connectedSince } from './store/practice-figures.ts';

export type Connections = ReturnType<typeof openConnections>;

/** Everything the rest of Bothy may ask of connections. */
export function openConnections(needs: Needs) {
  const { chaseAll } = openChasing(needs);
  const { measureAll } = openMeasuring(needs);
  return {
    connecting: openConnecting(needs),
    following: openFollowing(needs),
    recalling: openRecalling(needs),
    callOffAll: openCallingOff(needs),
    replies: openReplies(needs),
    requests: openRequests(needs),
    handlers: { 'chase-connections': chaseAll, 'measure-services': measureAll },
    schedules: { 'chase-connections': '7 * * * *', 'measure-services': '*/5 * * * *' },
  };
}

export type WholeConnection = { connection: Connection; answers: readonly HeardAnswer[]; sessions: readonly Session[] };

/** For imports and samples: many at once, as they stand, without letters, tasks or events. Their consents are there already. */
export async function addConnections(tx: Tx, many: readonly WholeConnection[], rules: Rules): Promise<void> {
  await store.addConnections(
    tx,
    many.map(({ connection }) => ({ state: connection, lookAt: lookAtOf(connection, rules) })),
  );
  await noteDue(
    tx,
    many.map(({ connection }) => connection),
  );
  await addAnswers(
    tx,
    many.flatMap(({ connection, answers }) => answers.map((answer) => ({ connection: connection.id, answer }))),
  );
  await saveSessions(
    tx,
    many.flatMap(({ connection, sessions }) => sessions.map((session) => ({ connection: connection.id, session }))),
  );
}
