import { randomUUID } from 'node:crypto';
import { type Asker, may, teamMembers } from '../../identity/index.ts';
import { findPerson, joinPeople, letTeamsSee } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as core from '../referral.ts';
import * as store from '../store.ts';
import { mayBe } from './look.ts';
import { belongsToMaker, belongsToTeam, byOf, type Needs, type Refusal, saveChange } from './needs.ts';

/** What a team decides on a referral, and what the referrer answers. */
export function decideUses({ db, now, post, beginSupport }: Needs) {
  return {
    /** A link worker takes the person on, or a lead gives them to somebody of the team; support begins in the same moment. */
    accept: (asker: Asker, id: string, linkWorker = asker.id) =>
      decide(asker, id, async (tx, referral) => {
        if (linkWorker !== asker.id && !(await teamMembers(tx, referral.team)).some((member) => member.id === linkWorker))
          return refuse('not-yours');
        const accepted = core.accept(referral, linkWorker, now());
        if (accepted.ok) {
          const { person, team } = referral;
          await beginSupport(tx, {
            person,
            referral: id,
            linkWorker,
            team,
            by: byOf(asker),
            at: now(),
            settings: asker.programme.settings,
          });
        }
        return accepted;
      }),

    /** A public referral turns out to be for somebody known: it becomes theirs, and the record that it brought goes. */
    isSamePerson: (asker: Asker, id: string, known: string): Promise<Result<core.Referral, Refusal>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const referral = await store.holdReferral(tx, id);
        if (!referral) return refuse('not-found');
        if (!may(asker, 'decide on referral', belongsToTeam(referral))) return refuse('not-yours');
        const person = (await findPerson(tx, referral.person))!;
        const same = (await mayBe(tx, referral, person)).find((likely) => likely.person.id === known);
        if (!same) return refuse('already-decided');
        await joinPeople(tx, person, same.person, asker.id, now());
        await letTeamsSee(tx, [{ person: known, team: referral.team }]);
        return ok({ ...referral, person: known });
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
        if (!may(asker, 'answer about referral', belongsToMaker(referral))) return refuse('not-yours');
        const open = (await store.questionsOf(tx, id)).findLast((question) => !question.answer);
        if (!open) return refuse('not-asked');
        return save(tx, core.answer(referral, open, { text, by: asker.id, at: now() }), byOf(asker));
      }),
  };

  function decide(
    asker: Asker,
    id: string,
    decision: (tx: Tx, referral: core.Referral) => Result<core.Change, Refusal> | Promise<Result<core.Change, Refusal>>,
  ): Promise<Result<core.Referral, Refusal>> {
    return db.inProgramme(asker.programme.id, async (tx) => {
      const referral = await store.holdReferral(tx, id);
      if (!referral) return refuse('not-found');
      if (!may(asker, 'decide on referral', belongsToTeam(referral))) return refuse('not-yours');
      const saved = await save(tx, await decision(tx, referral), byOf(asker));
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
    const template = (
      { accepted: 'referral-accepted', returned: 'referral-returned', asked: 'referral-asked', waiting: null, closed: null } as const
    )[stage.name];
    if (template) await post.queue(tx, { template, about: id, person, to: { account: referrer }, at: now() });
  }
}

/** For support, inside its transaction: the referral ends with the support that came of it, and comes back with it. */
export async function closeReferral(tx: Tx, id: string, because: core.Closure, who: By, at: Date): Promise<Result<core.Referral, Refusal>> {
  return change(tx, id, (referral) => core.close(referral, because, at), who, at);
}

export async function reopenReferral(tx: Tx, id: string, linkWorker: string, who: By, at: Date): Promise<Result<core.Referral, Refusal>> {
  return change(tx, id, (referral) => core.reopen(referral, linkWorker, at), who, at);
}

async function change(
  tx: Tx,
  id: string,
  decision: (referral: core.Referral) => Result<core.Change, core.Refusal>,
  who: By,
  at: Date,
): Promise<Result<core.Referral, Refusal>> {
  const referral = await store.holdReferral(tx, id);
  if (!referral) return refuse('not-found');
  const decided = decision(referral);
  if (!decided.ok) return decided;
  await saveChange(tx, decided.value, who, at);
  return ok(decided.value.state);
}
