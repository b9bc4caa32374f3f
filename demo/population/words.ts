import type { Need } from '../../src/directory/index.ts';
import type { Closure, ReturnReason } from '../../src/referrals/index.ts';

/** Plain sentences for the background, in which nobody is a story of their own. */
type Words = { note: string; matters: string; goal: string; met: string };

const general: Words = {
  note: 'Would like to talk to somebody with time.',
  matters: 'Feeling more like myself.',
  goal: 'Do one thing each week that I look forward to',
  met: 'Talked about how things are, and what a good week would look like.',
};

const byNeed: Partial<Record<Need, Words>> = {
  mood: {
    note: 'Low since the winter. Tablets help a little.',
    matters: 'Waking up without the weight.',
    goal: 'Get out of the house every day',
    met: 'A harder week. Went over what had helped before.',
  },
  loneliness: {
    note: 'Goes days without speaking to anybody.',
    matters: 'Somebody who would notice.',
    goal: 'Meet somebody once a week',
    met: 'Talked for most of an hour; glad of it.',
  },
  money: {
    note: 'Letters about debt, unopened.',
    matters: 'Not being afraid of the post.',
    goal: 'Open every letter on the day it comes',
    met: 'Sorted the letters into three piles.',
  },
  housing: {
    note: 'Damp in both bedrooms.',
    matters: 'A dry room for the children.',
    goal: 'Have the damp seen to',
    met: 'Wrote to the landlord together.',
  },
  activity: {
    note: 'Wants to move more and does not know where to begin.',
    matters: 'Keeping up with the grandchildren.',
    goal: 'Walk to the shop and back',
    met: 'Walked while we talked.',
  },
  condition: {
    note: 'New diagnosis, and worried by it.',
    matters: 'Not being only an illness.',
    goal: 'Meet others who have it too',
    met: 'Asked good questions; we found two answers.',
  },
  caring: {
    note: 'Looks after a parent and is worn out.',
    matters: 'An hour that is mine.',
    goal: 'A break every fortnight',
    met: 'Spoke of their own sleep for the first time.',
  },
  bereavement: {
    note: 'Lost somebody this year.',
    matters: 'Saying the name out loud.',
    goal: 'Go to the grief café once',
    met: 'Looked at photographs.',
  },
  work: {
    note: 'Out of work since the mill closed.',
    matters: 'Being asked what I do, and having an answer.',
    goal: 'Try one day’s volunteering',
    met: 'Went through what they are good at. It took a while, and there was a lot.',
  },
};

export const wordsOf = (need: Need): Words => byNeed[need] ?? general;

export const strengths = [
  'Keeps going.',
  'Good neighbours.',
  'A sense of humour.',
  'Knows how to ask, now.',
  'Cooks for others.',
  'A dog that needs walking.',
] as const;

export const outcomes: Record<Closure, string> = {
  joined: '',
  completed: 'Knows where to go and who to ring.',
  'could-not-be-reached': 'We tried three times over two weeks.',
  'declined-by-person': 'Does not want this just now, and knows the way back.',
  'moved-away': 'Has moved out of the area.',
  'needs-another-service': 'Needs more than we can give; the practice has been told.',
  died: 'Has died.',
};

export const returned: Record<ReturnReason, string> = {
  'not-enough-information': 'Could you tell us what they would like help with?',
  'out-of-scope': 'This is for adult social care; we have told them how to ask.',
  'person-declined': 'We rang, and they would rather not just now.',
  duplicate: 'A colleague is in touch with them already.',
  'unsafe-for-this-service': 'They need the mental health team first.',
  'moved-away': 'They have moved out of our area.',
  other: 'Please ring us about this one.',
};
