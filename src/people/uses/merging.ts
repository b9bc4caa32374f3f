import { randomUUID } from 'node:crypto';
import { accountsById, allPractices, type Asker, type Colleague, type Practice } from '../../identity/index.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Choices, differences, type JoinRefusal, joined, mayJoin } from '../merge.ts';
import type { Person } from '../person.ts';
import { findByNameAndBirth, findPerson, holdAnswers, peopleById, updatePerson } from '../store.ts';
import { beginMerge, countRowsOf, endMerge, joinedInto, type Merge, mergesInto, putAside, takeApart } from '../store/merges.ts';
import { about, type NotReached, personWithin } from './within.ts';

export type OpenSupport = { id: string; linkWorker: string; startedAt: Date };
/** What joining needs of others; compose.ts passes it in. */
export type MergePorts = {
  db: Database;
  now: () => Date;
  openSupports(tx: Tx, person: string): Promise<readonly OpenSupport[]>;
  /** Goes on with this support alone, and tells the workers that the records were made one. */
  goOnWith(tx: Tx, asker: Asker, person: string, support: string | undefined, at: Date): Promise<void>;
  /** Names of services that both are waiting for, or go to. */
  bothAt(tx: Tx, one: string, other: string): Promise<readonly string[]>;
  /** When both have an appointment. */
  atOnce(tx: Tx, one: string, other: string): Promise<readonly Date[]>;
};

export type Past = Merge & { person: Person; last: boolean };
export type Same = { person: Person; likely: readonly Person[]; past: readonly Past[]; names: ReadonlyMap<string, Colleague> };
export type Pair = {
  kept: Person;
  gone: Person;
  differ: ReturnType<typeof differences>;
  moves: ReadonlyMap<string, number>;
  supports: readonly (OpenSupport & { of: 'kept' | 'gone' })[];
  practices: ReadonlyMap<string, Practice>;
  names: ReadonlyMap<string, Colleague>;
  timeZone: string;
  /** Why they cannot be made one as they are; choosing a support is asked for in the form. */
  refusal: Exclude<JoinRefusal, 'choose-support'> | undefined;
};
export type Chosen = { choices: Choices; support: string | undefined };

