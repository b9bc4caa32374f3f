import type { Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { type Answer, askedWith, end, linesOf, newest, type Story, uses as allUses, type Use } from '../core/story.ts';
import { addAnswers, answersOf, pullUses } from '../store/story-uses.ts';
import { forgetWords, holdStory, saveStory, storiesOfPerson } from '../store/stories.ts';

/** What was pulled: `whole` when nothing of it may be used any more, and its words are gone. `said`: its lines, for what was frozen with them. */
export type Pulled = {
  story: string;
  uses: readonly Use[];
  whole: boolean;
  why: 'taken-back' | 'ended';
  at: Date;
  said: readonly string[];
};
/** Takes a story out of what another module made of it, in the transaction in which the yes ends. */
export type WhenPulled = (tx: Tx, pulled: Pulled) => Promise<unknown>;

const typeFor = ({ stage }: Story, { why }: Pick<Pulled, 'why'>): string =>
  why === 'ended' ? 'story-yes-ended' : stage === 'asked' || stage === 'begun' ? 'story-declined' : 'story-taken-back';

export type Taking = { at: Date; by: By; how: Answer['how'] };
export type Pull = ReturnType<typeof openPull>;

/**
 * The one way in which a story leaves what it was used for. The answer is kept, what was taken back is marked where it was used (what
 * went out on paper or by mail is then listed to be recalled), and whoever holds something of it takes it out: all or nothing.
 */
export const openPull = (whenPulled: readonly WhenPulled[]) => {
  async function leave(tx: Tx, story: Story, pulled: Omit<Pulled, 'story' | 'at' | 'said'>, { at, by, how }: Taking): Promise<void> {
    const before = (await answersOf(tx, [story.id])).get(story.id) ?? [];
    const given = pulled.uses.filter((use) => newest(before, use)?.answer === 'yes');
    const said = { answer: pulled.why, askedWith, how, writtenBy: by.kind === 'account' ? by.id : null, saidAt: at, expiresOn: null };
    await addAnswers(
      tx,
      story.id,
      given.map((use) => ({ ...said, use, turn: newest(before, use)!.turn + 1 })),
    );
    if (pulled.why === 'taken-back') await pullUses(tx, story.id, pulled.uses, at);
    for (const take of whenPulled) await take(tx, { ...pulled, story: story.id, at, said: linesOf(story) });
    await recordEvents(tx, [
      {
        type: typeFor(story, pulled),
        subject: { kind: 'story', id: story.id },
        person: story.person ?? undefined,
        by,
        at,
        data: { uses: pulled.uses, whole: pulled.whole },
      },
    ]);
  }

  /** Takes back the whole story: its words go, here and everywhere. */
  async function pullWhole(tx: Tx, story: Story, taking: Taking): Promise<boolean> {
    const ended = end(story, taking.at);
    if (!ended.ok) return false;
    await saveStory(tx, ended.value);
    await forgetWords(tx, story.id);
    await leave(tx, story, { uses: allUses, whole: true, why: 'taken-back' }, taking);
    return true;
  }

  return {
    pullWhole,

    /** Takes it out of these uses, and leaves it in the others. */
    pullFrom: (tx: Tx, story: Story, uses: readonly Use[], why: Pulled['why'], taking: Taking): Promise<void> =>
      leave(tx, story, { uses, whole: false, why }, taking),

    /** Takes back all that somebody told; answers how many stories that was. */
    async pullAllOf(tx: Tx, person: string, taking: Taking): Promise<number> {
      let pulled = 0;
      for (const { id } of await storiesOfPerson(tx, person)) {
        const story = await holdStory(tx, id);
        if (story && (await pullWhole(tx, story, taking))) pulled++;
      }
      return pulled;
    },
  };
};
