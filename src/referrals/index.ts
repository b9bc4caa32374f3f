import { randomUUID } from 'node:crypto';
import type { Need } from '../directory/index.ts';
import { accountsById, allPractices, allTeams, type Asker, type Belongs, may, type Programme, reach, teamMembers } from '../identity/index.ts';
import {
  addPerson,
  type Candidate,
  findPerson,
  joinPeople,
  letTeamsSee,
  type Likely,
  likelyMatches,
  type NewPerson,
  peopleById,
  type Person,
  personFor,
  recordConsent,
} from '../people/index.ts';
import { dayIn } from '../platform/calendar.ts';
import type { Database, Tx } from '../platform/database.ts';
import { type By, recordEvents } from '../platform/events.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import * as core from './referral.ts';
import type { Signpost } from './signpost.ts';
import * as store from './store.ts';

export { closures, returnReasons, sources } from './referral.ts';
export type { Closure, Question, Referral, ReturnReason, Source } from './referral.ts';
export type { Signpost } from './signpost.ts';
export { addReferrals, addSignposts, findReferral, pageSize, referralsOf, saveQuestion } from './store.ts';
export { referenceOf } from './referral.ts';
/** What may happen to a referral, decided and not saved; for whoever tells whole stories, such as the demo. */
export * as referralDecisions from './referral.ts';
export { letters } from './letters/to-referrer.ts';

/** What referrals need of others; compose.ts passes them in. */
export type Post = {
  queue(tx: Tx, message: { template: string; about: string; person?: string; to: { account: string }; at: Date }): Promise<unknown>;
};
export type BeginSupport = (
  tx: Tx,
  begun: { person: string; referral: string; linkWorker: string; team: string; by: By; at: Date; settings: Asker['programme']['settings'] },
) => Promise<unknown>;
type Needs = { db: Database; now: () => Date; post: Post; beginSupport: BeginSupport };

export type Who = { typed: Candidate & Pick<NewPerson, 'phone' | 'safeContact'>; chosen: { person: string } | 'new' | undefined };
export type Asked = { who: Who; needs: readonly Need[]; note: string };
export type SendRefusal = { name: 'likely'; likely: Likely[] } | { name: 'number-taken'; likely: Likely[] } | { name: 'no-team' } | { name: 'not-yours' };
export type Refusal = core.Refusal | 'not-found' | 'not-yours';
export type WithPerson = { referral: core.Referral; person: Person };
export type Referrals = ReturnType<typeof openReferrals>;

type From = Pick<core.Referral, 'source' | 'referredBy' | 'practice'> & { settings: Asker['programme']['settings']; by: By };
export type AskedByAnybody = { person: NewPerson; source: 'self' | 'family'; needs: readonly Need[]; note: string };

const by = (asker: Asker): By => ({ kind: 'account', id: asker.id });
const belongs = (referral: core.Referral): Belongs => ({ by: referral.referredBy, practice: referral.practice, team: referral.team });
const byWorker = (referral: core.Referral): Belongs => ({ team: referral.team });