/** Making one record of two, and two again. */
export function openMerging({ db, now, ...ports }: MergePorts) {
  async function pair(tx: Tx, asker: Asker, kept: Person, other: string): Promise<Result<Pair, NotReached>> {
    if (!uuid.test(other)) return refuse('not-found');
    const found = await personWithin(tx, asker, 'support person', other);
    if (!found.ok) return found;
    const gone = found.value;
    const supports = [
      ...(await ports.openSupports(tx, kept.id)).map((each) => ({ ...each, of: 'kept' as const })),
      ...(await ports.openSupports(tx, gone.id)).map((each) => ({ ...each, of: 'gone' as const })),
    ];
    const allowed = mayJoin(kept, gone, {
      bothAt: await ports.bothAt(tx, kept.id, gone.id),
      atOnce: await ports.atOnce(tx, kept.id, gone.id),
      supports: supports.map(({ id }) => id),
      keep: supports[0]?.id,
    });
    return ok({
      kept,
      gone,
      supports,
      differ: differences(kept, gone),
      moves: await countRowsOf(tx, gone.id),
      practices: new Map((await allPractices(tx)).map((practice) => [practice.id, practice])),
      names: await accountsById(
        tx,
        supports.map(({ linkWorker }) => linkWorker),
      ),
      timeZone: asker.programme.settings.timeZone,
      refusal: allowed.ok || allowed.error === 'choose-support' ? undefined : allowed.error,
    });
  }

  return {
    /** Who may be the same person, among those whom the asker may see, and what was made one before. */
    look: (asker: Asker, id: string): Promise<Result<Same, NotReached>> =>
      about(db, asker, 'support person', id, async (tx, person) => {
        const name = { given: person.givenName, family: person.familyName };
        const likely: Person[] = [];
        for (const each of await findByNameAndBirth(tx, name, person.dateOfBirth))
          if (each.id !== id && (await personWithin(tx, asker, 'support person', each.id)).ok) likely.push(each);
        const merges = await mergesInto(tx, id);
        const gone = await peopleById(
          tx,
          merges.map((merge) => merge.gone),
        );
        const past = merges.map((merge, n) => ({ ...merge, person: gone.get(merge.gone)!, last: n === 0 }));
        const names = await accountsById(
          tx,
          merges.map(({ by }) => by),
        );
        return ok({ person, likely, past, names });
      }),

    preview: (asker: Asker, id: string, other: string): Promise<Result<Pair, NotReached>> =>
      about(db, asker, 'support person', id, (tx, kept) => pair(tx, asker, kept, other)),

    /** `id` stays, `other` goes. */
    join: (asker: Asker, id: string, other: string, { choices, support }: Chosen): Promise<Result<Person, NotReached | JoinRefusal>> =>
      about(db, asker, 'support person', id, async (tx): Promise<Result<Person, NotReached | JoinRefusal>> => {
        for (const each of [id, other].filter((one) => uuid.test(one)).toSorted()) await holdAnswers(tx, each, 'to-change');
        const kept = (await findPerson(tx, id))!;
        const found = await pair(tx, asker, kept, other);
        if (!found.ok) return found;
        const { gone, supports } = found.value;
        const ids = supports.map((each) => each.id);
        const [bothAt, atOnce] = [await ports.bothAt(tx, id, other), await ports.atOnce(tx, id, other)];
        const allowed = mayJoin(kept, gone, { bothAt, atOnce, supports: ids, keep: support });
        if (!allowed.ok) return allowed;
        const goOn = ids.length > 1 ? support : ids[0];
        return ok(await makeOne(tx, { kept, gone, choices, by: asker.id, at: now() }, () => ports.goOnWith(tx, asker, id, goOn, now())));
      }).catch((fault: unknown) => {
        if (isOneEach(fault)) return refuse('one-each');
        if (isAtOnce(fault)) return refuse({ atOnce: [] });
        throw fault;
      }),

    /** Makes two again of what was made one last. Answers how much somebody has worked on since, which keeps that work. */
    part: (asker: Asker, id: string, merge: string): Promise<Result<{ gone: string; since: number }, NotReached | 'not-last'>> =>
      about(db, asker, 'support person', id, async (tx): Promise<Result<{ gone: string; since: number }, NotReached | 'not-last'>> => {
        await holdAnswers(tx, id, 'to-change');
        const merges = await mergesInto(tx, id);
        const found = merges.find((each) => each.id === merge);
        if (!found) return refuse('not-found');
        if (merges[0]!.id !== merge) return refuse('not-last');
        const since = await takeApart(tx, found, { at: now(), by: asker.id });
        await tell(tx, 'person-parted', { gone: found.gone, kept: id, by: asker.id, at: now() });
        return ok({ gone: found.gone, since });
      }),

    /** Where a record that was joined into another is now, for somebody who may see that. */
    now: (asker: Asker, id: string): Promise<string | undefined> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const into = uuid.test(id) ? await joinedInto(tx, id) : undefined;
        return into && (await personWithin(tx, asker, 'see person', into)).ok ? into : undefined;
      }),

    putAside: (asker: Asker, merge: string) => db.inProgramme(asker.programme.id, (tx) => putAside(tx, merge)),
  };
}
export type Merging = ReturnType<typeof openMerging>;

/** As `move_person` says it, when something hangs on what would have to be put aside. */
const isOneEach = (fault: unknown): boolean => (fault as { code?: string }).code === 'BY001';

/** An appointment was made in the same moment: the database keeps anybody from two places at one time. */
const isAtOnce = (fault: unknown): boolean => (fault as { code?: string }).code === '23P01';

type Joining = { kept: Person; gone: Person; choices: Choices; by: string; at: Date };

/** Two records become one. What `also` does belongs to it, and is undone with it. */
export async function makeOne(tx: Tx, { kept, gone, choices, by, at }: Joining, also?: () => Promise<void>): Promise<Person> {
  const merge = { id: randomUUID(), gone: gone.id, kept: kept.id, at, by };
  await beginMerge(tx, merge);
  const { rowVersion } = (await findPerson(tx, kept.id))!;
  await updatePerson(tx, joined({ ...kept, rowVersion }, gone, choices));
  await also?.();
  await endMerge(tx, merge);
  await tell(tx, 'person-joined', { gone: gone.id, kept: kept.id, by, at });
  return (await findPerson(tx, kept.id))!;
}

const tell = (
  tx: Tx,
  type: 'person-joined' | 'person-parted',
  { gone, kept, by, at }: { gone: string; kept: string; by: string; at: Date },
) =>
  recordEvents(
    tx,
    [
      { type, subject: { kind: 'person', id: gone }, person: kept },
      ...(type === 'person-parted' ? [{ type, subject: { kind: 'person', id: kept }, person: gone }] : []),
    ].map((event) => ({ ...event, by: { kind: 'account' as const, id: by }, at })),
  );
