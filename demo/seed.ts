import { programmeIds } from '../src/identity/index.ts';
import { likelyMatches } from '../src/people/index.ts';
import type { Database } from '../src/platform/database.ts';
import { PlainError } from '../src/platform/plain-error.ts';
import { addBackground, type Progress, type Wanted } from './population/background.ts';
import { numberOf, testNumber } from './people.ts';
import { programme } from './programme.ts';
import { tellStories } from './stories/tell-stories.ts';
import { workWithPeople } from './working/working.ts';

/**
 * The demo programme of any size: its stories, and a background of so many people, services and referrals that the seed
 * decides. Into a database that holds the demo alone it puts more; example data is never put beside somebody's own.
 */
export async function seed(ask: Wanted & { db: Database; onProgress?: Progress }): Promise<void> {
  if (ask.referrals && !ask.people) throw new PlainError('Referrals are of people: ask for at least one.');
  const held = await ask.db.outsideProgrammes(programmeIds);
  if (held.some((id) => id !== programme.id))
    throw new PlainError('This database holds a programme already, and example data is never put beside it.');
  if (!held.length) {
    await tellStories(ask.db, ask.now);
    await workWithPeople(ask.db, ask.now);
  }
  await addBackground({ ...ask, numbersFrom: await unusedNumbers(ask.db, ask.people) });
}

const block = 99_000;

/** Where as many test numbers begin as nobody has yet; beyond all of them, when there are not so many left. */
async function unusedNumbers(db: Database, people: number): Promise<number> {
  const wanted = Math.ceil(people / block);
  const isFree = (nth: number) =>
    db.inProgramme(programme.id, async (tx) => !(await likelyMatches(tx, { ...nobody, healthNumber: firstNumber(nth * block) })).length);
  let free = 0;
  for (let nth = 0; nth < 10; nth++) {
    free = (await isFree(nth)) ? free + 1 : 0;
    if (free === wanted) return (nth + 1 - wanted) * block;
  }
  return 999_000;
}

const nobody = { givenName: '-', familyName: '-', dateOfBirth: '1800-01-01' };
const firstNumber = (from: number) => numberOf(testNumber(from)) ?? numberOf(testNumber(from + 1));
