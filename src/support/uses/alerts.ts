import { randomUUID } from 'node:crypto';
import { leadsOf } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import type { Alert, AlertKind } from '../alert.ts';
import * as store from '../store/alerts.ts';
import { visitsById } from '../store/visits.ts';
import type { Post } from './needs.ts';

export type ToRaise = {
  kind: AlertKind;
  team: string;
  person?: string | undefined;
  /** What it is about; the person, or else the team, when not said. Of one thing there is one alert of a kind at a time. */
  about?: { kind: string; id: string } | undefined;
  by: By;
  at: Date;
  /** Presses it on a lead who has seen it already, because it has become worse. */
  again?: boolean | undefined;
  /** With it the letters leave with this transaction; without it, within a minute. */
  post?: Post | undefined;
};

/** Tells whoever leads the team: on their page, and by a letter that names nobody. Safe to repeat while the cause lasts. */
export async function raiseAlert(tx: Tx, { kind, team, person, about, by, at, again, post }: ToRaise): Promise<string> {
  const whole = about ?? (person ? { kind: 'person', id: person } : { kind: 'team', id: team });
  const id = randomUUID();
  const raisedBy = by.kind === 'account' ? by.id : null;
  const isNew = await store.addAlert(tx, { id, kind, team, person: person ?? null, about: whole, raisedAt: at, raisedBy });
  const alert = await store.unsettledOf(tx, kind, whole.id);
  if (!alert) throw new Error('An alert was settled while it was raised.');
  if (!isNew && !again) return alert.id;
  if (!isNew) await store.pressAgain(tx, alert.id);
  await recordEvents(tx, [{ type: 'alert-raised', subject: { kind: 'alert', id: alert.id }, person, by, at, data: { kind } }]);
  if (post) await tellLeads(tx, post, alert, at);
  return alert.id;
}

export type Settled = { about?: string | undefined; kind?: AlertKind | undefined; person?: string | undefined };

/** The cause is over: what was raised about it waits no more. Answers how many that were. */
export async function settleAlert(tx: Tx, which: Settled, by: By, at: Date): Promise<number> {
  if (!which.about && !which.person) throw new Error('Say what the alert was about.');
  const settled = await store.settleAlerts(tx, which, { at, by: by.kind === 'account' ? by.id : null });
  await recordEvents(
    tx,
    settled.map(({ id, kind, person }) => ({
      type: 'alert-settled',
      subject: { kind: 'alert', id },
      person: person ?? undefined,
      by,
      at,
      data: { kind },
    })),
  );
  return settled.length;
}

/** Writes to the leads of whatever they have not been told of yet. However often it runs, each is told once. */
export async function tellOfAlerts(tx: Tx, post: Post, at: Date): Promise<number> {
  const untold = await store.holdUntold(tx, 100);
  for (const alert of untold) await tellLeads(tx, post, alert, at);
  return untold.length;
}

async function tellLeads(tx: Tx, post: Post, alert: Pick<Alert, 'id' | 'kind' | 'team' | 'about'>, at: Date): Promise<void> {
  // A lead who is out alone is not the one to be told of it.
  const missing = alert.kind === 'visit-overdue' ? (await visitsById(tx, [alert.about.id])).get(alert.about.id)?.worker : undefined;
  for (const lead of await leadsOf(tx, alert.team, missing))
    await post.queue(tx, { template: 'alert-raised', about: alert.id, to: { account: lead }, at });
  await store.noteTold(tx, alert.id, at);
}
