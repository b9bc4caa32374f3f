import { programmeIds } from '../src/identity/index.ts';
import type { Database } from '../src/platform/database.ts';
import { PlainError } from '../src/platform/plain-error.ts';
import { addBackground, type Progress, type Wanted } from './population/background.ts';
import { programme } from './programme.ts';
import { tellStories } from './stories/tell-stories.ts';

/**
 * The demo programme of any size: its stories, and a background of so many people, services and referrals that the seed
 * decides. Into a database that holds the demo alone it puts more; example data is never put beside somebody's own.
 */
export async function seed(ask: Wanted & { db: Database; onProgress?: Progress }): Promise<void> {
  const held = await ask.db.outsideProgrammes(programmeIds);
  if (held.some((id) => id !== programme.id)) throw new PlainError('This database holds a programme already, and example data is never put beside it.');
  if (!held.length) await tellStories(ask.db, ask.now);
  await addBackground(ask);
}
