import type { Account, Asker } from '../../src/identity/index.ts';
import type { Database } from '../../src/platform/database.ts';
import type { Need } from '../../src/directory/index.ts';
import { openStories, type StoryUse, storiesFollow } from '../../src/voice/index.ts';
import { openClock } from '../clock.ts';
import { accounts, practices, programme } from '../programme.ts';
import { person, type Work } from '../working/workers.ts';

const as = (account: Omit<Account, 'passwordHash'>): Asker => ({
  ...account,
  programme,
  practiceName: Object.values(practices).find(({ id }) => id === account.practice)?.name ?? null,
});
const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(`The story cannot be told: ${JSON.stringify(result.error)}`);
  return result.value;
};
const nothing = () => Promise.resolve();
const openAt = (db: Database) => (instant: Date) =>
  openStories(
    {
      db,
      now: () => instant,
      post: { queue: nothing },
      tellWorker: nothing,
      limits: { guesses: { take: () => Promise.resolve(0) } },
      everyProgramme: () => Promise.resolve([]),
    },
    [],
  );
type At = ReturnType<typeof openAt>;

type Told = {
  who: string | null;
  by: Asker;
  told: Date;
  agreed?: Date;
  original: string;
  title: string;
  words: string;
  needs: Need[];
  uses?: StoryUse[];
  cleared?: string[];
};

const saidYes = (uses: readonly StoryUse[]) => ({
  length: '12' as const,
  answers: {
    team: uses.includes('team') ? 'yes' : 'no',
    'practice-report': uses.includes('practice-report') ? 'yes' : 'no',
    funders: uses.includes('funders') ? 'yes' : 'no',
    public: uses.includes('public') ? 'yes' : 'no',
  } as const,
});

/** Told to a worker, made fit to share, and, with `agreed`, read out to its teller, who says yes. */
async function tell(at: At, { who, by, told, agreed, original, title, words, needs, uses = [], cleared = [] }: Told): Promise<string> {
  const then = at(told);
  const { id } = who === null ? must(await then.startOwnStory(by)) : must(await then.startStory(by, who, 'written-down')).story;
  const which = { person: who, id };
  const { rowVersion } = (must(await then.writeDown(by, which, original)), must(await then.seeStory(by, which)).story);
  must(await then.reword(by, which, { title, words, needs, cleared, rowVersion }));
  if (agreed) must(await at(agreed).agreed(by, which, { ...saidYes(uses), version: 1, how: 'in-person' }));
  return id;
}

/** What people told of how it was for them: shared as they wished, waiting for their word, and taken back. */
export async function tellOwnStories(db: Database, now: Date): Promise<void> {
  const { ago } = openClock(now, programme.settings.timeZone);
  const at = openAt(db);
  const [sam, dev] = [as(accounts.sam), as(accounts.dev)];

  await tell(at, {
    ...{ who: person('Margaret Lindsay'), by: sam, told: ago(26, '11:00'), agreed: ago(25, '11:30') },
    original:
      'After Finlay died people crossed the road. Not from badness. Isla at the surgery asked would I like somebody, and it was Sam. He asked me what his name was. Nobody had asked me to say it.\n\nHe sat beside me the first time at the Grief Café. Now I am on the tea rota. Moyra rings on Sundays. The nights are still long. But I say his name on a Sunday, and somebody says it back.',
    title: 'Somebody says it back',
    words:
      'After my son died people crossed the road. Not from badness. The nurse asked would I like somebody to come. He asked me what my son’s name was. Nobody had asked me to say it.\n\nHe sat beside me the first time at the café for people who grieve. Now I am on the tea rota. A friend rings on Sundays. The nights are still long. But I say his name on a Sunday, and somebody says it back.',
    needs: ['bereavement', 'loneliness'],
    uses: ['team', 'practice-report', 'funders'],
  });
  await tell(at, {
    ...{ who: person('Agnes McMillan'), by: sam, told: ago(24, '14:00'), agreed: ago(23, '15:00') },
    original:
      'I had not been over the door since March. The doctor was the only voice I heard in a week, and she had twelve minutes, poor lass. Sam comes, and he lets me talk. I am waiting for a befriender; the lady’s knee is bad. I do not mind waiting when somebody rings to say that I am still on the list.',
    title: 'Still on the list',
    words:
      'I had not been over the door since the spring. The doctor was the only voice I heard in a week, and she had twelve minutes, poor lass. My link worker comes, and lets me talk. I am waiting for a visitor of my own; the lady’s knee is bad. I do not mind waiting when somebody rings to say that I am still on the list.',
    needs: ['loneliness', 'condition'],
    uses: ['team', 'practice-report'],
  });
  await onHisOwnPage(at, sam, ago);
  await takenBack(at, sam, dev, ago);
  await tell(at, {
    ...{ who: null, by: sam, told: ago(30, '16:40'), agreed: ago(30, '16:55') },
    original:
      'I drove forty minutes to open letters. That was the whole visit: one carrier bag, oldest first, and a kettle. No form has a box for it. When we reached the bottom there was a refund in the last one. I have thought since that most of my work is being there when the bag is opened.',
    title: 'A carrier bag and a kettle',
    words:
      'I drove forty minutes to open letters. That was the whole visit: one carrier bag, oldest first, and a kettle. No form has a box for it. When we reached the bottom there was a refund in the last one. I have thought since that most of my work is being there when the bag is opened.',
    needs: ['money'],
    uses: ['team', 'practice-report', 'funders', 'public'],
  });

  // Told, and his neighbour is still named in it; asked, and not come yet; with her lead, since she has died.
  await tell(at, {
    ...{ who: person('Tomasz Wójcik'), by: sam, told: ago(6, '14:40') },
    original:
      'I was putting the letters in a bag so my son does not see. I work nights at the fish plant, then my back. Mrs Gray downstairs brings soup. Sam rang with somebody who speaks Polish. We opened all the letters. In one there was money. I laughed. Now my son brings his friend home, and there is a table, and we eat.',
    title: 'There is a table',
    words:
      'I was putting the letters in a bag so my son does not see. I worked nights, and then my back went. Mrs Gray downstairs brings soup. My link worker rang with somebody who speaks my language. We opened all the letters. In one there was money. I laughed. Now my son brings his friend home, and there is a table, and we eat.',
    needs: ['money', 'housing'],
  });
  must(await at(ago(2, '13:10')).startStory(sam, person('Derek Coltart'), 'own-page'));
  await db.inProgramme(programme.id, (tx) =>
    storiesFollow([]).whenDied(tx, { person: person('Ishbel Gow'), by: { kind: 'account', id: accounts.rhona.id }, at: ago(45, '11:05') }),
  );
}

