import { surgeryDays } from '../../calendar/index.ts';
import { accountsAt } from '../../identity/index.ts';
import { addDays, type CalendarDay, instantAt } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { countReferring, countReturned } from '../../referrals/index.ts';
import { countMetSoon, countRead, countSummaries, countSupervision } from '../../support/index.ts';
import { type Evidence, type Evidences, periodOf } from '../core/index-evidence.ts';
import type { Rules } from '../core/index-rules.ts';
import { answerFigure, factIds, type LiveId, liveIds, shareOf } from '../core/indicator.ts';
import type { Site } from '../site.ts';
import { type Fact, factsOf, mergedSites } from '../store/belonging.ts';

/** How many changes of the referral criteria were adopted from one instant until before another, and how many of those a link worker proposed. */
export type CriteriaChanges = (tx: Tx, from: Date, to: Date) => Promise<{ adopted: number; byLinkWorker: number }>;

export type Finding = { timeZone: string; rules: Rules; on: CalendarDay; criteriaChanges: CriteriaChanges | undefined };
type Days = { from: CalendarDay; to: CalendarDay };
type OutOf = { count: number; of: number };

const share = ({ count, of }: OutOf, days: Days): Evidence => ({ ...shareOf(count, of), count, of, ...days });

/** Everything that the index knows of a site as at the end of a day: what is counted, and what was last said. */
export async function find(tx: Tx, site: Site, finding: Finding): Promise<Evidences> {
  const found: Evidences = {};
  const ask = await asking(tx, site, finding);
  for (const id of liveIds) found[id] = await ask[id](periodOf(id, finding.on, finding.rules));
  const said = standing(await factsOf(tx, site.id), finding.on);
  for (const id of factIds) found[id] = answerFigure(id, said.find(({ fact }) => fact === id)?.answer);
  return found;
}

/** What holds on a day, of all that was said: the newest of each. */
export const standing = (facts: readonly Fact[], on: CalendarDay): Fact[] =>
  factIds.flatMap((id) => facts.find(({ fact, saidOn }) => fact === id && saidOn <= on) ?? []);

/** How each figure is counted. What became part of a practice is counted with it. */
async function asking(tx: Tx, site: Site, { timeZone, rules, on, criteriaChanges }: Finding) {
  const joined = [...(await mergedSites(tx))].filter(([, into]) => into === site.id).map(([id]) => id);
  const practices = [site.id, ...joined];
  const isTeam = site.kind === 'team';
  const of = isTeam ? { team: site.id } : { practices };
  const after = (day: CalendarDay) => instantAt(timeZone, addDays(day, 1), '00:00');
  const counted = ({ from, to }: Days) => ({ of, from: instantAt(timeZone, from, '00:00'), to: after(to) });
  const referrers = await accountsAt(tx, 'referrer', isTeam ? { practicesOf: site.id } : { practices });
  const workers = await accountsAt(tx, 'link-worker', { team: site.team });

  return {
    criteria: async (days) => {
      if (!criteriaChanges) return { why: 'not-connected' };
      const { from, to } = counted(days);
      const { adopted, byLinkWorker } = await criteriaChanges(tx, from, to);
      // Changes of a document tell of nobody, so that they are never too few; without any there is nothing to say.
      return adopted === 0 ? { why: 'nothing-yet', ...days } : { value: byLinkWorker / adopted, count: byLinkWorker, of: adopted, ...days };
    },
    'active-referrers': async (days) => share({ count: await countReferring(tx, referrers, counted(days)), of: referrers.length }, days),
    returned: async (days) => {
      const { why: reasons, ...back } = await countReturned(tx, counted(days));
      return { ...share(back, days), reasons };
    },
    summaries: async (days) => share(await countSummaries(tx, counted(days), rules.withinDays.summary), days),
    read: async (days) => share(await countRead(tx, counted(days), referrers, after(on)), days),
    'first-contact': async (days) => share(await countMetSoon(tx, counted(days), rules.withinDays.contact), days),
    // Of one worker alone it would be known whose supervision it is.
    supervision: async (days) => (workers.length < 2 ? { why: 'few', ...days } : share(await countSupervision(tx, workers, days), days)),
    'surgery-days': async (days) => {
      if (isTeam) return { why: 'does-not-apply' };
      const held = await surgeryDays(tx, { practices, team: site.team }, days);
      return held === undefined ? { why: 'nothing-yet', ...days } : { value: held, ...days };
    },
  } satisfies Record<LiveId, (days: Days) => Promise<Evidence>>;
}
