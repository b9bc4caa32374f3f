import { randomUUID } from 'node:crypto';
import { type Asker, may } from '../identity/index.ts';
import type { Database, Tx } from '../platform/database.ts';
import { type By, recordEvents } from '../platform/events.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { type Consent, wordings } from './consent.ts';
import { changedFields, type HealthNumber, type NewPerson, type Person, withDefaults } from './person.ts';
import * as store from './store.ts';

export {
  firstNameOf,
  nameOf,
  withDefaults,
  type Channel,
  type HealthNumber,
  type NewPerson,
  type Person,
  type SafeContact,
} from './person.ts';
export { isNhsNumber, spaced } from './health-number.ts';
export { type Consent, wordings } from './consent.ts';
export { optionalText, personFields, requiredText, safeContactOf } from './pages/person-fields.ts';
export { SafeContactFields } from './pages/safe-contact.tsx';
export { addConsents, addPeople, consentsOf, findPerson, letTeamsSee, peopleById } from './store.ts';

export type People = ReturnType<typeof openPeople>;
export type Candidate = { givenName: string; familyName: string; dateOfBirth: string; healthNumber: HealthNumber | null };
export type Likely = { person: Person; because: 'number' | 'name-and-birth' };

export function openPeople({ db, now }: { db: Database; now: () => Date }) {
  return {
    /** A person's record, for somebody whose team knows them. */
    see: (asker: Asker, id: string): Promise<Result<Person, 'not-found' | 'not-yours'>> =>
      db.inProgramme(asker.programme.id, (tx) => personWithin(tx, asker, 'see person', id)),

    /** Saves changed details over the version that was read; `stale` brings what somebody else saved meanwhile. */
    update: (
      asker: Asker,
      changed: Person,
    ): Promise<Result<Person, 'not-found' | 'not-yours' | { stale: Person } | { numberOf: Person }>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const found = await personWithin(tx, asker, 'support person', changed.id);
        if (!found.ok) return found;
        const before = found.value;
        const holder = changed.healthNumber && (await store.findByHealthNumber(tx, changed.healthNumber));
        if (holder && holder.id !== changed.id) return refuse({ numberOf: holder });
        if (!(await store.updatePerson(tx, changed))) return refuse({ stale: before });
        const fields = changedFields(before, changed);
        const by: By = { kind: 'account', id: asker.id };
        await recordEvents(tx, [
          { type: 'person-updated', subject: { kind: 'person', id: changed.id }, person: changed.id, by, at: now(), data: { fields } },
        ]);
        return ok(changed);
      }),
  };
}

/** The person, if this asker's reach covers one of the teams that know them. For other modules, inside their transaction. */
export async function personWithin(
  tx: Tx,
  asker: Asker,
  action: 'see person' | 'support person' | 'connect',
  id: string,
): Promise<Result<Person, 'not-found' | 'not-yours'>> {
  const person = await store.findPerson(tx, id);
  if (!person) return refuse('not-found');
  const teams = await store.teamsKnowing(tx, id);
  return teams.some((team) => may(asker, action, { team })) ? ok(person) : refuse('not-yours');
}

/** People who may be the one that is being referred: by number first, then by name and date of birth. */
export async function likelyMatches(tx: Tx, { givenName, familyName, dateOfBirth, healthNumber }: Candidate): Promise<Likely[]> {
  const byNumber = healthNumber && (await store.findByHealthNumber(tx, healthNumber));
  const byName = await store.findByNameAndBirth(tx, { given: givenName, family: familyName }, dateOfBirth);
  return [
    ...(byNumber ? [{ person: byNumber, because: 'number' as const }] : []),
    ...byName.filter((person) => person.id !== byNumber?.id).map((person) => ({ person, because: 'name-and-birth' as const })),
  ];
}

/** Somebody new, or somebody known about whom a referrer has now told us something that nobody had written down yet. */
export function personFor(
  tx: Tx,
  who: { new: NewPerson } | { known: Person; learnt: Partial<NewPerson> },
  by: By,
  at: Date,
): Promise<Person> {
  return 'new' in who ? addPerson(tx, who.new, by, at) : learn(tx, who.known, who.learnt, by, at);
}

/** Two records turn out to be one person: what the newer says fills what the older lacks, and the newer goes. */
export async function joinPeople(tx: Tx, newer: Person, older: Person, by: By, at: Date): Promise<Person> {
  await store.foldPerson(tx, newer.id, older.id);
  const joined = await learn(tx, older, newer, by, at);
  await recordEvents(tx, [{ type: 'person-joined', subject: { kind: 'person', id: newer.id }, person: older.id, by, at }]);
  return joined;
}

async function learn(tx: Tx, known: Person, learnt: Partial<NewPerson>, by: By, at: Date): Promise<Person> {
  const fuller: Person = {
    ...known,
    phone: known.phone || (learnt.phone ?? ''),
    email: known.email || (learnt.email ?? ''),
    place: known.place || (learnt.place ?? ''),
    practice: known.practice ?? learnt.practice ?? null,
    healthNumber: known.healthNumber ?? learnt.healthNumber ?? null,
    safeContact: known.safeContact.channels.length ? known.safeContact : (learnt.safeContact ?? known.safeContact),
  };
  const fields = changedFields(known, fuller);
  if (!fields.length || !(await store.updatePerson(tx, fuller))) return known;
  await recordEvents(tx, [
    { type: 'person-updated', subject: { kind: 'person', id: known.id }, person: known.id, by, at, data: { fields } },
  ]);
  return fuller;
}

export async function addPerson(tx: Tx, details: NewPerson, by: By, at: Date): Promise<Person> {
  const person = withDefaults(randomUUID(), details);
  await store.addPeople(tx, [person], at);
  await recordEvents(tx, [{ type: 'person-added', subject: { kind: 'person', id: person.id }, person: person.id, by, at }]);
  return person;
}

/** Records that the person agreed, with the words that they were asked with. */
export async function recordConsent(
  tx: Tx,
  {
    person,
    purpose,
    recipient = null,
    askedBy,
    at,
  }: { person: string; purpose: keyof typeof wordings; recipient?: string | null; askedBy: string | null; at: Date },
): Promise<Consent> {
  const consent: Consent = {
    id: randomUUID(),
    person,
    purpose,
    recipient,
    basis: 'agreed',
    wording: wordings[purpose],
    askedBy,
    givenAt: at,
    withdrawnAt: null,
  };
  await store.addConsents(tx, [consent]);
  await recordEvents(tx, [
    {
      type: 'consent-given',
      subject: { kind: 'consent', id: consent.id },
      person,
      by: askedBy ? { kind: 'account', id: askedBy } : { kind: 'person', id: person },
      at,
      data: { purpose },
    },
  ]);
  return consent;
}
