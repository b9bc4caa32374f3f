import { programmeCalled, programmeIds } from '../identity/index.ts';
import type { Database } from '../platform/database.ts';
import { PlainError } from '../platform/plain-error.ts';

/** The programme of this short name, or the only one there is. */
export async function programmeNamed(db: Database, slug: string | undefined): Promise<string> {
  if (slug !== undefined) {
    const found = await db.outsideProgrammes((tx) => programmeCalled(tx, slug));
    if (!found) throw new PlainError(`There is no programme with the short name ${slug}.`);
    return found.id;
  }
  const ids = await db.outsideProgrammes(programmeIds);
  if (!ids[0]) throw new PlainError('There is no programme yet. Start Bothy and open the link that it prints.');
  if (ids.length > 1) throw new PlainError('There are several programmes. Say which with --programme and its short name.');
  return ids[0];
}
