import type { Tx } from '../platform/database.ts';
import type { Message, RecipientKind, State, Way } from './message.ts';

type Tables = {
  message: {
    programme_id?: string;
    id: string;
    template: string;
    about_id: string;
    person_id: string | null;
    to_kind: RecipientKind;
    to_id: string;
    state: State;
    why?: string | null;
    tries?: number;
    queued_at: Date;
    claimed_at?: Date | null;
    sent_at?: Date | null;
    to_name?: string | null;
    to_address?: string | null;
    subject?: string | null;
    body?: string | null;
    way?: Way | null;
    team_id?: string | null;
    printed_at?: Date | null;
    done_by?: string | null;
  };
};

const table = (tx: Tx) => tx.withTables<Tables>();

const columns = [
  'id',
  'template',
  'about_id as about',
  'person_id as person',
  'to_kind as toKind',
  'to_id as toId',
  'state',
  'why',
  'tries',
  'queued_at as queuedAt',
  'claimed_at as claimedAt',
  'sent_at as sentAt',
  'to_name as toName',
  'way',
] as const;

const select = (tx: Tx) => table(tx).selectFrom('message').select(columns).$castTo<Message>();

export type NewMessage = Pick<Message, 'id' | 'template' | 'about' | 'person' | 'toKind' | 'toId' | 'queuedAt'>;

/** Answers the programme that the message belongs to. */
export async function addMessage(tx: Tx, { id, template, about, person, toKind, toId, queuedAt }: NewMessage): Promise<string> {
  const row = {
    id,
    template,
    about_id: about,
    person_id: person,
    to_kind: toKind,
    to_id: toId,
    state: 'queued' as const,
    queued_at: queuedAt,
  };
  const { programme_id } = await table(tx).insertInto('message').values(row).returning('programme_id').executeTakeFirstOrThrow();
  return programme_id!;
}

export type Sent = Pick<Message, 'id' | 'template' | 'about' | 'person' | 'toKind' | 'toId' | 'toName'> & {
  sentAt: Date;
  way?: Way;
  subject?: string;
  body?: string;
};

/** Letters that have gone. Those before Bothy kept what they said have no words. */
export async function addSent(tx: Tx, letters: readonly Sent[]): Promise<void> {
  const rows = letters.map(({ about, person, toKind, toId, toName, sentAt, way, subject, body, ...letter }) => ({
    ...letter,
    way: way ?? null,
    subject: subject ?? null,
    body: body ?? null,
    about_id: about,
    person_id: person,
    to_kind: toKind,
    to_id: toId,
    to_name: toName,
    state: 'sent' as const,
    tries: 1,
    queued_at: sentAt,
    claimed_at: sentAt,
    sent_at: sentAt,
  }));
  if (rows.length) await table(tx).insertInto('message').values(rows).execute();
}

/** Nobody else delivers, stops or retries it until this transaction ends. */
export const lockMessage = (tx: Tx, id: string): Promise<Message | undefined> =>
  select(tx).where('id', '=', id).forUpdate().executeTakeFirst();

export type Kept = { name: string; address: string; subject: string; body: string; way?: Way | undefined };

export async function claimMessage(
  tx: Tx,
  { id, tries }: Pick<Message, 'id' | 'tries'>,
  { name, address, subject, body, way }: Kept,
  at: Date,
): Promise<void> {
  await table(tx)
    .updateTable('message')
    .set({ state: 'sending', claimed_at: at, tries: tries + 1, to_name: name, to_address: address, subject, body, way: way ?? null })
    .where('id', '=', id)
    .execute();
}

/** Lays a message into somebody's hands: a letter to print, or words to say. */
export async function handOver(
  tx: Tx,
  id: string,
  { name, address, subject, body, way, team }: Kept & { way: 'letter' | 'by-hand'; team: string | null },
): Promise<void> {
  await table(tx)
    .updateTable('message')
    .set({
      state: way === 'letter' ? 'to-print' : 'by-hand',
      why: null,
      to_name: name,
      to_address: address,
      subject,
      body,
      way,
      team_id: team,
    })
    .where('id', '=', id)
    .execute();
}

export async function setState(
  tx: Tx,
  id: string,
  change: { state: State; why?: string | null; tries?: number; sentAt?: Date },
): Promise<void> {
  const { sentAt, ...rest } = change;
  await table(tx)
    .updateTable('message')
    .set({ ...rest, ...(sentAt && { sent_at: sentAt }) })
    .where('id', '=', id)
    .execute();
}

