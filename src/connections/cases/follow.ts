import { isRestricted, servicesById, type WholeService } from '../../directory/index.ts';
import { accountsById, type Asker } from '../../identity/index.ts';
import { type Person, personWithin } from '../../people/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { eventsAbout, type PastEvent } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as core from '../connection.ts';
import { answersOf, type HeardAnswer, type Session, sessionsOf } from '../store/answers.ts';
import { connectionsOf, findConnection, holdConnection } from '../store/connections.ts';
import { type AnswerRefusal, takeAnswer } from './answer.ts';
import { type Needs, rulesOf } from './needs.ts';
import { save } from './save.ts';

/** A connection as the link worker sees it. `names` are those of colleagues in the timeline. */
export type Followed = {
  connection: core.Connection;
  person: Person;
  service: WholeService;
  answers: HeardAnswer[];
  sessions: Session[];
  events: PastEvent[];
  names: Map<string, string>;
};

/** A connection in a line, for the person's page. */
export type ConnectionLine = Pick<
  core.Connection,
  'id' | 'kind' | 'status' | 'reason' | 'statusReason' | 'askedAt' | 'statusAt' | 'expectedOn' | 'attended'
> & {
  serviceId: string;
  service: string;
  organisation: string;
  /** That they are connected to it says more of them than may stand in a letter or a list. */
  restricted: boolean;
};

/** For link workers: how it stands, what they heard, and calling it off. */
export function openFollowing(needs: Needs) {
  const { db, now, post, toDo } = needs;
  const inProgramme = <T>(asker: Asker, work: (tx: Tx) => Promise<T>) => db.inProgramme(asker.programme.id, work);

  /** Somebody's own mistakes and changes of mind, under a lock. */
  const decide = (asker: Asker, id: string, version: number, decision: (connection: core.Connection) => ReturnType<typeof core.cancel>) =>
    inProgramme(asker, async (tx): Promise<Result<core.Connection, AnswerRefusal>> => {
      const before = uuid.test(id) ? await holdConnection(tx, id) : undefined;
      if (!before || !(await personWithin(tx, asker, 'connect', before.person)).ok) return refuse('not-found');
      if (before.rowVersion !== version) return refuse('changed');
      const decided = decision(before);
      if (!decided.ok) return decided;
      const by = { kind: 'account' as const, id: asker.id };
      const saved = await save(tx, decided.value, rulesOf(asker.programme), { by, at: now() });
      await toDo.finishTasks(tx, id, by, now());
      await callOff(tx, before);
      return ok(saved);
    });

  /** Tells the organisation, unless the mail that asked it had not left yet. */
  async function callOff(tx: Tx, before: core.Connection): Promise<void> {
    const unsent = await post.stopFor(tx, { about: before.id });
    const knows = before.kind === 'asked' && core.mayStillSee(before) && !(unsent && before.status === 'requested' && !before.nudgedAt);
    if (knows)
      await post.queue(tx, {
        template: 'connection-cancelled',
        about: before.id,
        person: before.person,
        to: { service: before.service },
        at: now(),
      });
  }

  return {
    see: (asker: Asker, id: string): Promise<Result<Followed, 'not-found'>> =>
      inProgramme(asker, async (tx) => {
        const connection = uuid.test(id) ? await findConnection(tx, id) : undefined;
        const person = connection && (await personWithin(tx, asker, 'see person', connection.person));
        const [service] = connection ? await servicesById(tx, [connection.service]) : [];
        if (!connection || !service || !person?.ok) return refuse('not-found');
        const events = (await eventsAbout(tx, connection.person, 1000)).filter(({ subjectId }) => subjectId === id);
        const accounts = await accountsById(tx, [
          connection.linkWorker,
          ...events.flatMap(({ by }) => (by.kind === 'account' ? [by.id] : [])),
        ]);
        const names = new Map([...accounts.values()].map(({ id: account, name }) => [account, name]));
        return ok({
          connection,
          person: person.value,
          service,
          events,
          names,
          answers: await answersOf(tx, id),
          sessions: await sessionsOf(tx, id),
        });
      }),

    /** An answer that the link worker heard, such as on the phone. */
    answer: (asker: Asker, id: string, version: number, given: core.Answer): Promise<Result<core.Connection, AnswerRefusal>> =>
      inProgramme(asker, async (tx) => {
        const connection = uuid.test(id) ? await findConnection(tx, id) : undefined;
        if (!connection || !(await personWithin(tx, asker, 'connect', connection.person)).ok) return refuse('not-found');
        return takeAnswer(
          tx,
          needs,
          asker.programme,
          { connection: id, version, given },
          { by: { kind: 'account', id: asker.id }, heard: true },
        );
      }),

    cancel: (asker: Asker, id: string, version: number, why: { reason: core.CancelReason; note: string }) =>
      decide(asker, id, version, (connection) => core.cancel(connection, why, now())),

    callMistake: (asker: Asker, id: string, version: number) =>
      decide(asker, id, version, (connection) => core.callMistake(connection, now())),
  };
}

/** Everything a person was connected to, newest first, without what was recorded by mistake. The caller has checked that they may be seen. */
export async function ofPerson(tx: Tx, person: string): Promise<ConnectionLine[]> {
  const connections = (await connectionsOf(tx, person)).filter(({ status }) => status !== 'entered-in-error');
  const services = new Map(
    (await servicesById(tx, [...new Set(connections.map(({ service }) => service))])).map((service) => [service.id, service]),
  );
  return connections.map(({ id, service, kind, status, reason, statusReason, askedAt, statusAt, expectedOn, attended }) => ({
    ...{ id, kind, status, reason, statusReason, askedAt, statusAt, expectedOn, attended, serviceId: service },
    service: services.get(service)?.name ?? '',
    organisation: services.get(service)?.organisationName ?? '',
    restricted: services.get(service)?.needs.some(isRestricted) ?? false,
  }));
}
