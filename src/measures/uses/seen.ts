import { accountsById, type Asker, type Colleague } from '../../identity/index.ts';
import type { Person } from '../../people/index.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { uuid } from '../../platform/database.ts';
import { type Instrument, itemsFor, type Item, type Scale, scalesFor } from '../instrument.ts';
import { isOpen, type Measure } from '../measure.ts';
import { type Pair, pairsOf } from '../pairs.ts';
import { type DueList, dueOf } from '../schedule.ts';
import * as store from '../store/measures.ts';
import { keptSchedule } from '../store/schedule.ts';
import { aboutPerson, type NotReached, type Ports, todayFor } from './needs.ts';
import { offered, type Registered, registryOf } from './registry.ts';

/** All of one instrument with one person: newest first, and how its scores have moved. */
export type History = {
  instrument: Instrument;
  scales: readonly Scale[];
  measures: readonly Measure[];
  pairs: readonly Pair[];
};
export type MeasuresSeen = {
  person: Person;
  due: DueList;
  /** What can be asked, whether or not it is due. */
  offered: readonly Registered[];
  open: readonly Measure[];
  histories: readonly History[];
  names: ReadonlyMap<string, Colleague>;
};
export type ResultSeen = {
  person: Person;
  measure: Measure;
  instrument: Instrument;
  items: readonly Item[];
  scales: readonly Scale[];
  pairs: readonly Pair[];
  by: Colleague | undefined;
};

/** The goals that were ever asked about, each once. */
const goalsIn = (measures: readonly Measure[]) => [
  ...new Map(measures.flatMap(({ goals }) => goals).map((goal) => [goal.id, goal])).values(),
];

export const seenUses = ({ db, now, support }: Ports) => ({
  seeMeasures: (asker: Asker, id: string): Promise<Result<MeasuresSeen, NotReached>> =>
    aboutPerson(db, asker, id, async (tx, person) => {
      const today = todayFor(asker, now());
      const registry = await registryOf(tx, today);
      const taken = await store.measuresOf(tx, id);
      const { schedule } = await keptSchedule(tx);
      const supported = await support.of(tx, id);
      const available = offered(registry).filter(({ instrument }) => !instrument.ownGoals || supported.goals.length > 0);
      const due = person.died
        ? { now: [], room: [], quiet: [] }
        : dueOf({
            schedule,
            instruments: available.map(({ instrument }) => instrument),
            taken,
            support: supported.support,
            bornOn: person.dateOfBirth,
            today,
            timeZone: asker.programme.settings.timeZone,
          });
      const ended = taken.filter((one) => !isOpen(one) && one.state !== 'withdrawn');
      const histories = [...new Set(ended.map(({ instrument }) => instrument))].flatMap((each): History[] => {
        const measures = ended.filter(({ instrument }) => instrument === each);
        const instrument = registry.at(each, measures[0]!.version);
        if (!instrument) return [];
        const scales = scalesFor(instrument, itemsFor(instrument, goalsIn(measures)));
        return [{ instrument, scales, measures, pairs: pairsOf(instrument, scales, measures) }];
      });
      const names = await accountsById(
        tx,
        taken.map(({ askedBy }) => askedBy),
      );
      return ok({ person, due, offered: available, open: taken.filter(isOpen), histories, names });
    }),

  seeResult: (asker: Asker, id: string, measureId: string): Promise<Result<ResultSeen, NotReached>> =>
    aboutPerson(db, asker, id, async (tx, person): Promise<Result<ResultSeen, 'not-found'>> => {
      const measure = uuid.test(measureId) ? await store.findMeasure(tx, measureId) : undefined;
      if (!measure || measure.person !== id || isOpen(measure)) return refuse('not-found');
      const instrument = (await registryOf(tx, todayFor(asker, now()))).at(measure.instrument, measure.version);
      if (!instrument) return refuse('not-found');
      const before = (await store.measuresOf(tx, id)).filter(
        (one) => one.instrument === measure.instrument && one.takenOn <= measure.takenOn,
      );
      const items = itemsFor(instrument, measure.goals);
      const scales = scalesFor(instrument, items);
      const by = (await accountsById(tx, [measure.askedBy])).get(measure.askedBy);
      return ok({
        person,
        measure,
        instrument,
        items,
        scales,
        pairs: measure.state === 'complete' ? pairsOf(instrument, scales, before) : [],
        by,
      });
    }),
});
