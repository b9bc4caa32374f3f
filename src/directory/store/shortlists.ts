import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Shortlist, ShortlistItem } from '../shortlist.ts';

type Row = Omit<Shortlist, 'items'> & { items: readonly ShortlistItem[]; removed: boolean };

const columns = sql`
  s.id, s.name, s.account_id as account, s.person_id as person, s.made_at as "madeAt", s.row_version as "rowVersion",
  s.removed_at is not null as removed,
  coalesce((select jsonb_agg(jsonb_build_object('service', i.service_id, 'note', i.note, 'rowVersion', i.row_version) order by i.place, i.service_id)
    from shortlist_item i where i.shortlist_id = s.id and i.removed_at is null), '[]') as items`;

export async function findShortlist(tx: Tx, id: string, { removed = false } = {}): Promise<Shortlist | undefined> {
  const { rows } = await sql<Row>`select ${columns} from shortlist s where s.id = ${id}`.execute(tx);
  return rows.map(toShortlist(removed)).find((list) => list);
}

const toShortlist =
  (removed: boolean) =>
  ({ removed: gone, ...list }: Row): Shortlist | undefined =>
    gone === removed ? list : undefined;

/** The lists of one person, or of an account that are nobody's in particular; newest first. */
export async function shortlistsOf(tx: Tx, of: { person: string } | { account: string }): Promise<Shortlist[]> {
  const theirs = 'person' in of ? sql`s.person_id = ${of.person}` : sql`s.account_id = ${of.account} and s.person_id is null`;
  const { rows } = await sql<Row>`
    select ${columns} from shortlist s where ${theirs} and s.removed_at is null order by s.made_at desc, s.id limit 200`.execute(tx);
  return rows.map(({ removed: _, ...list }) => list);
}

/** The ids of people for whom this account has begun a list. */
export async function peopleWithLists(tx: Tx, account: string): Promise<{ id: string; person: string }[]> {
  const { rows } = await sql<{ id: string; person: string }>`
    select id, person_id as person from shortlist where account_id = ${account} and person_id is not null and removed_at is null
    order by made_at desc, id limit 200`.execute(tx);
  return rows;
}

export async function addShortlist(tx: Tx, { id, name, account, person, madeAt }: Omit<Shortlist, 'items' | 'rowVersion'>): Promise<void> {
  await sql`insert into shortlist (id, name, account_id, person_id, made_at) values (${id}, ${name}, ${account}, ${person}, ${madeAt})`.execute(
    tx,
  );
}

/** False when somebody else has changed it since that version. */
export async function renameShortlist(tx: Tx, id: string, name: string, rowVersion: number): Promise<boolean> {
  const { rows } = await sql`
    update shortlist set name = ${name}, row_version = row_version + 1 where id = ${id} and row_version = ${rowVersion} returning id`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function setShortlistRemoved(tx: Tx, id: string, at: Date | null): Promise<void> {
  await sql`update shortlist set removed_at = ${at} where id = ${id}`.execute(tx);
}

/** Puts a service at the end of a list; one that was taken off comes back with its note. */
export async function addItem(tx: Tx, list: string, service: string): Promise<void> {
  const last = sql`(select coalesce(max(place), 0) + 1 from shortlist_item where shortlist_id = ${list})`;
  await sql`
    insert into shortlist_item (shortlist_id, service_id, place) values (${list}, ${service}, ${last})
    on conflict (programme_id, shortlist_id, service_id) do update set removed_at = null,
      place = case when shortlist_item.removed_at is null then shortlist_item.place else excluded.place end`.execute(tx);
}

/** Answers whether it was there to be taken off, or to be put back. */
export async function setItemRemoved(tx: Tx, list: string, service: string, at: Date | null): Promise<boolean> {
  const { rows } = await sql`
    update shortlist_item set removed_at = ${at} where shortlist_id = ${list} and service_id = ${service}
      and (removed_at is null) = (${at}::timestamptz is not null) returning service_id`.execute(tx);
  return rows.length > 0;
}

/** False when somebody else has changed it since that version. */
export async function saveNote(tx: Tx, list: string, service: string, note: string, rowVersion: number): Promise<boolean> {
  const { rows } = await sql`
    update shortlist_item set note = ${note}, row_version = row_version + 1
    where shortlist_id = ${list} and service_id = ${service} and row_version = ${rowVersion} and removed_at is null returning service_id`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function reorder(tx: Tx, list: string, services: readonly string[]): Promise<void> {
  await sql`
    update shortlist_item i set place = o.nth from unnest(${[...services]}::uuid[]) with ordinality as o (service_id, nth)
    where i.shortlist_id = ${list} and i.service_id = o.service_id`.execute(tx);
}

export type Linked = { programme: string; shortlist: string; ended: boolean };

export async function addLink(tx: Tx, list: string, tokenHash: Buffer, at: Date, endsAt: Date): Promise<void> {
  await sql`insert into shortlist_link (token_hash, shortlist_id, made_at, ends_at) values (${tokenHash}, ${list}, ${at}, ${endsAt})`.execute(
    tx,
  );
}

/** How many links still show a list, and until when the last of them does. */
export async function linksOf(tx: Tx, list: string, at: Date): Promise<{ count: number; until: Date | null }> {
  const { rows } = await sql<{ count: number; until: Date | null }>`
    select count(*) as count, max(ends_at) as until from shortlist_link where shortlist_id = ${list} and ends_at > ${at}`.execute(tx);
  return rows[0]!;
}

export async function endLinks(tx: Tx, list: string, at: Date): Promise<void> {
  await sql`update shortlist_link set ends_at = ${at} where shortlist_id = ${list} and ends_at > ${at}`.execute(tx);
}

/** Asked outside programmes: the token alone tells which one is meant. */
export async function linkedTo(tx: Tx, tokenHash: Buffer, at: Date): Promise<Linked | undefined> {
  const { rows } = await sql<Linked>`select programme, shortlist, ended from shortlist_of_link(${tokenHash}, ${at})`.execute(tx);
  return rows[0];
}

export async function addMail(tx: Tx, id: string, list: string, address: string, at: Date): Promise<void> {
  await sql`insert into shortlist_mail (id, shortlist_id, address, asked_at) values (${id}, ${list}, ${address}, ${at})`.execute(tx);
}

/** The list that a mail is to show, and where it goes. */
export async function findMail(tx: Tx, id: string): Promise<{ list: string; address: string } | undefined> {
  const { rows } = await sql<{ list: string; address: string }>`
    select shortlist_id as list, address from shortlist_mail where id = ${id}`.execute(tx);
  return rows[0];
}

/** What was taken away, the links that have ended and the addresses of mails before this. */
export async function forgetShortlistsBefore(tx: Tx, { removed, mailed }: { removed: Date; mailed: Date }): Promise<void> {
  await sql`delete from shortlist where removed_at < ${removed}`.execute(tx);
  await sql`delete from shortlist_item where removed_at < ${removed}`.execute(tx);
  await sql`delete from shortlist_link where ends_at < ${removed}`.execute(tx);
  await sql`delete from shortlist_mail where asked_at < ${mailed}`.execute(tx);
}
