import { isRestricted, needs } from '../../directory/index.ts';
import { type Asker, mayAtAll } from '../../identity/index.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { type EventData, recordEvents } from '../../platform/events.ts';
import { refuse, type Result } from '../../platform/result.ts';
import type { Code } from '../core/codebook.ts';
import { type Coding, openedAt, sentencesOf, type Span } from '../core/codebook-passages.ts';
import { codebookOf, inWords, shippedCodes, type ShippedWords } from '../core/codebook-shipped.ts';
import * as store from '../store/coding.ts';
import { keptCodes } from '../store/codes.ts';
import { type ApprovedStory, approvedStories } from './story-use.ts';

export type CodingPorts = { db: Database; now: () => Date };
export type NotReached = 'not-yours' | 'not-found';
/** In the language of whoever asks. */
export type CodeWords = { shipped: ShippedWords; needs: Readonly<Record<string, string>> };

/** A story as it may be coded: its approved wording, cut into sentences, with everybody's work on that wording. */
export type CodingText = ApprovedStory & { sentences: readonly Span[]; codings: readonly Coding[] };

export const coding = <T, E>(
  { db }: CodingPorts,
  asker: Asker,
  work: (tx: Tx) => Promise<Result<T, E>>,
): Promise<Result<T, E | 'not-yours'>> =>
  mayAtAll(asker, 'code stories')
    ? db.inProgramme<Result<T, E | 'not-yours'>>(asker.programme.id, work)
    : Promise.resolve(refuse('not-yours'));

export const codesIn = async (tx: Tx, words: CodeWords): Promise<Code[]> =>
  inWords(codebookOf(shippedCodes(needs.filter((need) => !isRestricted(need))), await keptCodes(tx)), words.shipped, words.needs);

/** Every story that may be coded today. What was coded in an earlier wording is not of this one, and left out. */
export async function textsIn(tx: Tx, at: Date, only?: string): Promise<CodingText[]> {
  const stories = (await approvedStories(tx, 'team', at)).filter(({ id }) => !only || id === only);
  const codings = await store.allCodings(tx, only);
  return stories.map((story) => {
    const words = story.words.replaceAll('\r\n', '\n');
    return {
      ...story,
      words,
      sentences: sentencesOf(words),
      codings: codings.filter((each) => each.story === story.id && each.version === story.version),
    };
  });
}

/** Those that so many have finished that nobody is kept from them, without those that the viewer is in the middle of. */
export const openTexts = (texts: readonly CodingText[], coders: number, viewer: string): CodingText[] =>
  texts.filter(({ codings }) => openedAt(codings, coders) && !codings.some(({ coder, doneAt }) => coder === viewer && !doneAt));

export const note = (tx: Tx, asker: Asker, at: Date, type: string, subject: { kind: string; id: string }, data: EventData = {}) =>
  recordEvents(tx, [{ type, subject, by: { kind: 'account', id: asker.id }, at, data }]);
