import { randomUUID } from 'node:crypto';
import { accountsById, type Asker, type Colleague } from '../../identity/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import {
  emptyEntry,
  type Entry,
  type EntryDetails,
  type Gap,
  type Register,
  shapes,
  type Stage,
  trainingGaps,
} from '../core/change-entry.ts';
import { dueOf, missingOf, type ReadinessKey, type StepKey, stepOf, templateSteps } from '../core/change-readiness.ts';
import type { Site } from '../site.ts';
import * as store from '../store/change.ts';
import { madeOf, seen, type SiteSeen, staffAt } from './change.ts';
import { type ChangePorts, note, todayOf } from './change-needs.ts';
import { aboutSite, type NotReached } from './within.ts';

export type RegisterSeen = SiteSeen & { register: Register; entries: Entry[]; staff: string[]; gaps: Gap[] };
export type EntrySeen = SiteSeen & { entry: Entry; staff: string[]; versions: store.EntryVersion[]; names: ReadonlyMap<string, Colleague> };
type Stale = { stale: Entry };
export type EntryRefusal = NotReached | Stale;
/** What each step or question is called where it becomes a line; in the words of whoever asks. */
export type Named = { step: (key: StepKey) => string; barrier: (key: ReadinessKey) => string };

const subject = (id: string) => ({ kind: 'site-entry', id });

