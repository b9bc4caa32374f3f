import { randomUUID } from 'node:crypto';
import { allPractices, type Asker, mayAtAll } from '../../identity/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { standingOf } from '../consent.ts';
import { type ExtractBasis, type ExtractField, type ExtractPurpose, type LeftOut, sift } from '../extract.ts';
import { spaced } from '../health-number.ts';
import type { Person } from '../person.ts';
import { consentsFor, peopleById } from '../store.ts';
import { addExtract, newestExtracts } from '../store/extracts.ts';
import { optOutsOf } from '../store/opt-outs.ts';

/** Somebody's newest referral, as referrals tell it. */
export type Course = { person: string; receivedOn: string; source: string; stage: string };
export type ExtractPorts = {
  db: Database;
  now: () => Date;
  courses(tx: Tx, days: { from: CalendarDay; to: CalendarDay; timeZone: string }): Promise<readonly Course[]>;
};
/** What is wanted, by whom, why, and on what ground; declared before anybody is counted. */
export type Declared = {
  purpose: ExtractPurpose;
  basis: ExtractBasis;
  approval: string;
  recipient: string;
  fields: readonly ExtractField[];
  from: CalendarDay;
  to: CalendarDay;
};
export type ExtractPreview = { people: number; leftOut: LeftOut };

/** The one way by which facts about people leave, with their names, for something other than their care. */
export function openExtracts({ db, now, courses }: ExtractPorts) {
  async function wanted(tx: Tx, asker: Asker, { purpose, basis, from, to }: Declared) {
    const found = await courses(tx, { from, to, timeZone: asker.programme.settings.timeZone });
    const ids = found.map(({ person }) => person);
    const consents = await consentsFor(tx, ids, purpose);
    const optOut = await optOutsOf(tx, ids);
    const candidates = ids.map((person) => ({
      person,
      consent: standingOf(consents.get(person) ?? [], { purpose }),
      optedOut: optOut(person).state,
    }));
    return { courses: new Map(found.map((course) => [course.person, course])), ...sift(candidates, purpose, basis) };
  }

  const permitted = <T, E>(asker: Asker, work: (tx: Tx) => Promise<Result<T, E>>): Promise<Result<T, E | 'not-yours'>> =>
    mayAtAll(asker, 'extract people')
      ? db.inProgramme<Result<T, E | 'not-yours'>>(asker.programme.id, work)
      : Promise.resolve(refuse('not-yours'));

  return {
    past: (asker: Asker) => permitted(asker, async (tx) => ok(await newestExtracts(tx, 50))),

    preview: (asker: Asker, declared: Declared): Promise<Result<ExtractPreview, 'not-yours'>> =>
      permitted(asker, async (tx) => {
        const { people, leftOut } = await wanted(tx, asker, declared);
        return ok({ people: people.length, leftOut });
      }),

    /** The rows, after it is written down who is on them. Nobody allowed is nothing to hand over. */
    make: (asker: Asker, declared: Declared): Promise<Result<string[][], 'not-yours' | 'nobody'>> =>
      permitted(asker, async (tx): Promise<Result<string[][], 'nobody'>> => {
        const { people, leftOut, courses: of } = await wanted(tx, asker, declared);
        if (!people.length) return refuse('nobody');
        const id = randomUUID();
        await addExtract(tx, { ...declared, id, people: people.length, leftOut, madeBy: asker.id, madeAt: now() }, people);
        const { purpose, basis } = declared;
        await recordEvents(tx, [
          {
            type: 'extract-made',
            subject: { kind: 'extract', id },
            by: { kind: 'account', id: asker.id },
            at: now(),
            data: { purpose, basis, people: people.length, fields: declared.fields },
          },
        ]);
        const records = new Map<string, Person>();
        for (let at = 0; at < people.length; at += 5000)
          for (const [person, record] of await peopleById(tx, people.slice(at, at + 5000))) records.set(person, record);
        const practices = new Map((await allPractices(tx)).map((practice) => [practice.id, practice.name]));
        return ok(people.map((person) => declared.fields.map((field) => factOf(field, records.get(person)!, of.get(person)!, practices))));
      }),
  };
}
export type Extracts = ReturnType<typeof openExtracts>;

function factOf(field: ExtractField, person: Person, course: Course, practices: ReadonlyMap<string, string>): string {
  switch (field) {
    case 'name':
      return `${person.givenName} ${person.familyName}`;
    case 'date-of-birth':
      return person.dateOfBirth;
    case 'health-number':
      return person.healthNumber ? spaced(person.healthNumber) : '';
    case 'postcode':
      return person.postcode;
    case 'practice':
      return (person.practice && practices.get(person.practice)) || '';
    case 'received-on':
      return course.receivedOn;
    case 'source':
      return course.source;
    case 'stage':
      return course.stage;
  }
}
