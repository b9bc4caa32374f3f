import { randomUUID } from 'node:crypto';
import { type Asker, may, reach, type Staff, staffOf } from '../../identity/index.ts';
import { letTeamsSee, type Person, peopleById, personWithin } from '../../people/index.ts';
import { addDays } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as core from '../handover.ts';
import { awayOn } from '../store/absences.ts';
import * as store from '../store/handovers.ts';
import { type Load, loadsOf } from '../store/weights.ts';
import { supportsOf } from '../store/supports.ts';
import { currentOf } from '../support.ts';
import type { Task } from '../task.ts';
import { byOf, type Post, type Ports, todayFor } from './needs.ts';
import { finishTasks, putTasks, settle } from './tasks.ts';
import { watchWorkers } from './watch-caseloads.ts';
import { weighCaseload } from './weighing.ts';

export type Candidate = Staff & { away: boolean; load: Load };
export type ToHand = store.ToHand & { who: Person };
export type BeforeHandover = {
  worker: Staff;
  people: readonly ToHand[];
  /** What they still have to do about people whose support has ended. */
  loose: number;
  candidates: readonly Candidate[];
  /** What can still be taken back. */
  untold: readonly { handover: core.Handover; who: Person }[];
  line: number;
  /** Whether the asker may say so all the same, of somebody who is away or of another team. */
  lead: boolean;
};
export type Move = { person: string; to: string; note: string };
export type Moves = { moves: readonly Move[]; loose: string | null; agreed: boolean };
export type HandOverRefusal =
  'not-found' | 'changed-meanwhile' | { person: string; why: core.HandoverRefusal } | { loose: core.HandoverRefusal };

