const kind = {
  sharing: 'How they look after people’s data',
  service: 'What they offer, and how',
  both: 'Both: people’s data, and what they offer',
};

export const agreements = {
  title: 'Agreements',
  intro:
    'What we have signed with the organisations that people are connected to. An agreement about people’s data says how they look after what we tell them.',
  required: 'Link workers can send a name only to organisations with an agreement about data that is in force.',
  notRequired: 'This programme does not ask for an agreement before a name is sent. An administrator can change that in the settings.',
  figures: {
    valid: (n: number) => (n === 1 ? 'organisation may be told of people' : 'organisations may be told of people'),
    soon: (n: number) => (n === 1 ? 'ends within 60 days' : 'end within 60 days'),
    over: (n: number) => (n === 1 ? 'has run out or was ended' : 'have run out or were ended'),
  },
  organisation: 'Organisation',
  standing: 'Sharing',
  until: 'Until',
  openEnd: 'No end given',
  contact: 'Contact',
  standings: {
    valid: 'In force',
    'ends-soon': 'Ends soon',
    'not-yet': 'Not begun',
    expired: 'Run out',
    ended: 'Ended',
    none: 'None about data',
  },
  listCaption: 'Organisations with an agreement',
  none: 'No agreement has been written down yet',
  noneText: 'Find an organisation below, and write down what you have signed with it.',
  withoutTitle: 'Without an agreement',
  withoutIntro: (n: number) =>
    n === 1
      ? '1 organisation of the directory has signed nothing with us.'
      : `${n} organisations of the directory have signed nothing with us.`,
  more: (n: number) => `And ${n} more. Look for a name to find the others.`,
  find: 'Find an organisation',
  search: 'Find',
  noneFound: 'No organisation without an agreement has this name.',

  caption: 'Agreements',
  stands: {
    valid: (name: string) => `${name} may be told of people.`,
    'ends-soon': (name: string) => `${name} may be told of people, but not for much longer.`,
    'not-yet': (name: string) => `${name} may not be told of people yet.`,
    expired: (name: string) => `${name} may not be told of people: the agreement has run out.`,
    ended: (name: string) => `${name} may not be told of people: the agreement was ended.`,
    none: (name: string) => `${name} may not be told of people: there is no agreement about data.`,
  },
  signed: 'Signed with them',
  noneSigned: 'Nothing is written down yet.',
  kind,
  kindLabel: 'What is it about?',
  signedOn: 'Signed on',
  expiresOn: 'Runs until',
  expiresHint: 'Leave empty if it runs until one of you ends it. Whoever wrote it down is warned 60 days ahead.',
  contactLabel: 'Who to ask there',
  contactHint: 'A name and how to reach them. For example: Jean Kirkpatrick, 01644 420374',
  note: 'Note',
  noteHint: 'Where the paper is kept, or what is special about it',
  keeper: 'Kept by',
  add: 'Write down an agreement',
  save: 'Save agreement',
  change: 'Change',
  changeTitle: 'Change an agreement',
  saveChange: 'Save changes',
  end: 'End it today',
  endTitle: 'End this agreement',
  endText:
    'From then on nobody can be named to them, and what they were told before is no longer shown on their pages. Ring them about anybody whom they support now.',
  endWhy: 'Why does it end?',
  endedOn: (day: string, why: string) => `Ended on ${day}. ${why}`,
  takeUp: 'It goes on after all',
  stale: 'Somebody else changed it meanwhile. It now says:',
  errors: {
    kind: 'Choose what it is about',
    signedOn: 'Give the day on which it was signed, such as 14 3 2026',
    expiresOn: 'Give the last day as a date, such as 31 3 2027, or leave it empty',
    order: 'It cannot run out before it was signed',
    why: 'Say why it ends',
    tooLong: (n: number) => `Use at most ${n} characters`,
  },
  mail: {
    subject: (organisation: string) => `An agreement ends soon: ${organisation}`,
    text: (organisation: string, day: string) => `The agreement with ${organisation} runs out on ${day}.`,
    then: 'After that day link workers cannot send them anybody’s name. If you wish to go on together, sign again and write it down.',
    see: 'See the agreement',
  },
  events: {
    'agreement-added': () => 'An agreement was written down',
    'agreement-changed': () => 'An agreement was changed',
    'agreement-ended': () => 'An agreement was ended',
    'agreement-taken-up': () => 'An agreement goes on after all',
  },
};

export const agreementNotices = {
  'agreement-saved': 'The agreement is saved.',
  'agreement-ended': 'The agreement is ended. Nobody can be named to them any more.',
  'agreement-taken-up': 'The agreement is in force again.',
};
