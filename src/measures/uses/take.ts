import { randomUUID } from 'node:crypto';
import type { Asker } from '../../identity/index.ts';
import type { Person } from '../../people/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type AskedGoal, goalsToAsk } from '../goals.ts';
import { type Item, itemsFor, type Mode, type Point, type Scale, scalesFor } from '../instrument.ts';
import { canBeAsked } from '../licence.ts';
import * as core from '../measure.ts';
import { dueOf } from '../schedule.ts';
import { alarmsIn, type Answers, type ByHandRefusal, impossibleAnswers, scoreByHand, unanswered } from '../score.ts';
import * as store from '../store/measures.ts';
import { keptSchedule } from '../store/schedule.ts';
import { aboutPerson, byOf, measureEvent, type NotReached, type Ports, type Supported, todayFor, toldBy } from './needs.ts';
import { offered, type Registered, registryOf } from './registry.ts';

/** What is known before somebody is asked. */
export type BeforeAsking = {
  person: Person;
  registered: Registered;
  goals: readonly AskedGoal[];
  items: readonly Item[];
  scales: readonly Scale[];
  /** Its questions are not here: only a score that was worked out elsewhere can be typed in. */
  byHand: boolean;
  point: Point;
  others: readonly core.Measure[];
  support: Supported['support'];
};

export type How = {
  point: Point;
  mode: Mode;
  language: string;
  interpreter: boolean;
  proxy: boolean;
  takenOn: CalendarDay;
  again: boolean;
};
export type Taking = How & { answers: Answers; byHand: boolean; keepPart: boolean };
export type TakeRefusal =
  | NotReached
  | 'has-died'
  | 'no-goals'
  | core.BeginRefusal
  | { missing: readonly string[] }
  | { impossible: readonly string[] }
  | { byHand: ByHandRefusal };

export async function beforeAsking(tx: Tx, ports: Ports, asker: Asker, person: Person, id: string): Promise<BeforeAsking | undefined> {
  const today = todayFor(asker, ports.now());
  const registry = await registryOf(tx, today);
  const registered = offered(registry).find(({ instrument }) => instrument.id === id);
  if (!registered) return undefined;
  const { instrument } = registered;
  const taken = await store.measuresOf(tx, person.id);
  const others = taken.filter((one) => one.instrument === id);
  const supported = await ports.support.of(tx, person.id);
  const goals = instrument.ownGoals
    ? goalsToAsk(
        supported.goals,
        others.map((one) => one.goals),
      )
    : [];
  const items = itemsFor(instrument, goals);
  const { schedule } = await keptSchedule(tx);
  const { timeZone } = asker.programme.settings;
  const instruments = [instrument];
  const due = dueOf({ schedule, instruments, taken, support: supported.support, bornOn: person.dateOfBirth, today, timeZone });
  const here = others.some(
    (one) => one.support === (supported.support?.id ?? null) && one.point === 'baseline' && one.state === 'complete',
  );
  return {
    person,
    registered,
    goals,
    items,
    scales: scalesFor(instrument, items),
    byHand: !canBeAsked(instrument),
    point: [...due.now, ...due.room][0]?.point ?? (here ? 'review' : 'baseline'),
    others,
    support: supported.support,
  };
}

/** A measure that nobody has answered yet. */
export function newMeasure(asker: Asker, before: BeforeAsking, how: How, at: Date): core.Measure {
  return {
    id: randomUUID(),
    person: before.person.id,
    support: before.support?.id ?? null,
    instrument: before.registered.instrument.id,
    version: before.registered.instrument.version,
    language: how.language,
    mode: how.mode,
    interpreter: how.interpreter,
    proxy: how.proxy,
    point: how.point,
    state: 'begun',
    takenOn: how.takenOn,
    askedBy: asker.id,
    addedAt: at,
    endedAt: null,
    answers: {},
    goals: before.goals,
    scores: [],
    unscored: [],
    whyNot: null,
    note: '',
    alarmed: false,
    rowVersion: 1,
  };
}

export function refusedBecause(
  before: BeforeAsking,
  how: How,
  today: CalendarDay,
): 'has-died' | 'no-goals' | core.BeginRefusal | undefined {
  const { person, registered, others } = before;
  if (person.died) return 'has-died';
  if (registered.instrument.ownGoals && before.goals.length === 0) return 'no-goals';
  const may = core.mayAsk(registered.instrument, { ...how, today, bornOn: person.dateOfBirth, others });
  return may.ok ? undefined : may.error;
}

