import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Attempt } from '../attempts.ts';
import type { Contact, ContactChannel } from '../contact.ts';
import { inParts } from './in-parts.ts';
import { type AttemptRow, type ContactRow, tables } from './tables.ts';

export async function addContacts(tx: Tx, contacts: readonly Contact[]): Promise<void> {
  for (const part of inParts(contacts)) await tables(tx).insertInto('contact').values(part.map(toRow)).execute();
}

export async function addAttempts(tx: Tx, attempts: readonly Attempt[]): Promise<void> {
  for (const part of inParts(attempts)) await tables(tx).insertInto('attempt').values(part.map(toAttemptRow)).execute();
}

export async function contactsOf(tx: Tx, person: string, limit = 200): Promise<Contact[]> {
  const rows = await tables(tx)
    .selectFrom('contact')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('happened_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

export async function attemptsOf(tx: Tx, person: string, limit = 200): Promise<Attempt[]> {
  const rows = await tables(tx)
    .selectFrom('attempt')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('tried_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromAttemptRow);
}

export async function attemptsIn(tx: Tx, support: string): Promise<Attempt[]> {
  const rows = await tables(tx).selectFrom('attempt').selectAll().where('support_id', '=', support).orderBy('tried_at', 'desc').execute();
  return rows.map(fromAttemptRow);
}

export async function lastChannelOf(tx: Tx, person: string): Promise<ContactChannel | undefined> {
  const row = await tables(tx)
    .selectFrom('contact')
    .select('channel')
    .where('person_id', '=', person)
    .where('struck_at', 'is', null)
    .orderBy('happened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.channel;
}

/** How much was done in a support, for the letter that ends it. */
export async function countIn(
  tx: Tx,
  support: string,
): Promise<{ contacts: number; attempts: number; first: Date | null; last: Date | null }> {
  const made = await tables(tx)
    .selectFrom('contact')
    .where('support_id', '=', support)
    .where('struck_at', 'is', null)
    .select(({ fn }) => [fn.countAll<number>().as('contacts'), fn.min('happened_at').as('first'), fn.max('happened_at').as('last')])
    .executeTakeFirstOrThrow();
  const tried = await tables(tx)
    .selectFrom('attempt')
    .where('support_id', '=', support)
    .select(({ fn }) => fn.countAll<number>().as('attempts'))
    .executeTakeFirstOrThrow();
  return { ...made, ...tried };
}

export const toRow = ({
  person,
  support,
  happenedAt,
  nextStep,
  by,
  tags,
  travelMinutes,
  travelKm,
  rowVersion,
  struck,
  ...rest
}: Contact): ContactRow => ({
  ...rest,
  person_id: person,
  support_id: support,
  happened_at: happenedAt,
  next_step: nextStep,
  by_id: by,
  tags: [...tags],
  travel_minutes: travelMinutes,
  travel_km: travelKm,
  row_version: rowVersion,
  struck_at: struck?.at ?? null,
  struck_by: struck?.by ?? null,
  struck_why: struck?.why ?? '',
});

export const fromRow = (row: Selectable<ContactRow>): Contact => ({
  id: row.id,
  person: row.person_id,
  support: row.support_id,
  happenedAt: row.happened_at,
  channel: row.channel,
  place: row.place,
  minutes: row.minutes,
  present: row.present,
  note: row.note,
  nextStep: row.next_step,
  debrief: row.debrief,
  by: row.by_id,
  template: row.template,
  tags: row.tags,
  travelMinutes: row.travel_minutes,
  travelKm: row.travel_km === null ? null : Number(row.travel_km),
  outcome: row.outcome,
  rowVersion: row.row_version,
  struck: row.struck_at && row.struck_by ? { at: row.struck_at, by: row.struck_by, why: row.struck_why } : null,
});

const toAttemptRow = ({ person, support, triedAt, whyThisWay, by, ...rest }: Attempt): AttemptRow => ({
  ...rest,
  person_id: person,
  support_id: support,
  tried_at: triedAt,
  why_this_way: whyThisWay,
  by_id: by,
});

const fromAttemptRow = (row: Selectable<AttemptRow>): Attempt => ({
  id: row.id,
  person: row.person_id,
  support: row.support_id,
  triedAt: row.tried_at,
  channel: row.channel,
  outcome: row.outcome,
  note: row.note,
  whyThisWay: row.why_this_way,
  by: row.by_id,
});
