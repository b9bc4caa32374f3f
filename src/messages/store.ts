import type { Tx } from '../platform/database.ts';
import type { Message, RecipientKind, State } from './message.ts';

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

export type Sent = Pick<Message, 'id' | 'template' | 'about' | 'person' | 'toKind' | 'toId' | 'toName'> & { sentAt: Date };

/** Letters that went before Bothy kept what they said. */
export async function addSent(tx: Tx, letters: readonly Sent[]): Promise<void> {
  const rows = letters.map(({ about, person, toKind, toId, toName, sentAt, ...letter }) => ({
    ...letter,
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

export type Kept = { name: string; address: string; subject: string; body: string };

export async function claimMessage(
  tx: Tx,
  { id, tries }: Pick<Message, 'id' | 'tries'>,
  { name, address, subject, body }: Kept,
  at: Date,
): Promise<void> {
  await table(tx)
    .updateTable('message')
    .set({ state: 'sending', claimed_at: at, tries: tries + 1, to_name: name, to_address: address, subject, body })
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

type Which = { person: string } | { about: string };

/** Answers those that were still waiting, and now are not. */
export async function stopWaiting(tx: Tx, which: Which, why: string): Promise<Pick<Message, 'id' | 'template' | 'person'>[]> {
  const stopping = table(tx).updateTable('message').set({ state: 'stopped', why }).where('state', '=', 'queued');
  const those = 'person' in which ? stopping.where('person_id', '=', which.person) : stopping.where('about_id', '=', which.about);
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
