import type { Asker } from '../../identity/index.ts';
import { personWithin, type Person } from '../../people/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import type { By, EventData, NewEvent } from '../../platform/events.ts';
import { refuse, type Result } from '../../platform/result.ts';
import { type Alarm, textIn } from '../instrument.ts';
import type { Measure } from '../measure.ts';

/** What measures need of others; compose.ts passes them in. */
export type Ports = {
  db: Database;
  now: () => Date;
  post: {
    queue(tx: Tx, message: { template: string; about: string; person?: string; to: { person: string }; at: Date }): Promise<unknown>;
  };
  support: {
    /** When their support was, whose it is, and the goals of their plan. */
    of(tx: Tx, person: string): Promise<Supported>;
    /** Somebody must act today on an answer that tells of danger. */
    raiseRisk(tx: Tx, risk: RiskTold): Promise<unknown>;
    /** The link worker is told that answers have come. */
    answersCame(tx: Tx, answered: { person: string; measure: string; askedBy: string; on: CalendarDay; at: Date }): Promise<unknown>;
  };
};

export type RiskTold = {
  person: string;
  team: string | null;
  measure: string;
  /** What the answers tell of, in the words of the instrument's own alarms. */
  worries: ('self-harm' | 'other')[];
  words: string;
  by: By;
  at: Date;
};

export type Supported = {
  support: { id: string; startedAt: Date; closedAt: Date | null; linkWorker: string; team: string } | undefined;
  goals: readonly string[];
};

export type NotReached = 'not-found' | 'not-yours';

export const byOf = (asker: Asker): By => ({ kind: 'account', id: asker.id });
export const todayFor = ({ programme }: Pick<Asker, 'programme'>, now: Date): CalendarDay => dayIn(programme.settings.timeZone, now);

/** Does something about the measures of a person whom the asker's team knows, in one transaction. */
export function aboutPerson<T, E>(
  db: Database,
  asker: Asker,
  person: string,
  work: (tx: Tx, person: Person) => Promise<Result<T, E>>,
): Promise<Result<T, E | NotReached>> {
  if (!uuid.test(person)) return Promise.resolve(refuse('not-found'));
  return db.inProgramme(asker.programme.id, async (tx): Promise<Result<T, E | NotReached>> => {
    const found = await personWithin(tx, asker, 'measure', person);
    return found.ok ? work(tx, found.value) : found;
  });
}

/** Which instrument, when in the support and how: never an answer or a score. */
export const measureEvent = (type: string, measure: Measure, by: By, at: Date, more: EventData = {}): NewEvent => ({
  type,
  subject: { kind: 'measure', id: measure.id },
  person: measure.person,
  by,
  at,
  data: { instrument: measure.instrument, point: measure.point, mode: measure.mode, ...more },
});

/** What the answers that rang these alarms tell of, for whoever is told. */
export const toldBy = (alarms: readonly Alarm[], language: string): Pick<RiskTold, 'worries' | 'words'> => ({
  worries: [...new Set(alarms.map(({ selfHarm }) => (selfHarm ? 'self-harm' : 'other')))],
  words: alarms.map(({ tells }) => textIn(tells, language)).join('; '),
});
