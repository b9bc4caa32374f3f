import type { IdeaStage, IdeaVoice, IdeaWay } from '../../src/voice/index.ts';

export type IdeaToldInDemo = {
  ago: number;
  words: string;
  /** As others may read it, where that is not as it was written. */
  told?: string;
  voice: IdeaVoice;
  came: IdeaWay;
  page?: string;
  stage?: IdeaStage;
  answer?: string;
  shown?: true;
};

/** What people of the valleys said. The first three go on to a meeting. */
export const ideas = {
  evening: {
    ago: 78,
    words: 'I work until five. Every single appointment was in the morning. Could there be one evening?',
    voice: 'patient',
    came: 'page',
    page: '/ask/:slug',
    stage: 'looking',
  },
  letters: {
    ago: 74,
    words:
      'My sister Morag got a letter with the practice’s name on it and thought that it was about a scan. She did not sleep for two nights.',
    told: 'A letter with the practice’s name on it looked like one about a scan. Somebody did not sleep for two nights.',
    voice: 'carer',
    came: 'paper',
    stage: 'looking',
  },
  bus: {
    ago: 31,
    words: 'The walking group meets at ten and the bus from Carsphairn comes at ten past.',
    voice: 'community',
    came: 'talk',
    stage: 'looking',
  },
  word: {
    ago: 64,
    words: 'Nobody knows what a link worker is. I thought it was about the internet.',
    voice: 'patient',
    came: 'paper',
    stage: 'done',
    answer: 'It says “somebody to talk to about what matters to you” on the door, on the leaflet and in every letter now.',
    shown: true,
  },
  questions: {
    ago: 52,
    words: 'Please do not ask me the ten questions in the first meeting. I had only just stopped crying.',
    voice: 'patient',
    came: 'phone',
    stage: 'done',
    answer: 'Nobody is asked them in a first meeting any more, and anybody may say no to them.',
    shown: true,
  },
  weekend: {
    ago: 40,
    words: 'A drop-in on Saturdays, for those of us who look after somebody all week.',
    voice: 'carer',
    came: 'page',
    page: '/directory/:slug',
    stage: 'not-now',
    answer: 'There is nobody to staff it until the spring. We have put it to those who pay, and look at it again in March.',
    shown: true,
  },
  summary: {
    ago: 6,
    words: 'When somebody I referred is finished, tell me in three lines. I do read them.',
    voice: 'practice',
    came: 'page',
    page: '/referrals',
  },
  flowers: {
    ago: 2,
    words: 'Tell Jean Kirkpatrick thank you from me. And could the lunch club have a table for people who do not like noise?',
    voice: 'patient',
    came: 'page',
    page: '/appointment/:token',
  },
} as const satisfies Record<string, IdeaToldInDemo>;

export const criteria = [
  { heading: 'Whom to refer', text: 'Anybody over 65 who is lonely, or whose worries are about money, housing or company.' },
  { heading: 'Whom not to refer', text: 'Somebody in crisis tonight: ring the duty doctor. Somebody who has not been asked.' },
  { heading: 'What to tell them', text: 'That a link worker rings within a week.' },
];

/** Proposed by Sam, and adopted. */
export const anyAge = [
  { heading: 'Whom to refer', text: 'Anybody of 18 or over who is lonely, or whose worries are about money, housing, work or company.' },
  criteria[1]!,
  criteria[2]!,
];

/** Proposed by Rhona, and adopted. */
export const sayYes = [
  anyAge[0]!,
  {
    heading: 'Whom not to refer',
    text: 'Somebody in crisis tonight: ring the duty doctor. Somebody who has not been asked, or who said yes only to please you. Somebody who waits for a mental health team: ring us first, and we will hold them together.',
  },
  {
    heading: 'What to tell them',
    text: 'That a link worker rings within a week, that they may say no at any time, and that nothing is lost by it.',
  },
];

/** Proposed by Alec for other patients, and still to be decided on. */
export const inTheirWords = [
  ...sayYes,
  {
    heading: 'Write what matters to them',
    text: 'Put one line in their own words on the referral. It is the first thing that the link worker reads.',
  },
];

export const offer = [
  { heading: 'Time', text: 'An hour to begin with, wherever you like: at home, at the practice, on a bench.' },
  { heading: 'How long', text: 'Usually six to twelve meetings. It ends when you say that it is enough.' },
  { heading: 'What it costs', text: 'Nothing.' },
];
