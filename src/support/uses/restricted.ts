import { randomUUID } from 'node:crypto';
import { accountsById, type Asker, type Colleague, may, teamMembers } from '../../identity/index.ts';
import type { Person } from '../../people/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import {
  type Fact,
  isStillOpen,
  openForMinutes,
  type Opening,
  type OpenReason,
  review,
  type ReviewRefusal,
  sightOf,
  type Verdict,
} from '../restricted.ts';
import * as store from '../store/restricted.ts';
import { supportsOf } from '../store/supports.ts';
import { currentOf } from '../support.ts';
import { raiseAlert, settleAlert } from './alerts.ts';
import { aboutPerson, byOf, type NotReached, type Ports } from './needs.ts';

export type TypedFact = Pick<
  Fact,
  'kind' | 'words' | 'comment' | 'startedOn' | 'endedOn' | 'safeguarding' | 'hiddenFromPerson' | 'keptFrom' | 'keptFromWords'
>;
export type RestrictedSeen = {
  person: Person;
  /** What this reader may read. */
  facts: readonly Fact[];
  /** Whether there is more that they may not. */
  more: boolean;
  /** Until when they have it open. */
  openUntil: Date | undefined;
  /** Who has opened it; for those who may read without opening. */
  openings: readonly Opening[];
  names: ReadonlyMap<string, Colleague>;
  team: readonly Colleague[];
};

export const restrictedUses = ({ db, now, post }: Ports) => {
  const leads = (asker: Asker) => (team: string) => may(asker, 'see restricted', { team });

  async function seen(tx: Tx, asker: Asker, person: Person): Promise<RestrictedSeen> {
    const [all, openings] = [await store.factsOf(tx, person.id), await store.openingsOf(tx, person.id)];
    const reader = { id: asker.id, leads: leads(asker) };
    const facts = all.filter((fact) => sightOf(fact, reader, openings, now()));
    const mine = openings.find((opening) => isStillOpen(opening, asker.id, now()));
    const oversees = facts.some((fact) => sightOf(fact, reader, [], now()) === 'lead');
    const ids = [
      ...facts.flatMap(({ saidBy, keptFrom }) => [saidBy, ...keptFrom]),
      ...openings.flatMap(({ by, review }) => [by, review?.by]),
    ];
    return {
      person,
      facts,
      more: facts.length < all.length,
      openUntil: mine?.until,
      openings: oversees ? openings : [],
      names: await accountsById(
        tx,
        ids.filter((id) => id !== undefined),
      ),
      team: asker.team ? (await teamMembers(tx, asker.team)).filter(({ id }) => id !== asker.id) : [],
    };
  }

  const note = (tx: Tx, asker: Asker, type: string, subject: { kind: string; id: string }, person: string, data = {}) =>
    recordEvents(tx, [{ type, subject, person, by: byOf(asker), at: now(), data }]);

  return {
    seeRestricted: (asker: Asker, person: string): Promise<Result<RestrictedSeen, NotReached>> =>
      aboutPerson(db, asker, 'see person', person, async (tx, found) => ok(await seen(tx, asker, found))),

    addRestricted: (asker: Asker, person: string, typed: TypedFact): Promise<Result<Fact, NotReached>> =>
      aboutPerson(db, asker, 'support person', person, async (tx): Promise<Result<Fact, NotReached>> => {
        const team = asker.team ?? currentOf(await supportsOf(tx, person))?.team;
        if (!team) return refuse('not-yours');
        const fact: Fact = { ...typed, id: randomUUID(), person, team, saidAt: now(), saidBy: asker.id, rowVersion: 1 };
        await store.addFact(tx, fact);
        await note(tx, asker, 'restricted-added', { kind: 'restricted-fact', id: fact.id }, person);
        return ok(fact);
      }),

    /** Saves over the version that was read; `stale` brings what somebody else saved meanwhile. */
    changeRestricted: (
      asker: Asker,
      person: string,
      id: string,
      typed: TypedFact,
      rowVersion: number,
    ): Promise<Result<Fact, NotReached | { stale: Fact }>> =>
      aboutPerson(db, asker, 'support person', person, async (tx, found): Promise<Result<Fact, NotReached | { stale: Fact }>> => {
        const before = (await store.factsOf(tx, found.id)).find((fact) => fact.id === id);
        // Whoever has only opened it may read it, and change nothing.
        if (!before || !sightOf(before, { id: asker.id, leads: leads(asker) }, [], now())) return refuse('not-found');
        if (!(await store.updateFact(tx, { ...before, ...typed, rowVersion }))) return refuse({ stale: before });
        await note(tx, asker, 'restricted-changed', { kind: 'restricted-fact', id }, person);
        return ok({ ...before, ...typed });
      }),

    /** Breaks the glass: for this reader, for a while, with a reason that the lead looks at. */
    openRestricted: (
      asker: Asker,
      person: string,
      { reason, words }: { reason: OpenReason; words: string },
    ): Promise<Result<Opening, NotReached>> =>
      aboutPerson(db, asker, 'support person', person, async (tx): Promise<Result<Opening, NotReached>> => {
        const facts = await store.factsOf(tx, person);
        const [first] = facts;
        if (!first) return refuse('not-found');
        const already = (await store.openingsOf(tx, person)).find((opening) => isStillOpen(opening, asker.id, now()));
        if (already) return ok(already);
        const at = now();
        const until = new Date(at.getTime() + openForMinutes * 60_000);
        const opening: Opening = { id: randomUUID(), person, team: first.team, by: asker.id, reason, words, at, until, review: null };
        await store.addOpening(tx, opening);
        const subject = { kind: 'glass-opening', id: opening.id };
        await note(tx, asker, 'glass-broken', subject, person, { reason });
        await raiseAlert(tx, { kind: 'glass-broken', team: first.team, person, about: subject, by: byOf(asker), at, post });
        return ok(opening);
      }),

    reviewOpening: async (
      asker: Asker,
      id: string,
      said: { verdict: Verdict; note: string },
    ): Promise<Result<Opening, NotReached | ReviewRefusal>> => {
      if (!uuid.test(id)) return refuse('not-found');
      return db.inProgramme(asker.programme.id, async (tx): Promise<Result<Opening, NotReached | ReviewRefusal>> => {
        const opening = await store.holdOpening(tx, id);
        if (!opening) return refuse('not-found');
        if (!may(asker, 'lead team', { team: opening.team })) return refuse('not-yours');
        const reviewed = review(opening, { ...said, by: asker.id, at: now() });
        if (!reviewed.ok) return reviewed;
        await store.saveReview(tx, id, reviewed.value.review!);
        await note(tx, asker, 'glass-reviewed', { kind: 'glass-opening', id }, opening.person, { verdict: said.verdict });
        await settleAlert(tx, { about: id, kind: 'glass-broken' }, byOf(asker), now());
        return reviewed;
      });
    },
  };
};
