/** Said at the top of the next page. */
export const publicNotices = {
  'gap-told': 'Thank you. It shows what is missing, so that somebody can start it.',
};

/** Pages that anybody can read without an account. */
export const publicDirectory = {
  listTitle: 'Directories of services',
  listIntro: 'Choose where you are looking for help, company or something to do.',
  none: 'Nobody publishes a directory here.',

  title: 'Find help, company and things to do',
  description: (programme: string) =>
    `Local services and groups in the directory of ${programme}: what there is, when it runs, what it costs and how to join.`,
  intro: 'Groups, advice and activities near you. You do not need to sign in, and nobody is told that you looked.',
  words: 'What are you looking for?',
  wordsHint: 'Such as a choir, debt advice or company on Sundays',
  place: 'Near which town or postcode?',
  search: 'Search',
  browse: 'What would help?',
  count: (services: number) => (services === 1 ? '1 service' : `${services.toLocaleString('en-GB')} services`),
  empty: 'There are no services in this directory yet',
  emptyText: 'Come back soon.',
  everything: 'See every service',

  /** Said in a tab or a history, which others may see. */
  quietTitle: 'Services',
  quietService: 'A service',

  results: 'Services',
  needTitle: (need: string) => need,
  needDescription: (need: string, programme: string, count: number) =>
    `${need}: ${count === 1 ? '1 local service' : `${count.toLocaleString('en-GB')} local services`} in the directory of ${programme}.`,
  home: 'Directory',
  back: 'Back to the directory',
  change: 'Change this search',
  nothing: 'Nothing fits yet',
  nothingText: 'Try fewer words, a longer distance or another need.',
  lost: 'That search has been forgotten',
  lostText: 'What people search for is kept for one day only. Please search again.',
  map: 'These services on a map',
  mapOne: 'Where it is',
  notOnMap: 'Services that are online, come to you or keep their address private are not on the map.',
  more: 'See more about it',
  about: (name: string) => `: ${name}`,

  tell: {
    heading: 'Nothing here is right?',
    text: 'Tell us. Only what would have helped, and the town or the first half of the postcode, are noted.',
    need: 'What would have helped?',
    button: 'Tell us that nothing here is right',
  },
  wait: 'Too many tries',
  waitText: 'There have been many searches from where you are. Wait a few minutes and try again.',

  service: {
    tell: 'Tell us what has changed',
    suggest: 'Suggest a change',
    wrong: 'Tell us that something here is wrong',
    help: 'Is this page right?',
    organisation: (name: string) => `Everything that ${name} runs`,
    print: 'Print this page',
    closed: 'This service is not running',
    closedText: {
      inactive: 'It is not running at present.',
      defunct: 'It has closed.',
      'temporarily closed': 'It is closed for now.',
    },
    similar: 'These may help instead',
    helps: 'Helps with',
  },

  organisation: {
    caption: 'Organisation',
    runs: 'What it runs',
    nothing: 'Nothing that it runs is in the directory at present.',
    description: (name: string, programme: string) => `${name}: what it runs and how to get in touch, in the directory of ${programme}.`,
  },

  events: {
    'gap-told': () => 'Somebody told that there is no service for a need',
  },
};
