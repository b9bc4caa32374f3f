import { thisProgramme } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { newest, uses } from '../core/story.ts';
import * as store from '../store/stories.ts';
import { answersOf } from '../store/story-uses.ts';
import type { StoryPorts } from './story-needs.ts';
import { openPull, type Pull, type WhenPulled } from './story-pull.ts';

/** What becomes of stories when something is decided elsewhere, in the transaction of that decision. */
export const storiesFollow = (whenPulled: readonly WhenPulled[]) => {
  const pull = openPull(whenPulled);
  return {
    /** The teller has died: what was not told yet ends, and the rest is set aside until a lead decides. Answers which stories those were. */
    async whenDied(
      tx: Tx,
      { person, by, at }: { person: string; by: By; at: Date },
    ): Promise<{ kind: 'story'; id: string; what: string }[]> {
      const open = (await store.storiesOfPerson(tx, person)).filter(({ endedAt, aside }) => !endedAt && !aside);
      for (const { id } of open) {
        const story = await store.holdStory(tx, id);
        if (!story) continue;
        if (story.stage === 'asked' || story.stage === 'begun') await pull.pullWhole(tx, story, { at, by, how: 'by-itself' });
        else {
          await store.saveStory(tx, { ...story, aside: { at } });
          await recordEvents(tx, [{ type: 'story-set-aside', subject: { kind: 'story', id }, person, by, at }]);
        }
      }
      return open.map(({ id }) => ({ kind: 'story', id, what: '' }));
    },

    /** They have taken back their yes to telling at all. */
    whenSaidNo: (tx: Tx, person: string, by: By, at: Date): Promise<number> => pull.pullAllOf(tx, person, { at, by, how: 'in-person' }),
  };
};

/** Ends each yes whose day has passed. */
export const endYeses = ({ db, now }: StoryPorts, pull: Pull, programme: string): Promise<number> =>
  db.inProgramme(programme, async (tx) => {
    const today = dayIn((await thisProgramme(tx)).settings.timeZone, now());
    const stories = await store.approvedOnes(tx);
    const answers = await answersOf(
      tx,
      stories.map(({ id }) => id),
    );
    let ended = 0;
    for (const story of stories) {
      const over = uses.filter((use) => {
        const last = newest(answers.get(story.id) ?? [], use);
        return last?.answer === 'yes' && last.expiresOn !== null && last.expiresOn < today;
      });
      if (!over.length) continue;
      await store.holdStory(tx, story.id);
      await pull.pullFrom(tx, story, over, 'ended', { at: now(), by: { kind: 'system' }, how: 'by-itself' });
      ended += over.length;
    }
    return ended;
  });
