import { servicesById } from '../../directory/index.ts';
import { type Asker, may } from '../../identity/index.ts';
import { uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Answer, Connection } from '../connection.ts';
import { holdsBack } from '../holding-back.ts';
import { findConnection, requestsPerPage, requestsTo } from '../store/connections.ts';
import { type AnswerRefusal, takeAnswer } from './answer.ts';
import { type Needs, standingWith } from './needs.ts';
import { type Asked, asOrganisationSees } from './reply.ts';

export type RequestRow = { connection: Connection; serviceName: string };
export type Requests = { rows: RequestRow[]; more: boolean };

/** For members of a community organisation who have an account. They see what their organisation was told, and no more. */
export function openRequests(needs: Needs) {
  const { db, now } = needs;
  const theirs = (asker: Asker, { organisation, kind }: Connection) => kind !== 'self' && may(asker, 'answer connection', { organisation });

  return {
    list: (asker: Asker, { ended, page }: { ended: boolean; page: number }): Promise<Requests> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const { organisation } = asker;
        if (!organisation || !may(asker, 'answer connection', { organisation })) return { rows: [], more: false };
        const found = await requestsTo(tx, organisation, { ended, page });
        const services = await servicesById(tx, [...new Set(found.map(({ service }) => service))]);
        const names = new Map(services.map(({ id, name }) => [id, name]));
        const standing = await standingWith(needs, tx, asker.programme, organisation, now());
        const rows = found
          .slice(0, requestsPerPage)
          .map((connection) => (holdsBack(standing, connection.status) ? { ...connection, shared: null } : connection))
          .map((connection) => ({ connection, serviceName: names.get(connection.service) ?? '' }));
        return { rows, more: found.length > requestsPerPage };
      }),

    see: (asker: Asker, id: string): Promise<Result<Asked, 'not-found'>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const asked = uuid.test(id) ? await asOrganisationSees(needs, tx, id) : undefined;
        return asked && theirs(asker, asked.connection) ? ok(asked) : refuse('not-found');
      }),

    answer: (asker: Asker, id: string, version: number, given: Answer): Promise<Result<Connection, AnswerRefusal>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const connection = uuid.test(id) ? await findConnection(tx, id) : undefined;
        if (!connection || !theirs(asker, connection)) return refuse('not-found');
        return takeAnswer(
          tx,
          needs,
          asker.programme,
          { connection: id, version, given },
          { by: { kind: 'account', id: asker.id }, heard: false },
        );
      }),
  };
}
