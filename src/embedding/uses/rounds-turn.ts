import { randomUUID } from 'node:crypto';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import { groupsOf } from '../core/groups.ts';
import { type Given, reportOf } from '../core/round-report.ts';
import type { Round, RoundRole } from '../core/round.ts';
import * as box from '../store/round-box.ts';
import * as store from '../store/rounds.ts';
import { askedBy, noteRound, type Ports } from './rounds-needs.ts';

type Turned = { by: By; at: Date; today: CalendarDay };
type Post = Ports['post'];

/** Opens a round: roles that few have are counted together from now on, and whoever was invited is written to. */
export async function openRound(tx: Tx, post: Post, round: Round, { by, at, today }: Turned): Promise<boolean> {
  const opensOn = today < round.opensOn ? today : round.opensOn;
  if (!(await store.saveRound(tx, { ...round, stage: 'open', opensOn }))) return false;
  const slips = await box.slipsOf(tx, round.id);
  const roles = countsOf(slips.map(({ role }) => role));
  const groupOf = groupsOf<RoundRole>(roles);
  for (const role of Object.keys(roles) as RoundRole[]) await box.nameSlips(tx, round.id, role, groupOf(role));
  await store.saveInvited(tx, round.id, countsOf(slips.map(({ role }) => groupOf(role as RoundRole))));
  for (const slip of slips) await write(tx, post, 'survey-invitation', slip, at);
  await noteRound(tx, 'survey-round-opened', round, by, at);
  return true;
}

/** More people for a round: their slips, each written to if the round is open and they have an address. */
export async function addPeople(
  tx: Tx,
  post: Post,
  round: Round,
  people: readonly { role: RoundRole; address: string | null }[],
  at: Date,
): Promise<box.Slip[]> {
  const invited = await store.invitedTo(tx, round.id);
  // Whether a role stands by itself was decided when the round opened. One that comes later is counted with the others.
  const nameOf = (role: RoundRole) => (round.stage === 'open' && invited[role] === undefined ? 'together' : role);
  const slips = people.map(({ role, address }) => ({ id: randomUUID(), round: round.id, role: nameOf(role), address }));
  const added = await box.addSlips(tx, slips);
  if (round.stage !== 'open') return added;
  const more = countsOf(added.map(({ role }) => role));
  await store.saveInvited(
    tx,
    round.id,
    Object.fromEntries(
      [...new Set([...Object.keys(invited), ...Object.keys(more)])].map((role) => [role, (invited[role] ?? 0) + (more[role] ?? 0)]),
    ),
  );
  for (const slip of added) await write(tx, post, 'survey-invitation', slip, at);
  return added;
}

/** Writes once more to everybody who has not answered. Nobody learns who that is. */
export async function remindAll(tx: Tx, post: Post, round: Round, { by, at, today }: Turned): Promise<boolean> {
  if (!(await store.saveRound(tx, { ...round, remindedOn: today }))) return false;
  for (const slip of await box.slipsOf(tx, round.id)) await write(tx, post, 'survey-reminder', slip, at);
  await noteRound(tx, 'survey-round-reminded', round, by, at);
  return true;
}

/** Closes a round for good: what there is to tell is worked out, and the answers, addresses and slips are destroyed. */
export async function closeRound(tx: Tx, post: Post, round: Round, { by, at, today }: Turned): Promise<boolean> {
  if (!(await store.saveRound(tx, { ...round, stage: 'closed', closedOn: today }))) return false;
  await post.stopFor(tx, { about: round.id });
  const given = await box.emptyBox(tx, round.id);
  await store.addReport(tx, round.id, reportOf(askedBy(round), given, round));
  await box.tearUp(tx, await box.slipsOf(tx, round.id));
  await noteRound(tx, 'survey-round-closed', round, by, at);
  return true;
}

/** For demo/, and for whoever brings in a round that was asked elsewhere: the round, closed, and what there is to tell of it. */
export async function addClosedRound(
  tx: Tx,
  round: Round & { stage: 'closed'; closedOn: CalendarDay },
  { given, invited, by, at }: { given: readonly Given[]; invited: Readonly<Record<string, number>>; by: string; at: Date },
): Promise<void> {
  await store.addRound(tx, round, by);
  await store.saveInvited(tx, round.id, invited);
  await store.addReport(tx, round.id, reportOf(askedBy(round), given, round));
  await noteRound(tx, 'survey-round-closed', round, { kind: 'account', id: by }, at);
}

const write = async (tx: Tx, post: Post, template: string, { id, round, address }: box.Slip, at: Date): Promise<void> => {
  if (address !== null) await post.queue(tx, { template, about: round, to: { address: id }, at });
};

function countsOf(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
