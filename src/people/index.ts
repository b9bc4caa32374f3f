import { randomUUID } from 'node:crypto';
import type { Asker } from '../identity/index.ts';
import type { Database, Tx } from '../platform/database.ts';
import { type By, recordEvents } from '../platform/events.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { answered, type Consent, type Purpose } from './consent.ts';
import { changedFields, type HealthNumber, type NewPerson, type Person, withDefaults } from './person.ts';
import * as store from './store.ts';
import { makeOne } from './uses/merging.ts';
import { personWithin } from './uses/within.ts';
import { sectionUses } from './uses/sections.ts';

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
export { type SectionId, sections } from './core/sections.ts';
export { isNhsNumber, spaced } from './health-number.ts';
export type { Content } from './core/section.ts';
export type { About, OneSection, Tie } from './uses/sections.ts';
export { answered, type Consent, type Purpose } from './consent.ts';
export { birthAgrees, optionalText, personFields, requiredText, safeContactOf } from './pages/person-fields.ts';
export { InDanger, PersonPage, PersonSections } from './pages/person-page.tsx';
export { SafeContactFields } from './pages/safe-contact.tsx';
export { addConsents, addPeople, consentsOf, findPerson, letTeamsSee, peopleById } from './store.ts';

export { SafeContactFacts, useWishLines } from './pages/safe-contact-facts.tsx';
export { openPosting, type Posting } from './uses/posting.ts';
export { openReachings, type Reachings } from './uses/safe-contact.ts';
export { DiedBanner } from './pages/died-banner.tsx';
export { peopleLetters } from './letters/died.ts';
export { type Deaths, openDeaths } from './uses/deaths.ts';
export { mayBeSent, withoutBarred } from './reaching.ts';
export { type Consents, openConsents } from './uses/consents.ts';
export { openSharing, type Sharing } from './uses/sharing.ts';
export { type Extracts, openExtracts } from './uses/extracts.ts';
export { compareOptOuts, openOptOuts, type OptOuts } from './uses/opt-outs.ts';
export { type Merging, openMerging } from './uses/merging.ts';
export { whoMatters } from './uses/who-matters.ts';
export { saysNoTo } from './uses/says-no.ts';
export { personWithin } from './uses/within.ts';
export { reachNow, stopLink, whyNotTo } from './uses/reach.ts';
export { type ContactWishes, noWishes } from './wishes.ts';

export { type Bound, boundsJson, type CountAsked, type WhereCount } from './where.ts';
export type { DeathSeen } from './uses/deaths.ts';
export type { SafeContactSeen, Wished } from './uses/safe-contact.ts';
export type { Shared } from './uses/sharing.ts';
export type { Declared, ExtractPreview } from './uses/extracts.ts';
export type { Paper } from './uses/posting.ts';
export type { ConsentSeen, Line, ToldService } from './uses/consents.ts';
export type { Pair, Same } from './uses/merging.ts';
export type { ExtractOf } from './store/extracts.ts';
export type { OptOutList } from './store/opt-outs.ts';
export type People = ReturnType<typeof openPeople>;
export type Candidate = { givenName: string; familyName: string; dateOfBirth: string; healthNumber: HealthNumber | null };
export type Likely = { person: Person; because: 'number' | 'name-and-birth' };

export function openPeople({ db, now }: { db: Database; now: () => Date }) {
  return {
    ...sectionUses({ db, now }),

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

/** Two records turn out to be one person: what the newer says fills what the older lacks, and everything of the newer becomes the older's. It can be undone. */
export const joinPeople = (tx: Tx, newer: Person, older: Person, by: string, at: Date): Promise<Person> =>
  makeOne(tx, { kept: older, gone: newer, choices: {}, by, at });

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
  }: { person: string; purpose: Purpose; recipient?: string | null; askedBy: string | null; at: Date },
): Promise<Consent> {
  const how = askedBy ? 'in-person' : 'online';
  const consent = answered({ id: randomUUID(), person, purpose, recipient, askedBy, how, givenAt: at });
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
