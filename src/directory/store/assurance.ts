import { sql } from 'kysely';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import type { AnswerKind, Asked, AskedService, Candidate } from '../assurance.ts';

type Link = { programme: string; ask: string; expired: boolean };
type AskRow = Omit<Asked, 'services'> & { addressHash: Buffer; services: AskedService[] };

/** What may be told to nobody outside is not asked about either. */
const mayAsk = sql`s.status = 'active' and o.status = 'active' and not exists (
  select from directory_record r where (r.private or r.removed) and (r.kind, r.id) in (('service', s.id), ('organisation', o.id)))`;
const address = sql`lower(coalesce(nullif(s.request_email, ''), nullif(s.email, ''), nullif(o.email, ''), ''))`;

/** Services that nobody has checked since a day, and about which nobody was asked since an instant; those that will be hidden soonest first, those never checked last. */
export async function dueToBeAsked(
  tx: Tx,
  { checkedBefore, askedBefore, limit }: { checkedBefore: CalendarDay; askedBefore: Date; limit: number },
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select s.id as service, o.id as organisation, ${address} as address, s.assured_at as "assuredAt"
    from service s join organisation o on o.id = s.organisation_id
    where ${mayAsk} and ${address} like '%@%' and (s.assured_at is null or s.assured_at <= ${checkedBefore}::date)
      and not exists (select from assurance_ask_service a join assurance_ask k on k.id = a.ask_id where a.service_id = s.id and k.asked_at > ${askedBefore})
    order by s.assured_at nulls last, s.id limit ${limit}`.execute(tx);
  return rows;
}

/** Everything that these organisations answer for at the addresses of their services. */
export async function candidatesOf(tx: Tx, organisations: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select s.id as service, o.id as organisation, ${address} as address, s.assured_at as "assuredAt"
    from service s join organisation o on o.id = s.organisation_id
    where o.id = any(${organisations}::uuid[]) and ${mayAsk} and ${address} like '%@%'
    order by lower(unaccent(s.name)), s.id`.execute(tx);
  return rows;
}

/** The organisations that run these services. */
export async function organisationsOf(tx: Tx, services: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct organisation_id as id from service where id = any(${services}::uuid[])`.execute(tx);
  return rows.map(({ id }) => id);
}

export type NewAsk = {
  id: string;
  organisation: string;
  addressHash: Buffer;
  at: Date;
  on: CalendarDay;
  by: string | null;
  services: readonly string[];
};

/** False when the same was asked on this day already. */
export async function addAsk(tx: Tx, { id, organisation, addressHash, at, on, by, services }: NewAsk): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into assurance_ask (id, organisation_id, address_hash, asked_at, asked_on, asked_by)
    values (${id}, ${organisation}, ${addressHash}, ${at}, ${on}::date, ${by}) on conflict do nothing returning id`.execute(tx);
  if (!rows.length) return false;
  await sql`
    insert into assurance_ask_service (ask_id, service_id) select ${id}, service from unnest(${services}::uuid[]) service`.execute(tx);
  return true;
}

/** How many mails went out by themselves since an instant. */
export async function askedByItselfSince(tx: Tx, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from assurance_ask where asked_by is null and asked_at > ${since}`.execute(tx);
  return rows[0]!.n;
}

/** The askings since an instant at these addresses of these organisations. */
export async function asksAt(
  tx: Tx,
  at: readonly { organisation: string; addressHash: Buffer }[],
  since: Date,
): Promise<{ id: string; organisation: string; addressHash: Buffer }[]> {
  const organisations = at.map(({ organisation }) => organisation);
  const { rows } = await sql<{ id: string; organisation: string; addressHash: Buffer }>`
    select id, organisation_id as organisation, address_hash as "addressHash" from assurance_ask
    where organisation_id = any(${organisations}::uuid[]) and asked_at > ${since}`.execute(tx);
  return rows;
}

const ask = sql`k.id, k.organisation_id as organisation, k.asked_at as "askedAt", k.reminded_at as "remindedAt",
  k.answered_at as "answeredAt", k.address_hash as "addressHash",
  coalesce((select jsonb_agg(jsonb_build_object('service', a.service_id, 'answer', a.answer, 'wasAssuredAt', a.was_assured_at,
      'wasAssuredBy', a.was_assured_by, 'suggestion', a.suggestion_id) order by lower(unaccent(s.name)), s.id)
    from assurance_ask_service a join service s on s.id = a.service_id where a.ask_id = k.id), '[]') as services`;

export async function findAsk(tx: Tx, id: string): Promise<AskRow | undefined> {
  const { rows } = await sql<AskRow>`select ${ask} from assurance_ask k where k.id = ${id}`.execute(tx);
  return rows[0];
}

/** Nobody else answers it until this transaction ends. */
export async function holdAsk(tx: Tx, id: string): Promise<AskRow | undefined> {
  await sql`select from assurance_ask where id = ${id} for update`.execute(tx);
  return findAsk(tx, id);
}

/** Those that have waited for an answer since before an instant and were not reminded; nobody else holds them. */
export async function holdSilentAsks(tx: Tx, askedBefore: Date, limit: number): Promise<{ id: string; service: string }[]> {
  const { rows } = await sql<{ id: string; service: string }>`
    select k.id, (select min(a.service_id::text) from assurance_ask_service a where a.ask_id = k.id) as service from assurance_ask k
    where k.answered_at is null and k.reminded_at is null and k.asked_at <= ${askedBefore}
      and exists (select from assurance_ask_service a where a.ask_id = k.id)
    order by k.asked_at, k.id limit ${limit} for update skip locked`.execute(tx);
  return rows;
}

export async function noteReminded(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await sql`update assurance_ask set reminded_at = ${at} where id = any(${ids}::uuid[])`.execute(tx);
}

export async function noteAnswered(tx: Tx, id: string, at: Date | null): Promise<void> {
  await sql`update assurance_ask set answered_at = ${at} where id = ${id}`.execute(tx);
}

type Answer = { answer: AnswerKind | null; at: Date | null } & Pick<AskedService, 'wasAssuredAt' | 'wasAssuredBy' | 'suggestion'>;

export async function noteAnswer(
  tx: Tx,
  ask: string,
  service: string,
  { answer, at, wasAssuredAt, wasAssuredBy, suggestion }: Answer,
): Promise<void> {
  await sql`
    update assurance_ask_service set answer = ${answer}, answered_at = ${at}, was_assured_at = ${wasAssuredAt}::date,
      was_assured_by = ${wasAssuredBy}, suggestion_id = ${suggestion}::uuid
    where ask_id = ${ask} and service_id = ${service}`.execute(tx);
}

export async function addAssuranceLink(tx: Tx, ask: string, tokenHash: Buffer, at: Date, expiresAt: Date): Promise<void> {
  await sql`
    insert into assurance_link (token_hash, ask_id, made_at, expires_at) values (${tokenHash}, ${ask}, ${at}, ${expiresAt})`.execute(tx);
}

/** Asked outside programmes: the token alone tells which one is meant. */
export async function assuranceOf(tx: Tx, tokenHash: Buffer, at: Date): Promise<Link | undefined> {
  const { rows } = await sql<Link>`select programme, ask, expired from assurance_of_link(${tokenHash}, ${at})`.execute(tx);
  return rows[0];
}
