export const identity = {
  bothy: 'Bothy',
  nav: {
    refer: 'Refer',
    myReferrals: 'My referrals',
    tasks: 'My tasks',
    supervision: 'Supervision',
    caseload: 'My caseload',
    team: 'My team',
    visits: 'Visits',
    calendar: 'Calendar',
    change: 'Change',
    tools: 'Tools for practices',
    letters: 'Letters to post',
    queue: 'Team queue',
    requests: 'Requests',
    ourServices: 'Our services',
    services: 'Find a service',
    shortlists: 'Shortlists',
    directoryWork: 'Directory',
    needs: 'What people need',
    areas: 'Areas and places',
    gaps: 'Gaps',
    steering: 'Steering group',
    ideas: 'Ideas',
    criteria: 'Whom to refer',
    belonging: 'Belonging',
    messages: 'Messages sent',
    extracts: 'Lists with names',
    instruments: 'Measures we use',
    accounts: 'Accounts',
    practices: 'Practices and teams',
    settings: 'Settings',
  },
  roles: {
    referrer: 'Referrer',
    'link-worker': 'Link worker',
    'team-lead': 'Team lead',
    'programme-manager': 'Programme manager',
    evaluator: 'Evaluator',
    'community-member': 'Community organisation',
    'steering-member': 'Steering group',
    administrator: 'Administrator',
  },
  signIn: {
    title: 'Sign in',
    email: 'Email address',
    password: 'Password',
    button: 'Sign in',
    missingEmail: 'Enter your email address',
    missingPassword: 'Enter your password',
    wrong: 'The email address or password is not right. Check them and try again.',
    tooMany: (minutes: number) => `Too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`,
  },
};

export const problems = {
  'not-yours': {
    title: 'This page is not open to you',
    text: 'Your role does not include it, or it belongs to another team or practice. If you need it for your work, ask your team lead.',
  },
  'not-found': { title: 'We cannot find that page', text: 'The address may be mistyped, or the page may have moved.' },
  fault: {
    title: 'Something went wrong here',
    text: 'It is not your doing. Nothing that was saved is lost. Go back and try again; if it keeps happening, tell your administrator.',
  },
  away: {
    title: 'Bothy cannot reach its records just now',
    text: 'Nothing that was saved is lost. Wait a minute, go back and try again; if it keeps happening, tell your administrator.',
  },
  'changed-meanwhile': {
    title: 'This has changed since you opened it',
    text: 'Somebody else may have dealt with it already. Go back and look at how it stands now.',
  },
  'other-site': {
    title: 'This form came from somewhere else',
    text: 'To keep people safe, Bothy only takes what is sent from its own pages. Open the page again, then send it.',
  },
  'not-understood': { title: 'We could not read what was sent', text: 'Go back and try again.' },
  'too-big': { title: 'That is too much to send at once', text: 'Shorten what you wrote, then send it again.' },
};

/** Said at the top of the next page when something has been done, by the `done` of its address. */
export const notices = {
  'signed-out': 'You have signed out.',
  'signed-out-meanwhile': 'You were signed out because some time had passed. Sign in to go on.',
};
