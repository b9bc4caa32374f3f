import { type Asker, may } from '../../identity/index.ts';
import { findPerson, type Person, personWithin } from '../../people/index.ts';
import { type CalendarDay, addDays, dayIn } from '../../platform/calendar.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { type By, type EventData, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf, newToken } from '../../platform/secrets.ts';
import { type Answer, type Agreeing, askedWith, newest, type Story, uses, type Use } from '../core/story.ts';
import { addStoryLink, holdStory, type LinkFor } from '../store/stories.ts';
import { addAnswers, answersOf } from '../store/story-uses.ts';
import type { Pull } from './story-pull.ts';

/** What stories need of others; compose-belonging.ts passes them in. */
export type StoryPorts = {
  db: Database;
  now: () => Date;
  post: {
    queue(tx: Tx, message: { template: string; about: string; person?: string; to: { person: string }; at: Date }): Promise<unknown>;
  };
  /** A task for whoever asked for the story. */
  tellWorker(
    tx: Tx,
    task: { person: string; story: string; kind: StoryTask; owner: string; dueOn: CalendarDay; at: Date },
  ): Promise<unknown>;
  limits: { guesses: { take(key: string): Promise<number> } };
  everyProgramme: () => Promise<string[]>;
};

export type StoryTask = 'story-told' | 'story-to-change';
export type NotReached = 'not-found' | 'not-yours';
export type Whose = { story: Story; person: Person | null };

export const byOf = (asker: Asker): By => ({ kind: 'account', id: asker.id });
export const todayFor = ({ programme }: Pick<Asker, 'programme'>, now: Date): CalendarDay => dayIn(programme.settings.timeZone, now);

/**
 * Does something with a story, in one transaction that holds it: of a person whom the asker's team knows, or, with `person` null, that the
 * asker tells of their own work.
 */
export function aboutStory<T, E>(
  db: Database,
  asker: Asker,
  { person, id }: { person: string | null; id: string },
  work: (tx: Tx, whose: Whose) => Promise<Result<T, E>>,
): Promise<Result<T, E | NotReached>> {
  if (!uuid.test(id) || (person !== null && !uuid.test(person))) return Promise.resolve(refuse('not-found'));
  return db.inProgramme(asker.programme.id, async (tx): Promise<Result<T, E | NotReached>> => {
    const reached = await reach(tx, asker, person);
    if (!reached.ok) return reached;
    const story = await holdStory(tx, id);
    if (!story || story.person !== person || (person === null && story.askedBy !== asker.id)) return refuse('not-found');
    return work(tx, { story, person: reached.value });
  });
}

async function reach(tx: Tx, asker: Asker, person: string | null): Promise<Result<Person | null, NotReached>> {
  if (person !== null) return personWithin(tx, asker, 'support person', person);
  return may(asker, 'gather stories', { team: asker.team }) ? ok(null) : refuse('not-yours');
}

export const storyEvent = (tx: Tx, type: string, story: Story, by: By, at: Date, data: EventData = {}): Promise<void> =>
  recordEvents(tx, [{ type, subject: { kind: 'story', id: story.id }, person: story.person ?? undefined, by, at, data }]);

export const linkDays = 30;

/** The end of the address of their own page. */
export async function newLink(tx: Tx, story: string, purpose: LinkFor, at: Date): Promise<string> {
  const token = newToken();
  await addStoryLink(tx, { story, purpose, tokenHash: hashOf(token), at, expiresAt: new Date(at.getTime() + linkDays * 86_400_000) });
  return token;
}

/** For how long a yes is given: months, and the days that they are counted as. */
export const lengths = { '6': 182, '12': 365, '24': 730 } as const;
export type Length = keyof typeof lengths;
export type Said = { answers: Readonly<Record<Use, 'yes' | 'no'>>; length: Length };

/** Keeps what was said about each use. A no where there was a yes takes the story out of that use, with all that follows. */
export async function keepAnswers(
  tx: Tx,
  pull: Pull,
  story: Story,
  said: Said,
  { at, today, by, how }: { at: Date; today: CalendarDay; by: By; how: Agreeing },
): Promise<void> {
  const before = (await answersOf(tx, [story.id])).get(story.id) ?? [];
  const back = uses.filter((use) => said.answers[use] === 'no' && newest(before, use)?.answer === 'yes');
  if (back.length) await pull.pullFrom(tx, story, back, 'taken-back', { at, by, how });
  const lines = uses
    .filter((use) => !back.includes(use))
    .map((use): Answer => ({
      use,
      turn: (newest(before, use)?.turn ?? 0) + 1,
      answer: said.answers[use],
      askedWith,
      how,
      writtenBy: by.kind === 'account' ? by.id : null,
      saidAt: at,
      expiresOn: said.answers[use] === 'yes' ? addDays(today, lengths[said.length]) : null,
    }));
  await addAnswers(tx, story.id, lines);
}

/** A person whose story this is, if they live and may be written to about it. */
export const livingTeller = async (tx: Tx, { person }: Story): Promise<Person | undefined> => {
  const found = person === null ? undefined : await findPerson(tx, person);
  return found?.died ? undefined : found;
};
