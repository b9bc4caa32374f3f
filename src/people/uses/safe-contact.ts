import { randomUUID } from 'node:crypto';
import { accountsById, allTeams, type Asker, type Colleague, type Programme, thisProgramme } from '../../identity/index.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf } from '../../platform/secrets.ts';
import { changedFields, type Person, type SafeContact } from '../person.ts';
import { findPerson, teamsKnowing, updatePerson } from '../store.ts';
import { personOfStopLink } from '../store/reaching.ts';
import { addVersion, type SafeContactVersion, versionsOf } from '../store/safe-contact.ts';
import type { ContactWishes } from '../wishes.ts';
import { about, type NotReached } from './within.ts';

export type Reachings = ReturnType<typeof openReachings>;
export type SafeContactSeen = { person: Person; versions: readonly SafeContactVersion[]; names: ReadonlyMap<string, Colleague> };
export type Wished = { safeContact: SafeContact; wishes: ContactWishes };

type Ports = {
  db: Database;
  now: () => Date;
  /** What was waiting for a better moment is looked at again: their wishes have changed. */
  lookAgain(tx: Tx, person: string): Promise<void>;
  /** Lays before whoever supports them that they want no more messages. */
  tellStopped(tx: Tx, person: string, at: Date): Promise<unknown>;
};

const token = /^[\w-]{43}$/;

/** Keeps what is agreed about reaching somebody, with every earlier version. */
export function openReachings({ db, now, lookAgain, tellStopped }: Ports) {
  return {
    seeSafeContact: (asker: Asker, id: string): Promise<Result<SafeContactSeen, NotReached>> =>
      about(db, asker, 'see person', id, async (tx, person) => {
        const versions = await versionsOf(tx, id);
        const who = versions.flatMap(({ savedBy }) => savedBy ?? []);
        return ok({ person, versions, names: await accountsById(tx, who) });
      }),

    /** `rowVersion` is of the person that the page showed; `stale` brings what somebody else saved meanwhile. */
    saveSafeContact: (
      asker: Asker,
      id: string,
      { rowVersion, ...wished }: Wished & { rowVersion: number },
    ): Promise<Result<Person, NotReached | { stale: Person }>> =>
      about(db, asker, 'support person', id, async (tx, before): Promise<Result<Person, NotReached | { stale: Person }>> => {
        const changed: Person = { ...before, ...wished, rowVersion };
        if (!(await updatePerson(tx, changed))) return refuse({ stale: before });
        const by: By = { kind: 'account', id: asker.id };
        if (changedFields(before, changed).length) await keep(tx, changed, by, now());
        await lookAgain(tx, id);
        return ok(changed);
      }),

    /** Whose link it is, without saying whose: only which programme, and how it can be rung. */
    stopLinkOf: async (given: string): Promise<{ programme: Programme; phone: string; stopped: boolean } | undefined> => {
      const found = await holderOf(given);
      return (
        found &&
        db.inProgramme(found.programme, async (tx) => {
          const person = await findPerson(tx, found.person);
          const knowing = await teamsKnowing(tx, found.person);
          const phone = (await allTeams(tx)).find((team) => knowing.includes(team.id) && team.phone)?.phone ?? '';
          return { programme: await thisProgramme(tx), phone, stopped: person?.wishes.stoppedAt !== null };
        })
      );
    },

    /** The person wants no more messages. Answers false when the link is nobody's; twice is as good as once. */
    stopByLink: async (given: string): Promise<boolean> => {
      const found = await holderOf(given);
      if (!found) return false;
      await db.inProgramme(found.programme, async (tx) => {
        const person = await findPerson(tx, found.person);
        if (!person || person.wishes.stoppedAt) return;
        const stopped: Person = { ...person, wishes: { ...person.wishes, stoppedAt: now().toISOString() } };
        if (!(await updatePerson(tx, stopped))) throw new Error('Somebody changed the person in the same moment.');
        const by: By = { kind: 'person', id: person.id };
        await keep(tx, stopped, by, now());
        await recordEvents(tx, [
          { type: 'messages-stopped', subject: { kind: 'person', id: person.id }, person: person.id, by, at: now() },
        ]);
        await lookAgain(tx, person.id);
        if (!person.died) await tellStopped(tx, person.id, now());
      });
      return true;
    },
  };

  function holderOf(given: string) {
    return token.test(given) ? db.outsideProgrammes((tx) => personOfStopLink(tx, hashOf(given))) : Promise.resolve(undefined);
  }
}

async function keep(tx: Tx, { id, safeContact, wishes }: Person, by: By, at: Date): Promise<void> {
  const savedBy = by.kind === 'account' ? by.id : null;
  await addVersion(tx, id, { id: randomUUID(), said: { ...safeContact, wishes }, savedAt: at, savedBy });
  await recordEvents(tx, [{ type: 'safe-contact-changed', subject: { kind: 'person', id }, person: id, by, at }]);
}
