import { randomUUID } from 'node:crypto';
import type { Programme } from '../../identity/index.ts';
import { addDays, dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as core from '../connection.ts';
import { taskAfter } from '../news.ts';
import { addAnswers, saveSessions, toHeard } from '../store/answers.ts';
import { holdConnection } from '../store/connections.ts';
import { aboutIt, type Needs } from './needs.ts';
import { save } from './save.ts';

/** `version`: of the connection as it was when the page with the answers was opened. */
export type Answering = { connection: string; version: number; given: core.Answer };
export type AnswerRefusal = core.Refusal | 'not-found' | 'changed';
/** `heard`: a link worker writes down what they were told. */
export type Answerer = { by: { kind: 'account' | 'organisation'; id: string }; heard: boolean };

/** What an organisation says of its room counts for this long. */
const roomKnownDays = 28;

/** Takes an answer, from whichever door: saved, told, and brought before the link worker, in one transaction. */
export async function takeAnswer(
  tx: Tx,
  { now, toDo, noteRoom, pauseFull }: Pick<Needs, 'now' | 'toDo' | 'noteRoom' | 'pauseFull'>,
  programme: Programme,
  { connection: id, version, given }: Answering,
  { by, heard }: Answerer,
): Promise<Result<core.Connection, AnswerRefusal>> {
  const before = await holdConnection(tx, id);
  if (!before) return refuse('not-found');
  if (before.rowVersion !== version) return refuse('changed');
  const at = now();
  const today = dayIn(programme.settings.timeZone, at);
  const decided = core.answer(before, given, at, today);
  if (!decided.ok) return decided;

  const answer = toHeard(randomUUID(), given, { by, heard, at });
  await addAnswers(tx, [{ connection: id, answer }]);
  if ('on' in given) await saveSessions(tx, [{ connection: id, session: { on: given.on, came: given.name === 'came' } }]);
  const saved = await save(tx, decided.value, programme.settings, { by, at, more: { answer: answer.id, heard } });

  await toDo.finishTasks(tx, id, by, at);
  const task = heard ? undefined : taskAfter(given, before);
  if (task)
    await toDo.addTask(tx, { person: before.person, kind: task, about: aboutIt(before), dueOn: today, owner: before.linkWorker, at });
  if (given.name === 'cannot-help' && given.reason === 'full' && given.pauseWeeks)
    await pauseFull(tx, before.service, addDays(today, given.pauseWeeks * 7), programme.settings.timeZone, by, at);
  await tellDirectory(tx, noteRoom, before.service, given, { by, at, today });
  return ok(saved);
}

type Told = { by: Answerer['by']; at: Date; today: string };

/** An answer also says something of the service: that it has no room, or that its listing is wrong. */
async function tellDirectory(
  tx: Tx,
  noteRoom: Needs['noteRoom'],
  service: string,
  given: core.Answer,
  { by, at, today }: Told,
): Promise<void> {
  const because = given.name === 'cannot-help' ? given.reason : given.name;
  if (because === 'full' || because === 'waiting-list') {
    const waitWeeks = given.name === 'waiting-list' ? given.weeks : null;
    const expiresAt = new Date(`${addDays(today, roomKnownDays)}T00:00:00Z`);
    await noteRoom(
      tx,
      service,
      {
        unit: 'places',
        available: 0,
        waitingList: because === 'waiting-list',
        waitWeeks,
        updatedAt: at,
        expiresAt,
      },
      by,
    );
  }
  if (because === 'full' || because === 'not-running') {
    await recordEvents(tx, [{ type: 'service-doubted', subject: { kind: 'service', id: service }, by, at, data: { because } }]);
  }
}
