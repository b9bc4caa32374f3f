/** What a practice is given: the role card, the examples, leaflets, and the question about money. */
const roleCard = `# What a link worker does
- Has time to listen, and finds out what matters to the person
- Knows what goes on nearby, and goes along the first time if that helps
- Helps with forms, letters and phone calls, side by side
- Stays in touch until things hold

# What a link worker does not do
- Treat, diagnose or give counselling
- Keep somebody safe today: that is for the emergency services
- Decide for them: the person chooses what happens

# How quick
- The team answers you within [decide days] days.
- They first try to reach the person within [first days] days after that.

# How you will hear
- By email when they accept, ask you something or send it back, and when support ends.
- At any time under My referrals, and once a month on one page for your practice.`;

const examples = `# Good: what has changed, and what would help
- “Has hardly been out since Ann died. Used to fish. Best rung in the morning.”
- “Letters about debt that she does not open. She knows that I am asking you.”
- “Worn out from caring for his mother. Would like an hour to himself.”

# Poor: the team has to come back to you
- “Please see and assess.” One line on what would help is enough.
- “Comes in every week.” Say what the visits are about.
- “Low mood, needs therapy.” Counselling is not what this team does.
- “Did not want this, but worth a try.” Ask first: it is their choice.`;

const whatIs = `A link worker is somebody with time to talk with you about what matters to you.

# They can
- listen to how things are for you
- help you to find people, places and help nearby
- go with you the first time
- help with forms and letters

# They do not
- treat you or give you medicine
- tell you what to do
- pass on what you say without asking you, unless somebody may come to harm

# It is up to you
You can say no. You can stop at any time, and come back.

# Talk to us
[programme]
Ring [phone]`;

const next = `Your practice has asked us to get in touch with you. You said that this was all right.

# First
We read what your practice sent. That takes up to [decide days] days.

# Then
A link worker gets in touch, in the way that you said is safe. We first try within [first days] days after that.

# When you talk
You say what matters to you. You choose what happens next, and what does not.

# Not heard from us, or changed your mind?
[programme]
Ring [phone]

# In danger now?
Do not wait for us. Ring the emergency number.`;

const money = `Being short of money is nothing to be ashamed of. You do not have to sort it out alone.

# What we can do with you
- open letters, one at a time
- check that you get all the money that is yours
- ask for smaller payments, or more time
- find food and heating help

# Today
If you have no food, or cannot heat your home, tell us today.

# Talk to us
[programme]
Ring [phone]`;

export const tools = {
  title: 'Tools for practices',
  about: 'Short things for the consulting room, the waiting room and the team meeting. Print what you need.',
  ours: { 'role-card': roleCard, examples, 'what-is': whatIs, next, money },
  names: {
    'role-card': 'What a link worker does, in a minute',
    examples: 'Good and poor referrals',
    'what-is': 'What is a link worker?',
    next: 'What happens next',
    money: 'Money worries',
  },
  forStaff: 'For practice staff',
  leaflets: 'Leaflets for people',
  leafletsText: 'In easy words, with your team’s phone number filled in.',
  leafletFor: {
    'what-is': 'For somebody you would like to refer',
    next: 'To take home, once they have said yes',
    money: 'For anybody who finds it hard to make ends meet',
  },
  print: 'Print',
  size: 'Paper and letters',
  sizes: { a4: 'A4', a5: 'A5', large: 'Large print' },
  team: 'Whose phone number',
  byHand: '……………………………………',
  change: 'Change the words',
  changeThis: (what: string) => `of: ${what}`,
  question: {
    title: 'Money: one question to ask',
    ask: 'Ask, in these words',
    ifYes: 'If they say yes',
    steps: [
      'Say: “Thank you for telling me. Many people are in the same place, and somebody here can help with it.”',
      'Ask if a link worker may get in touch. If so, choose Money or debt under “What would help?”.',
      'If there is no food or heat at home today, do not wait for the referral.',
    ],
    services: 'Look for help with money nearby',
    leaflet: 'Print the leaflet on money worries',
    ifNo: 'If they say no, thank them and go on. They can come back to it.',
    suggested: (why: string) => `Suggested at your practice ${why}.`,
    area: 'as many people around you are short of money',
    whom: {
      first: 'when somebody is here for the first time',
      between: (from: number, to: number) => `when somebody is ${from} to ${to} years old`,
      from: (from: number) => `when somebody is ${from} or older`,
      to: (to: number) => `when somebody is ${to} or younger`,
    },
    and: ' and ',
    why: 'In one Canadian study, clinicians who were to ask everybody asked one in eleven. In another, the practice was prompted by postcode: one in four of those who came in were asked, and one in five of them said yes.',
    whyOurs: 'Choosing by area, age and first visit is our own way of putting that to use. Nobody has tested these rules.',
    source: 'Where the question comes from',
    notInUse: 'Your programme does not use the question about money.',
  },
  prompts: {
    title: 'When to suggest the question about money',
    intro: 'The suggestion stands beside the form on which a referral is written. Nothing more has to be filled in.',
    listTitle: 'At each practice',
    practice: 'Practice',
    state: 'Suggested',
    on: (whom: string) => `Yes, ${whom}`,
    off: 'No',
    switchOn: 'Suggest it at this practice',
    who: 'Of whom?',
    whoHint: 'Choose at least one. Asking everybody is what did not work.',
    highNeedArea: 'The practice is in an area where many people are short of money',
    firstVisit: 'People who are here for the first time',
    ageFrom: 'From age',
    ageTo: 'Up to age',
    wouldHelp: 'What would help the team',
    wouldHelpHint: 'In a line or two. It stands on this practice’s next monthly report. Name nobody.',
    save: 'Save',
    stale: 'Somebody else saved this meanwhile. It now says:',
    errors: {
      age: 'Write an age in years, such as 65',
      order: 'The first age must be the lower one',
      targeted: 'Choose of whom, so that not everybody has to be asked',
      long: 'Use 400 characters or fewer',
    },
  },
  edit: {
    words: 'Words',
    how: 'Begin a heading with # and a line of a list with -. Leave a line empty between paragraphs.',
    slots: 'These are filled in by themselves: [programme], [phone], [practice], [decide days], [first days].',
    save: 'Save these words',
    preview: 'As it looks now',
    caption: 'Versions, newest first',
    when: 'Saved',
    who: 'By',
    which: 'Version',
    ours: 'Bothy’s own words',
    own: 'Your own words',
    bringBack: 'Bring back',
    bringBackThis: (version: number) => `version ${version}`,
    restore: 'Go back to Bothy’s own words',
    now: 'In use now',
    none: 'These are Bothy’s own words. Change them as you like: you can always come back.',
    errors: {
      empty: 'Write some words, or go back to Bothy’s own',
      long: 'Use 4,000 characters or fewer',
      unknown: (name: string) => `[${name}] is not filled in by itself. Take out the brackets, or use one of those above.`,
    },
    stale: 'Somebody else changed these words meanwhile. Yours are still below; save again to put them in place of theirs.',
  },
  events: {
    'practice-tools-changed': () => 'What practices are given was changed',
    'practice-report-made': () => 'A practice’s report of the month was made',
  },
};

export const toolNotices = {
  'tool-text-saved': 'The words are saved. Everybody sees them from now on.',
  'tool-prompts-saved': 'Saved.',
};
