import { isRestricted } from '../../directory/index.ts';
import { accountsById, type Asker, type Colleague, reach, teamMembers } from '../../identity/index.ts';
import { peopleById, type Person } from '../../people/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { caseloadFigures, caseloadRows, type CaseloadRow, type Figures, pageSize, type Sort, type Whose } from '../store/caseload.ts';
import { looseTasksOf } from '../store/tasks.ts';
import type { Task } from '../task.ts';
import { type Ports, todayFor } from './needs.ts';

/** `who` is a colleague of the asker's team, or everybody in it; it counts only for those whose reach is the team. */
export type CaseloadAsked = { stage: 'open' | 'closed'; sort: Sort; page: number; who: string | 'team' | undefined };
export type CaseloadSeen = {
  rows: CaseloadRow[];
  more: boolean;
  figures: Figures;
  today: CalendarDay;
  colleagues: readonly Colleague[];
  who: string;
  names: ReadonlyMap<string, Colleague>;
  loose: readonly { task: Task; person: Person }[];
};

export const caseloadUse = ({ db, now }: Ports) => ({
  caseload: (asker: Asker, { stage, sort, page, who }: CaseloadAsked): Promise<CaseloadSeen> =>
    db.inProgramme(asker.programme.id, async (tx) => {
      const today = todayFor(asker, now());
      const colleagues = reach(asker, 'see caseload') === 'team' && asker.team ? await teamMembers(tx, asker.team) : [];
      const whose = whoseOf(asker, colleagues, who);
      const found = await caseloadRows(tx, { whose, stage, sort, page });
      const rows = found.slice(0, pageSize).map((row) => ({ ...row, needs: row.needs.filter((need) => !isRestricted(need)) }));
      const mine = 'linkWorker' in whose && whose.linkWorker === asker.id && stage === 'open' && page === 1;
      const loose = mine ? await looseTasksOf(tx, asker.id, 20) : [];
      const people = await peopleById(
        tx,
        loose.map(({ person }) => person),
      );
      return {
        rows,
        more: found.length > pageSize,
        figures: await caseloadFigures(tx, whose, today),
        today,
        colleagues,
        who: 'team' in whose ? 'team' : whose.linkWorker,
        names:
          'team' in whose
            ? await accountsById(
                tx,
                rows.map(({ linkWorker }) => linkWorker),
              )
            : new Map<string, Colleague>(),
        loose: loose.map((task) => ({ task, person: people.get(task.person)! })),
      };
    }),
});

/** A lead starts with the whole team unless they support people themselves. */
function whoseOf(asker: Asker, colleagues: readonly Colleague[], who: string | undefined): Whose {
  if (!colleagues.length || !asker.team) return { linkWorker: asker.id };
  if (colleagues.some(({ id }) => id === who)) return { linkWorker: who! };
  return who === undefined && asker.roles.includes('link-worker') ? { linkWorker: asker.id } : { team: asker.team };
}