export const takeUses = (ports: Ports) => {
  const { db, now } = ports;

  /** What was sent for the person to answer by themselves is taken back, so that nobody is asked the same twice. */
  const takeBackSent = async (tx: Tx, asker: Asker, others: readonly core.Measure[]) => {
    for (const other of others.filter(core.isOpen)) {
      const back = core.withdraw(other, now());
      if (back.ok && (await store.saveMeasure(tx, back.value)))
        await recordEvents(tx, [measureEvent('measure-withdrawn', other, byOf(asker), now())]);
    }
  };

  return {
    beforeAsking: (asker: Asker, person: string, instrument: string): Promise<Result<BeforeAsking, NotReached>> =>
      aboutPerson(db, asker, person, async (tx, found): Promise<Result<BeforeAsking, 'not-found'>> => {
        const before = await beforeAsking(tx, ports, asker, found, instrument);
        return before ? ok(before) : refuse('not-found');
      }),

    /** Saves answers that a worker took down, or a score that was worked out elsewhere. */
    takeMeasure: (asker: Asker, person: string, instrument: string, taking: Taking): Promise<Result<core.Measure, TakeRefusal>> =>
      aboutPerson(db, asker, person, async (tx, found): Promise<Result<core.Measure, TakeRefusal>> => {
        const before = await beforeAsking(tx, ports, asker, found, instrument);
        if (!before) return refuse('not-found');
        const refused = refusedBecause(before, taking, todayFor(asker, now()));
        if (refused) return refuse(refused);
        const ended = endedWith(newMeasure(asker, before, taking, now()), before, taking, now());
        if (!ended.ok) return ended;
        const rung = alarmsIn(before.registered.instrument.alarms, taking.answers);
        const measure = { ...ended.value, alarmed: rung.length > 0 };
        await takeBackSent(tx, asker, before.others);
        await store.addMeasures(tx, [measure]);
        await recordEvents(tx, [
          measureEvent(measure.state === 'part' ? 'measure-half-answered' : 'measure-completed', measure, byOf(asker), now()),
        ]);
        if (rung.length) {
          const team = before.support?.team ?? null;
          await ports.support.raiseRisk(tx, {
            person,
            team,
            measure: measure.id,
            ...toldBy(rung, taking.language),
            by: byOf(asker),
            at: now(),
          });
        }
        return ok(measure);
      }),

    /** They said no, which is an answer, or could not be asked, with the reason. */
    declineMeasure: (
      asker: Asker,
      person: string,
      instrument: string,
      declined: { point: Point; whyNot: core.WhyNot; note: string },
    ): Promise<Result<core.Measure, NotReached>> =>
      aboutPerson(db, asker, person, async (tx, found): Promise<Result<core.Measure, 'not-found'>> => {
        const before = await beforeAsking(tx, ports, asker, found, instrument);
        if (!before) return refuse('not-found');
        const today = todayFor(asker, now());
        const language = before.registered.instrument.languages[0]!;
        const how: How = {
          point: declined.point,
          mode: 'together',
          language,
          interpreter: false,
          proxy: false,
          takenOn: today,
          again: true,
        };
        const measure = core.decline(newMeasure(asker, before, how, now()), declined.whyNot, declined.note, now(), today);
        await takeBackSent(tx, asker, before.others);
        await store.addMeasures(tx, [measure]);
        await recordEvents(tx, [measureEvent('measure-declined', measure, byOf(asker), now(), { why: declined.whyNot })]);
        return ok(measure);
      }),

    /** Says that a measure was a mistake. It stays readable, and counts for nothing. */
    strikeMeasure: (
      asker: Asker,
      person: string,
      id: string,
      { version, note }: { version: number; note: string },
    ): Promise<Result<core.Measure, NotReached | 'not-ended' | 'stale'>> =>
      aboutPerson(db, asker, person, async (tx): Promise<Result<core.Measure, 'not-found' | 'not-ended' | 'stale'>> => {
        const measure = uuid.test(id) ? await store.findMeasure(tx, id) : undefined;
        if (!measure || measure.person !== person) return refuse('not-found');
        if (measure.rowVersion !== version) return refuse('stale');
        const struck = core.strike(measure, note, now());
        if (!struck.ok) return struck;
        if (!(await store.saveMeasure(tx, struck.value))) return refuse('stale');
        await recordEvents(tx, [measureEvent('measure-struck', measure, byOf(asker), now())]);
        return struck;
      }),
  };
};

function endedWith(measure: core.Measure, before: BeforeAsking, taking: Taking, at: Date): Result<core.Measure, TakeRefusal> {
  const { items, scales } = before;
  if (taking.byHand || before.byHand) {
    const scored = scoreByHand(scales, taking.answers);
    if (!scored.ok) return refuse({ byHand: scored.error });
    if (scored.value.length === 0) return refuse({ missing: scales.map(({ id }) => id) });
    return ok({ ...measure, state: 'complete', scores: scored.value, endedAt: at });
  }
  const impossible = impossibleAnswers(items, taking.answers);
  if (impossible.length) return refuse({ impossible });
  const missing = unanswered(items, taking.answers);
  if (missing.length === items.length || (missing.length && !taking.keepPart)) return refuse({ missing });
  return ok(core.endWith(measure, items, scales, taking.answers, at, taking.takenOn));
}