/** Everything that has to do with one worker's people going to another. */
export const handoverUses = (ports: Ports) => {
  const { db, now, post } = ports;
  const inProgramme = <T>(asker: Asker, work: (tx: Tx) => Promise<T>) => db.inProgramme(asker.programme.id, work);
  const isLead = (asker: Asker) => reach(asker, 'hand over') !== 'own';

  async function before(tx: Tx, asker: Asker, account: string, person?: string): Promise<BeforeHandover | undefined> {
    const staff = await staffOf(tx, [account]);
    const worker = staff.find(({ id }) => id === account);
    if (!worker) return undefined;
    const { safeCaseload: line, heldCountsPercent } = asker.programme.settings;
    const all = await store.peopleOfWorker(tx, account, heldCountsPercent, person);
    const theirs = all.filter(({ team }) => may(asker, 'hand over', { by: account, team }));
    if (!theirs.length && !may(asker, 'hand over', { by: account, team: worker.team })) return undefined;
    const away = new Set((await awayOn(tx, todayFor(asker, now()))).map((absence) => absence.account));
    const mayTake = staff.filter(
      ({ id, active, roles, team }) => id !== account && active && roles.includes('link-worker') && (isLead(asker) || team === asker.team),
    );
    const loads = await loadsOf(tx, [account, ...mayTake.map(({ id }) => id)], heldCountsPercent);
    const untold = (await store.untoldFrom(tx, account)).filter(({ fromTeam }) => may(asker, 'hand over', { by: account, team: fromTeam }));
    const people = await peopleById(
      tx,
      [...theirs, ...untold].map((each) => each.person),
    );
    return {
      worker,
      people: theirs.map((each) => ({ ...each, who: people.get(each.person)! })),
      loose: await store.countLooseTasks(tx, account),
      candidates: mayTake.map((each) => ({ ...each, away: away.has(each.id), load: loads.get(each.id)! })),
      untold: untold.map((handover) => ({ handover, who: people.get(handover.person)! })),
      line,
      lead: isLead(asker),
    };
  }

  async function move(tx: Tx, asker: Asker, from: string, one: ToHand, to: Staff, note: string): Promise<core.Handover | undefined> {
    const at = now();
    const team = to.team ?? one.team;
    if (!(await store.giveSupport(tx, one.support, from, { worker: to.id, team }))) return undefined;
    const tasks = await store.giveTasks(tx, one.support, from, to.id);
    const which = { person: one.person, from, to: to.id };
    const handover: core.Handover = {
      id: randomUUID(),
      person: one.person,
      support: one.support,
      from,
      to: to.id,
      fromTeam: one.team,
      note,
      moved: {
        tasks,
        connections: await ports.moves.connections(tx, which),
        appointments: await ports.moves.appointments(tx, which),
      },
      by: asker.id,
      at,
      tellAt: new Date(at.getTime() + core.tellAfterMinutes * 60_000),
      toldAt: null,
      undoneAt: null,
    };
    if (team !== one.team) await letTeamsSee(tx, [{ person: one.person, team }]);
    await store.addHandover(tx, handover);
    await recordEvents(tx, [
      {
        type: 'support-handed-over',
        subject: { kind: 'support', id: one.support },
        person: one.person,
        by: byOf(asker),
        at,
        data: { handover: handover.id, from, linkWorker: to.id, tasks: tasks.length },
      },
    ]);
    await putTasks(
      tx,
      [helloOf(handover, addDays(todayFor(asker, at), asker.programme.settings.firstAttemptWithinDays), at)],
      byOf(asker),
      at,
    );
    await settle(tx, one.support, byOf(asker), at);
    return handover;
  }

  return {
    beforeHandover: async (asker: Asker, account: string): Promise<Result<BeforeHandover, 'not-found'>> => {
      const found = uuid.test(account) ? await inProgramme(asker, (tx) => before(tx, asker, account)) : undefined;
      return found ? ok(found) : refuse('not-found');
    },

    /** One person's, from their own page. */
    beforeHandoverOf: (asker: Asker, person: string): Promise<Result<BeforeHandover, 'not-found'>> =>
      inProgramme(asker, async (tx): Promise<Result<BeforeHandover, 'not-found'>> => {
        if (!uuid.test(person) || !(await personWithin(tx, asker, 'see person', person)).ok) return refuse('not-found');
        const worker = await workerOf(tx, person);
        const found = worker ? await before(tx, asker, worker, person) : undefined;
        return found?.people.length ? ok(found) : refuse('not-found');
      }),

    /** All of them, or none: in one transaction. The people hear of it within the hour, in the way that is safe for them. */
    handOver: (asker: Asker, account: string, { moves, loose, agreed }: Moves): Promise<Result<number, HandOverRefusal>> =>
      db.inProgramme(asker.programme.id, async (tx): Promise<Result<number, HandOverRefusal>> => {
        const seen = uuid.test(account) ? await before(tx, asker, account) : undefined;
        if (!seen) return refuse('not-found');
        const taking = (id: string, team: string) => {
          const to = seen.candidates.find((each) => each.id === id);
          const asked = to
            ? { ...to, supports: true }
            : { id, team: null, supports: false, active: id === account, away: false, joined: true };
          return core.mayTake({ from: account, team }, asked, { lead: seen.lead, agreed });
        };
        for (const { person, to } of moves) {
          const one = seen.people.find((each) => each.person === person);
          if (!one) return refuse('changed-meanwhile');
          const allowed = taking(to, one.team);
          if (!allowed.ok) return refuse({ person, why: allowed.error });
        }
        const looseTo = loose && taking(loose, seen.worker.team ?? asker.team ?? '');
        if (looseTo && !looseTo.ok) return refuse({ loose: looseTo.error });

        const done: core.Handover[] = [];
        for (const { person, to, note } of moves) {
          const one = seen.people.find((each) => each.person === person)!;
          const moved = await move(
            tx,
            asker,
            account,
            one,
            seen.candidates.find(({ id }) => id === to)!,
            note,
          );
          // Somebody else was quicker, after what was read above: nothing of it may stay.
          if (!moved) throw new Error('A support changed hands while it was handed over.');
          done.push(moved);
        }
        if (loose) await store.giveLooseTasks(tx, account, loose);
        await tellWorkers(tx, post, done, now());
        await weighAll(tx, asker, seen, done);
        return ok(done.length);
      }),

    /** Until the person was told, as if nothing had been. */
    undoHandover: (asker: Asker, id: string): Promise<Result<core.Handover, 'not-found' | 'told' | 'undone'>> =>
      inProgramme(asker, async (tx): Promise<Result<core.Handover, 'not-found' | 'told' | 'undone'>> => {
        const handover = uuid.test(id) ? await store.holdHandover(tx, id) : undefined;
        if (!handover || !may(asker, 'hand over', { by: handover.from, team: handover.fromTeam })) return refuse('not-found');
        const undone = core.undo(handover, now());
        if (!undone.ok) return undone;
        const { person, support, from, to, fromTeam, moved } = handover;
        if (!(await store.giveSupport(tx, support, to, { worker: from, team: fromTeam }))) return refuse('undone');
        await store.saveHandover(tx, undone.value);
        await store.giveTasks(tx, support, to, from);
        const back = { person, from: to, to: from };
        await ports.moves.connections(tx, { ...back, only: moved.connections });
        await ports.moves.appointments(tx, { ...back, only: moved.appointments });
        await finishTasks(tx, { about: id, kind: 'first-hello' }, byOf(asker), now());
        await settle(tx, support, byOf(asker), now());
        await recordEvents(tx, [
          {
            type: 'handover-undone',
            subject: { kind: 'support', id: support },
            person,
            by: byOf(asker),
            at: now(),
            data: { handover: id, linkWorker: from },
          },
        ]);
        for (const linkWorker of [from, to]) await weighCaseload(tx, { linkWorker, team: fromTeam }, byOf(asker), now());
        await watchWorkers(tx, now(), { only: [from] });
        return ok(undone.value);
      }),

    /** For the clock: people hear of their new worker once nothing can be taken back any more. */
    tellOfHandovers: async (programme: string): Promise<number> => {
      let told = 0;
      for (let some = -1; some !== 0; told += some) some = await db.inProgramme(programme, (tx) => tellSome(tx, post, now()));
      return told;
    },
  };

  async function weighAll(tx: Tx, asker: Asker, seen: BeforeHandover, done: readonly core.Handover[]): Promise<void> {
    const teamOf = (id: string) => seen.candidates.find((each) => each.id === id)?.team ?? seen.worker.team ?? asker.team;
    for (const linkWorker of new Set([seen.worker.id, ...done.map(({ to }) => to)])) {
      const team = teamOf(linkWorker);
      if (team) await weighCaseload(tx, { linkWorker, team }, byOf(asker), now());
    }
    await watchWorkers(tx, now(), { only: [seen.worker.id, ...done.map(({ to }) => to)] });
  }
};

