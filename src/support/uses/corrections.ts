import { accountsById, type Asker, type Colleague, may } from '../../identity/index.ts';
import type { Person } from '../../people/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { changedParts, type ChangeRefusal, type Contact, correct, type Correction, strike } from '../contact.ts';
import { contactsOf } from '../store/contacts.ts';
import { findContact, lastMet, replaceContact, setLastContact, type Version, versionsOf } from '../store/corrections.ts';
import { supportsOf } from '../store/supports.ts';
import { allTags, type OwnTag } from '../store/templates.ts';
import { aboutPerson, byOf, type NotReached, type Ports } from './needs.ts';

export type ContactSeen = {
  person: Person;
  contact: Contact;
  versions: readonly Version[];
  tags: readonly OwnTag[];
  names: ReadonlyMap<string, Colleague>;
  /** Whoever wrote it, and whoever leads their team. */
  mayCorrect: boolean;
};
export type ContactsSeen = Pick<ContactSeen, 'person' | 'tags' | 'names'> & { contacts: readonly Contact[] };
type Refusal = NotReached | ChangeRefusal;

/** What has been written of a person: read again, put right, or struck out. Nothing of it is ever lost. */
export const correctionUses = ({ db, now }: Ports) => {
  const contactOf = async (tx: Tx, person: string, id: string): Promise<Contact | undefined> => {
    const contact = uuid.test(id) ? await findContact(tx, id) : undefined;
    return contact?.person === person ? contact : undefined;
  };
  const mayChange = async (tx: Tx, asker: Asker, contact: Contact): Promise<boolean> => {
    const team = (await supportsOf(tx, contact.person)).find(({ id }) => id === contact.support)?.team;
    return may(asker, 'correct contact', { by: contact.by, team: team ?? null });
  };

  const change = (
    asker: Asker,
    person: string,
    id: string,
    why: string,
    decide: (contact: Contact) => Result<Contact, ChangeRefusal>,
  ): Promise<Result<Contact, Refusal>> =>
    aboutPerson(db, asker, 'support person', person, async (tx): Promise<Result<Contact, Refusal>> => {
      const before = await contactOf(tx, person, id);
      if (!before) return refuse('not-found');
      if (!(await mayChange(tx, asker, before))) return refuse('not-yours');
      const decided = decide(before);
      if (!decided.ok) return decided;
      if (!(await replaceContact(tx, before, decided.value, asker.id, now(), why))) return refuse('stale');
      await setLastContact(tx, before.support, await lastMet(tx, before.support));
      const type = decided.value.struck ? 'contact-struck' : 'contact-corrected';
      const data = { fields: decided.value.struck ? [] : changedParts(before, decided.value) };
      await recordEvents(tx, [{ type, subject: { kind: 'contact', id }, person, by: byOf(asker), at: now(), data }]);
      return decided;
    });

  return {
    seeContacts: (asker: Asker, person: string): Promise<Result<ContactsSeen, NotReached>> =>
      aboutPerson(db, asker, 'see person', person, async (tx, found) => {
        const contacts = await contactsOf(tx, person, 500);
        const names = await accountsById(
          tx,
          contacts.flatMap(({ by, struck }) => [by, ...(struck ? [struck.by] : [])]),
        );
        return ok({ person: found, contacts, names, tags: await allTags(tx) });
      }),

    seeContact: (asker: Asker, person: string, id: string): Promise<Result<ContactSeen, NotReached>> =>
      aboutPerson(db, asker, 'support person', person, async (tx, found): Promise<Result<ContactSeen, NotReached>> => {
        const contact = await contactOf(tx, person, id);
        if (!contact) return refuse('not-found');
        const versions = await versionsOf(tx, id);
        const names = await accountsById(tx, [contact.by, ...versions.map(({ writtenBy }) => writtenBy)]);
        return ok({ person: found, contact, versions, names, tags: await allTags(tx), mayCorrect: await mayChange(tx, asker, contact) });
      }),

    correctContact: (asker: Asker, person: string, id: string, after: Correction, version: number, why: string) =>
      change(asker, person, id, why, (contact) => correct(contact, after, version, why)),

    strikeContact: (asker: Asker, person: string, id: string, version: number, why: string) =>
      change(asker, person, id, why, (contact) => strike(contact, version, { at: now(), by: asker.id, why })),
  };
};
