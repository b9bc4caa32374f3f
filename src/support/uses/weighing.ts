import { type Asker, thisProgramme } from '../../identity/index.ts';
import { dayIn, daysBetween } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as store from '../store/weights.ts';
import { supportsOf } from '../store/supports.ts';
import { currentOf, type Support } from '../support.ts';
import { isOver, suggestWeight, type Weight, weights } from '../weight.ts';
import { raiseAlert, settleAlert } from './alerts.ts';
import { aboutPerson, byOf, type NotReached, type Ports } from './needs.ts';

/** What somebody carries against the line that their programme calls safe. */
export type LoadSeen = store.Load & { line: number };

export async function loadOf(tx: Tx, account: string): Promise<LoadSeen> {
  const { safeCaseload: line, heldCountsPercent } = (await thisProgramme(tx)).settings;
  return { ...(await store.loadsOf(tx, [account], heldCountsPercent)).get(account)!, line };
}

/** Tells the lead when a caseload goes over the line, and takes it back when it is under again. */
export async function weighCaseload(tx: Tx, { linkWorker, team }: Pick<Support, 'linkWorker' | 'team'>, by: By, at: Date): Promise<void> {
  const { weight, line } = await loadOf(tx, linkWorker);
  if (isOver(weight, line)) await raiseAlert(tx, { kind: 'caseload-over', team, about: { kind: 'account', id: linkWorker }, by, at });
  else await settleAlert(tx, { kind: 'caseload-over', about: linkWorker }, by, at);
}

export const weighingUses = ({ db, now }: Ports) => ({
  /** `null`: as the last weeks suggest. */
  setWeight: (asker: Asker, person: string, weight: Weight | null): Promise<Result<Weight | null, NotReached | 'not-open'>> =>
    aboutPerson(db, asker, 'support person', person, async (tx) => {
      const support = currentOf(await supportsOf(tx, person));
      if (!support || !(await store.setWeight(tx, support.id, weight))) return refuse('not-open');
      await recordEvents(tx, [
        { type: 'weight-set', subject: { kind: 'support', id: support.id }, person, by: byOf(asker), at: now(), data: { weight } },
      ]);
      await weighCaseload(tx, support, byOf(asker), now());
      return ok(weight);
    }),
});

/** Looks again, each night, at what the last weeks suggest. */
export async function suggestWeights(tx: Tx, at: Date): Promise<void> {
  const { timeZone } = (await thisProgramme(tx)).settings;
  const today = dayIn(timeZone, at);
  const counted = (await store.contactsLately(tx, at)).map(({ support, contacts, startedAt, suggested }) => ({
    support,
    suggested,
    now: suggestWeight({ contacts, daysOfSupport: daysBetween(dayIn(timeZone, startedAt), today) }),
  }));
  for (const weight of weights)
    await store.setSuggested(
      tx,
      counted.filter((each) => each.now === weight && each.suggested !== weight).map(({ support }) => support),
      weight,
    );
}
