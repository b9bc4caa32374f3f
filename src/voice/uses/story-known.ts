import { allOrganisations, townsAmong } from '../../directory/index.ts';
import { allPractices, staffOf } from '../../identity/index.ts';
import { findPerson, type Person, whoMatters } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';
import { type Flag, flagsIn, type Known, leftIn, mayBePlaces, nothingKnown, othersIn } from '../core/names.ts';
import type { Story } from '../core/story.ts';

/** What could say who the teller of this story is: from their record, from who works here, and from the directory. */
async function knownOf(tx: Tx, person: Person | undefined, text: string): Promise<Known> {
  const [staff, practices, organisations] = [await staffOf(tx), await allPractices(tx), await allOrganisations(tx)];
  const around: Known = {
    ...nothingKnown,
    staff: staff.map(({ name }) => name),
    places: [...practices.map(({ place }) => place), ...(await townsAmong(tx, mayBePlaces(text)))].filter(Boolean),
    organisations: [...practices.map(({ name }) => name), ...organisations.map(({ name }) => name)],
  };
  if (!person) return around;
  return {
    ...around,
    own: [person.givenName, person.familyName, person.chosenName].filter(Boolean),
    born: person.dateOfBirth,
    home: [...person.address.split(/[\n,]/), person.place].map((line) => line.trim()).filter((line) => line.length > 2),
    others: (await whoMatters(tx, person.id)).map(({ name }) => name),
  };
}

export type Flagged = { flags: Flag[]; left: Flag[]; others: Flag[] };

/** What is flagged in a wording: what has to go before its teller sees it, and who else is named in it. */
export async function flagsOf(
  tx: Tx,
  { person, title, words, cleared }: Pick<Story, 'person' | 'title' | 'words' | 'cleared'>,
): Promise<Flagged> {
  const text = `${title}\n${words}`;
  const flags = flagsIn(text, await knownOf(tx, person === null ? undefined : await findPerson(tx, person), text));
  return { flags, left: leftIn(flags, cleared), others: othersIn(flags, cleared) };
}
