import { randomUUID } from 'node:crypto';
import { isRestricted } from '../../directory/index.ts';
import { accountsById, type Asker, type Colleague, reach, teamMembers } from '../../identity/index.ts';
import { peopleById, type Person } from '../../people/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { everybody, type Filters, type Sort } from '../caseload.ts';
import { caseloadFigures, caseloadRows, type CaseloadRow, type Figures, pageSize, placesOf, type Whose } from '../store/caseload.ts';
import { looseTasksOf } from '../store/tasks.ts';
import * as views from '../store/views.ts';
import type { Task } from '../task.ts';
import { coveredBy } from './absence.ts';
import { byOf, type Ports, todayFor } from './needs.ts';

/** `who` is a colleague of the asker's team, or everybody in it; it counts only for those whose reach is the team, or who cover. */
export type CaseloadAsked = {
  stage: 'open' | 'closed';
  sort: Sort;
  page: number;
  who: string | 'team' | undefined;
  filters?: Filters;
  /** A kept search for a name. */
  search?: string | undefined;
  /** Nothing was asked for: what they like to start with. */
  plain?: boolean;
};
/** Somebody whose people the asker looks after just now, with those of whom something is due. */
export type Covered = { account: string; name: string; until: CalendarDay; rows: readonly CaseloadRow[] };
export type CaseloadSeen = {
  rows: CaseloadRow[];
  more: boolean;
  sort: Sort;
  filters: Filters;
  name: string;
  figures: Figures;
  places: readonly string[];
  views: readonly views.Seen[];
  /** The view that is shown, when it is one. */
  view: views.Seen | undefined;
  covered: readonly Covered[];
  today: CalendarDay;
  colleagues: readonly Colleague[];
  who: string;
  names: ReadonlyMap<string, Colleague>;
  loose: readonly { task: Task; person: Person }[];
};
/** As many as a list to print or to take away holds. */
const mostAtOnce = 1000;
const forgetAfterDays = 30;

