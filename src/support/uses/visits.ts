import { randomUUID } from 'node:crypto';
import { accountsById, type Asker, type Colleague, may, thisProgramme } from '../../identity/index.ts';
import { peopleById, type Person, personWithin } from '../../people/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as store from '../store/visits.ts';
import * as core from '../visit.ts';
import { raiseAlert, settleAlert } from './alerts.ts';
import { byOf, type NotReached, type Ports, type Post } from './needs.ts';

type Visit = core.Visit;
export type PlannedVisit = Pick<Visit, 'place' | 'startsAt' | 'endsAt' | 'mobile' | 'ring' | 'note'>;
export type ToPlan = PlannedVisit & {
  worker: string;
  team: string;
  person?: string | undefined;
  about?: { kind: string; id: string } | undefined;
  by: By;
  at: Date;
};
export type VisitsSeen = {
  mine: readonly Visit[];
  /** Those of the team's others, for whoever leads it. */
  others: readonly Visit[];
  /** What they gave last, so that nothing is asked twice. */
  last: Pick<Visit, 'mobile' | 'ring'> | undefined;
  names: ReadonlyMap<string, Colleague>;
  people: ReadonlyMap<string, Person>;
};
export type VisitStep = 'arrived' | 'safe' | 'off' | 'help' | 'longer';

/** Notes that somebody goes out alone, so that they are looked for when nothing is heard; for appointments, too. */
async function planVisit(tx: Tx, { by, at, person, about, ...planned }: ToPlan): Promise<Visit> {
  const visit: Visit = {
    ...planned,
    id: randomUUID(),
    person: person ?? null,
    about: about ?? null,
    plannedAt: at,
    arrivedAt: null,
    safeAt: null,
    calledOffAt: null,
    helpAt: null,
    missed: { times: 0, at: null },
  };
  await store.addVisit(tx, visit);
  await note(tx, visit, 'visit-planned', by, at);
  return visit;
}

/** Which visits are with whom is on no person's timeline: where somebody goes alone is for their team only. */
const note = (tx: Tx, { id }: Visit, type: string, by: By, at: Date) =>
  recordEvents(tx, [{ type, subject: { kind: 'visit', id }, by, at }]);

/** Looks for whoever is late. However often it runs, each lateness is told once, and again after as long. */
export async function watchVisits(tx: Tx, post: Post, at: Date): Promise<number> {
  const minutes = (await thisProgramme(tx)).settings.visitOverdueMinutes;
  const late = await store.holdLate(tx, new Date(at.getTime() - minutes * 60_000), 200);
  let told = 0;
  for (const visit of late) {
    const missed = core.miss(visit, minutes, at);
    if (!missed) continue;
    await store.saveVisit(tx, missed);
    await note(tx, missed, 'visit-missed', { kind: 'system' }, at);
    await press(tx, missed, { kind: 'system' }, at, post);
    told++;
  }
  return told;
}

const press = (tx: Tx, { id, team, person }: Visit, by: By, at: Date, post: Post) =>
  raiseAlert(tx, { kind: 'visit-overdue', team, person: person ?? undefined, about: { kind: 'visit', id }, by, at, again: true, post });

export const visitUses = ({ db, now, post }: Ports) => ({
  seeVisits: (asker: Asker): Promise<VisitsSeen> =>
    db.inProgramme(asker.programme.id, async (tx) => {
      const mine = await store.openVisits(tx, { worker: asker.id });
      const leads = asker.team !== null && may(asker, 'lead team', { team: asker.team });
      const team = leads ? await store.openVisits(tx, { team: asker.team! }) : [];
      const others = team.filter(({ worker }) => worker !== asker.id);
      const people = [...mine, ...others].map(({ person }) => person).filter((id) => id !== null);
      return {
        mine,
        others,
        last: await store.latestOf(tx, asker.id),
        names: await accountsById(
          tx,
          others.map(({ worker }) => worker),
        ),
        people: await peopleById(tx, people),
      };
    }),

  planVisit: (asker: Asker, planned: PlannedVisit, person: string | null): Promise<Result<Visit, NotReached>> =>
    db.inProgramme(asker.programme.id, async (tx): Promise<Result<Visit, NotReached>> => {
      if (!asker.team || !may(asker, 'go on visits', { by: asker.id, team: asker.team })) return refuse('not-yours');
      if (person) {
        const found = uuid.test(person) ? await personWithin(tx, asker, 'see person', person) : refuse('not-found' as const);
        if (!found.ok) return found;
      }
      const who = { worker: asker.id, team: asker.team, person: person ?? undefined, by: byOf(asker), at: now() };
      return ok(await planVisit(tx, { ...planned, ...who }));
    }),

  stepOfVisit: async (asker: Asker, id: string, step: VisitStep, minutes = 30): Promise<Result<Visit, NotReached | 'over'>> => {
    if (!uuid.test(id)) return refuse('not-found');
    return db.inProgramme(asker.programme.id, async (tx): Promise<Result<Visit, NotReached | 'over'>> => {
      const before = await store.holdVisit(tx, id);
      if (!before) return refuse('not-found');
      if (!may(asker, 'go on visits', { by: before.worker, team: before.team })) return refuse('not-yours');
      const at = now();
      const after = {
        arrived: () => core.arrive(before, at),
        safe: () => core.beSafe(before, at),
        off: () => core.callOff(before, at),
        help: () => core.askForHelp(before, at),
        longer: () => core.extend(before, minutes, at),
      }[step]();
      if (!after.ok) return after;
      await store.saveVisit(tx, after.value);
      await note(tx, after.value, `visit-${step}`, byOf(asker), at);
      if (step === 'help') await press(tx, after.value, byOf(asker), at, post);
      else if (step !== 'arrived' && (core.isOver(after.value) || !after.value.helpAt))
        await settleAlert(tx, { about: id, kind: 'visit-overdue' }, byOf(asker), at);
      return after;
    });
  },
});
