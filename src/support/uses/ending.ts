import { randomUUID } from 'node:crypto';
import { accountsById, type Asker } from '../../identity/index.ts';
import type { Person } from '../../people/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type EndingContent, type EndingPlan, type EndingRefusal, inOrder, refusalOf } from '../ending.ts';
import { endingOf, saveEnding } from '../store/endings.ts';
import { supportsOf } from '../store/supports.ts';
import { currentOf, type Support } from '../support.ts';
import type { Task, TaskKind } from '../task.ts';
import { aboutPerson, byOf, type NotReached, type Ports, todayFor } from './needs.ts';
import { changeTasks } from './tasks.ts';

export type EndingSeen = { person: Person; support: Support; ending: EndingPlan | undefined; worker: string };

/** Planning an ending together: its days become tasks, so that none of them is forgotten. */
export const endingUses = ({ db, now }: Ports) => ({
  seeEnding: (asker: Asker, person: string): Promise<Result<EndingSeen, NotReached | 'not-open'>> =>
    aboutPerson(db, asker, 'support person', person, async (tx, found): Promise<Result<EndingSeen, 'not-open'>> => {
      const support = currentOf(await supportsOf(tx, person));
      if (support?.stage.name !== 'open') return refuse('not-open');
      const worker = (await accountsById(tx, [support.linkWorker])).get(support.linkWorker)?.name ?? asker.name;
      return ok({ person: found, support, ending: await endingOf(tx, support.id), worker });
    }),

  /** Saves over the version that was read (0 when there was none); `stale` brings what somebody else saved meanwhile. */
  planEnding: (
    asker: Asker,
    person: string,
    typed: EndingContent,
    version: number,
  ): Promise<Result<EndingPlan, NotReached | 'not-open' | EndingRefusal | { stale: EndingPlan }>> =>
    aboutPerson(
      db,
      asker,
      'support person',
      person,
      async (tx): Promise<Result<EndingPlan, 'not-open' | EndingRefusal | { stale: EndingPlan }>> => {
        const support = currentOf(await supportsOf(tx, person));
        if (support?.stage.name !== 'open') return refuse('not-open');
        const refusal = refusalOf(typed, todayFor(asker, now()));
        if (refusal) return refuse(refusal);
        const ending = { ...inOrder(typed), support: support.id, person, rowVersion: version + 1, savedAt: now(), savedBy: asker.id };
        if (!(await saveEnding(tx, ending, version))) return refuse({ stale: (await endingOf(tx, support.id))! });
        const { lastOn, checkIns } = ending;
        await recordEvents(tx, [
          {
            type: 'ending-planned',
            subject: { kind: 'support', id: support.id },
            person,
            by: byOf(asker),
            at: now(),
            data: { lastOn, checkIns: checkIns.length },
          },
        ]);
        const task = (kind: TaskKind, dueOn: CalendarDay): Task => ({
          ...{ id: randomUUID(), person, support: support.id, owner: support.linkWorker, kind, about: null },
          ...{ dueOn, note: '', addedAt: now(), done: null },
        });
        const added = [...checkIns.map((day) => task('taper-contact', day)), ...(lastOn ? [task('ending', lastOn)] : [])];
        await changeTasks(tx, support.id, { done: ['taper-contact', 'ending'], added }, byOf(asker), now());
        return ok(ending);
      },
    ),
});
