import { randomUUID } from 'node:crypto';
import { accountsById, type Asker, type Colleague, leadsOf } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Death, type DeathRefusal, recordDeath, type Said, type Stopped, undoDeath } from '../death.ts';
import type { Person } from '../person.ts';
import { findPerson } from '../store.ts';
import * as store from '../store/deaths.ts';
import { about, type NotReached } from './within.ts';

/** Stops what one module still had in hand for somebody who died, and says what that was. */
export type WhenDied = (tx: Tx, died: { person: string; asker: Asker; by: By; at: Date }) => Promise<readonly Stopped[]>;
export type DeathPorts = {
  db: Database;
  now: () => Date;
  whenDied: readonly WhenDied[];
  /** Who supports them, or did last. */
  workerOf(tx: Tx, person: string): Promise<{ worker: string; team: string } | undefined>;
  post: {
    queue(tx: Tx, letter: { template: string; about: string; person: string; to: { account: string }; at: Date }): Promise<unknown>;
  };
};
export type DeathSeen = { person: Person; deaths: readonly Death[]; names: ReadonlyMap<string, Colleague> };
export type Deaths = ReturnType<typeof openDeaths>;

/** Somebody has died: everything that would still reach for them stops at once, and those who knew them are told. */
export function openDeaths({ db, now, whenDied, workerOf, post }: DeathPorts) {
  const event = (type: 'person-died' | 'death-undone', death: Death, by: By) =>
    ({ type, subject: { kind: 'death', id: death.id }, person: death.person, by, at: now() }) as const;

  async function tell(tx: Tx, asker: Asker, person: string): Promise<void> {
    const support = await workerOf(tx, person);
    if (!support) return;
    const leads = await leadsOf(tx, support.team);
    const others = new Set([support.worker, ...leads]);
    others.delete(asker.id);
    for (const account of others) await post.queue(tx, { template: 'person-died', about: person, person, to: { account }, at: now() });
  }

  return {
    see: (asker: Asker, id: string): Promise<Result<DeathSeen, NotReached>> =>
      about(db, asker, 'see person', id, async (tx, person) => {
        const deaths = await store.deathsOf(tx, id);
        const who = deaths.flatMap(({ recordedBy, undone }) => [recordedBy, ...(undone ? [undone.by] : [])]);
        return ok({ person, deaths, names: await accountsById(tx, who) });
      }),

    record: (asker: Asker, id: string, said: Said): Promise<Result<Death, NotReached | DeathRefusal>> =>
      about(db, asker, 'support person', id, async (tx): Promise<Result<Death, NotReached | DeathRefusal>> => {
        await store.holdPerson(tx, id);
        const person = await findPerson(tx, id);
        if (!person) return refuse('not-found');
        const by: By = { kind: 'account', id: asker.id };
        const today = dayIn(asker.programme.settings.timeZone, now());
        const decided = recordDeath(person, said, { id: randomUUID(), at: now(), by: asker.id, today });
        if (!decided.ok) return decided;
        await store.markDied(tx, id, { on: said.on, toldAt: now() });
        const stopped: Stopped[] = [];
        for (const stop of whenDied) stopped.push(...(await stop(tx, { person: id, asker, by, at: now() })));
        const death = { ...decided.value, stopped };
        await store.addDeath(tx, death);
        await recordEvents(tx, [event('person-died', death, by)]);
        await tell(tx, asker, id);
        return ok(death);
      }),

    /** It was a mistake. Nothing starts again by itself. */
    undo: (asker: Asker, id: string, because: string): Promise<Result<Death, NotReached | 'undone-already'>> =>
      about(db, asker, 'support person', id, async (tx): Promise<Result<Death, NotReached | 'undone-already'>> => {
        await store.holdPerson(tx, id);
        const last = (await store.deathsOf(tx, id)).find(({ undone }) => !undone);
        if (!last) return refuse('undone-already');
        const undone = undoDeath(last, { at: now(), by: asker.id, because });
        if (!undone.ok) return undone;
        await store.markUndone(tx, undone.value);
        await store.markDied(tx, id, null);
        await recordEvents(tx, [event('death-undone', last, { kind: 'account', id: asker.id })]);
        return ok(undone.value);
      }),
  };
}
