const count = (n: number, one: string, other: string) => `${n} ${n === 1 ? one : other}`;

const kinds = { meeting: 'Meeting', call: 'Phone call', home: 'Home visit', video: 'Video call', accompanied: 'Going along' };
const reasons = {
  unwell: 'They are not well',
  'other-plans': 'Something else came up',
  transport: 'Getting there',
  caring: 'They are needed at home',
  'not-ready': 'They do not feel ready',
  'no-longer': 'They do not need it any more',
  'not-said': 'They did not say',
  'we-are-ill': 'We are ill',
  urgent: 'Something urgent',
  room: 'The room',
  'two-at-once': 'We promised two things at once',
  weather: 'The weather or the roads',
  travel: 'We were held up',
  stopped: 'All appointments were stopped',
  'by-link': 'They said so on their own page',
};
const why = {
  'not-known': 'We do not know',
  forgot: 'It slipped their mind',
  unwell: 'Not well',
  transport: 'Getting there',
  afraid: 'It felt too much',
  place: 'The place',
  time: 'The time of day',
  caring: 'Needed at home',
  money: 'What it costs to get there',
};

type Say = {
  kind: keyof typeof kinds;
  startsAt: Date;
  endsAt: Date;
  worker: string;
  phone: string | null;
  where: string;
  atHome: boolean;
  bring: string;
  gettingThere: string;
  zone: string;
};
const formats = new Map<string, Intl.DateTimeFormat>();
const drawn = (zone: string, at: Date, shape: Intl.DateTimeFormatOptions) => {
  const key = JSON.stringify([zone, shape]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...shape, timeZone: zone });
  formats.set(key, format);
  return format.format(at).replace(',', '');
};
const time = ({ zone }: { zone: string }, at: Date) => drawn(zone, at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const fullDay = ({ startsAt, zone }: Pick<Say, 'startsAt' | 'zone'>) =>
  drawn(zone, startsAt, { weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = ({ startsAt, zone }: Pick<Say, 'startsAt' | 'zone'>) =>
  drawn(zone, startsAt, { weekday: 'short', day: 'numeric', month: 'short' });

/** How somebody is told what will happen, without a word of why. */
const will = (say: Say): string => {
  const when = `on ${fullDay(say)} at ${time(say, say.startsAt)}`;
  switch (say.kind) {
    case 'call':
      return `${say.worker} will ring you ${when}.`;
    case 'video':
      return `You will talk with ${say.worker} by video ${when}.`;
    case 'home':
      return `${say.worker} will come to see you at home ${when}.`;
    case 'accompanied':
      return `${say.worker} will go along with you ${when}.`;
    case 'meeting':
      return `You will meet ${say.worker} ${when}.`;
  }
};

export const calendar = {
  kinds,
  reasons,
  why,
  easier: {
    'other-time': 'Another time of day',
    'other-place': 'Another place',
    transport: 'Help with getting there',
    'come-to-them': 'We come to them',
    'by-phone': 'Talk by phone instead',
    'somebody-with-them': 'Somebody to come with them',
    reminder: 'A reminder on the day',
  },
  stage: { booked: 'Agreed', happened: 'It happened', 'not-there': 'They were not there', cancelled: 'Called off' },
  toRecord: 'How did it go?',
  answers: { coming: 'They say that they will be there', change: 'They ask for another time' },
  who: { person: 'They asked', us: 'We did' },
  ahead: {
    closing: (n: number) =>
      n === 1
        ? 'One appointment is still ahead. Ending support does not call it off, and no reminder goes out for it.'
        : `${n} appointments are still ahead. Ending support does not call them off, and no reminders go out for them.`,
    see: 'See what is ahead, and call off what is not wanted',
  },
  span: (from: string, to: string) => `${from} to ${to}`,
  with: (names: string) => `with ${names}`,
  and: ' and ',
  atHome: 'At their home',
  person: {
    title: 'Appointments',
    book: 'Make an appointment',
    ahead: 'Ahead',
    none: 'Nothing is agreed just now.',
    before: 'Before',
    noneBefore: 'There were none yet.',
    next: (when: string) => `Next: ${when}`,
    see: 'See it',
    why: 'Why',
    note: 'Note',
    easier: 'What would make it easier',
    wish: 'They would like',
    bring: 'To bring',
    gettingThere: 'Getting there',
    where: 'Where',
    when: 'When',
    whoGoes: 'Who goes',
    state: 'How it stands',
    told: 'Messages to them',
    toldYes: 'They are told, and reminded, in their own way',
    toldNo: 'No messages: you tell them yourself',
    contact: 'See what was written down',
    move: 'Change it',
    cancel: 'Call it off',
    happened: 'It happened: write it down',
    notThere: 'They were not there',
    calledOff: 'It did not take place',
    again: 'Make another appointment',
    died: 'They have died. No appointments are made.',
  },
  form: {
    title: 'Make an appointment',
    moveTitle: 'Change the appointment',
    kind: 'What kind?',
    when: 'When?',
    free: (name: string) => `Free times of ${name}`,
    noFree: (name: string) =>
      `${name} has no free times in the next three weeks. Choose a time yourself, or add working hours in the calendar.`,
    other: 'Another day or time',
    otherHint: 'For a time that is not in the list',
    slot: (day: string, at: string, room: string) => [`${day}, ${at}`, room].filter(Boolean).join(' · '),
    day: 'Day',
    time: 'Time',
    minutes: 'How long?',
    lengths: (n: number) =>
      n < 60
        ? `${n} minutes`
        : n % 60 === 0
          ? count(n / 60, 'hour', 'hours')
          : `${count(Math.floor(n / 60), 'hour', 'hours')} ${n % 60} minutes`,
    where: 'Where?',
    whereHint: 'A free time brings its room with it. A home visit and a call need nothing here.',
    asSlot: 'The room that comes with the time',
    elsewhere: 'Somewhere else',
    place: 'If somewhere else, where?',
    placeHint: 'In words that they will understand, such as “the library in Dalbeattie”',
    more: 'What to bring, how to get there, who else goes',
    bring: 'What should they bring?',
    bringHint: 'They can read this. Say nothing here that they would not want seen.',
    gettingThere: 'How do they get there?',
    second: 'Does somebody go with you?',
    nobody: 'Nobody else',
    worker: 'Whose appointment?',
    tell: 'Tell them, and remind them',
    tellHint: 'In the way that they wish to be reached. The message says when and where, and never why.',
    save: 'Make the appointment',
    saveMove: 'Save the change',
    askedBy: 'Who asked for the change?',
    askedBys: { person: 'They did', us: 'We did' },
    reason: 'Why?',
    anyway: 'Yes, I mean this time',
    staleTitle: 'Somebody has changed this appointment meanwhile',
    stale: 'What you typed is still below. This is how it stands now; check both, then save again.',
    staleOver: 'Nothing more is to be said of it. What you typed is still below, so that you can copy it.',
    now: 'As it stands now',
  },
  cancel: {
    title: 'Call it off',
    titlePast: 'It did not take place',
    by: 'Who could not come?',
    bys: { person: 'They could not: they told us', us: 'We could not' },
    reason: 'Why?',
    reasonHint: 'Choose the nearest. They do not have to say.',
    note: 'Anything to remember',
    savePast: 'Save',
    sorry: 'When we could not come, they get a message that says sorry.',
    save: 'Call it off',
  },
  notThere: {
    title: 'They were not there',
    intro: 'It happens, for many reasons, and most of them have to do with how hard it is to come. Nothing is held against them.',
    reason: 'What do we know of why?',
    easier: 'What would make it easier?',
    easierHint: 'Ask them, if you can',
    note: 'What you did, and what you would like to remember',
    again: 'When will you try again?',
    againHint: 'Leave empty, and Bothy spreads the tries fairly',
    counts: 'This is noted as a try to reach them. It does not end their support.',
    save: 'Save',
  },
  calendar: {
    title: 'Calendar',
    team: 'The whole team',
    whose: 'Whose calendar',
    show: 'Show',
    views: { week: 'Week', day: 'Day' },
    viewLabel: 'How much to show',
    earlier: { week: 'Week before', day: 'Day before' },
    later: { week: 'Week after', day: 'Day after' },
    today: 'Today',
    isToday: 'today',
    print: 'Print',
    of: (name: string) => `Calendar of ${name}`,
    week: (from: string, to: string) => `${from} to ${to}`,
    nothing: 'Nothing is planned.',
    holiday: 'Bank holiday',
    away: 'Away',
    awayWho: (names: string) => `Away: ${names}`,
    session: (from: string, to: string) => `Times for people: ${from} to ${to}`,
    freeOf: (free: number, all: number) => (free === 0 ? 'all taken' : `${free} of ${all} free`),
    passed: 'over',
    hours: 'Working hours',
    rooms: 'Rooms',
    feed: 'On your phone',
    figures: 'Times offered and used',
    tools: 'More of the calendar',
  },
  hours: {
    title: 'Working hours',
    of: (name: string) => `Working hours of ${name}`,
    intro: 'The times of a week in which people can be seen. Free times are offered from these.',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    caption: 'Each week',
    day: 'Day',
    times: 'Times',
    slot: 'Each lasts',
    room: 'Where',
    dates: 'Holds',
    from: (date: string) => `From ${date}`,
    until: (from: string, until: string) => `${from} to ${until}`,
    anywhere: 'No room',
    none: 'No hours are set yet. Add the first below.',
    end: 'End',
    endThis: (what: string) => ` ${what}`,
    add: 'Add hours',
    weekday: 'Day of the week',
    starts: 'From',
    ends: 'To',
    timeHint: 'For example, 9:30',
    endHint: 'For example, 13:00',
    firstDay: 'First day',
    lastDay: 'Last day',
    lastHint: 'Leave empty if they go on',
    save: 'Add these hours',
    otherCaption: 'Days that are different',
    noOther: 'There are none.',
    awayKind: 'Away',
    extraKind: 'Extra day',
    remove: 'Remove',
    addAway: 'Add days away',
    awayFrom: 'First day away',
    awayTo: 'Last day away',
    awayHint: 'The same as the first, for a single day',
    saveAway: 'Add days away',
    addExtra: 'Add an extra day',
    extraDay: 'Day',
    saveExtra: 'Add this day',
    absences: 'Planned with whoever covers',
    holidays: 'On bank holidays no times are offered.',
    booked: 'What is already agreed stays agreed. Look at the calendar for those days.',
    whose: 'Whose hours',
  },
  rooms: {
    title: 'Rooms',
    intro: 'Where link workers see people. A room holds one appointment at a time.',
    caption: 'Rooms',
    name: 'Room',
    nameHint: 'As people call it, for example “Room 3, Glenkens Medical Practice”',
    practice: 'Practice',
    elsewhere: 'Not at a practice',
    place: 'Where it is',
    placeHint: 'An address that somebody can find. It stands in messages to people.',
    gettingThere: 'Getting there',
    gettingHint: 'The bus, where to park, which door, whether there are steps',
    ended: 'We do not have this room any more',
    endedTag: 'Not any more',
    none: 'There are no rooms yet. Add the first below.',
    add: 'Add a room',
    save: 'Add the room',
    change: 'Change',
    changeTitle: 'Change the room',
    saveChange: 'Save',
  },
  feedPage: {
    title: 'Your calendar on your phone',
    intro: 'An address that your calendar program can read. It shows when you have an appointment, of what kind, and in which room.',
    safe: 'No name of a person stands in it, and not where anybody lives. For that, open Bothy.',
    secret: 'Keep the address to yourself: whoever has it can see when you are busy.',
    none: 'You have no address yet.',
    since: (date: string) => `You have had an address since ${date}. It is not shown again.`,
    make: 'Make an address',
    remake: 'Make a new address',
    remakeHint: 'The old one stops working.',
    end: 'Stop the address',
    made: 'This is your address. It is shown only now:',
    how: 'In your calendar program, choose “Add calendar from the internet” or “Subscribe”, and paste it there.',
  },
  figures: {
    title: 'Times offered and used',
    period: (from: string, to: string) => `From ${from} to ${to}`,
    workers: 'Times offered, by link worker',
    worker: 'Link worker',
    slots: 'Offered',
    used: 'Used',
    appointments: 'Appointments',
    happened: 'Took place',
    notThere: 'Not there',
    calledOff: 'Called off',
    none: 'No link worker has working hours yet.',
    practices: 'Days in the surgery',
    practice: 'Practice',
    days: 'Days with a room',
    note: 'An empty time is room for somebody, and not a fault. These figures hold nobody’s name.',
  },
  feed: {
    name: (programme: string) => `${programme}: appointments`,
    summary: { meeting: 'Appointment', call: 'Phone call', home: 'Home visit', video: 'Video call', accompanied: 'Going along' },
    reference: (reference: string) => `Reference ${reference}. Open Bothy to see who it is.`,
    own: 'Appointment',
  },
  own: {
    title: 'Your appointment',
    hello: (name: string) => `Hello ${name}`,
    will,
    until: (at: string) => `It may take until ${at}.`,
    where: 'Where',
    bring: 'Please bring',
    gettingThere: 'Getting there',
    ask: (worker: string, phone: string) => `Questions? Ring ${worker} on ${phone}.`,
    coming: 'I will be there',
    comingDone: 'Thank you. We look forward to seeing you.',
    comingAlready: 'You have told us that you will be there.',
    other: 'Choose another time',
    otherHint: 'Choose one of these, and it is yours at once.',
    choose: 'Change to this time',
    wish: 'None of these? Tell us what would suit you',
    wishOnly: 'Tell us what would suit you',
    wishHint: 'A day, a time, another place, or a call instead. We will get in touch.',
    askFor: 'Ask for another time',
    asked: 'You have asked for another time. We will get in touch.',
    cannot: 'I cannot come',
    cannotText: 'That is all right. You do not have to say why. We will ask you how you would like to go on.',
    cancel: 'Call it off',
    cancelledTitle: 'It is called off',
    cancelled: 'This appointment will not take place. If you would like another, ring us.',
    overTitle: 'This appointment is over',
    over: 'If you would like another, ring us.',
    calendarFile: 'Put it in your own calendar',
    moved: 'It is changed. This is your new time.',
    gone: 'That time has just gone. Please choose another.',
    meanwhile: 'Something changed meanwhile. This is how it stands now.',
    slotError: 'Choose a time',
    wishError: 'Say in a few words what would suit you',
    unknownTitle: 'We do not know this address',
    unknown: 'It may be old, or part of it may be missing. Ring us on the number in your message.',
    expiredTitle: 'This address is too old',
    expired: 'The appointment is over. If you would like another, ring us.',
    waitTitle: 'Please wait a little',
    wait: 'There were too many tries. Try again in a quarter of an hour.',
  },
  mail: {
    subject: {
      booked: (say: Say) => `Your appointment on ${shortDay(say)}`,
      moved: (say: Say) => `Your appointment is now on ${shortDay(say)}`,
      reminder: (say: Say) => `Your appointment on ${shortDay(say)}`,
      cancelled: (say: Say) => `Your appointment on ${shortDay(say)} is called off`,
      sorry: (say: Say) => `We are sorry about ${shortDay(say)}`,
    },
    first: {
      booked: (say: Say) => [will(say)],
      moved: (say: Say) => ['Your appointment has changed.', will(say)],
      reminder: (say: Say) => ['This is to remind you.', will(say)],
      cancelled: (say: Say) => [
        `Your appointment on ${fullDay(say)} at ${time(say, say.startsAt)} will not take place.`,
        'If you would like another time, please tell us. You are welcome at any time.',
      ],
      sorry: (say: Say) => [
        `We are sorry. We could not keep our appointment with you on ${fullDay(say)} at ${time(say, say.startsAt)}. That was our doing, and not yours.`,
        'We will get in touch to find another time that suits you.',
      ],
    },
    practical: ({ where, bring, gettingThere }: Say) =>
      [where && `Where: ${where}`, gettingThere && `Getting there: ${gettingThere}`, bring && `Please bring: ${bring}`].filter(
        (line): line is string => Boolean(line),
      ),
    open: 'To say that you will be there, to choose another time, or to call it off',
    ask: (worker: string, phone: string) => `${worker} on ${phone}`,
    short: {
      booked: (say: Say, link: string) =>
        `${shortDay(say)}, ${time(say, say.startsAt)}: your appointment with ${say.worker}. See or change: ${link}`,
      moved: (say: Say, link: string) =>
        `New time: ${shortDay(say)}, ${time(say, say.startsAt)}, with ${say.worker}. See or change: ${link}`,
      reminder: (say: Say, link: string) =>
        `Reminder: ${shortDay(say)}, ${time(say, say.startsAt)}, with ${say.worker}. See or change: ${link}`,
      cancelled: (say: Say, phone: string) =>
        `Your appointment on ${shortDay(say)}, ${time(say, say.startsAt)} is called off.${phone && ` Another time? ${phone}`}`,
      sorry: (say: Say, phone: string) =>
        `Sorry: we could not keep our appointment on ${shortDay(say)}, ${time(say, say.startsAt)}. We will be in touch.${phone && ` ${phone}`}`,
    },
  },
  errors: {
    kind: 'Choose what kind it is',
    when: 'Choose a time, or “Another day or time”',
    day: 'Enter a day, like 26 11 2026',
    time: 'Enter a time, like 14:30',
    past: 'That time has gone by. To write down what happened, record a contact instead.',
    far: 'Choose a day within the next year',
    'no-such-time': 'The clocks go forward that night, and there is no such time. Choose another.',
    length: 'Choose between 15 minutes and 4 hours',
    unusual: {
      'bank-holiday': 'That day is a bank holiday. If you mean it, tick “Yes, I mean this time”.',
      away: 'Whoever is to go is away that day. If you mean it, tick “Yes, I mean this time”.',
      'odd-hour': 'That is very early, or very late. If you mean it, tick “Yes, I mean this time”.',
    },
    clash: (when: string, who: string) => `There is already something then: ${when}${who && `, ${who}`}. Choose another time.`,
    clashGone: 'That time has just been taken. Choose another.',
    place: 'Say where, or choose a room',
    worker: 'Choose somebody of your team',
    room: 'Choose a room from the list',
    tooLong: (most: number) => `Use ${most} characters or fewer`,
    reason: 'Choose the nearest reason',
    by: 'Choose who could not come',
    askedBy: 'Choose who asked for the change',
    weekday: 'Choose a day of the week',
    ends: 'The end must be after the start, with time for at least one',
    dates: 'The last day must not be before the first',
    own: (when: string) => `There are other hours then: ${when}`,
    roomTaken: (when: string) => `The room has somebody else then: ${when}`,
    name: 'Enter what the room is called',
  },
  events: {
    'appointment-booked': (data: { readonly [name: string]: unknown }) =>
      Object.hasOwn(kinds, String(data['kind']))
        ? `Appointment made: ${kinds[data['kind'] as keyof typeof kinds].toLowerCase()}`
        : 'Appointment made',
    'appointment-moved': (data: { readonly [name: string]: unknown }) =>
      data['reason'] === 'by-link' ? 'They chose another time for their appointment' : 'Appointment changed',
    'appointment-cancelled': (data: { readonly [name: string]: unknown }) =>
      data['endedBy'] === 'person' ? 'They could not come to an appointment, and told us' : 'We called off an appointment',
    'appointment-happened': () => 'An appointment took place',
    'appointment-not-there': () => 'They were not there for an appointment',
    'appointment-answered': (data: { readonly [name: string]: unknown }) =>
      data['answer'] === 'coming' ? 'They said that they will be there' : 'They asked for another time',
    'appointment-handed-over': () => 'An appointment went to another link worker',
    'hours-changed': () => 'Working hours changed',
    'room-added': () => 'A room was added',
    'room-changed': () => 'A room was changed',
    'calendar-feed-made': () => 'A private calendar address was made',
    'calendar-feed-ended': () => 'A private calendar address was stopped',
  },
};

export const calendarNotices = {
  'appointment-made': 'The appointment is made.',
  'appointment-changed': 'The appointment is changed.',
  'appointment-off': 'The appointment is called off.',
  'not-there-saved': 'It is noted. You can try again whenever you are both ready.',
  'hours-saved': 'The working hours are saved.',
  'room-saved': 'The room is saved.',
  'feed-ended': 'The address has stopped working.',
  'will-be-there': 'Thank you. We look forward to seeing you.',
  'time-chosen': 'It is changed. This is your new time.',
  'other-asked': 'Thank you. We will get in touch to find a time that suits you.',
  'called-off-by-you': 'Thank you for telling us. It is called off.',
};