/** What has not left yet: also what somebody was still to print, or to tell. */
const waiting = ['queued', 'to-print', 'by-hand'] as const;

/** About a person: all of it, or only what goes to such a recipient, or of these templates. */
export type Which = { person: string; to?: RecipientKind; templates?: readonly string[] } | { about: string };

/** Answers those that were still waiting, and now are not. */
export async function stopWaiting(tx: Tx, which: Which, why: string): Promise<Pick<Message, 'id' | 'template' | 'person'>[]> {
  const stopping = table(tx).updateTable('message').set({ state: 'stopped', why }).where('state', 'in', waiting);
  const about = 'person' in which ? stopping.where('person_id', '=', which.person) : stopping.where('about_id', '=', which.about);
  const to = 'person' in which && which.to ? about.where('to_kind', '=', which.to) : about;
  const those = 'person' in which && which.templates ? to.where('template', 'in', [...which.templates]) : to;
  return those.returning(['id', 'template', 'person_id as person']).execute();
}

export async function newestMessages(
  tx: Tx,
  { state, skip, limit }: { state?: State | undefined; skip: number; limit: number },
): Promise<Message[]> {
  const all = select(tx).orderBy('queued_at', 'desc').orderBy('id', 'desc').offset(skip).limit(limit);
  return (state ? all.where('state', '=', state) : all).execute();
}

/** Those of these things about which the newest letter could not be sent. */
export async function failedAbout(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (!ids.length) return new Set();
  const newest = await table(tx)
    .selectFrom('message')
    .distinctOn('about_id')
    .select(['about_id as about', 'state'])
    .where('about_id', 'in', [...ids])
    .orderBy('about_id')
    .orderBy('queued_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Set(newest.filter(({ state }) => state === 'failed').map(({ about }) => about));
}

export const messagesOf = (tx: Tx, person: string, limit: number): Promise<(Message & { subject: string | null; body: string | null })[]> =>
  select(tx)
    .select(['subject', 'body'])
    .where('person_id', '=', person)
    .orderBy('queued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .$castTo<Message & { subject: string | null; body: string | null }>()
    .execute();

/** Every letter about a person in a line, newest first; for whoever tells them who was told what. The caller has checked that they may be seen. */
export async function lettersAbout(tx: Tx, person: string) {
  const rows = await select(tx).where('person_id', '=', person).orderBy('queued_at', 'desc').orderBy('id', 'desc').limit(500).execute();
  return rows.map(({ id, template, state, queuedAt, sentAt, toKind, toId, toName }) => ({
    id,
    template,
    state,
    at: sentAt ?? queuedAt,
    toKind,
    account: toKind === 'account' ? toId : null,
    name: toName ?? '',
  }));
}

export async function waitingFor(tx: Tx, person: string): Promise<{ id: string; programme: string }[]> {
  const rows = await table(tx)
    .selectFrom('message')
    .select(['id', 'programme_id'])
    .where('person_id', '=', person)
    .where('to_kind', '=', 'person')
    .where('state', '=', 'queued')
    .execute();
  return rows.map(({ id, programme_id }) => ({ id, programme: programme_id! }));
}

export const markPrinted = (tx: Tx, id: string, at: Date) =>
  table(tx).updateTable('message').set({ printed_at: at }).where('id', '=', id).execute();

export const markDone = (tx: Tx, id: string, by: string | null, at: Date) =>
  table(tx).updateTable('message').set({ state: 'sent', why: null, sent_at: at, done_by: by }).where('id', '=', id).execute();

export type ToPrint = { id: string; person: string; template: string; name: string; queuedAt: Date; printedAt: Date | null };

/** Letters to people that wait for the post, oldest first, of the people whom a team knows. */
export const lettersToPrint = (tx: Tx, team: string): Promise<ToPrint[]> =>
  table(tx)
    .selectFrom('message')
    .select(['id', 'to_id as person', 'template', 'to_name as name', 'queued_at as queuedAt', 'printed_at as printedAt'])
    .where('state', '=', 'to-print')
    .where('team_id', '=', team)
    .orderBy('queued_at')
    .orderBy('id')
    .limit(200)
    .$castTo<ToPrint>()
    .execute();
