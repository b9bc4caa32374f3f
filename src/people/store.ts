import { type ColumnType, sql, type Selectable } from 'kysely';
import type { Tx } from '../platform/database.ts';
import type { Consent } from './consent.ts';
import type { Channel, HealthNumber, Person } from './person.ts';
import { type ContactWishes, noWishes } from './wishes.ts';

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
  contact_wishes: ColumnType<Partial<ContactWishes>, string, string>;
  died_told_at: Date | null;
  died_on: string | null;
  interpreter: string;
  access_needs: string;
  row_version: number;
  added_at: Date;
};
type IdentifierRow = { person_id: string; system: HealthNumber['system']; value: string; version: string; place: number };
type WithNumbers = { numbers: readonly HealthNumber[] | null };
type ConsentRow = {
  id: string;
  person_id: string;
  purpose: Consent['purpose'];
  recipient_id: string | null;
  answer: Consent['answer'];
  how: Consent['how'];
  why: string;
  lawful: Consent['lawful'];
  confidentiality: Consent['confidentiality'];
  wording: string;
  asked_by: string | null;
  given_at: Date;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawn_how: Consent['withdrawnHow'];
};
/** Where this record went when it turned out to be another's. */
type Merged = { merged_into: ColumnType<string | null, undefined> };
type Tables = {
  person: PersonRow & Merged;
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
  const held = tables(tx).selectFrom('person_identifier').select('person_id').where('system', '=', system).where('value', '=', value);
  const row = await people(tx).where('person.id', 'in', held).executeTakeFirst();
  return row && fromRow(row);
}

/** People born that day whose name is the same but for case and accents, or in the other order, or very nearly. Nearest first. */
export async function findByNameAndBirth(tx: Tx, name: { given: string; family: string }, dateOfBirth: string): Promise<Person[]> {
  const straight = `${name.given} ${name.family}`;
  const turned = `${name.family} ${name.given}`;
  const likeness = sql<number>`greatest(similarity(folded_name, folded(${straight})), similarity(folded_name, folded(${turned})))`;
  const rows = await people(tx)
    .where('date_of_birth', '=', dateOfBirth)
    .where('merged_into', 'is', null)
    .where(likeness, '>=', 0.5)
    .orderBy(likeness, 'desc')
    .limit(10)
    .execute();
  return rows.map(fromRow);
}

const people = (tx: Tx) =>
  tables(tx)
    .selectFrom('person')
    .selectAll('person')
    .select(
      sql<
        WithNumbers['numbers']
      >`(select json_agg(json_build_object('system', n.system, 'value', n.value, 'version', n.version) order by n.place)
        from person_identifier n where n.programme_id = person.programme_id and n.person_id = person.id)`.as('numbers'),
    );

/** People of exactly this name, but for case and accents. */
export async function peopleNamed(tx: Tx, name: string): Promise<Person[]> {
  const rows = await people(tx)
    .where(sql<boolean>`folded_name = folded(${name})`)
    .where('merged_into', 'is', null)
    .limit(5)
    .execute();
  return rows.map(fromRow);
}

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
  const rows = people.flatMap(({ id, healthNumber, otherNumbers }) =>
    [...(healthNumber ? [healthNumber] : []), ...otherNumbers].map(({ system, value, version = '' }, place) => ({
      ...{ person_id: id, system, value, version, place },
    })),
  );
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

/** Many may rely on a person's answers at once, and nobody while they change. */
export async function holdAnswers(tx: Tx, person: string, why: 'to-rely-on' | 'to-change'): Promise<void> {
  const row = tables(tx).selectFrom('person').select('id').where('id', '=', person);
  await (why === 'to-change' ? row.forUpdate() : row.forKeyShare()).execute();
}

export async function saveWithdrawals(tx: Tx, consents: readonly Consent[]): Promise<void> {
  for (const { id, withdrawnAt, withdrawnBy, withdrawnHow } of consents) {
    await tables(tx)
      .updateTable('consent')
      .set({ withdrawn_at: withdrawnAt, withdrawn_by: withdrawnBy, withdrawn_how: withdrawnHow })
      .where('id', '=', id)
      .execute();
  }
}

export async function addConsents(tx: Tx, consents: readonly Consent[]): Promise<void> {
  if (!consents.length) return;
  await tables(tx)
    .insertInto('consent')
    .values(
      consents.map(({ person, recipient, askedBy, givenAt, withdrawnAt, withdrawnBy, withdrawnHow, ...rest }) => ({
        ...rest,
        person_id: person,
        recipient_id: recipient,
        asked_by: askedBy,
        given_at: givenAt,
        withdrawn_at: withdrawnAt,
        withdrawn_by: withdrawnBy,
        withdrawn_how: withdrawnHow,
      })),
    )
    .execute();
}

/** What many people answered to one purpose. */
export async function consentsFor(tx: Tx, people: readonly string[], purpose: Consent['purpose']): Promise<Map<string, Consent[]>> {
  const all = new Map<string, Consent[]>();
  for (let at = 0; at < people.length; at += 5000) {
    const part = tables(tx)
      .selectFrom('consent')
      .selectAll()
      .where('person_id', 'in', people.slice(at, at + 5000));
    for (const row of await part.where('purpose', '=', purpose).execute())
      all.set(row.person_id, [...(all.get(row.person_id) ?? []), toConsent(row)]);
  }
  return all;
}

export async function consentsOf(tx: Tx, person: string): Promise<Consent[]> {
  const rows = await tables(tx).selectFrom('consent').selectAll().where('person_id', '=', person).orderBy('given_at', 'desc').execute();
  return rows.map(toConsent);
}

const toConsent = (row: ConsentRow): Consent => ({
  id: row.id,
  person: row.person_id,
  purpose: row.purpose,
  recipient: row.recipient_id,
  answer: row.answer,
  how: row.how,
  why: row.why,
  lawful: row.lawful,
  confidentiality: row.confidentiality,
  wording: row.wording,
  askedBy: row.asked_by,
  givenAt: row.given_at,
  withdrawnAt: row.withdrawn_at,
  withdrawnBy: row.withdrawn_by,
  withdrawnHow: row.withdrawn_how,
});

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
  contact_wishes: JSON.stringify(person.wishes),
  died_told_at: person.died?.toldAt ?? null,
  died_on: person.died?.on ?? null,
  interpreter: person.interpreter,
  access_needs: person.accessNeeds,
  row_version: person.rowVersion,
});

const fromRow = (row: Selectable<PersonRow> & WithNumbers): Person => ({
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
  healthNumber: numbersOf(row)[0] ?? null,
  otherNumbers: numbersOf(row).slice(1),
  safeContact: { channels: row.contact_channels, voicemailOk: row.voicemail_ok, note: row.contact_note },
  wishes: { ...noWishes, ...row.contact_wishes },
  died: row.died_told_at && { on: row.died_on, toldAt: row.died_told_at },
  interpreter: row.interpreter,
  accessNeeds: row.access_needs,
  rowVersion: row.row_version,
});

const numbersOf = ({ numbers }: WithNumbers): HealthNumber[] =>
  (numbers ?? []).map(({ system, value, version }) => ({ system, value, ...(version && { version }) }));
