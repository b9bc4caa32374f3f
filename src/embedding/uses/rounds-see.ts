import type { Asker } from '../../identity/index.ts';
import { accountsById, may } from '../../identity/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Report, Results } from '../core/round-report.ts';
import { mayRemind, type Round } from '../core/round.ts';
import { differenceOf, type Interval, type Sample } from '../core/welch.ts';
import type { Site } from '../site.ts';
import * as box from '../store/round-box.ts';
import * as store from '../store/rounds.ts';
import { allSites } from '../store/sites.ts';
import { type Ports, todayHere } from './rounds-needs.ts';
import { aboutSite, type NotReached } from './within.ts';

export type Told = { round: Round; report: Report };
/** One construct in one round, for everybody who answered enough of it. `on` is the day on which the round closed. */
export type ConstructMean = { round: string; on: CalendarDay; construct: string; mean: number; sd: number; n: number };
export type RoundsSeen = { site: Site; rounds: readonly Round[]; over: readonly ConstructMean[]; mayKeep: boolean };
export type Change = { part: string; since: Round; by: number; interval: Interval };
export type RoundSeen = {
  site: Site;
  round: Round;
  mayKeep: boolean;
  today: CalendarDay;
  generalConfirmed: { on: CalendarDay; name: string } | null;
  /** Who is invited so far: only until the round opens. */
  slips: readonly box.Slip[];
  invited: Readonly<Record<string, number>>;
  /** Addresses without which a reminder has nobody to go to are not counted. */
  answered: number;
  mayRemind: boolean;
  report: Report | null;
  changes: readonly Change[];
};

const reports = async (tx: Tx, rounds: readonly Round[]): Promise<Told[]> => {
  const known = await store.reportsOf(
    tx,
    rounds.map(({ id }) => id),
  );
  return rounds.flatMap((round) => {
    const report = known.get(round.id);
    return report ? [{ round, report }] : [];
  });
};

const samplesIn = ({ round, report }: Told): ConstructMean[] =>
  (report.enough ? report.parts : []).flatMap((part) =>
    part.n === null ? [] : [{ round: round.id, on: round.closedOn!, construct: part.part, mean: part.mean, sd: part.sd, n: part.n }],
  );

/** How each construct stood when each full round at a site closed, oldest first. Only what is released to everybody who sees the site. */
export async function constructsOverTime(tx: Tx, site: string): Promise<ConstructMean[]> {
  const told = await reports(tx, await store.roundsAt(tx, site));
  return told.flatMap(samplesIn).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The newest report of every site that has one: what a steering group may look at. */
export async function newestReports(tx: Tx): Promise<{ site: Site; round: Round; results: Results }[]> {
  const found: { site: Site; round: Round; results: Results }[] = [];
  for (const site of await allSites(tx)) {
    const newest = (await reports(tx, await store.roundsAt(tx, site.id))).find(({ report }) => report.enough);
    if (newest?.report.enough) found.push({ site, round: newest.round, results: newest.report });
  }
  return found;
}

export const seeRounds = ({ db, now }: Ports) => ({
  list: (asker: Asker, site: string): Promise<Result<RoundsSeen, NotReached>> =>
    aboutSite(db, asker, 'see belonging', site, async (tx, found) =>
      ok({
        site: found,
        rounds: await store.roundsAt(tx, found.id),
        over: await constructsOverTime(tx, found.id),
        mayKeep: may(asker, 'keep belonging', { team: found.team }),
      }),
    ),

  see: (asker: Asker, site: string, id: string): Promise<Result<RoundSeen, NotReached>> =>
    aboutSite(db, asker, 'see belonging', site, async (tx, found): Promise<Result<RoundSeen, NotReached>> => {
      const rounds = await store.roundsAt(tx, found.id);
      const round = rounds.find((each) => each.id === id);
      const mayKeep = may(asker, 'keep belonging', { team: found.team });
      // What is not told yet is only for those who keep it.
      if (!round || (round.stage !== 'closed' && !mayKeep)) return refuse('not-found');
      const today = await todayHere(tx, now());
      const wording = await store.generalWording(tx);
      const by = wording && (await accountsById(tx, [wording.by])).get(wording.by);
      const told = await reports(tx, rounds);
      const own = told.find((each) => each.round.id === id);
      return ok({
        site: found,
        round,
        mayKeep,
        today,
        generalConfirmed: wording ? { on: wording.on, name: by?.name ?? '' } : null,
        slips: round.stage === 'planned' ? await box.slipsOf(tx, id) : [],
        invited: await store.invitedTo(tx, id),
        answered: await box.countBox(tx, id),
        mayRemind: mayRemind(round, today),
        report: own?.report ?? null,
        changes: own ? changesOf(own, told) : [],
      });
    }),
});

/** Against the last round before it in which the same part was told of. */
function changesOf(own: Told, told: readonly Told[]): Change[] {
  const earlier = told.filter(({ round }) => round.site === own.round.site && round.opensOn < own.round.opensOn);
  return samplesIn(own).flatMap((after) => {
    for (const each of earlier) {
      const before: Sample | undefined = samplesIn(each).find(({ construct }) => construct === after.construct);
      if (before) return [{ part: after.construct, since: each.round, ...differenceOf(before, after) }];
    }
    return [];
  });
}
