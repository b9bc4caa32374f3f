import { staffOf, thisProgramme } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Database, Tx } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import { orphanedBy, type Why } from '../orphan.ts';
import { awayOn } from '../store/absences.ts';
import { supportsWithoutTask, workersWithPeople } from '../store/weights.ts';
import { raiseAlert, settleAlert } from './alerts.ts';
import type { Ports } from './needs.ts';
import { settle } from './tasks.ts';
import { suggestWeights, weighCaseload } from './weighing.ts';

const bothy: By = { kind: 'system' };
export type Orphans = { worker: string; team: string; people: number; why: Why };

/** Whose people have nobody just now, and why. */
async function orphansIn(tx: Tx, at: Date): Promise<Orphans[]> {
  const { timeZone, silentAfterDays } = (await thisProgramme(tx)).settings;
  const today = dayIn(timeZone, at);
  const holders = await workersWithPeople(tx);
  const staff = await staffOf(
    tx,
    holders.map(({ account }) => account),
  );
  const away = await awayOn(tx, today);
  return holders.flatMap(({ account, team, people, heldSince }) => {
    const found = staff.find(({ id }) => id === account);
    const absence = away.find((each) => each.account === account);
    const cover = absence?.cover ? staff.find(({ id }) => id === absence.cover) : undefined;
    const worker = {
      id: account,
      active: found?.active ?? false,
      supports: found?.roles.includes('link-worker') ?? false,
      away: absence !== undefined,
      covered: cover?.active ?? false,
      signedInOn: found?.signedInAt ? dayIn(timeZone, found.signedInAt) : null,
      heldSince: dayIn(timeZone, heldSince),
    };
    const why = orphanedBy(worker, today, silentAfterDays);
    return why ? [{ worker: account, team, people, why }] : [];
  });
}

/** Tells the lead whose people have nobody, and takes it back when they have somebody again. Safe to repeat. */
export async function watchWorkers(tx: Tx, at: Date, { only }: { only: readonly string[] }): Promise<void> {
  const orphans = await orphansIn(tx, at);
  for (const worker of new Set(only)) {
    const found = orphans.find((each) => each.worker === worker);
    if (found)
      await raiseAlert(tx, { kind: 'without-link-worker', team: found.team, about: { kind: 'account', id: worker }, by: bothy, at });
    else await settleAlert(tx, { kind: 'without-link-worker', about: worker }, bothy, at);
  }
}

/** For accounts, in the transaction in which one changes: nobody has to wait for the night to be missed. */
export const watchAccount = (tx: Tx, account: string, at: Date): Promise<void> => watchWorkers(tx, at, { only: [account] });

/** Each night: whose people have nobody, what nobody has to do anything about, and how heavy the caseloads have become. */
async function watchProgramme(tx: Tx, at: Date): Promise<void> {
  const holders = await workersWithPeople(tx);
  await watchWorkers(tx, at, { only: [...holders.map(({ account }) => account), ...(await raisedBefore(tx))] });
  for (const support of await supportsWithoutTask(tx)) await settle(tx, support, bothy, at);
  await suggestWeights(tx, at);
  for (const { account, team } of holders) await weighCaseload(tx, { linkWorker: account, team }, bothy, at);
}

/** Also those who have nobody left, so that what was raised of them is settled. */
const raisedBefore = async (tx: Tx): Promise<string[]> => (await staffOf(tx)).map(({ id }) => id);

export const watchUses = ({ db, now }: Pick<Ports & { db: Database }, 'db' | 'now'>) => ({
  watchCaseloads: (programme: string): Promise<void> => db.inProgramme(programme, (tx) => watchProgramme(tx, now())),
});
