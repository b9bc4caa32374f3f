import type { EventData } from './support.ts';

type Purpose = 'support' | 'share-with-service' | 'practice' | 'contact' | 'evaluation' | 'research' | 'story';
type Way = 'in-person' | 'phone' | 'online' | 'representative' | 'best-interests';

const purpose: Record<Purpose, string> = {
  support: 'A link worker’s support',
  'share-with-service': 'Sharing with a service',
  practice: 'Telling the practice how it went',
  contact: 'Messages from us',
  evaluation: 'Use in checking how well we do',
  research: 'Use in research',
  story: 'Use of their story',
};

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export const consent = {
  title: 'Consent',
  lead: (name: string) => `What ${name} has agreed to, and what not. They can change their mind at any time, and it counts at once.`,
  purpose,
  withService: (service: string) => `Sharing with ${service}`,
  what: 'What for',
  stands: 'How it stands',
  standing: { given: 'Yes', refused: 'No', withdrawn: 'Taken back', 'not-asked': 'Not asked yet' },
  notAsked: 'No answer is not a yes.',
  way: {
    'in-person': 'In person',
    phone: 'On the phone',
    online: 'Online',
    representative: 'Somebody answers for them',
    'best-interests': 'They cannot decide this now, and it is in their best interests',
  } satisfies Record<Way, string>,
  on: (how: string, when: string, by: string | undefined) => (by ? `${how}, ${when}, asked by ${by}` : `${how}, ${when}`),
  takenBackOn: (when: string, by: string | undefined) => (by ? `Taken back ${when}, told to ${by}` : `Taken back ${when}`),
  why: (text: string) => `Because: ${text}`,
  ask: 'Write down their answer',
  askAgain: 'Ask again',
  changed: 'They have changed their mind',
  whoGotWhat: 'Who got what',
  whoGotWhatText: 'Everything that was shared or seen, on one page that you can print for them.',
  history: 'Every answer so far',
  noHistory: 'Nobody has asked yet.',
  when: 'When',
  answer: 'Answer',
  next: 'What you can do',
  words: 'What they were asked',
  wordsGone: 'The words of that time are not kept here.',
  basis: 'On what basis',
  lawful: {
    'public-task': 'In law: part of a public task',
    'legitimate-interests': 'In law: a legitimate interest',
    consent: 'In law: their consent',
  },
  confidentiality: {
    explicit: 'In confidence: they said so themselves, or somebody who may',
    implied: 'In confidence: they would expect it',
    'best-interests': 'In confidence: in their best interests',
  },
  optOut: 'National data opt-out',
  askPage: {
    title: 'Write down their answer',
    say: 'Say it like this, or show it to them',
    answer: 'What do they say?',
    given: 'Yes, they agree',
    refused: 'No, they do not agree',
    refusedHint: 'If they agreed before, this takes it back, and what was on its way stops.',
    how: 'How did they answer?',
    why: 'Who answers for them and by what right, or why it is best for them',
    whyHint: 'For example, “Her daughter Ann has power of attorney for welfare”. The person can read this.',
    save: 'Save the answer',
    errors: {
      answer: 'Choose what they say',
      how: 'Choose how they answered',
      why: 'Write who answers for them, or why it is best for them',
      tooLong: 'Use 1,000 characters or fewer',
    },
  },
  withdrawPage: {
    title: 'They have changed their mind',
    heading: (what: string) => `Taking back: ${lower(what)}`,
    happens: 'What happens at once',
    happensFor: {
      support: [
        'Messages to them that have not left yet are stopped.',
        'Nothing more is shared with any service.',
        'Whoever supports them gets a task for today. Support is not closed behind anybody’s back: you talk with them, then close it.',
      ],
      'share-with-service': [
        'A request that has not left yet is stopped.',
        'An open request is called off, and the service is told that, but not of whom.',
        'What the service was told is taken out of Bothy. Its page shows nothing any more.',
      ],
      practice: [
        'Letters to the practice that have not left yet are stopped.',
        'The practice is told nothing more than that support has ended.',
      ],
      contact: ['Messages to them that have not left yet are stopped, and no new ones are sent.'],
      evaluation: ['They are left out of every list that is made from now on.'],
      research: ['They are left out of every list that is made from now on.'],
      story: ['Their story may not be used any more.'],
    } satisfies Record<Purpose, string[]>,
    cannot: 'What cannot be taken back',
    cannotNone: 'Nothing: it had not been used yet.',
    cannotTold: (organisation: string, service: string, fields: string, when: string) =>
      `${organisation} was told for ${service} on ${when}: ${fields}. They may have read, printed or written it down. We ask them to destroy it.`,
    cannotRung: (organisation: string, service: string, when: string) =>
      `${organisation} was told on the phone for ${service} on ${when}. Ring them and ask them to destroy what they wrote down: you get a task for it.`,
    cannotLetters: 'Letters that have already arrived at the practice.',
    cannotUsed: 'What has already been counted or handed over. “Who got what” shows to whom.',
    cannotMessages: 'Messages that have already arrived.',
    also: 'Should these services stop too?',
    alsoHint: 'Some people still want to go to a group without a link worker. Untick what they want to keep.',
    how: 'How did they tell you?',
    button: 'Take it back now',
    errors: { how: 'Choose how they told you' },
  },
  afterSupport: {
    title: (name: string) => `${name} no longer agrees to support`,
    text: 'Talk with them if you can. If they want it to end, close the support; that is not done for you.',
    close: 'Close support',
  },
  /** What people are asked, by version. Never change one: add another, so that it is always known what somebody answered. */
  wordings: {
    'support-2026-11':
      'A link worker would like to get in touch and support you. For that we keep what you tell us, and your team can read it. Is that all right?',
    'share-2026-11':
      'We would like to ask this service whether they have a place for you. They will see only what we show you now, and nothing else. Is that all right?',
    'practice-2026-11':
      'When we have finished, or if we are worried, we would like to tell your practice and whoever referred you how it went. Is that all right?',
    'contact-2026-11': 'We would like to send you reminders and short messages, in the way that you say is safe. Is that all right?',
    'evaluation-2026-11':
      'We would like to use what is written about you, with your name, to check how well this service works. Only people who check it will see it. You get the same help if you say no. Is that all right?',
    'research-2026-11':
      'Researchers would like to learn from what is written about you, with your name. You get the same help if you say no. Is that all right?',
    'story-2026-11':
      'Your story could help others. We would like to use it, and show you the words first. You can take it back whenever you like. Is that all right?',
  },
  events: {
    'consent-given': (data: EventData) => `Agreed to: ${lower(purpose[data['purpose'] as Purpose] ?? 'what was asked')}`,
    'consent-refused': (data: EventData) => `Said no to: ${lower(purpose[data['purpose'] as Purpose] ?? 'what was asked')}`,
    'consent-withdrawn': (data: EventData) => `Took back their yes to: ${lower(purpose[data['purpose'] as Purpose] ?? 'what was asked')}`,
  },
};

export const consentNotices = {
  'consent-saved': 'Their answer is saved.',
  'consent-withdrawn': 'It is taken back, and what was on its way has stopped.',
};
