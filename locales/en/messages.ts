/** Letters that Bothy sends, and the page on which managers see that they went. */
export const messages = {
  letter: {
    dear: (greeting: string) => `Dear ${greeting},`,
    reference: (reference: string) => `Reference: ${reference}`,
    ask: (whom: string) => `Any questions? Ask ${whom}.`,
    sentFor: (programme: string) => `This mail was sent by Bothy for ${programme}.`,
    linkRemoved: '[a link that only the reader was given]',
  },
  page: {
    title: 'Messages sent',
    about: 'What Bothy has sent for this programme, newest first. What a letter says is seen only by those who support the person.',
    show: 'Show',
    all: 'All messages',
    filter: 'Show these',
    caption: 'Messages',
    when: 'Queued',
    what: 'What',
    whom: 'To',
    state: 'State',
    retry: 'Try again',
    retryThis: (what: string) => `: ${what}`,
    tries: (tries: number) => (tries === 1 ? 'tried once' : `tried ${tries} times`),
    sentAt: (when: string) => `at ${when}`,
    none: 'No messages yet',
    noneText: 'When a referral is answered or an organisation is asked, the letters are listed here.',
    noneOfThese: 'No messages in this state',
    noneOfTheseText: 'Choose another state to see the rest.',
    newer: 'Newer messages',
    older: 'Older messages',
  },
  states: { queued: 'Waiting', sending: 'Being sent', sent: 'Sent', stopped: 'Not sent', failed: 'Failed' },
  to: { account: 'A colleague', service: 'A community organisation', person: 'The person', address: 'An address that was given' },
  /** Codes that modules give for a letter that is no longer needed, and what went wrong with those that failed. */
  why: {
    withdrawn: 'no longer wanted',
    gone: 'what it told of is no longer there',
    'opened-again': 'support is open again',
    'no-address': 'no email address',
    'could-not-compose': 'it could not be written',
    'could-not-send': 'the mail server did not take it',
    'address-refused': 'the address was refused',
    'no-connection': 'the mail server could not be reached',
    'sign-in-refused': 'the mail server did not let Bothy in',
    'message-refused': 'the mail server refused it',
    interrupted: 'sending was interrupted',
  },
  /** What each template is called on a page. Every module that sends a letter names it here. */
  templates: {
    'account-invited': 'Invitation to an account',
    'account-reset': 'Link to choose a new password',
    'referral-accepted': 'Referral accepted',
    'referral-returned': 'Referral returned',
    'referral-asked': 'Question about a referral',
    'support-closed': 'Support has ended',
    'could-not-be-reached': 'Could not be reached',
    'connection-request': 'Request to a service',
    'connection-reminder': 'Reminder to a service',
    'connection-ask-attendance': 'Asking a service how it goes',
    'connection-link': 'New link for a service',
    'connection-cancelled': 'Request called off',
    shortlist: 'List of services',
  },
  /** On a person's timeline. */
  events: {
    'message-sent': () => 'A letter was sent',
    'message-stopped': () => 'A letter was stopped before it was sent',
    'message-retried': () => 'A letter was sent again',
  },
};

export const messageNotices = {
  'message-retried': 'The message will be sent again in a moment.',
};
