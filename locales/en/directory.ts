/** Said at the top of the next page. */
export const directoryNotices = {
  'gap-recorded': 'The gap is recorded. Thank you: it shows where something is missing.',
  'gap-removed': 'The gap is removed.',
};

/** `4 places`, or a number of whatever else a feed counts in: `4 (Kilogram)`. */
export const inUnits = (count: number, unit: string): string => {
  const one = { places: 'place', beds: 'bed', hours: 'hour', visits: 'visit', parcels: 'parcel' }[unit.toLowerCase()];
  return one ? `${count} ${count === 1 ? one : unit.toLowerCase()}` : `${count} (${unit})`;
};

export const directory = {
  /** Short, as they stand on chips. */
  needs: {
    loneliness: 'Loneliness',
    money: 'Money or debt',
    housing: 'Housing',
    bereavement: 'Bereavement',
    caring: 'Caring',
    activity: 'Getting active',
    mood: 'Low mood or worry',
    work: 'Work or training',
    purpose: 'Purpose or volunteering',
    food: 'Food',
    energy: 'Heating and energy',
    condition: 'Living with a condition',
    transport: 'Transport',
    legal: 'Legal or immigration',
    family: 'Family or relationships',
    digital: 'Getting online',
    substances: 'Alcohol or drugs',
    language: 'Language or culture',
    'domestic-abuse': 'Domestic abuse',
    other: 'Something else',
  },

  audiences: {
    everyone: 'Everyone',
    men: 'Men',
    women: 'Women',
    young: 'Young people',
    older: 'Older people',
    parents: 'Parents',
    carers: 'Carers',
    disabled: 'Disabled people',
    lgbt: 'LGBT+ people',
    veterans: 'Veterans',
    'new-to-area': 'People new to the area',
    refugees: 'Refugees and people seeking asylum',
  },
  waysToJoin: {
    'drop-in': 'Just turn up',
    self: 'Get in touch yourself',
    referral: 'A link worker asks for you',
    appointment: 'By appointment',
    membership: 'Become a member',
  },
  attendances: { 'in-person': 'In person', online: 'Online', phone: 'By phone', 'home-visit': 'At home' },
  accessibilities: {
    'step-free': 'Step-free',
    'accessible-toilet': 'Accessible toilet',
    'hearing-loop': 'Hearing loop',
    'sign-language': 'Sign language',
    parking: 'Parking',
    'near-bus': 'Near a bus stop',
    'quiet-space': 'Quiet space',
    'assistance-dogs': 'Assistance dogs welcome',
  },
  languages: { en: 'English', cy: 'Welsh', gd: 'Gaelic', fr: 'French', pl: 'Polish', uk: 'Ukrainian', ar: 'Arabic', ur: 'Urdu' } as Record<
    string,
    string
  >,
  days: { MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' },

  search: {
    title: 'Find a service',
    titleFor: (name: string) => `Find a service for ${name}`,
    words: 'What are you looking for?',
    wordsHint: 'Such as a choir, debt advice or company on Sundays',
    place: 'Near which town or postcode?',
    placeHintPlain: 'Distances cannot be measured yet: no list of postcodes and places has been loaded.',
    distance: 'How far',
    anyDistance: 'Any distance',
    within: (km: number) => `Within ${km} km`,
    needs: 'What would help?',
    more: 'Who it is for, when and how',
    whoFor: 'Who it is for',
    anybody: 'Anybody',
    age: 'Age in years',
    days: 'Days',
    attendance: 'How people take part',
    only: 'Only show services that',
    free: 'Cost nothing',
    room: 'Have room now',
    button: 'Search',
    change: 'Change this search',
    again: 'Start again',
    everything: 'Every service',
    nearPlace: (place: string) => `near ${place}`,
    withinOf: (km: number, place: string) => `within ${km} km of ${place}`,
    forAge: (age: number) => `for somebody aged ${age}`,
    on: (days: string) => `on ${days}`,
    freeOnly: 'free',
    roomOnly: 'with room',
    wordsTooLong: 'Use fewer words: 400 characters at most',
    placeTooLong: 'Enter a town or a whole postcode',
    unknownPlace: 'We do not know that place. Try a town or a whole postcode',
    distanceWithoutPlace: 'Enter a place to measure the distance from',
    badAge: 'Enter an age in years, such as 67',
  },

  results: {
    heading: (total: number) => (total === 1 ? '1 service' : `${total.toLocaleString('en-GB')} services`),
    many: (most: number) => `More than ${most.toLocaleString('en-GB')} services`,
    manyHint: 'Add a word, a need or a distance to see fewer.',
    spelling: (words: string) => `Nothing has the words as typed. These are for “${words}”.`,
    otherNeeds: 'No service with those words is listed under what would help. These are listed under something else.',
    loosely: 'No service has all of that. These have some of it.',
    none: 'Nothing fits yet',
    noneText:
      'Try fewer words, a longer distance or another need. If there really is nothing, record the gap: it shows where something is missing.',
    km: (km: number) =>
      km < 0.1
        ? 'less than 100 m away'
        : km < 1
          ? `${Math.round(km * 10) * 100} m away`
          : `${km < 10 ? km.toFixed(1) : Math.round(km)} km away`,
    why: (reasons: string[]) => `Why this one: ${reasons.join(', ')}`,
    reasons: { near: 'near', free: 'free', room: 'has room', fresh: 'checked lately', 'drop-in': 'just turn up' },
    connect: (name: string) => `Connect ${name}`,
    next: 'Next',
    whoFor: 'For',
    cost: 'Cost',
    join: 'How to join',
  },

  free: 'Free',
  costUnknown: 'Ask about the cost',
  costs: 'There is a cost: ask',
  amount: (amount: number, currency: string) =>
    new Intl.NumberFormat('en-GB', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(amount),
  joinUnknown: 'Ask how to join',

  room: {
    room: (available: number, unit = 'places') => `Has room: ${inUnits(available, unit)}`,
    paused: (until: string | null) => (until ? `Not taking anybody until ${until}` : 'Not taking anybody for now'),
    waiting: (weeks: number | null) =>
      weeks === null
        ? 'Waiting list'
        : weeks === 0
          ? 'Waiting list: less than a week'
          : `Waiting list: about ${weeks === 1 ? '1 week' : `${weeks} weeks`}`,
    full: 'Full',
    unknown: 'Room not known',
  },

  freshness: {
    never: 'Nobody has checked this yet',
    ago: ({ count, unit }: { count: number; unit: 'day' | 'week' | 'month' | 'year' }) =>
      unit === 'day' && count === 0 ? 'today' : `${count} ${count === 1 ? unit : `${unit}s`} ago`,
    checked: (ago: string, by: string | null) => (by ? `Checked ${ago} by ${by}` : `Checked ${ago}`),
    stale: 'May be out of date',
  },

  times: {
    onNow: 'On now',
    until: (time: string) => `until ${time}`,
    fromTo: (from: string, to: string) => `${from} to ${to}`,
    ask: 'Ask when it runs',
    over: 'Not running any more',
    at: (place: string) => `at ${place}`,
    every: (days: string) => `Every ${days}`,
    everyWeeks: (weeks: number, days: string) => `Every ${weeks} weeks on ${days}`,
    nth: (nth: number, day: string) =>
      `${({ 0: 'every', 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', '-1': 'last', '-2': 'second last' } as Record<number, string>)[nth] ?? `${nth}th`} ${day}`,
    ofMonth: (days: string, months: number) => `The ${days} of ${months === 1 ? 'the month' : `every ${months} months`}`,
    date: (date: number) =>
      date === -1
        ? 'last day'
        : `${date}${date % 10 === 1 && date !== 11 ? 'st' : date % 10 === 2 && date !== 12 ? 'nd' : date % 10 === 3 && date !== 13 ? 'rd' : 'th'}`,
    regularly: 'At regular times: ask when',
    from: (day: string) => `from ${day}`,
    to: (day: string) => `until ${day}`,
    and: 'and',
  },

  service: {
    by: (organisation: string) => `Run by ${organisation}`,
    now: 'How it stands now',
    about: 'About it',
    next: 'Next time',
    times: 'When it runs',
    where: 'Where',
    privateAddress: 'The address is kept private. Ask the organisation.',
    room: 'Room',
    roomSaid: (when: string) => `said ${when}`,
    cost: 'Cost',
    join: 'How to join',
    whoFor: 'Who it is for',
    ages: 'Ages',
    from: (age: number) => `${age} and over`,
    upTo: (age: number) => `Up to ${age}`,
    between: (from: number, to: number) => `${from} to ${to}`,
    allAges: 'All ages',
    eligibility: 'Who can come',
    helpsWith: 'Helps with',
    attendance: 'How people take part',
    languages: 'Languages',
    access: 'Getting in and around',
    contact: 'Contact',
    requests: 'For requests from link workers',
    requestsHint: 'Not for the public',
    checked: 'Checked',
    notRunning: {
      inactive: 'This service is not running at present.',
      defunct: 'This service has closed.',
      'temporarily closed': 'This service is closed for now.',
    },
    notSaid: 'Not said',
    backToSearch: 'Back to the search',
    print: 'Print this page',
  },

  gap: {
    title: 'Record a gap',
    open: 'Nothing here fits? Record the gap',
    intro: 'It shows where something is missing, so that somebody can start it.',
    needs: 'What was needed?',
    place: 'Where?',
    placeHint: 'A town or a postcode. Only the town, or the first half of the postcode, is counted.',
    why: 'Why did nothing fit?',
    whys: {
      none: 'There is no such service',
      'too-far': 'None is near enough',
      full: 'Those there are have no room',
      'not-eligible': 'Those there are would not take them',
      cost: 'It costs too much',
      language: 'Not in their language',
      access: 'They could not get in or take part',
      other: 'Another reason',
    },
    note: 'Anything to add?',
    noteHint: 'Only you will see this. Leave out names.',
    forPerson: (name: string) => `This will be kept with ${name}’s record.`,
    button: 'Record this gap',
    needMissing: 'Choose what was needed',
    whyMissing: 'Choose why nothing fitted',
    noteTooLong: 'Use fewer words: 1,000 characters at most',
    placeTooLong: 'Use fewer words: 100 characters at most',
    recorded: 'Recorded',
    yours: 'A gap you recorded',
    remove: 'Remove this gap',
    tooLate: 'A gap can only be removed on the day it was recorded.',
    backToSearch: 'Back to the search',
  },

  gaps: {
    title: 'Gaps',
    intro: 'What people needed in the last 12 months and could not find. A gap with two needs counts for both.',
    small: 'Numbers below 5 are not shown, so that nobody can be recognised. Needs that must be kept confidential are left out.',
    caption: 'Gaps by need and place',
    need: 'Need',
    area: 'Place',
    count: 'Times',
    why: 'Most often because',
    unknownArea: 'Place not known',
    fewer: 'fewer than 5',
    hidden: 'Not shown',
    none: 'No gaps yet',
    noneText: 'When a search finds nothing that fits, the gap can be recorded there.',
    mine: 'Recorded by you',
    search: 'Find a service',
  },
  events: {
    'gap-recorded': () => 'Recorded that there is no service for a need',
    'gap-changed': () => 'What was recorded of a gap was changed',
    'gap-removed': () => 'A gap was taken off the list',
    'services-imported': () => 'Services were read from a feed',
    'room-told': () => 'What room a service has was told',
    'service-paused': () => 'A service stopped taking people for a while',
    'service-resumed': () => 'A service takes people again',
    'service-doubted': () => 'Somebody doubted what is said of a service',
  },
};