/** Everything the rest of Bothy may ask of referrals. */
export function openReferrals({ db, now, post, beginSupport }: Needs) {
  return {
    /** Finds or adds the person, records that they agreed, and puts the referral in the right team's queue: all of it, or nothing. */
    send: (asker: Asker, { who, needs, note }: Asked): Promise<Result<core.Referral, SendRefusal>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const team = await teamFor(tx, asker);
        if (!team) return refuse({ name: 'no-team' });
        const person = await settlePerson(tx, asker, who);
        if (!person.ok) return person;
        await recordConsent(tx, { person: person.value.id, purpose: 'support', askedBy: asker.id, at: now() });
        const source = asker.practice ? 'practice' : 'team';
        const from = { referredBy: asker.id, practice: asker.practice, source, settings: asker.programme.settings, by: by(asker) } as const;
        const referral = await put(tx, from, { person: person.value.id, team, needs, note });
        return ok(referral);
      }),

    /**
     * Somebody asks on the public page. They are never shown who is known here, so they are always added as somebody new;
     * the team sees who they may be, and can say that it is one person.
     */
    askedByAnybody: (programme: Programme, { person: details, source, needs, note }: AskedByAnybody): Promise<Result<core.Referral, 'no-team'>> =>
      db.inProgramme(programme.id, async (tx) => {
        const practices = await allPractices(tx);
        const practice = practices.find(({ id }) => id === details.practice);
        const team = practice?.team ?? (await allTeams(tx))[0]?.id;
        if (!team) return refuse('no-team');
        const healthNumber = details.healthNumber && (await likelyMatches(tx, details)).some(({ because }) => because === 'number') ? null : details.healthNumber;
        const person = await addPerson(tx, { ...details, healthNumber, practice: practice?.id ?? null }, { kind: 'system' }, now());
        await recordConsent(tx, { person: person.id, purpose: 'support', askedBy: null, at: now() });
        const from = { referredBy: null, practice: practice?.id ?? null, source, settings: programme.settings, by: { kind: 'person', id: person.id } as const };
        return ok(await put(tx, from, { person: person.id, team, needs, note }));
      }),

    practicesOf: (programme: string) => db.inProgramme(programme, allPractices),

    /** Records that information was given. Nobody is referred, and no team sees it. */
    signpost: (asker: Asker, { who, needs, given, note }: { who: Who | undefined; needs: readonly Need[]; given: string; note: string }): Promise<Result<Signpost, SendRefusal>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        if (!may(asker, 'refer', { practice: asker.practice })) return refuse({ name: 'not-yours' });
        const person = who && (await settlePerson(tx, asker, who));
        if (person && !person.ok) return person;
        const personId = person?.value.id ?? null;
        const signpost = { id: randomUUID(), person: personId, needs, given, note, givenBy: asker.id, practice: asker.practice, givenAt: now() };
        await store.addSignposts(tx, [signpost]);
        await recordEvents(tx, [
          { type: 'signpost-given', subject: { kind: 'signpost', id: signpost.id }, ...(personId && { person: personId }), by: by(asker), at: now(), data: { needs } },
        ]);
        return ok(signpost);
      }),

    /** What this asker made, or what their practice made. */
    made: (asker: Asker, whose: 'mine' | 'practice', page: number) =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const practice = whose === 'practice' && reach(asker, 'see referrals made') === 'practice' ? asker.practice : null;
        return withPeople(tx, await store.referralsMade(tx, practice ? { practice } : { referrer: asker.id }, page));
      }),

    signpostsOf: (asker: Asker) => db.inProgramme(asker.programme.id, (tx) => store.signpostsBy(tx, asker.id)),

    seeMade: (asker: Asker, id: string) => see(asker, id, (referral) => may(asker, 'see referrals made', belongs(referral))),

    queue: (asker: Asker, page: number) =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const team = reach(asker, 'see queue') === 'programme' ? null : (asker.team ?? randomUUID());
        const today = dayIn(asker.programme.settings.timeZone, now());
        const rows = await withPeople(tx, await store.queueOf(tx, team, page));
        return { ...rows, figures: await store.queueFigures(tx, team, today), today };
      }),

    consider: (asker: Asker, id: string) => see(asker, id, (referral) => may(asker, 'decide on referral', byWorker(referral))),

    colleaguesFor: (asker: Asker) => db.inProgramme(asker.programme.id, (tx) => (asker.team ? teamMembers(tx, asker.team) : Promise.resolve([]))),

    /** A link worker takes the person on, or a lead gives them to somebody of the team; support begins in the same moment. */
    accept: (asker: Asker, id: string, linkWorker = asker.id) =>
      decide(asker, id, async (tx, referral) => {
        if (linkWorker !== asker.id && !(await teamMembers(tx, referral.team)).some((member) => member.id === linkWorker)) return refuse('not-yours');
        const accepted = core.accept(referral, linkWorker, now());
        if (accepted.ok) {
          const { person, team } = referral;
          await beginSupport(tx, { person, referral: id, linkWorker, team, by: by(asker), at: now(), settings: asker.programme.settings });
        }
        return accepted;
      }),

    /** A public referral turns out to be for somebody known: it becomes theirs, and the record that it brought goes. */
    isSamePerson: (asker: Asker, id: string, known: string): Promise<Result<core.Referral, Refusal>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const referral = await store.holdReferral(tx, id);
        if (!referral) return refuse('not-found');
        if (!may(asker, 'decide on referral', byWorker(referral))) return refuse('not-yours');
        const person = (await findPerson(tx, referral.person))!;
        const same = (await mayBe(tx, referral, person)).find((likely) => likely.person.id === known);
        if (!same) return refuse('already-decided');
        const moved = { ...referral, person: known };
        await store.saveReferral(tx, moved);
        await letTeamsSee(tx, [{ person: known, team: referral.team }]);
        await joinPeople(tx, person, same.person, by(asker), now());
        return ok(moved);
      }),

    giveBack: (asker: Asker, id: string, because: { reason: core.ReturnReason; note: string }) =>
      decide(asker, id, (_tx, referral) => core.giveBack(referral, because, now())),

    ask: (asker: Asker, id: string, question: string) =>
      decide(asker, id, (_tx, referral) => core.ask(referral, { id: randomUUID(), question, askedBy: asker.id, askedAt: now() })),

    /** The referrer's side answers what the team asked. */
    answer: (asker: Asker, id: string, text: string): Promise<Result<core.Referral, Refusal>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const referral = await store.holdReferral(tx, id);
        if (!referral) return refuse('not-found');
        if (!may(asker, 'answer about referral', belongs(referral))) return refuse('not-yours');
        const open = (await store.questionsOf(tx, id)).findLast((question) => !question.answer);
        if (!open) return refuse('not-asked');
        return save(tx, core.answer(referral, open, { text, by: asker.id, at: now() }), by(asker));
      }),
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
      const ids = [referral.referredBy, 'linkWorker' in referral.stage ? referral.stage.linkWorker : null, ...questions.flatMap((q) => [q.askedBy, q.answer?.by ?? null])];
      const names = await accountsById(
        tx,
        ids.filter((each) => each !== null),
      );
      return ok({ referral, person, questions, others, practices, names, mayBe: await mayBe(tx, referral, person) });
    });
  }

  function decide(
    asker: Asker,
    id: string,
    decision: (tx: Tx, referral: core.Referral) => Result<core.Change, Refusal> | Promise<Result<core.Change, Refusal>>,
  ): Promise<Result<core.Referral, Refusal>> {
    return db.inProgramme(asker.programme.id, async (tx) => {
      const referral = await store.holdReferral(tx, id);
      if (!referral) return refuse('not-found');
      if (!may(asker, 'decide on referral', byWorker(referral))) return refuse('not-yours');
      const saved = await save(tx, await decision(tx, referral), by(asker));
      if (saved.ok && referral.referredBy) await tellReferrer(tx, saved.value, referral.referredBy);
      return saved;
    });
  }

  async function save<E>(tx: Tx, decided: Result<core.Change, E>, who: By): Promise<Result<core.Referral, E>> {
    if (!decided.ok) return decided;
    await saveChange(tx, decided.value, who, now());
    return ok(decided.value.state);
  }

  async function tellReferrer(tx: Tx, { id, person, stage }: core.Referral, referrer: string): Promise<void> {
    const template = ({ accepted: 'referral-accepted', returned: 'referral-returned', asked: 'referral-asked', waiting: null, closed: null } as const)[stage.name];
    if (template) await post.queue(tx, { template, about: id, person, to: { account: referrer }, at: now() });
  }

  async function put(tx: Tx, { settings, by, ...from }: From, what: { person: string; team: string; needs: readonly Need[]; note: string }): Promise<core.Referral> {
    const id = randomUUID();
    const details = { ...from, ...what, id, reference: core.referenceOf(id), receivedAt: now() };
    const change = core.receive(details, dayIn(settings.timeZone, now()), settings.decideWithinDays);
    await letTeamsSee(tx, [what]);
    await store.addReferrals(tx, [change.state]);
    await recordChange(tx, change, by, now());
    return change.state;
  }

  /** Nobody is added twice unless somebody has looked at who is there and said that this is another person. */
  async function settlePerson(tx: Tx, asker: Asker, { typed, chosen }: Who): Promise<Result<Person, SendRefusal>> {
    const likely = await likelyMatches(tx, typed);
    const holder = likely.find(({ because }) => because === 'number')?.person.id;
    if (holder && chosen && (chosen === 'new' || chosen.person !== holder)) return refuse({ name: 'number-taken', likely });
    if (chosen === 'new' || (!likely.length && !chosen)) {
      return ok(await personFor(tx, { new: { ...typed, practice: asker.practice } }, by(asker), now()));
    }
    const same = chosen && likely.find(({ person }) => person.id === chosen.person);
    if (!same) return refuse({ name: 'likely', likely });
    return ok(await personFor(tx, { known: same.person, learnt: { ...typed, practice: asker.practice } }, by(asker), now()));
  }
}