export const caseloadUse = ({ db, now }: Ports) => {
  async function ask(tx: Tx, asker: Asker, asked: CaseloadAsked) {
    const today = todayFor(asker, now());
    const colleagues = reach(asker, 'see caseload') === 'team' && asker.team ? await teamMembers(tx, asker.team) : [];
    const covering = await coveredBy(tx, asker.id, today);
    const whose = whoseOf(
      asker,
      colleagues,
      covering.some(({ account }) => account === asked.who),
      asked.who,
    );
    const kept = await views.viewsFor(tx, asker.id, asker.team);
    const view = asked.plain ? kept.find(({ isStart }) => isStart) : undefined;
    const { filters = everybody, sort } = view?.asked ?? asked;
    const name = asked.search && uuid.test(asked.search) ? ((await views.findSearch(tx, asked.search, asker.id)) ?? '') : '';
    return { today, colleagues, covering, whose, kept, view, filters, sort, name, now: now(), stage: asked.stage, page: asked.page };
  }

  return {
    caseload: (asker: Asker, asked: CaseloadAsked): Promise<CaseloadSeen> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const { today, colleagues, covering, kept, ...query } = await ask(tx, asker, asked);
        const { whose, filters, sort, name, view } = query;
        const found = await caseloadRows(tx, { ...query, today, size: pageSize });
        const rows = found.slice(0, pageSize).map(withoutRestricted);
        const mine = 'linkWorker' in whose && whose.linkWorker === asker.id && asked.stage === 'open' && asked.page === 1;
        const loose = mine ? await looseTasksOf(tx, asker.id, 20) : [];
        const people = loose.length
          ? await peopleById(
              tx,
              loose.map(({ person }) => person),
            )
          : new Map<string, Person>();
        const named = [...('team' in whose ? rows.map(({ linkWorker }) => linkWorker) : []), ...covering.map(({ account }) => account)];
        const names = named.length ? await accountsById(tx, named) : new Map<string, Colleague>();
        const covered = mine
          ? await Promise.all(
              covering.map(async ({ account, to }) => ({
                account,
                name: names.get(account)?.name ?? '',
                until: to,
                rows: (await caseloadRows(tx, { ...due, whose: { linkWorker: account }, today, now: now() })).map(withoutRestricted),
              })),
            )
          : [];
        return {
          rows,
          more: found.length > pageSize,
          sort,
          filters,
          name,
          figures: await caseloadFigures(tx, whose, today, asker.programme.settings.heldCountsPercent),
          places: asked.stage === 'open' ? await placesOf(tx, whose) : [],
          views: kept,
          view,
          covered,
          today,
          colleagues,
          who: 'team' in whose ? 'team' : whose.linkWorker,
          names,
          loose: loose.map((task) => ({ task, person: people.get(task.person)! })),
        };
      }),

    /** The whole list, to print or to take away; that it was taken away is on record. */
    wholeCaseload: (asker: Asker, asked: CaseloadAsked, how: 'print' | 'export') =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const query = await ask(tx, asker, { ...asked, page: 1 });
        const rows = (await caseloadRows(tx, { ...query, size: mostAtOnce })).slice(0, mostAtOnce).map(withoutRestricted);
        const names = await accountsById(
          tx,
          rows.map(({ linkWorker }) => linkWorker),
        );
        if (how === 'export')
          await recordEvents(tx, [
            {
              type: 'caseload-exported',
              subject: { kind: 'account', id: asker.id },
              by: byOf(asker),
              at: now(),
              data: { people: rows.length },
            },
          ]);
        return { rows, names, today: query.today };
      }),

    /** Keeps what was looked for, and answers its id: a name never stands in an address. */
    keepCaseloadSearch: (asker: Asker, words: string): Promise<string> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const id = randomUUID();
        await views.addSearch(tx, id, asker.id, words, now());
        return id;
      }),

    saveView: (
      asker: Asker,
      { name, shared, start, filters, sort }: { name: string; shared: boolean; start: boolean; filters: Filters; sort: Sort },
    ): Promise<void> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const id = randomUUID();
        await views.saveView(tx, { id, name, owner: asker.id, shared, asked: { filters, sort } }, shared ? asker.team : null, now());
        if (start) await views.startWith(tx, asker.id, id);
      }),

    /** One's own only; one of the team's can be left aside. */
    removeView: (asker: Asker, id: string): Promise<Result<'removed', 'not-found'>> =>
      db.inProgramme(asker.programme.id, async (tx) =>
        uuid.test(id) && (await views.removeView(tx, id, asker.id)) ? ok('removed') : refuse('not-found'),
      ),

    /** Which view one starts with; `null` for everybody. */
    startWithView: (asker: Asker, id: string | null): Promise<Result<'saved', 'not-found'>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        if (id !== null && !(await views.viewsFor(tx, asker.id, asker.team)).some((view) => view.id === id)) return refuse('not-found');
        await views.startWith(tx, asker.id, id);
        return ok('saved');
      }),

    forgetCaseloadSearches: (programme: string): Promise<void> =>
      db.inProgramme(programme, (tx) => views.removeSearchesBefore(tx, new Date(now().getTime() - forgetAfterDays * 86_400_000))),
  };
};

/** Of those who are covered: what is due, the most pressing first. */
const due = {
  stage: 'open',
  sort: 'pressing',
  filters: { ...everybody, when: 'today' },
  name: '',
  page: 1,
  size: 25,
} as const;

const withoutRestricted = (row: CaseloadRow): CaseloadRow => ({ ...row, needs: row.needs.filter((need) => !isRestricted(need)) });

/** A lead starts with the whole team unless they support people themselves. */
function whoseOf(asker: Asker, colleagues: readonly Colleague[], covers: boolean, who: string | undefined): Whose {
  if (covers) return { linkWorker: who! };
  if (!colleagues.length || !asker.team) return { linkWorker: asker.id };
  if (colleagues.some(({ id }) => id === who)) return { linkWorker: who! };
  return who === undefined && asker.roles.includes('link-worker') ? { linkWorker: asker.id } : { team: asker.team };
}
