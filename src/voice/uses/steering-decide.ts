import { randomUUID } from 'node:crypto';
import { type Asker, mayAtAll } from '../../identity/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { About, Action, Decision, Outcome } from '../core/steering.ts';
import * as store from '../store/steering.ts';
import { allMembers } from '../store/steering-members.ts';
import { findIdea, saveIdea } from '../store/suggestions.ts';
import { type AdoptRefusal, decideOnProposal } from './adopt.ts';
import { answerIdea, tellSuggester } from './suggestions.ts';
import { byOf, type NotReached, type Post, tell, todayOf, within } from './together-needs.ts';

export type DecisionGiven = { what: string; outcome: Outcome; reason: string; otherwise: string; about: About | null };
export type ActionGiven = { what: string; owner: string; dueOn: CalendarDay; decision: string | null };
export type DecideRefusal = NotReached | AdoptRefusal | 'idea-gone' | 'not-held';

export const decideUses = ({ db, now, post }: { db: Database; now: () => Date; post: Post }) => {
  const may = within(db);
  const action = async (tx: Tx, id: string) => (uuid.test(id) ? store.findAction(tx, id) : undefined);

  return {
    /** What the group decided, and what that makes of the idea or the proposal that it is about, at once. */
    decide: (asker: Asker, meeting: string, given: DecisionGiven): Promise<Result<Decision, DecideRefusal>> =>
      may(asker, 'keep steering', async (tx): Promise<Result<Decision, DecideRefusal>> => {
        const found = uuid.test(meeting) ? await store.findMeeting(tx, meeting) : undefined;
        if (!found) return refuse('not-found');
        if (found.stage !== 'held') return refuse('not-held');
        const decision: Decision = {
          ...given,
          id: randomUUID(),
          meeting,
          number: await store.nextNumber(tx),
          madeAt: now(),
          rowVersion: 1,
        };
        const { about, outcome, reason } = given;
        const done = { outcome, by: byOf(asker), at: now() };
        await store.addDecision(tx, decision, asker.id);
        if (about?.kind === 'proposal') {
          const adopted = await decideOnProposal(tx, about.id, { ...done, decision: decision.id });
          if (!adopted.ok) return undo(adopted.error);
        }
        if (about?.kind === 'idea' && !(await answerIdea(tx, about.id, { ...done, reason, post })).ok) return undo('idea-gone');
        const data = { outcome, number: decision.number, about: about?.kind ?? null };
        await tell(tx, { type: 'decision-made', kind: 'decision', id: decision.id, by: byOf(asker), at: now(), data });
        return ok(decision);
      }).catch(undone),

    addAction: (asker: Asker, meeting: string, given: ActionGiven): Promise<Result<Action, NotReached | 'no-owner'>> =>
      may(asker, 'keep steering', async (tx): Promise<Result<Action, NotReached | 'no-owner'>> => {
        if (!uuid.test(meeting) || !(await store.findMeeting(tx, meeting))) return refuse('not-found');
        if (!(await allMembers(tx)).some(({ id }) => id === given.owner)) return refuse('no-owner');
        const decided = (await store.decisionsOf(tx, meeting)).find(({ id }) => id === given.decision);
        const open = { doneOn: null, cameOfIt: '', rowVersion: 1 };
        const added: Action = { ...given, ...open, decision: decided?.id ?? null, id: randomUUID(), meeting };
        await store.addAction(tx, added);
        await tell(tx, { type: 'action-agreed', kind: 'action', id: added.id, by: byOf(asker), at: now(), data: { dueOn: added.dueOn } });
        return ok(added);
      }),

    seeAction: (
      asker: Asker,
      id: string,
    ): Promise<Result<{ action: Action; ownerName: string; mayFinish: boolean; idea: string | null }, NotReached>> =>
      may(asker, 'take part in steering', async (tx) => {
        const found = await action(tx, id);
        if (!found) return refuse('not-found' as const);
        const owner = (await allMembers(tx)).find((member) => member.id === found.owner);
        const decision = found.decision ? await store.findDecision(tx, found.decision) : undefined;
        const about = decision?.about?.kind === 'idea' ? await findIdea(tx, decision.about.id) : undefined;
        const mayFinish = mayAtAll(asker, 'keep steering') || owner?.account === asker.id;
        return ok({ action: found, ownerName: owner?.name ?? '', mayFinish, idea: about && !about.takenBackAt ? about.told : null });
      }),

    /** By whoever keeps the group or owns the action. `done`: the idea behind it is answered with what came of it. */
    finishAction: (
      asker: Asker,
      id: string,
      { done, cameOfIt }: { done: boolean; cameOfIt: string },
      version: number,
    ): Promise<Result<Action, NotReached | 'changed-meanwhile'>> =>
      may(asker, 'take part in steering', async (tx): Promise<Result<Action, NotReached | 'changed-meanwhile'>> => {
        const before = await action(tx, id);
        if (!before) return refuse('not-found');
        const owner = (await allMembers(tx)).find((member) => member.id === before.owner);
        if (!mayAtAll(asker, 'keep steering') && owner?.account !== asker.id) return refuse('not-yours');
        const after = { ...before, doneOn: done ? todayOf(asker, now()) : null, cameOfIt, rowVersion: version };
        if (!(await store.saveAction(tx, after))) return refuse('changed-meanwhile');
        const type = done ? 'action-done' : 'action-reopened';
        await tell(tx, { type, kind: 'action', id, by: byOf(asker), at: now() });
        if (done) await ideaDone(tx, after);
        return ok(after);
      }),
  };

  /** Nothing is said to be done while another action of the same decision is open. The new words are published only when somebody has read them. */
  async function ideaDone(tx: Tx, { decision, cameOfIt, meeting }: Action): Promise<void> {
    const decided = decision ? await store.findDecision(tx, decision) : undefined;
    const idea = decided?.about?.kind === 'idea' ? await findIdea(tx, decided.about.id) : undefined;
    if (!idea || idea.takenBackAt || idea.stage !== 'planned') return;
    const others = (await store.actionsOf(tx, meeting)).filter((each) => each.decision === decision && each.doneOn === null);
    if (others.length || !cameOfIt) return;
    const after = { ...idea, stage: 'done' as const, answer: cameOfIt, answeredAt: now(), publishedAt: null };
    await saveIdea(tx, after);
    await tell(tx, { type: 'idea-sorted', kind: 'idea', id: idea.id, by: { kind: 'system' }, at: now(), data: { stage: 'done' } });
    await tellSuggester(tx, after, post, now());
  }
};

/** A refusal after something was written: thrown, so that the transaction takes it back. */
class Undo extends Error {
  why: AdoptRefusal | 'idea-gone';
  constructor(why: AdoptRefusal | 'idea-gone') {
    super(why);
    this.why = why;
  }
}
const undo = (why: AdoptRefusal | 'idea-gone'): never => {
  throw new Undo(why);
};
const undone = (error: unknown): Result<never, AdoptRefusal | 'idea-gone'> => {
  if (error instanceof Undo) return refuse(error.why);
  throw error;
};
