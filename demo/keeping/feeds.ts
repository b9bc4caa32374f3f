import type { Feeds } from '../../src/directory/index.ts';
import { must } from '../path/path.ts';
import { accounts } from '../programme.ts';
import { files } from './feed-files.ts';
import { asker, type Keep } from './keepers.ts';

const feedOf = (name: string, trust: number) => ({
  name,
  trust,
  kind: 'csv' as const,
  address: null,
  pullHours: null,
  apply: 'ask' as const,
  stopped: false,
});
const dev = asker(accounts.dev);
const catriona = asker(accounts.catriona);

/** Two lists that tell of some of the same services, in part differently; and a newer one that waits for somebody to look. */
export async function feeds({ clock, at }: Keep): Promise<void> {
  const began = at(clock.ago(40, '09:30')).feeds;
  const council = must(await began.saveFeed(dev, feedOf('Galloway Hills Council: what’s on', 5)));
  await apply(began, await bring(began, council, 'whats-on-autumn.csv', files.council));

  const later = at(clock.ago(26, '14:00')).feeds;
  const charity = must(await later.saveFeed(dev, feedOf('Hills Voluntary Action: directory of groups', 6)));
  await apply(later, await bring(later, charity, 'groups.csv', files.charity));
  await answerAllButOne(at(clock.ago(25, '10:10')).feeds);

  const lately = at(clock.ago(2, '08:45')).feeds;
  await bring(lately, council, 'whats-on-winter.csv', files.councilNow);
}

/** Answers the change set that waits, if anything is to change. */
async function bring(at: Feeds, feed: string, name: string, text: string): Promise<string | null> {
  const file = must(await at.bringCsv(dev, text, { name, feed }));
  const { guess } = (await at.csvSeen(dev, file))!;
  return must(await at.takeCsv(dev, file, { columns: guess, organisation: '', feedName: '' })).set;
}

async function apply(at: Feeds, set: string | null): Promise<void> {
  const seen = set === null ? undefined : await at.changeSet(dev, set, { kind: '', action: '', page: 1 });
  if (seen) must(await at.applySet(dev, seen.set.id, seen.set.rowVersion));
}

/** The one that is left has a name of the demo's own directory: whoever looks at it decides. */
async function answerAllButOne(at: Feeds): Promise<void> {
  const { questions } = await at.questions(catriona, 1);
  for (const { id, name } of questions) {
    if (name.includes('Shed')) continue;
    const seen = await at.question(catriona, id);
    if (seen) must(await at.answerQuestion(catriona, id, seen.candidates[0]?.id ?? null));
  }
}
