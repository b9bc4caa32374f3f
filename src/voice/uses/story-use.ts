import { randomUUID } from 'node:crypto';
import type { Need } from '../../directory/index.ts';
import { thisProgramme } from '../../identity/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { namesOthers, type Story, type Use, whyNot } from '../core/story.ts';
import * as store from '../store/stories.ts';
import { addUse, answersOf, type Used, usesOfStories } from '../store/story-uses.ts';

/** A story in the wording that its teller said yes to. Nothing here says who they are. */
export type ApprovedStory = {
  id: string;
  title: string;
  words: string;
  /** Of which version of the words this is; it goes up when they change and are approved again. */
  version: number;
  needs: readonly Need[];
  teller: 'person' | 'worker';
  practice: string | null;
  toldOn: CalendarDay;
};

/**
 * Every story that may be used for this today: approved, not set aside, with a yes that stands, and naming nobody who has not said yes.
 * Ask each time, and keep no copy: a story can be taken back at any moment.
 */
export async function approvedStories(tx: Tx, use: Use, at: Date): Promise<ApprovedStory[]> {
  const { timeZone } = (await thisProgramme(tx)).settings;
  return (await usable(tx, use, at)).filter((story) => !namesOthers(story)).map((story) => shownOf(story, timeZone));
}

/** Without who told it, and what they said first. */
export const shownOf = (
  { id, title, words, version, needs, person, practice, toldAt, addedAt }: Story,
  timeZone: string,
): ApprovedStory => ({
  ...{ id, title, words, version, needs, practice },
  teller: person === null ? 'worker' : 'person',
  toldOn: dayIn(timeZone, toldAt ?? addedAt),
});

async function usable(tx: Tx, use: Use, at: Date): Promise<Story[]> {
  const today = dayIn((await thisProgramme(tx)).settings.timeZone, at);
  const stories = await store.approvedOnes(tx);
  const answers = await answersOf(
    tx,
    stories.map(({ id }) => id),
  );
  return stories.filter((story) => whyNot(story, answers.get(story.id) ?? [], use, today) === undefined);
}

/**
 * The story for a practice's report: one that no other report of theirs has had, of somebody of theirs before anybody
 * else's, the newest first. Nothing when there is none.
 */
export async function storyForReport(tx: Tx, asked: { practice: string; at: Date }): Promise<ApprovedStory | undefined> {
  const stories = await approvedStories(tx, 'practice-report', asked.at);
  const used = await usesOfStories(
    tx,
    stories.map(({ id }) => id),
  );
  const hasHad = ({ id }: ApprovedStory) =>
    used.some(({ story, use, practice }) => story === id && use === 'practice-report' && practice === asked.practice);
  const theirs = ({ practice }: ApprovedStory) => (practice === asked.practice ? 0 : 1);
  return stories.filter((story) => !hasHad(story)).toSorted((a, b) => theirs(a) - theirs(b))[0];
}

type Using = Pick<Used, 'story' | 'use' | 'kind' | 'where' | 'label' | 'way' | 'whoGot'> & {
  practice?: string | null;
  at: Date;
  by?: string | null;
};

/**
 * Keeps that a story was used: in what (`kind`, `where` its id, `label` what people call it), how it went out, and who got it. Answers whether it may be: false when the yes does not stand any more, and then nothing must go out.
 */
export async function noteUse(tx: Tx, { at, by = null, practice = null, ...using }: Using): Promise<boolean> {
  const story = await store.holdStory(tx, using.story);
  if (!story) return false;
  const today = dayIn((await thisProgramme(tx)).settings.timeZone, at);
  if (whyNot(story, (await answersOf(tx, [story.id])).get(story.id) ?? [], using.use, today)) return false;
  const added = await addUse(tx, { id: randomUUID(), ...using, practice, version: story.version, usedAt: at, usedBy: by });
  if (added)
    await recordEvents(tx, [
      {
        type: 'story-used',
        subject: { kind: 'story', id: story.id },
        person: story.person ?? undefined,
        by: by ? { kind: 'account', id: by } : { kind: 'system' },
        at,
        data: { use: using.use, in: using.kind, way: using.way },
      },
    ]);
  return true;
}
