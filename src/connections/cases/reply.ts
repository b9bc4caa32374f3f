import { servicesById, type WholeService } from '../../directory/index.ts';
import { type Programme, thisProgramme } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf } from '../../platform/secrets.ts';
import type { Answer, Connection } from '../connection.ts';
import { holdsBack } from '../holding-back.ts';
import { isOpen } from '../status.ts';
import { type Session, sessionsOf } from '../store/answers.ts';
import { findConnection } from '../store/connections.ts';
import { linkedTo } from '../store/links.ts';
import { type AnswerRefusal, takeAnswer } from './answer.ts';
import { type Needs, standingWith } from './needs.ts';
import { type Worker, workerOf } from './worker.ts';

/** What an organisation sees of a connection: never the person's record, only what was shared with it. */
export type Asked = {
  programme: Programme;
  connection: Connection;
  service: WholeService;
  sessions: Session[];
  worker: Worker | undefined;
  /** Who it is about is not shown, because there is no agreement that allows it. */
  heldBack: boolean;
};
export type LinkRefusal = 'unknown' | 'expired';

/** For whoever holds a link from our mail, and has no account. */
export function openReplies(needs: Needs) {
  const { db, now, post, limits } = needs;

  async function behind(token: string) {
    const link = await db.outsideProgrammes((tx) => linkedTo(tx, hashOf(token), now()));
    if (!link) return refuse('unknown' as const);
    return link.expired ? refuse('expired' as const) : ok(link);
  }

  return {
    /** Counts a wrong token. Answers the seconds to wait, once there have been too many from one machine. */
    countGuess: (machine: string): Promise<number> => limits.guesses.take(machine),

    async open(token: string): Promise<Result<Asked, LinkRefusal>> {
      const link = await behind(token);
      if (!link.ok) return link;
      return db.inProgramme(link.value.programme, async (tx) => {
        const asked = await asOrganisationSees(needs, tx, link.value.connection);
        return asked ? ok(asked) : refuse('unknown');
      });
    },

    async answer(token: string, version: number, given: Answer): Promise<Result<Connection, LinkRefusal | AnswerRefusal>> {
      const link = await behind(token);
      if (!link.ok) return link;
      const { programme, connection } = link.value;
      return db.inProgramme(programme, async (tx) => {
        const asked = await findConnection(tx, connection);
        if (!asked) return refuse('unknown');
        const by = { kind: 'organisation' as const, id: asked.organisation };
        return takeAnswer(tx, needs, await thisProgramme(tx), { connection, version, given }, { by, heard: false });
      });
    },

    /** Sends a new link to the address that the service gave us, a few times a day at most. Says nothing of the connection. */
    async askForNewLink(token: string): Promise<Result<'sent', 'unknown'>> {
      const link = await db.outsideProgrammes((tx) => linkedTo(tx, hashOf(token), now()));
      if (!link) return refuse('unknown');
      if (await limits.newLinks.take(link.connection)) return ok('sent');
      await db.inProgramme(link.programme, async (tx) => {
        const connection = await findConnection(tx, link.connection);
        if (!connection || !isOpen(connection.status)) return;
        await post.queue(tx, {
          template: 'connection-link',
          about: connection.id,
          person: connection.person,
          to: { service: connection.service },
          at: now(),
        });
      });
      return ok('sent');
    },
  };
}

export async function asOrganisationSees(needs: Needs, tx: Tx, id: string): Promise<Asked | undefined> {
  const connection = await findConnection(tx, id);
  const [service] = connection ? await servicesById(tx, [connection.service]) : [];
  if (!connection || !service) return undefined;
  const programme = await thisProgramme(tx);
  const heldBack = holdsBack(await standingWith(needs, tx, programme, connection.organisation, needs.now()), connection.status);
  return {
    programme,
    connection: heldBack ? { ...connection, shared: null } : connection,
    heldBack,
    service,
    sessions: await sessionsOf(tx, id),
    worker: await workerOf(tx, connection),
  };
}