async function workerOf(tx: Tx, person: string): Promise<string | undefined> {
  const support = currentOf(await supportsOf(tx, person));
  return support?.stage.name === 'open' ? support.linkWorker : undefined;
}

/** One letter to each, however many people it is; it names none of them. */
async function tellWorkers(tx: Tx, post: Post, done: readonly core.Handover[], at: Date): Promise<void> {
  for (const to of new Set(done.map((each) => each.to))) {
    const first = done.find((each) => each.to === to)!;
    if (first.by !== to) await post.queue(tx, { template: 'handed-over', about: first.id, to: { account: to }, at });
  }
}

async function tellSome(tx: Tx, post: Post, at: Date): Promise<number> {
  const due = await store.holdToTell(tx, at, 50);
  for (const handover of due) {
    await store.saveHandover(tx, { ...handover, toldAt: at });
    await post.queue(tx, {
      template: 'link-worker-changed',
      about: handover.id,
      person: handover.person,
      to: { person: handover.person },
      at,
    });
    await recordEvents(tx, [
      {
        type: 'handover-told',
        subject: { kind: 'handover', id: handover.id },
        person: handover.person,
        by: { kind: 'system' },
        at,
        data: { linkWorker: handover.to },
      },
    ]);
  }
  return due.length;
}

const helloOf = ({ id, person, support, to }: core.Handover, dueOn: string, at: Date): Task => ({
  id: randomUUID(),
  person,
  support,
  owner: to,
  kind: 'first-hello',
  about: { kind: 'handover', id },
  dueOn,
  note: '',
  addedAt: at,
  done: null,
});