/** Ishbel told hers two weeks before she died. */
export async function tellTunes({ db, clock: { ago } }: Pick<Work, 'db' | 'clock'>): Promise<void> {
  await tell(openAt(db), {
    ...{ who: person('Ishbel Gow'), by: as(accounts.rhona), told: ago(58, '15:20'), agreed: ago(57, '15:00') },
    original:
      'I know how long I have. I wanted my tunes written down, the ones that nobody else has. Ellen came with a recorder. I slept for two of them and played the rest. I am not afraid of being forgotten now. I am only sorry about the spring.',
    title: 'The tunes that nobody else has',
    words:
      'I know how long I have. I wanted my tunes written down, the ones that nobody else has. Somebody came with a recorder. I slept for two of them and played the rest. I am not afraid of being forgotten now. I am only sorry about the spring.',
    needs: ['condition', 'purpose'],
    uses: ['team', 'practice-report', 'public'],
  });
}

/** Bill writes it himself, changes a word of it, and says yes to everything. */
async function onHisOwnPage(at: At, sam: Asker, ago: (days: number, time?: string) => Date): Promise<void> {
  const bill = person('William Stewart');
  const { story, token } = must(await at(ago(12, '10:00')).startStory(sam, bill, 'together'));
  const which = { person: bill, id: story.id };
  const tells =
    'I was thirty years a postman and I was feart of my own stairs. Sam did not tell me I would be fine. He went up them with me, twice. Then it was the loch on Thursdays, at the back, with the slow ones. Now I walk at the back because that is where the new ones are.';
  must(await at(ago(12, '10:20')).own.tell(token!, tells));
  const then = at(ago(11, '09:30'));
  const { rowVersion } = must(await then.seeStory(sam, which)).story;
  const words =
    'I worked outdoors all my life, and I was feart of my own stairs. My link worker did not tell me I would be fine. He went up them with me, twice. Then it was a walk each week, at the back, with the slow ones. Now I walk at the back because that is where the new ones are.';
  must(
    await then.reword(sam, which, {
      title: 'At the back, with the new ones',
      words,
      needs: ['activity', 'condition'],
      cleared: [],
      rowVersion,
    }),
  );
  const check = must(await at(ago(11, '10:30')).openHere(sam, which));
  must(await at(ago(11, '10:40')).own.approve(check, { ...saidYes(['team', 'practice-report', 'funders', 'public']), version: 1 }));
}

/** Pat said yes for the funders’ board; then she thought of the shop, where everybody knows everybody. */
async function takenBack(at: At, sam: Asker, dev: Asker, ago: (days: number, time?: string) => Date): Promise<void> {
  const pat = person('Patricia Gilchrist');
  const words =
    'I could not read the forms, and I hid it since school. I said that I had left my glasses. The lady did not laugh. I read a page out loud to my link worker, and my finger stayed on the table. Now I sit with somebody who is where I was.';
  const id = await tell(at, {
    ...{ who: pat, by: sam, told: ago(44, '10:00'), agreed: ago(43, '10:30'), title: 'My glasses', words, needs: ['work', 'purpose'] },
    original: words.replace('The lady', 'Wilma at the Reading Rooms').replace('my link worker', 'Sam'),
    uses: ['team', 'funders'],
  });
  must(await at(ago(35, '15:00')).printStory(dev, id, { use: 'funders', whoGot: 'Board of the Galloway Hills fund, eight copies' }));
  must(await at(ago(8, '11:15')).takeBack(sam, { person: pat, id }, { from: 'all', how: 'phone' }));
}
