import { accountsById, type Asker, may, mayAtAll } from '../../identity/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Evidences } from '../core/index-evidence.ts';
import type { IndexAction } from '../core/index-action.ts';
import { type Placed, place } from '../core/index-place.ts';
import { type Rules, usualRules } from '../core/index-rules.ts';
import { type IndicatorId, isIndicator } from '../core/indicator.ts';
import type { Site } from '../site.ts';
import * as store from '../store/belonging.ts';
import { allSites } from '../store/sites.ts';
import { find, standing } from './belonging-figures.ts';
import { type BelongingPorts, rulesNow, todayFor } from './belonging-needs.ts';
import { type ConstructMean, constructsOverTime } from './rounds-see.ts';
import { aboutSite, type NotReached } from './within.ts';

/** `placed` and `countedOn` are not there for a site that nobody has counted yet. `due`: actions to be looked at again by today. */
export type OverviewRow = { site: Site; placed?: Placed; countedOn?: CalendarDay; open: number; due: number };
export type SiteSeen = {
  site: Site;
  joined: readonly string[];
  today: CalendarDay;
  rules: Rules;
  version: number;
  found: Evidences;
  placed: Placed;
  facts: readonly store.Fact[];
  months: readonly (store.Month & { placed: Placed })[];
  constructs: readonly ConstructMean[];
  actions: readonly IndexAction[];
};
export type IndicatorSeen = SiteSeen & { indicator: IndicatorId; history: readonly (store.Fact & { notedBy: string })[] };
export type RulesSeen = { version: number; rules: Rules; versions: readonly (store.RulesVersion & { madeBy: string })[] };

/** More sites than this are not counted for one look: the nightly count does that. */
const countedAtOnce = 12;

export const seeUses = ({ db, now, criteriaChanges }: BelongingPorts) => {
  const finding = (asker: Asker, rules: Rules) => ({
    ...{ timeZone: asker.programme.settings.timeZone, rules, on: todayFor(asker, now()), criteriaChanges },
  });

  const siteSeen = async (tx: Tx, asker: Asker, site: Site): Promise<SiteSeen> => {
    const { version, rules } = await rulesNow(tx);
    const found = await find(tx, site, finding(asker, rules));
    const joined = [...(await store.mergedSites(tx))].filter(([, into]) => into === site.id).map(([id]) => id);
    const names = (await allSites(tx)).filter(({ id }) => joined.includes(id)).map(({ name }) => name);
    const today = todayFor(asker, now());
    const months = (await store.monthsOf(tx, site.id)).map((month) => ({ ...month, placed: place(month.found, rules) }));
    return {
      ...{ site, today, rules, version, found, months, joined: names, placed: place(found, rules) },
      facts: standing(await store.factsOf(tx, site.id), today),
      constructs: await constructsOverTime(tx, site.id),
      actions: await store.actionsOf(tx, { site: site.id }),
    };
  };

  return {
    /** Every site that the asker may see: a referrer their own practice, everybody else all. */
    overview: (asker: Asker): Promise<OverviewRow[]> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const merged = await store.mergedSites(tx);
        const mine = (site: Site) =>
          may(asker, 'see belonging', { practice: site.kind === 'practice' ? site.id : null, team: site.team }) && !merged.has(site.id);
        const sites = (await allSites(tx)).filter(mine);
        const [{ rules }, months, open] = [await rulesNow(tx), await store.newestMonths(tx), await store.actionsOf(tx, 'open')];
        const today = todayFor(asker, now());
        const rows: OverviewRow[] = [];
        let counted = 0;
        for (const site of sites) {
          const month = months.get(site.id);
          const live = !month && counted < countedAtOnce;
          if (live) counted++;
          const found = month?.found ?? (live ? await find(tx, site, finding(asker, rules)) : undefined);
          const theirs = open.filter((action) => action.site === site.id);
          rows.push({
            ...{ site, open: theirs.length, due: theirs.filter(({ reviewOn }) => reviewOn <= today).length },
            ...(found && { placed: place(found, rules), countedOn: month?.countedOn ?? today }),
          });
        }
        return rows;
      }),

    seeSite: (asker: Asker, id: string): Promise<Result<SiteSeen, NotReached>> =>
      aboutSite<SiteSeen, never>(db, asker, 'see belonging', id, async (tx, site) => ok(await siteSeen(tx, asker, site))),

    /** What one figure stands on, what was said over time, and what is done about it. */
    seeIndicator: (asker: Asker, id: string, indicator: string): Promise<Result<IndicatorSeen, NotReached>> =>
      aboutSite<IndicatorSeen, 'not-found'>(db, asker, 'see belonging', id, async (tx, site) => {
        if (!isIndicator(indicator)) return refuse('not-found');
        const said = (await store.factsOf(tx, site.id)).filter(({ fact }) => fact === indicator);
        const names = await accountsById(
          tx,
          said.map(({ by }) => by),
        );
        const history = said.map((fact) => ({ ...fact, notedBy: names.get(fact.by)?.name ?? '' }));
        return ok({ ...(await siteSeen(tx, asker, site)), indicator, history });
      }),

    seeRules: (asker: Asker): Promise<Result<RulesSeen, NotReached>> => {
      if (!mayAtAll(asker, 'see belonging')) return Promise.resolve(refuse('not-yours'));
      return db.inProgramme(asker.programme.id, async (tx) => {
        const versions = await store.rulesVersions(tx);
        const names = await accountsById(
          tx,
          versions.map(({ by }) => by),
        );
        const { version, rules } = versions[0] ?? { version: 0, rules: usualRules };
        return ok({ version, rules, versions: versions.map((each) => ({ ...each, madeBy: names.get(each.by)?.name ?? '' })) });
      });
    },
  };
};
