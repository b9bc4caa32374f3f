import { randomUUID } from 'node:crypto';
import { accountsById, allPractices, type Asker, may, reach, teamMembers } from '../../identity/index.ts';
import { findPerson, type Likely, likelyMatches, nameOf, peopleById, type Person, personWithin } from '../../people/index.ts';
import { ageOn, dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { ok, refuse } from '../../platform/result.ts';
import type * as core from '../referral.ts';
import * as store from '../store.ts';
import { belongsToMaker, belongsToTeam, type Load, type Needs } from './needs.ts';

export type WithPerson = { referral: core.Referral; person: Person };

/** What referrers and teams see of referrals. */
export function lookUses({ db, now, loadOf }: Needs) {
  return {
    /** What this asker made, or what their practice made. */
    made: (asker: Asker, whose: 'mine' | 'practice', page: number) =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const practice = whose === 'practice' && reach(asker, 'see referrals made') === 'practice' ? asker.practice : null;
        return withPeople(tx, await store.referralsMade(tx, practice ? { practice } : { referrer: asker.id }, page));
      }),

    signpostsOf: (asker: Asker) => db.inProgramme(asker.programme.id, (tx) => store.signpostsBy(tx, asker.id)),

    seeMade: (asker: Asker, id: string) => see(asker, id, (referral) => may(asker, 'see referrals made', belongsToMaker(referral))),

    queue: (asker: Asker, page: number) =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const team = reach(asker, 'see queue') === 'programme' ? null : (asker.team ?? randomUUID());
        const today = dayIn(asker.programme.settings.timeZone, now());
        const rows = await withPeople(tx, await store.queueOf(tx, team, page));
        return { ...rows, figures: await store.queueFigures(tx, team, today), today };
      }),

    consider: (asker: Asker, id: string) => see(asker, id, (referral) => may(asker, 'decide on referral', belongsToTeam(referral))),

    colleaguesFor: (asker: Asker) =>
      db.inProgramme(asker.programme.id, (tx) => (asker.team ? teamMembers(tx, asker.team) : Promise.resolve([]))),

    /** What a link worker carries already, before they take on more. */
    loadFor: (asker: Asker): Promise<Load | undefined> =>
      db.inProgramme(asker.programme.id, async (tx) => (asker.roles.includes('link-worker') ? loadOf?.(tx, asker.id) : undefined)),

    practicesOf: (programme: string) => db.inProgramme(programme, allPractices),
  };

  function see(asker: Asker, id: string, permitted: (referral: core.Referral) => boolean) {
    return db.inProgramme(asker.programme.id, async (tx) => {
      const referral = await store.findReferral(tx, id);
      if (!referral) return refuse('not-found' as const);
      if (!permitted(referral)) return refuse('not-yours' as const);
      const person = (await findPerson(tx, referral.person))!;
      const questions = await store.questionsOf(tx, id);
      const others = (await store.referralsOf(tx, person.id)).filter((other) => other.id !== id);
      const practices = new Map((await allPractices(tx)).map((practice) => [practice.id, practice]));
      const ids = [
        referral.referredBy,
        'linkWorker' in referral.stage ? referral.stage.linkWorker : null,
        ...questions.flatMap((q) => [q.askedBy, q.answer?.by ?? null]),
      ];
      const names = await accountsById(
        tx,
        ids.filter((each) => each !== null),
      );
      return ok({ referral, person, questions, others, practices, names, mayBe: await mayBe(tx, referral, person) });
    });
  }
}

async function withPeople(
  tx: Tx,
  referrals: core.Referral[],
): Promise<{ rows: WithPerson[]; more: boolean; names: Awaited<ReturnType<typeof accountsById>> }> {
  const shown = referrals.slice(0, store.pageSize);
  const people = await peopleById(
    tx,
    shown.map(({ person }) => person),
  );
  const ids = shown
    .flatMap(({ referredBy, stage }) => [referredBy, 'linkWorker' in stage ? stage.linkWorker : null])
    .filter((id) => id !== null);
  return {
    rows: shown.map((referral) => ({ referral, person: people.get(referral.person)! })),
    more: referrals.length > store.pageSize,
    names: await accountsById(tx, ids),
  };
}

/** Who a public referral may be for, among those known already. Only while nothing has been decided, and only if this is all there is of the person. */
export async function mayBe(tx: Tx, referral: core.Referral, person: Person): Promise<Likely[]> {
  const isPublic = referral.source === 'self' || referral.source === 'family';
  if (!isPublic || referral.stage.name !== 'waiting' || (await store.referralsOf(tx, person.id)).length > 1) return [];
  return (await likelyMatches(tx, person)).filter((likely) => likely.person.id !== person.id);
}

/** For the directory: where somebody lives and what would help them, if this asker may see them. Their newest referral says what would help. */
export async function personPlace(tx: Tx, asker: Asker, id: string, today: string) {
  const found = await personWithin(tx, asker, 'see person', id);
  if (!found.ok) return found.error === 'not-yours' ? ('not-yours' as const) : undefined;
  const person = found.value;
  const [newest] = await store.referralsOf(tx, id);
  return {
    name: nameOf(person),
    age: ageOn(person.dateOfBirth, today),
    place: person.postcode || person.place,
    needs: newest?.needs ?? [],
    accessNeeds: person.accessNeeds,
    interpreter: person.interpreter,
  };
}
