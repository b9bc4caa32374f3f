import type { Asker, Belongs } from '../../identity/index.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import type * as core from '../referral.ts';
import * as store from '../store.ts';

/** What referrals need of others; compose.ts passes them in. */
export type Post = {
  queue(tx: Tx, message: { template: string; about: string; person?: string; to: { account: string }; at: Date }): Promise<unknown>;
};
export type BeginSupport = (
  tx: Tx,
  begun: { person: string; referral: string; linkWorker: string; team: string; by: By; at: Date; settings: Asker['programme']['settings'] },
) => Promise<unknown>;
/** What somebody carries already, against the line that their programme calls safe. */
export type Load = { people: number; weight: number; line: number };
export type Needs = {
  db: Database;
  now: () => Date;
  post: Post;
  beginSupport: BeginSupport;
  loadOf?: (tx: Tx, account: string) => Promise<Load>;
};

export type Refusal = core.Refusal | 'not-found' | 'not-yours';

export const byOf = (asker: Asker): By => ({ kind: 'account', id: asker.id });
/** How near a referral is to whoever made it, and to the team that it went to. */
export const belongsToMaker = (referral: core.Referral): Belongs => ({
  by: referral.referredBy,
  practice: referral.practice,
  team: referral.team,
});
export const belongsToTeam = (referral: core.Referral): Belongs => ({ team: referral.team });

export async function saveChange(tx: Tx, change: core.Change, who: By, at: Date): Promise<void> {
  await store.saveReferral(tx, change.state);
  if (change.question) await store.saveQuestion(tx, change.state.id, change.question);
  await recordChange(tx, change, who, at);
}

export async function recordChange(tx: Tx, { state, event }: core.Change, who: By, at: Date): Promise<void> {
  const { type, ...data } = event;
  await recordEvents(tx, [{ type, subject: { kind: 'referral', id: state.id }, person: state.person, by: who, at, data }]);
}
