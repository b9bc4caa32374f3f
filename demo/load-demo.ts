import { programmeIds } from '../src/identity/index.ts';
import type { Database } from '../src/platform/database.ts';
import { tellBelonging } from './belonging/belonging.ts';
import { measureServices } from './keeping/measured.ts';
import { addBackground } from './population/background.ts';
import { tellStories } from './stories/tell-stories.ts';
import { workWithPeople } from './working/working.ts';

const demoSize = { people: 230, services: 0, referrals: 240, seed: 'galloway', numbersFrom: 990_000 };

/** The demo programme, in a database that holds no programme yet; answers whether it was. */
export async function loadDemo({ db, now }: { db: Database; now: Date }): Promise<boolean> {
  if ((await db.outsideProgrammes(programmeIds)).length) return false;
  await tellStories(db, now);
  await workWithPeople(db, now);
  await addBackground({ db, now, ...demoSize });
  await measureServices(db, now);
  await tellBelonging(db, now);
  return true;
}
