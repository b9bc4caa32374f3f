import { randomUUID } from 'node:crypto';
import type { Asker, Settings } from '../../identity/index.ts';
import { findReferral, reopenReferral } from '../../referrals/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { addSupports, saveSupport, supportsOf } from '../store/supports.ts';
import { takeUpTasks } from '../store/tasks.ts';
import * as core from '../support.ts';
import { aboutPerson, byOf, type NotReached, type Ports, todayFor } from './needs.ts';
import { putTasks, settle } from './tasks.ts';
import { weighCaseload } from './weighing.ts';

export type Begun = { person: string; referral: string; linkWorker: string; team: string; by: By; at: Date; settings: Settings };

/** For referrals, inside the transaction in which one is accepted. */
export async function beginSupport(tx: Tx, { person, referral, linkWorker, team, by, at, settings }: Begun): Promise<core.Support> {
  const needs = (await findReferral(tx, referral))?.needs ?? [];
  const when = { at, today: dayIn(settings.timeZone, at), withinDays: settings.firstAttemptWithinDays, task: randomUUID() };
  const change = core.begin({ id: randomUUID(), person, referral, linkWorker, team, needs }, when);
  await addSupports(tx, [change.state]);
  await record(tx, change, by, at);
  return change.state;
}

export async function record(tx: Tx, { state, event, task }: core.Change, by: By, at: Date): Promise<void> {
  const { type, ...data } = event;
  await recordEvents(tx, [{ type, subject: { kind: 'support', id: state.id }, person: state.person, by, at, data }]);
  if (task) await putTasks(tx, [task], by, at);
  await settle(tx, state.id, by, at);
  await weighCaseload(tx, state, by, at);
}

export const reopenUse = ({ db, now }: Ports) => ({
  /** Takes up the person's last support where it was left. A lead gives it back to who had it; a link worker takes it on. */
  reopen: (asker: Asker, person: string): Promise<Result<core.Support, NotReached | 'not-closed'>> =>
    aboutPerson(db, asker, 'support person', person, async (tx) => {
      const last = core.currentOf(await supportsOf(tx, person));
      if (!last) return refuse('not-closed');
      const { settings } = asker.programme;
      const linkWorker = asker.roles.includes('link-worker') ? asker.id : last.linkWorker;
      const when = { at: now(), today: todayFor(asker, now()), withinDays: settings.firstAttemptWithinDays, task: randomUUID() };
      const change = core.reopen(last, linkWorker, when);
      if (!change.ok) return refuse('not-closed');
      const reopened = await reopenReferral(tx, last.referral, linkWorker, byOf(asker), now());
      if (!reopened.ok) return refuse('not-closed');
      await saveSupport(tx, change.value.state);
      await takeUpTasks(tx, person, last.id);
      await record(tx, change.value, byOf(asker), now());
      return ok(change.value.state);
    }),
});
