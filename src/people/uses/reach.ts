import { allTeams, thisProgramme } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import { hashOf, newToken } from '../../platform/secrets.ts';
import { nameOf } from '../person.ts';
import { isBarred, reachOf, type Way } from '../reaching.ts';
import { findPerson, teamsKnowing } from '../store.ts';
import { addStopLink } from '../store/reaching.ts';
import { saysNoTo } from './says-no.ts';
import type { MaySay } from '../wishes.ts';

type Somewhere = { name: string; team: string | null };

/** How somebody may be reached at this moment. */
export type ReachedNow =
  | (Somewhere & { way: Way; address: string; says: MaySay; ring: string })
  | (Somewhere & { way: 'by-hand'; why: 'not-asked' | 'no-way' })
  | { way: 'wait'; until: Date }
  | { way: 'none'; why: 'died' | 'objected' | 'gone' };

/** For whatever carries messages, in its transaction, just before one leaves. */
export async function reachNow(tx: Tx, id: string, { now, canText }: { now: Date; canText: boolean }): Promise<ReachedNow> {
  const person = await findPerson(tx, id);
  if (!person) return { way: 'none', why: 'gone' };
  if (await saysNoTo(tx, id, 'contact')) return { way: 'none', why: 'objected' };
  const { timeZone } = (await thisProgramme(tx)).settings;
  const decided = reachOf(person, { now, timeZone, able: canText ? ['email', 'text', 'letter'] : ['email', 'letter'] });
  if (decided.way === 'none' || decided.way === 'wait') return decided;
  const knowing = await teamsKnowing(tx, id);
  const teams = (await allTeams(tx)).filter((team) => knowing.includes(team.id));
  const where = { name: nameOf(person), team: teams[0]?.id ?? null };
  if (decided.way === 'by-hand') return { ...where, ...decided };
  return { ...where, ...decided, ring: teams.find(({ phone }) => phone)?.phone ?? '' };
}

/** Why a mail about somebody may not go to an address that was typed; undefined when nothing speaks against it. */
export async function whyNotTo(tx: Tx, id: string, address: string): Promise<'died' | 'barred' | undefined> {
  const person = await findPerson(tx, id);
  if (person?.died) return 'died';
  return person && isBarred(address, person.wishes.barred) ? 'barred' : undefined;
}

/** A secret by which the person can ask for no more messages. It does not expire: a mail may be read years later. */
export async function stopLink(tx: Tx, person: string, at: Date): Promise<string> {
  const token = newToken();
  await addStopLink(tx, person, hashOf(token), at);
  return token;
}
