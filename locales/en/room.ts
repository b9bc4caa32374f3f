import { inUnits } from './directory.ts';

/** Said at the top of the next page. */
export const roomNotices = {
  'room-told': 'Thank you. Link workers see it now.',
  'room-taken-back': 'It shows as not known now.',
  'service-paused': 'No more requests will come for now.',
  'service-resumed': 'Requests can come again.',
};

const days = (n: number): string => {
  const whole = Math.round(n);
  if (n < 1) return 'the same day';
  if (whole < 14) return whole === 1 ? '1 day' : `${whole} days`;
  const weeks = Math.round(n / 7);
  return `${weeks} weeks`;
};
const weeks = (n: number) => (n === 0 ? 'less than a week' : n === 1 ? 'about 1 week' : `about ${n} weeks`);
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** The room of services: telling it, stopping for a while, and how they really answer. */
export const room = {
  title: (service: string) => `Room in ${service}`,
  tellLink: 'Tell of room, or stop requests',
  back: 'Our services',
  backToService: 'Back to the service',
  now: 'How it shows now',
  units: { places: 'places', beds: 'beds', hours: 'hours', visits: 'visits', parcels: 'parcels' },
  inUnits,

  said: {
    room: (available: number, unit: string, maximum: number | null) =>
      maximum === null ? `${inUnits(available, unit)} free` : `${inUnits(available, unit)} free of ${maximum}`,
    full: (unit: string) => `No ${unit} free`,
    waiting: (unit: string, n: number | null) => `No ${unit} free. Waiting list${n === null ? '' : `: ${weeks(n)}`}`,
    unknown: 'Not known any more',
    takenBack: (unit: string) => `Took back what was said of ${unit}`,
    toldOn: (day: string) => `said on ${day}`,
    until: (day: string) => `counts until ${day}`,
    expired: (day: string) => `counted until ${day}, not known since`,
    by: (name: string) => `by ${name}`,
    byOrganisation: 'by the organisation',
    nothing: 'Nobody has said anything of its room yet.',
  },

  tell: {
    heading: 'Is there room for somebody new?',
    unit: 'Room is counted in',
    answer: 'Is there room now?',
    room: 'Yes',
    available: 'How many are free?',
    waiting: 'No, but there is a waiting list',
    weeks: 'About how many weeks is it?',
    weeksHint: 'Leave it empty if you cannot say',
    full: 'No, it is full',
    maximum: 'How many are there in all?',
    note: 'Anything to add about the room?',
    noteHint: 'Such as “mornings only”. Everybody can read this, so leave out names.',
    until: 'Until when does this count?',
    untilHint: 'After that day it shows as not known, and nobody is misled.',
    button: 'Tell them',
    takeBack: 'This is not known any more',
  },

  pause: {
    heading: 'Stop requests for a while',
    headingAll: 'Stop requests to all your services',
    intro: 'Link workers then see that nobody is taken on, and cannot send requests. People who are with you already are not affected.',
    reason: 'Why?',
    reasonHint: 'Only link workers and the programme see this.',
    reasons: {
      full: 'Full, with no end in sight',
      holiday: 'Holidays',
      staff: 'Not enough staff or volunteers',
      building: 'The building cannot be used',
      money: 'No money to run it at present',
      other: 'Another reason',
    },
    note: 'Anything they should know?',
    until: 'Until when?',
    untilDay: 'Until a day',
    day: 'People are taken on again from',
    dayHint: 'Requests can come again from the beginning of that day. Nobody has to do anything.',
    notice: 'Until we say that we take people again',
    button: 'Stop requests',
    buttonAll: 'Stop requests to all services',
    stopped: (until: string | null) => (until ? `Not taking anybody until ${until}` : 'Not taking anybody until further notice'),
    stoppedAll: (until: string | null) =>
      until ? `No service is taking anybody until ${until}` : 'No service is taking anybody until further notice',
    because: (reason: string, day: string) => `${reason}. Stopped on ${day}.`,
    wholeOrganisation: 'This holds for every service of the organisation.',
    resume: 'Take people again now',
    undo: 'Undo: stop requests again',
    undoText: 'Pressed that by mistake?',
  },

  behaviour: {
    heading: 'How it really goes',
    headingAll: 'How requests to you really go',
    lead: 'Counted from the requests of the last 12 months.',
    few: 'Too few to say',
    fewYet: 'Too few requests in the last 12 months to say how it really goes.',
    requests: 'Requests',
    reply: 'First answer',
    replyIn: (median: number, p80: number) =>
      days(median) === days(p80) ? `Usually within ${days(p80)}` : `Usually ${days(median)}, four in five within ${days(p80)}`,
    accepted: 'Says yes to',
    silent: 'Never answers',
    share: (share: number) => percent(share),
    wait: 'Wait for the first time',
    promise: (n: number) => `Says: ${weeks(n)}.`,
    really: (median: number, people: number) => `Really: ${days(median)}, from ${people} people.`,
    of: (n: number) => `of ${n} requests`,
  },

  history: { heading: 'What was said', when: 'When', what: 'What', who: 'Who' },

  own: {
    title: 'Our services',
    intro: 'Say whether you have room, so that people are sent where somebody can take them.',
    caption: 'Services and their room',
    service: 'Service',
    room: 'Room',
    said: 'Said',
    checked: 'Still right?',
    change: 'Tell of room',
    changeFor: (service: string) => `for ${service}`,
    none: 'No services yet',
    noneText: 'Nothing in the directory is run by your organisation yet. Ask the programme to add it.',
    notYours: 'You belong to no organisation. You can tell of the room of any service from its own page.',
    find: 'Find a service',
    never: 'Not yet',
    notRunning: 'Not running',
  },

  /** On the pages where somebody would be connected. */
  connect: {
    title: (service: string) => `${service} is not taking anybody at present`,
    until: (day: string) => `They take people again from ${day}. Nothing has been sent.`,
    notice: 'They have not said when they will take people again. Nothing has been sent.',
    choose: 'Find another service',
    hold: 'Remind me when they take people again',
    holdNotice: 'Remind me in four weeks',
    task: (service: string) => `Ask ${service} again: they took nobody for a while`,
  },

  /** Asked of whoever answers that they are full. */
  full: {
    label: 'Should requests stop for a while?',
    hint: 'For everybody, until then. It can be changed at any time.',
    no: 'No, keep sending them',
    weeks: (n: number) => `Yes, for ${n} weeks`,
  },

  errors: {
    unit: 'Choose what room is counted in',
    answer: 'Choose whether there is room',
    available: 'Enter how many are free, such as 3',
    maximum: 'Enter how many there are in all, at least as many as are free',
    weeks: 'Enter about how many weeks, such as 6',
    note: 'Use fewer words: 200 characters at most',
    until: 'Enter a day after today, such as 31 12 2026',
    untilFar: 'Enter a day within the next year',
    reason: 'Choose why',
    untilKind: 'Choose until when',
    pauseNote: 'Use fewer words: 500 characters at most',
  },
};