/** The registers of a site: plan, barriers, training, risks, commitments. */
export const registerUses = ({ db, now }: ChangePorts) => {
  const written = (asker: Asker) => ({ at: now(), by: asker.id });
  const entryOf = async (tx: Tx, site: Site, id: string) => {
    const found = uuid.test(id) ? await store.findEntry(tx, id) : undefined;
    return found?.site === site.id ? found : undefined;
  };
  const change = (
    asker: Asker,
    at: { site: string; entry: string },
    rowVersion: number | undefined,
    decide: (before: Entry) => Entry,
    type: string,
  ): Promise<Result<Entry, EntryRefusal>> =>
    aboutSite<Entry, EntryRefusal>(db, asker, 'keep change work', at.site, async (tx, site) => {
      const before = await entryOf(tx, site, at.entry);
      if (!before) return refuse('not-found');
      const after = { ...decide(before), rowVersion: rowVersion ?? before.rowVersion };
      if (!(await store.saveEntry(tx, after, written(asker)))) return refuse({ stale: before });
      await note(tx, asker, now(), type, subject(before.id), { register: before.register, stage: after.stage });
      return ok(after);
    });
  const addAll = async (tx: Tx, asker: Asker, site: Site, register: Register, lines: readonly MadeLine[]) => {
    const there = madeOf(await store.entriesOf(tx, { site: site.id, register }));
    const fresh = lines.filter(({ madeFrom }) => !there.has(`${register} ${madeFrom}`));
    const entries = fresh.map((line): Entry => ({
      ...{ ...emptyEntry(register), ...line },
      ...{ id: randomUUID(), site: site.id, register, removedAt: null, rowVersion: 1 },
    }));
    await store.addEntries(tx, entries, written(asker));
    for (const { id } of entries) await note(tx, asker, now(), 'site-entry-added', subject(id), { register });
    return entries.length;
  };
  const datesOf = async (tx: Tx, asker: Asker, site: Site): Promise<Dates> => ({
    startsOn: (await store.startsOf(tx, site.id)).get(site.id)?.startsOn ?? null,
    today: todayOf(asker, now()),
  });
  const stepLine = (step: StepKey, { startsOn, today }: Dates, named: Pick<Named, 'step'>): MadeLine => ({
    what: named.step(step),
    sort: templateSteps.find(({ key }) => key === step)!.sort,
    due: dueOf(step, startsOn, today),
    madeFrom: step,
  });

  return {
    seeRegister: (asker: Asker, id: string, register: Register): Promise<Result<RegisterSeen, NotReached>> =>
      aboutSite(db, asker, 'see change work', id, async (tx, site) => {
        const entries = await store.entriesOf(tx, { site: id, register });
        const staff = await staffAt(tx, site);
        const today = todayOf(asker, now());
        const gaps = register === 'training' ? trainingGaps(site.kind, staff, entries, today) : [];
        return ok({ ...seen(asker, site, today), register, entries, staff, gaps });
      }),

    seeEntry: (asker: Asker, at: { site: string; entry: string }): Promise<Result<EntrySeen, NotReached>> =>
      aboutSite<EntrySeen, NotReached>(db, asker, 'see change work', at.site, async (tx, site) => {
        const entry = await entryOf(tx, site, at.entry);
        if (!entry) return refuse('not-found');
        const versions = await store.versionsOf(tx, entry.id);
        const names = await accountsById(
          tx,
          versions.map(({ by }) => by),
        );
        return ok({ ...seen(asker, site, todayOf(asker, now())), entry, staff: await staffAt(tx, site), versions, names });
      }),

    addEntry: (asker: Asker, site: string, register: Register, details: EntryDetails): Promise<Result<string, NotReached>> =>
      aboutSite(db, asker, 'keep change work', site, async (tx, found) => {
        const entry = { ...details, id: randomUUID(), site: found.id, register, madeFrom: '', removedAt: null, rowVersion: 1 };
        await store.addEntries(tx, [entry], written(asker));
        await note(tx, asker, now(), 'site-entry-added', subject(entry.id), { register });
        return ok(entry.id);
      }),

    changeEntry: (asker: Asker, at: { site: string; entry: string }, details: EntryDetails, rowVersion: number) =>
      change(asker, at, rowVersion, (before) => ({ ...before, ...details }), 'site-entry-changed'),

    /** Moves it to another stage in one press. */
    moveEntry: (asker: Asker, at: { site: string; entry: string }, stage: Stage, rowVersion: number) =>
      change(
        asker,
        at,
        rowVersion,
        (before) => (shapes[before.register].stages.includes(stage) ? { ...before, stage } : before),
        'site-entry-moved',
      ),

    /** It leaves the register, and can be brought back. */
    removeEntry: (asker: Asker, at: { site: string; entry: string }) =>
      change(asker, at, undefined, (before) => ({ ...before, removedAt: before.removedAt ?? now() }), 'site-entry-removed'),

    bringBackEntry: (asker: Asker, at: { site: string; entry: string }) =>
      change(asker, at, undefined, (before) => ({ ...before, removedAt: null }), 'site-entry-brought-back'),

    /** Puts the steps of the template into the plan, but for those that are in it; answers how many those were. */
    takeTemplate: (asker: Asker, id: string, named: Pick<Named, 'step'>): Promise<Result<number, NotReached>> =>
      aboutSite(db, asker, 'keep change work', id, async (tx, site) => {
        const dates = await datesOf(tx, asker, site);
        const lines = templateSteps.map(({ key }) => stepLine(key, dates, named));
        return ok(await addAll(tx, asker, site, 'plan', lines));
      }),

    /** Makes steps, or barriers, of all that the last check found missing. */
    makeOfMissing: (asker: Asker, id: string, into: 'plan' | 'barriers', named: Named): Promise<Result<number, NotReached>> =>
      aboutSite(db, asker, 'keep change work', id, async (tx, site) => {
        const [last] = await store.checksOf(tx, id);
        const missing = last ? missingOf(last.answers) : [];
        const dates = await datesOf(tx, asker, site);
        const lines =
          into === 'plan'
            ? missing.map((key) => stepLine(stepOf(key), dates, named))
            : missing.map((key): MadeLine => ({ what: named.barrier(key), madeFrom: key }));
        return ok(await addAll(tx, asker, site, into, lines));
      }),
  };
};

type MadeLine = Partial<EntryDetails> & { what: string; madeFrom: string };
type Dates = { startsOn: CalendarDay | null; today: CalendarDay };
