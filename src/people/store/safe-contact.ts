import type { Tx } from '../../platform/database.ts';
import type { SafeContact } from '../person.ts';
import type { ContactWishes } from '../wishes.ts';

/** What was agreed about reaching somebody, as it stood. Nobody in `savedBy`: the person themselves. */
export type SafeContactVersion = { id: string; said: SafeContact & { wishes: ContactWishes }; savedAt: Date; savedBy: string | null };

type Tables = {
  safe_contact_version: { id: string; person_id: string; said: string; saved_at: Date; saved_by: string | null };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

export async function addVersion(tx: Tx, person: string, { id, said, savedAt, savedBy }: SafeContactVersion): Promise<void> {
  await tables(tx)
    .insertInto('safe_contact_version')
    .values({ id, person_id: person, said: JSON.stringify(said), saved_at: savedAt, saved_by: savedBy })
    .execute();
}

export const versionsOf = (tx: Tx, person: string): Promise<SafeContactVersion[]> =>
  tables(tx)
    .selectFrom('safe_contact_version')
    .select(['id', 'said', 'saved_at as savedAt', 'saved_by as savedBy'])
    .where('person_id', '=', person)
    .orderBy('saved_at', 'desc')
    .orderBy('id')
    .limit(50)
    .$castTo<SafeContactVersion>()
    .execute();
