const list = (parts: readonly string[]) => (parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? ''));
type Moved = { name: string; scale: string; from: number; to: number; lower: 'better' | 'worse' | null };

/** Planning an ending together, and what is drafted for the letter that ends it. */
export const ending = {
  title: 'Plan the ending together',
  intro:
    'Endings are easier when they do not come suddenly. Agree when you meet for the last time, and be in touch less and less often until then.',
  lastOn: 'When do you expect to end?',
  lastOnHint: 'You can change it at any time',
  checkIns: 'When will you still be in touch?',
  checkInsHint: 'Up to four days, further and further apart. Each becomes something for you to do. What you leave empty is not kept.',
  checkIn: (n: number) => ['First time', 'Second time', 'Third time', 'Fourth time'][n - 1] ?? '',
  suggest: 'Suggest days',
  suggestNeedsEnd: 'Enter when you expect to end, and we can suggest days before it',
  noRoom: 'There is no room for contacts before that day: it is within a week',
  whatGoesOn: 'What goes on afterwards?',
  whatGoesOnHint: 'Groups they go to, people they see, what they do for themselves',
  whoToTurnTo: 'Who can they turn to?',
  whoToTurnToHint: 'People and numbers, and how to come back to us',
  talkedThrough: (name: string) => `I have talked this through with ${name}`,
  save: 'Save',
  print: 'Print for them',
  toClose: 'End support now',
  paper: {
    title: 'When we stop meeting',
    last: (day: string) => `We expect to meet for the last time on ${day}.`,
    stillInTouch: 'Until then we are in touch on',
    goesOn: 'What goes on',
    turnTo: 'Who you can turn to',
    back: (who: string) => `You can come back to us at any time, in one step: ring ${who}, or ask at your practice.`,
  },
  conflict:
    'Somebody else has saved this since you opened it. What you typed is still here: look at what they saved, then save again if yours should stay.',
  theirs: 'What they saved',
  planned: (day: string) => `You agreed to end on ${day}.`,
  notPlanned: 'No ending was planned together.',
  link: 'Plan the ending together',
  look: 'Look at the ending you planned',
  errors: {
    day: 'Enter a day, like 14 3 2027, or leave it empty',
    past: 'Choose days from today on',
    'too-far': 'Choose days within the next six months',
    'check-in-after-end': 'Choose days before the one on which you end',
  },
  draft: {
    note: 'We have drafted this from the record. Change whatever is not right: the referrer reads it as you leave it.',
    contacts: (n: number, first: string, last: string) =>
      n === 1 ? `We were in touch once, on ${first}.` : `We were in touch ${n} times, between ${first} and ${last}.`,
    connected: (services: readonly string[]) => `They were connected to ${list(services)}.`,
    goalsReached: (goals: readonly string[]) => `They reached: ${goals.join('; ')}.`,
    goalsGoingOn: (goals: readonly string[]) => `Still going on: ${goals.join('; ')}.`,
    didNotCome: (services: readonly string[]) => `Nothing came of ${list(services)}.`,
    change: ({ name, scale, from, to, lower }: Moved) => {
      const way = lower ? `${lower === 'better' ? 'lower' : 'higher'} is better; ` : '';
      return `${scale}: ${from} at first, ${to} now${from === to ? ' too' : ''} (${way}${name}).`;
    },
    turnTo: (who: string) => `They can turn to: ${who}`,
    waiting: (services: readonly string[]) => `They still wait for ${list(services)}.`,
  },
  tellPerson: (name: string) => `Send ${name} a message with how to come back`,
  tellPersonHint: 'It goes out only in a way that they have said is safe, and does not say why they were seen.',
  letter: {
    subject: 'How to come back to us',
    paragraphs: (worker: string) => [
      `It was good to get to know you. ${worker} and you have agreed to stop meeting for now.`,
      'You can come back at any time. You do not need to be referred again.',
    ],
    ring: (phone: string) => `Ring us on ${phone}, or ask at your practice.`,
    ask: 'Ask at your practice, and they will tell us.',
    short: (phone: string) =>
      phone ? `You can come back to us at any time: ring ${phone}.` : 'You can come back to us at any time. Ask at your practice.',
  },
};

export const endingEvents = { 'ending-planned': () => 'The ending was planned together' };
export const endingNotices = { 'ending-planned': 'The ending is planned, and its days are on your list.' };
