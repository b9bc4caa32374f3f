import { sql, type Selectable } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { Consent } from './consent.ts';
import type { Channel, HealthNumber, Person } from './person.ts';

type PersonRow = {
  id: string;
  given_name: string;
  family_name: string;
  chosen_name: string;
  date_of_birth: string;
  pronouns: string;
  phone: string;
  email: string;
  address: string;
  place: string;
  postcode: string;
  practice_id: string | null;
  contact_channels: Channel[];
  voicemail_ok: boolean | null;
  contact_note: string;
  interpreter: string;
  access_needs: string;
  row_version: number;
  added_at: Date;
};
type IdentifierRow = { person_id: string; system: HealthNumber['system']; value: string };
type ConsentRow = {
  id: string;
  person_id: string;
  purpose: Consent['purpose'];
  recipient_id: string | null;
  basis: Consent['basis'];
  wording: string;
  asked_by: string | null;
  given_at: Date;
  withdrawn_at: Date | null;
};
type Tables = {
  person: PersonRow;
  person_identifier: IdentifierRow;
  person_team: { person_id: string; team_id: string };
  consent: ConsentRow;
};

const tables = (tx: Tx) => tx.withTables<Tables>();

export async function peopleById(tx: Tx, ids: readonly string[]): Promise<Map<string, Person>> {
  if (!ids.length) return new Map();
  const rows = await people(tx)
    .where('person.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}

export async function findPerson(tx: Tx, id: string): Promise<Person | undefined> {
  const row = await people(tx).where('person.id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function findByHealthNumber(tx: Tx, { system, value }: HealthNumber): Promise<Person | undefined> {
  const row = await people(tx).where('system', '=', system).where('value', '=', value).executeTakeFirst();
  return row && fromRow(row);
}

/** People born that day whose name is the same but for case and accents, or in the other order, or very nearly. Nearest first. */
export async function findByNameAndBirth(tx: Tx, name: { given: string; family: string }, dateOfBirth: string): Promise<Person[]> {
  const straight = `${name.given} ${name.family}`;
  const turned = `${name.family} ${name.given}`;
  const likeness = sql<number>`greatest(similarity(folded_name, folded(${straight})), similarity(folded_name, folded(${turned})))`;
  const rows = await people(tx)
    .where('date_of_birth', '=', dateOfBirth)
    .where(likeness, '>=', 0.5)
    .orderBy(likeness, 'desc')
    .limit(10)
    .execute();
  return rows.map(fromRow);
}

const people = (tx: Tx) =>
  tables(tx)
    .selectFrom('person')
    .leftJoin('person_identifier', 'person_identifier.person_id', 'person.id')
    .selectAll('person')
    .select(['system', 'value']);

export async function addPeople(tx: Tx, added: readonly Person[], at: Date | ((person: Person) => Date)): Promise<void> {
  if (!added.length) return;
  await tables(tx)
    .insertInto('person')
    .values(added.map((person) => ({ ...toRow(person), id: person.id, added_at: typeof at === 'function' ? at(person) : at })))
    .execute();
  await addIdentifiers(tx, added);
}

/** Saves over the version that was read; answers false when somebody else has saved since. */
export async function updatePerson(tx: Tx, person: Person): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('person')
    .set({ ...toRow(person), row_version: person.rowVersion + 1 })
    .where('id', '=', person.id)
    .where('row_version', '=', person.rowVersion)
    .executeTakeFirst();
  if (!numUpdatedRows) return false;
  await tables(tx).deleteFrom('person_identifier').where('person_id', '=', person.id).execute();
  await addIdentifiers(tx, [person]);
  return true;
}

async function addIdentifiers(tx: Tx, people: readonly Person[]): Promise<void> {
  const rows = people.flatMap(({ id, healthNumber }) => (healthNumber ? [{ person_id: id, ...healthNumber }] : []));
  if (rows.length) await tables(tx).insertInto('person_identifier').values(rows).execute();
}

export async function letTeamsSee(tx: Tx, known: readonly { person: string; team: string }[]): Promise<void> {
  if (!known.length) return;
  await tables(tx)
    .insertInto('person_team')
    .values(known.map(({ person, team }) => ({ person_id: person, team_id: team })))
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function teamsKnowing(tx: Tx, person: string): Promise<string[]> {
  const rows = await tables(tx).selectFrom('person_team').select('team_id').where('person_id', '=', person).execute();
  return rows.map((row) => row.team_id);
}

export async function addConsents(tx: Tx, consents: readonly Consent[]): Promise<void> {
  if (!consents.length) return;
  await tables(tx)
    .insertInto('consent')
    .values(
      consents.map(({ person, recipient, askedBy, givenAt, withdrawnAt, ...rest }) => ({
        ...rest,
        person_id: person,
        recipient_id: recipient,
        asked_by: askedBy,
        given_at: givenAt,
        withdrawn_at: withdrawnAt,
      })),
    )
    .execute();
}

export async function consentsOf(tx: Tx, person: string): Promise<Consent[]> {
  const rows = await tables(tx).selectFrom('consent').selectAll().where('person_id', '=', person).orderBy('given_at', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    purpose: row.purpose,
    recipient: row.recipient_id,
    basis: row.basis,
    wording: row.wording,
    askedBy: row.asked_by,
    givenAt: row.given_at,
    withdrawnAt: row.withdrawn_at,
  }));
}

/** Gives what was agreed to the record that stays, and removes the other, which nothing else refers to any more. */
export async function foldPerson(tx: Tx, from: string, into: string): Promise<void> {
  await tables(tx).updateTable('consent').set({ person_id: into }).where('person_id', '=', from).execute();
  await tables(tx).deleteFrom('person').where('id', '=', from).execute();
}

const toRow = (person: Person) => ({
  given_name: person.givenName,
  family_name: person.familyName,
  chosen_name: person.chosenName,
  date_of_birth: person.dateOfBirth,
  pronouns: person.pronouns,
  phone: person.phone,
  email: person.email,
  address: person.address,
  place: person.place,
  postcode: person.postcode,
  practice_id: person.practice,
  contact_channels: [...person.safeContact.channels],
  voicemail_ok: person.safeContact.voicemailOk,
  contact_note: person.safeContact.note,
  interpreter: person.interpreter,
  access_needs: person.accessNeeds,
  row_version: person.rowVersion,
});

const fromRow = (row: Selectable<PersonRow> & Partial<Nullable<IdentifierRow>>): Person => ({
  id: row.id,
  givenName: row.given_name,
  familyName: row.family_name,
  chosenName: row.chosen_name,
  dateOfBirth: row.date_of_birth,
  pronouns: row.pronouns,
  phone: row.phone,
  email: row.email,
  address: row.address,
  place: row.place,
  postcode: row.postcode,
  practice: row.practice_id,
  healthNumber: row.system && row.value ? { system: row.system, value: row.value } : null,
  safeContact: { channels: row.contact_channels, voicemailOk: row.voicemail_ok, note: row.contact_note },
  interpreter: row.interpreter,
  accessNeeds: row.access_needs,
  rowVersion: row.row_version,
});

type Nullable<T> = { [K in keyof T]: T[K] | null };
