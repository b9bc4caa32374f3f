import { randomUUID } from 'node:crypto';
import { type Programme, thisProgramme } from '../../identity/index.ts';
import { addDays, type CalendarDay, dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { toKeep } from '../core/index-evidence.ts';
import { valueOf } from '../core/indicator.ts';
import type { Site } from '../site.ts';
import * as store from '../store/belonging.ts';
import { allSites, siteById } from '../store/sites.ts';
import { find } from './belonging-figures.ts';
import { type BelongingPorts, rulesNow } from './belonging-needs.ts';

const monthOf = (day: CalendarDay): string => day.slice(0, 7);
const lastDayOf = (month: string): CalendarDay => addDays(`${monthOf(addDays(`${month}-01`, 31))}-01`, -1);

type Counting = Pick<BelongingPorts, 'criteriaChanges'>;

/** Counts a site as at the end of a day, and keeps it as what is known of that month. */
export async function countMonth(
  tx: Tx,
  { settings }: Programme,
  site: Site,
  on: CalendarDay,
  { criteriaChanges }: Counting,
): Promise<void> {
  const { version, rules } = await rulesNow(tx);
  const found = await find(tx, site, { timeZone: settings.timeZone, rules, on, criteriaChanges });
  await store.putMonth(tx, { site: site.id, month: monthOf(on), countedOn: on, rulesVersion: version, found: toKeep(found) });
}

export const monthUses = ({ db, now, ...ports }: BelongingPorts) => {
  const sitesOf = (programme: string) =>
    db.inProgramme(programme, async (tx) => {
      const merged = await store.mergedSites(tx);
      return { sites: (await allSites(tx)).filter(({ id }) => !merged.has(id)), programme: await thisProgramme(tx) };
    });
  const known = (programme: string, month: string) => db.inProgramme(programme, (tx) => store.countedOn(tx, month));

  return {
    /** Counts this month again for every site, and the last one once more when it is over. A site a transaction, so that nobody waits. */
    keepMonths: async (programmeId: string): Promise<void> => {
      const { sites, programme } = await sitesOf(programmeId);
      const today = dayIn(programme.settings.timeZone, now());
      const last = addDays(`${monthOf(today)}-01`, -1);
      const ended = await known(programmeId, monthOf(last));
      for (const site of sites)
        await db.inProgramme(programmeId, async (tx) => {
          if (ended.get(site.id) !== lastDayOf(monthOf(last))) await countMonth(tx, programme, site, last, ports);
          await countMonth(tx, programme, site, today, ports);
        });
    },

    /** For whoever tells a past: what would have been counted at the end of this day. */
    countAsAt: (programmeId: string, site: string, on: CalendarDay): Promise<void> =>
      db.inProgramme(programmeId, async (tx) => {
        const found = await siteById(tx, site);
        if (found) await countMonth(tx, await thisProgramme(tx), found, on, ports);
      }),

    /** Looks at each action whose day has come, and writes down the figure of that day. */
    reviewDue: (programmeId: string): Promise<void> =>
      db.inProgramme(programmeId, async (tx) => {
        const { settings } = await thisProgramme(tx);
        const today = dayIn(settings.timeZone, now());
        const { rules } = await rulesNow(tx);
        for (const { site: id, ...action } of await store.actionsOf(tx, 'open')) {
          const site = action.reviewOn <= today ? await siteById(tx, id) : undefined;
          if (!site) continue;
          const found = await find(tx, site, { timeZone: settings.timeZone, rules, on: today, criteriaChanges: ports.criteriaChanges });
          const ended = { ...action, stage: 'reviewed', endedOn: today, valueAtReview: valueOf(found[action.indicator]) } as const;
          if (!(await store.endAction(tx, ended))) continue;
          const subject = { kind: 'belonging-action', id: action.id };
          await recordEvents(tx, [{ type: 'belonging-action-reviewed', subject, by: { kind: 'system' }, at: now(), data: { site: id } }]);
        }
      }),
  };
};

/** For whoever tells a past: what was said of a site, many at once. */
export async function tellFacts(tx: Tx, site: string, facts: readonly store.Fact[]): Promise<void> {
  for (const fact of facts) await store.addFact(tx, site, randomUUID(), fact);
}
