import { randomUUID } from 'node:crypto';
import { accountsById, type Asker, type Colleague, mayAtAll, practiceStaff, teamMembers } from '../../identity/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Entry, type Gap, type Progress, progressOf, type Register, trainingGaps } from '../core/change-entry.ts';
import { missingOf, type ReadinessAnswers, type ReadinessCheck, refersAlready, type SiteStart } from '../core/change-readiness.ts';
import type { Incident } from '../core/incident.ts';
import type { Site } from '../site.ts';
import * as store from '../store/change.ts';
import { incidentsOf } from '../store/incidents.ts';
import { allSites } from '../store/sites.ts';
import { type ChangePorts, note, todayOf } from './change-needs.ts';
import { aboutSite, type NotReached } from './within.ts';

export type SiteSeen = { site: Site; mayKeep: boolean; today: CalendarDay };
export type SiteInChange = {
  site: Site;
  start: SiteStart | undefined;
  plan: Progress;
  /** Barriers and risks that are not over. */
  open: { barriers: number; risks: number };
  late: number;
  lastCheck: ReadinessCheck | undefined;
};
export type ChangeSeen = SiteSeen & {
  start: SiteStart | undefined;
  entries: Entry[];
  checks: ReadinessCheck[];
  gaps: Gap[];
  incidents: Incident[];
};
export type ReadinessSeen = SiteSeen & { checks: ReadinessCheck[]; names: ReadonlyMap<string, Colleague>; made: ReadonlySet<string> };
export type Everywhere = { entries: Entry[]; sites: ReadonlyMap<string, Site>; today: CalendarDay };

/** Who works at a site with an account, by name. */
export const staffAt = async (tx: Tx, site: Site): Promise<string[]> =>
  (site.kind === 'practice' ? await practiceStaff(tx, site.id) : await teamMembers(tx, site.id)).map(({ name }) => name);

/** What has been made of questions and template steps, and stands. */
export const madeOf = (entries: readonly Entry[]): Set<string> =>
  new Set(entries.map(({ register, madeFrom }) => `${register} ${madeFrom}`));

/** A site's way into its routine: where it stands, and whether it is ready. */
export const changeUses = ({ db, now }: ChangePorts) => ({
  seeSites: (asker: Asker): Promise<Result<{ sites: SiteInChange[]; mayKeepAgreements: boolean }, NotReached>> => {
    if (!mayAtAll(asker, 'see change work')) return Promise.resolve(refuse('not-yours'));
    return db.inProgramme(asker.programme.id, async (tx) => {
      const today = todayOf(asker, now());
      const entries = Map.groupBy(await store.entriesOf(tx, {}), ({ site }) => site);
      const [starts, checks] = [await store.startsOf(tx), await store.checksOf(tx)];
      const sites = (await allSites(tx)).map((site): SiteInChange => {
        const all = entries.get(site.id) ?? [];
        const of = (register: Register) =>
          progressOf(
            all.filter((entry) => entry.register === register),
            today,
          );
        const left = ({ all: whole, done }: Progress) => whole - done;
        return {
          site,
          start: starts.get(site.id),
          plan: of('plan'),
          open: { barriers: left(of('barriers')), risks: left(of('risks')) },
          late: progressOf(all, today).late,
          lastCheck: checks.find((check) => check.site === site.id),
        };
      });
      return ok({ sites, mayKeepAgreements: mayAtAll(asker, 'keep agreements') });
    });
  },

  seeChange: (asker: Asker, id: string): Promise<Result<ChangeSeen, NotReached>> =>
    aboutSite(db, asker, 'see change work', id, async (tx, site) => {
      const today = todayOf(asker, now());
      const entries = await store.entriesOf(tx, { site: id });
      const training = entries.filter(({ register }) => register === 'training');
      return ok({
        ...seen(asker, site, today),
        start: (await store.startsOf(tx, id)).get(id),
        entries,
        checks: await store.checksOf(tx, id),
        gaps: trainingGaps(site.kind, await staffAt(tx, site), training, today),
        incidents: mayAtAll(asker, 'keep change work') ? await incidentsOf(tx, { site: id }) : [],
      });
    }),

  seeReadiness: (asker: Asker, id: string): Promise<Result<ReadinessSeen, NotReached>> =>
    aboutSite(db, asker, 'see change work', id, async (tx, site) => {
      const checks = await store.checksOf(tx, id);
      const names = await accountsById(
        tx,
        checks.map(({ by }) => by),
      );
      return ok({ ...seen(asker, site, todayOf(asker, now())), checks, names, made: madeOf(await store.entriesOf(tx, { site: id })) });
    }),

  checkReadiness: (asker: Asker, id: string, answers: ReadinessAnswers, words: string): Promise<Result<ReadinessCheck, NotReached>> =>
    aboutSite(db, asker, 'keep change work', id, async (tx, site) => {
      const check = { id: randomUUID(), site: site.id, answers, note: words, at: now(), by: asker.id };
      await store.addCheck(tx, check);
      await note(tx, asker, now(), 'readiness-checked', { kind: 'site', id }, { missing: missingOf(answers) });
      return ok(check);
    }),

  /** Whether it refers already, or from when it will. */
  sayStart: (asker: Asker, id: string, start: SiteStart): Promise<Result<SiteStart, NotReached | 'stale'>> =>
    aboutSite<SiteStart, 'stale'>(db, asker, 'keep change work', id, async (tx) => {
      if (!(await store.saveStart(tx, id, start))) return refuse('stale');
      await note(tx, asker, now(), 'site-start-said', { kind: 'site', id }, { stage: start.stage, on: start.startsOn });
      return ok(start);
    }),

  /** When the asker's own practice starts, if it has not; nothing otherwise. */
  whenStarts: (asker: Asker): Promise<SiteStart | undefined> => {
    const { practice } = asker;
    if (!practice) return Promise.resolve(undefined);
    return db.inProgramme(asker.programme.id, async (tx) => {
      const start = (await store.startsOf(tx, practice)).get(practice);
      return refersAlready(start, todayOf(asker, now())) ? undefined : start;
    });
  },

  /** One register over all sites: all training, or all that was promised. */
  seeEverywhere: (asker: Asker, register: Register): Promise<Result<Everywhere, NotReached>> => {
    if (!mayAtAll(asker, 'see change work')) return Promise.resolve(refuse('not-yours'));
    return db.inProgramme(asker.programme.id, async (tx) => {
      const sites = new Map((await allSites(tx)).map((site) => [site.id, site]));
      const entries = (await store.entriesOf(tx, { register })).filter(({ site }) => sites.has(site));
      return ok({ entries, sites, today: todayOf(asker, now()) });
    });
  },
});

export const seen = (asker: Asker, site: Site, today: CalendarDay): SiteSeen => ({
  site,
  today,
  mayKeep: mayAtAll(asker, 'keep change work'),
});