/** Who a public referral may be for, among those known already. Only while nothing has been decided, and only if this is all there is of the person. */
async function mayBe(tx: Tx, referral: core.Referral, person: Person): Promise<Likely[]> {
  const isPublic = referral.source === 'self' || referral.source === 'family';
  if (!isPublic || referral.stage.name !== 'waiting' || (await store.referralsOf(tx, person.id)).length > 1) return [];
  return (await likelyMatches(tx, person)).filter((likely) => likely.person.id !== person.id);
}

async function teamFor(tx: Tx, asker: Asker): Promise<string | undefined> {
  if (asker.practice) return (await allPractices(tx)).find(({ id }) => id === asker.practice)?.team;
  return asker.team ?? undefined;
}

async function withPeople(tx: Tx, referrals: core.Referral[]): Promise<{ rows: WithPerson[]; more: boolean; names: Awaited<ReturnType<typeof accountsById>> }> {
  const shown = referrals.slice(0, store.pageSize);
  const people = await peopleById(
    tx,
    shown.map(({ person }) => person),
  );
  const ids = shown.flatMap(({ referredBy, stage }) => [referredBy, 'linkWorker' in stage ? stage.linkWorker : null]).filter((id) => id !== null);
  return {
    rows: shown.map((referral) => ({ referral, person: people.get(referral.person)! })),
    more: referrals.length > store.pageSize,
    names: await accountsById(tx, ids),
  };
}

