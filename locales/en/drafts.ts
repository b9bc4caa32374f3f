/** What was typed and not saved yet. */
export const drafts = {
  status: {
    kept: 'Not saved yet. A draft was kept at %{time}.',
    waiting: 'You seem to be offline. What you typed is only on this screen: keep it open, and it will be kept as soon as you are back.',
    signedOut: 'You have been signed out. What you typed is kept for you: press the button below, sign in, and go on.',
    notSent: 'You seem to be offline, so nothing was sent. What you typed is still here. Try again in a moment.',
  },
  offer: {
    title: 'You began this earlier',
    began: (when: string) => `You began this ${when} and did not save it.`,
    elsewhere: 'It may still be open in another tab.',
    goOn: 'Go on with it',
    throwAway: 'Throw it away',
    of: (when: string) => `: begun ${when}`,
  },
  taken: (when: string) => `This is what you typed ${when}. It is not saved yet.`,
  page: {
    title: 'Begun and not saved',
    intro: 'Only you can see these. They are forgotten 14 days after you last typed in them.',
    none: 'Nothing is waiting to be finished',
    noneText: 'What you type into a long form is kept here until you save it, also when you are signed out.',
    back: 'My tasks',
    saved: (when: string) => `Last typed ${when}`,
    about: (what: string, name: string) => `${what}: ${name}`,
  },
  kinds: {
    refer: 'A referral',
    gap: 'A gap in services',
    contact: 'A contact',
    correction: 'A correction to a contact',
    attempt: 'An attempt to reach somebody',
    plan: 'A plan',
    closing: 'The end of support',
    connection: 'A connection to a service',
    supervision: 'A supervision session',
    story: 'A story',
  },
};

export const draftNotices = {
  'kept-for-you': 'You were signed out before this was saved. What you typed has been kept. Sign in, and it will be there.',
  'kept-for-them':
    'Nothing was saved: that form was opened by somebody else on this computer. It has been kept for them, and only they can see it.',
  'draft-gone': 'That was already saved, thrown away, or taken up in another tab.',
  'draft-thrown-away': 'It has been thrown away.',
};
