import type { CalendarDay } from '../../platform/calendar.ts';

export const registers = ['plan', 'barriers', 'training', 'risks', 'commitments'] as const;
export type Register = (typeof registers)[number];

/** What a line of a register may say besides what it is about, in the order in which it is asked. */
export type Field = 'sort' | 'likelihood' | 'impact' | 'how' | 'owner' | 'on' | 'due' | 'evidence';

export const sorts = [
  'prepare',
  'brief',
  'begin',
  'settle',
  'induction',
  'briefing',
  'safety',
  'systems',
  'sponsor',
  'policy',
  'budget',
  'posts',
  'other',
] as const;
export type Sort = (typeof sorts)[number];
export const stages = [
  'to-do',
  'doing',
  'done',
  'open',
  'overcome',
  'lived-with',
  'booked',
  'watched',
  'over',
  'promised',
  'kept',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];
export const weights = [1, 2, 3] as const;
export type Weight = (typeof weights)[number];

type Shape = {
  sorts: readonly Sort[];
  /** The first is where a line begins. */
  stages: readonly [Stage, ...Stage[]];
  /** At these nothing is due any more. */
  over: readonly Stage[];
  asks: readonly Field[];
  needs: readonly Field[];
};

/** The registers of a site, all of one form: what each asks, and when a line of it is over. */
export const shapes: Record<Register, Shape> = {
  plan: {
    sorts: ['prepare', 'brief', 'begin', 'settle'],
    stages: ['to-do', 'doing', 'done'],
    over: ['done'],
    asks: ['sort', 'owner', 'due', 'evidence'],
    needs: ['sort'],
  },
  barriers: {
    sorts: [],
    stages: ['open', 'doing', 'overcome', 'lived-with'],
    over: ['overcome', 'lived-with'],
    asks: ['how', 'owner', 'due'],
    needs: [],
  },
  // A training that runs out is late whatever its stage.
  training: {
    sorts: ['induction', 'briefing', 'safety', 'systems', 'other'],
    stages: ['done', 'booked'],
    over: [],
    asks: ['owner', 'sort', 'on', 'due'],
    needs: ['owner', 'sort', 'on'],
  },
  risks: {
    sorts: [],
    stages: ['open', 'watched', 'over'],
    over: ['over'],
    asks: ['likelihood', 'impact', 'how', 'owner', 'due'],
    needs: ['likelihood', 'impact'],
  },
  commitments: {
    sorts: ['sponsor', 'policy', 'budget', 'posts', 'other'],
    stages: ['promised', 'kept', 'withdrawn'],
    over: ['kept', 'withdrawn'],
    asks: ['sort', 'owner', 'on', 'due', 'evidence'],
    needs: ['sort', 'owner'],
  },
};

export type Entry = {
  id: string;
  site: string;
  register: Register;
  what: string;
  sort: Sort | null;
  stage: Stage;
  /** An account's name, or anybody else's. */
  owner: string;
  how: string;
  evidence: string;
  likelihood: Weight | null;
  impact: Weight | null;
  on: CalendarDay | null;
  due: CalendarDay | null;
  /** The question or template step that it came from; '' when somebody wrote it. */
  madeFrom: string;
  removedAt: Date | null;
  rowVersion: number;
};
export type EntryDetails = Omit<Entry, 'id' | 'site' | 'register' | 'madeFrom' | 'removedAt' | 'rowVersion'>;

export const emptyEntry = (register: Register): EntryDetails => ({
  what: '',
  sort: null,
  stage: shapes[register].stages[0],
  owner: '',
  how: '',
  evidence: '',
  likelihood: null,
  impact: null,
  on: null,
  due: null,
});

export const isOver = ({ register, stage }: Pick<Entry, 'register' | 'stage'>): boolean => shapes[register].over.includes(stage);
export const isLate = (entry: Pick<Entry, 'register' | 'stage' | 'due'>, today: CalendarDay): boolean =>
  !isOver(entry) && entry.due !== null && entry.due < today;

/** How much a risk weighs, by what is likely and how bad it would be. The bounds are ours. */
export function weightOf({ likelihood, impact }: Pick<Entry, 'likelihood' | 'impact'>): 'low' | 'medium' | 'high' {
  const score = (likelihood ?? 1) * (impact ?? 1);
  return score >= 6 ? 'high' : score >= 3 ? 'medium' : 'low';
}

/** What is late first, then what is due soonest; what is over last. Of risks the heaviest first. */
export function inOrder<E extends Entry>(entries: readonly E[], today: CalendarDay): E[] {
  const rank = (entry: E) => (isOver(entry) ? 2 : isLate(entry, today) ? 0 : 1);
  const weight = (entry: E) => -(entry.likelihood ?? 0) * (entry.impact ?? 0);
  return entries.toSorted((a, b) => rank(a) - rank(b) || weight(a) - weight(b) || (a.due ?? '9999').localeCompare(b.due ?? '9999'));
}

export type Progress = { done: number; all: number; late: number };
export const progressOf = (entries: readonly Entry[], today: CalendarDay): Progress => ({
  done: entries.filter(isOver).length,
  all: entries.length,
  late: entries.filter((entry) => isLate(entry, today)).length,
});

/** Kinds of training that everybody who works at a site of this kind should have. Ours: a programme may ask for more. */
const expectedTraining = { practice: ['briefing'], team: ['induction', 'safety'] } as const satisfies Record<string, readonly Sort[]>;

export type Gap = { who: string; sort: Sort };

/** Who of these names has no training of a kind that is expected, or one that has run out. */
export function trainingGaps(kind: 'practice' | 'team', staff: readonly string[], training: readonly Entry[], today: CalendarDay): Gap[] {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const has = (who: string, sort: Sort) =>
    training.some((each) => each.sort === sort && each.stage === 'done' && same(each.owner, who) && !isLate(each, today));
  return staff.flatMap((who) => expectedTraining[kind].filter((sort) => !has(who, sort)).map((sort) => ({ who, sort })));
}