async function saveChange(tx: Tx, change: core.Change, who: By, at: Date): Promise<void> {
  await store.saveReferral(tx, change.state);
  if (change.question) await store.saveQuestion(tx, change.state.id, change.question);
  await recordChange(tx, change, who, at);
}

async function recordChange(tx: Tx, { state, event }: core.Change, who: By, at: Date): Promise<void> {
  const { type, ...data } = event;
  await recordEvents(tx, [{ type, subject: { kind: 'referral', id: state.id }, person: state.person, by: who, at, data }]);
}

/** For support, inside its transaction: the referral ends with the support that came of it, and comes back with it. */
export async function closeReferral(tx: Tx, id: string, because: core.Closure, who: By, at: Date): Promise<Result<core.Referral, Refusal>> {
  return change(tx, id, (referral) => core.close(referral, because, at), who, at);
}

export async function reopenReferral(tx: Tx, id: string, linkWorker: string, who: By, at: Date): Promise<Result<core.Referral, Refusal>> {
  return change(tx, id, (referral) => core.reopen(referral, linkWorker, at), who, at);
}

async function change(tx: Tx, id: string, decision: (referral: core.Referral) => Result<core.Change, core.Refusal>, who: By, at: Date): Promise<Result<core.Referral, Refusal>> {
  const referral = await store.holdReferral(tx, id);
  if (!referral) return refuse('not-found');
  const decided = decision(referral);
  if (!decided.ok) return decided;
  await saveChange(tx, decided.value, who, at);
  return ok(decided.value.state);
}
