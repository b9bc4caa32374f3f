type Data = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

const weeks = (n: number) => (n === 1 ? '1 week' : `${n} weeks`);

const status = {
  draft: 'Not sent yet',
  requested: 'Waiting for an answer',
  accepted: 'Accepted',
  rejected: 'Could not help',
  'in-progress': 'Under way',
  'on-hold': 'On a waiting list',
  cancelled: 'Called off',
  completed: 'Finished',
  failed: 'Ended early',
  'entered-in-error': 'Recorded by mistake',
};

/** As a line of a sentence: "It was turned down: …" */
const reason = {
  full: 'They are full',
  'not-eligible': 'It is not for somebody in this situation',
  'not-running': 'It does not run any more',
  'could-not-reach': 'They could not reach the person',
  'person-changed-mind': 'The person changed their mind',
  'no-longer-needed': 'It is no longer needed',
  'found-elsewhere': 'They found something else',
  'consent-withdrawn': 'The person no longer agrees to share their details',
  'no-answer': 'Nobody answered',
  other: 'Another reason',
  'goes-themselves': 'They get in touch with the service themselves',
  'waiting-list': 'There is a waiting list',
  'did-not-come': 'They were not there the last time',
  'by-mistake': 'It was recorded by mistake',
};

const said = (code: Data[string] | undefined): string => {
  const text = reason[String(code) as keyof typeof reason] ?? reason.other;
  return text.charAt(0).toLowerCase() + text.slice(1);
};

const channel = { phone: 'phone', text: 'text message', email: 'email', letter: 'letter', visit: 'a visit' };
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export const connections = {
  status,
  reason,

  /** What an organisation was told of somebody. */
  told: {
    name: 'Name',
    phone: 'Phone',
    email: 'Email',
    dateOfBirth: 'Date of birth',
    ageBand: 'Age',
    age: ({ from, to }: { from: number; to: number }) =>
      from === 0 ? `Under ${to + 1}` : to > 100 ? `${from} or over` : `${from} to ${to}`,
    address: 'Address',
    place: 'Lives in',
    accessNeeds: 'Makes it easier to come',
    interpreter: 'Interpreter',
    matters: 'What matters, and why this service',
    care: 'Be careful about',
    safelyTitle: 'How to get in touch safely',
    only: (channels: readonly (keyof typeof channel)[]) => `Only by ${either.format(channels.map((name) => channel[name]))}.`,
    noVoicemail: 'Do not leave a voicemail: somebody else might hear it.',
    sayNothing: 'If somebody else answers, do not say why you are in touch.',
  },

  connect: {
    title: (name: string, service: string) => `Connect ${name} to ${service}`,
    caption: (organisation: string) => `Run by ${organisation}`,
    service: 'The service',
    next: 'Next time',
    where: 'Where',
    phone: 'Phone',
    ask: 'Ask when it runs',
    fromTo: (day: string, from: string | null, to: string | null) =>
      [day, from && (to ? `${from} to ${to}` : from)].filter(Boolean).join(', '),
    how: 'How will they hear of it?',
    asked: 'Send them a request',
    askedHint: 'They get a mail with a link. They answer on a page that needs no account.',
    rung: 'I will ring them',
    rungHint: (phone: string | null) => (phone ? `Ring ${phone}. You record what they answer.` : 'You record what they answer.'),
    self: (name: string) => `${name} will get in touch with them`,
    selfHint: 'Nothing is shared, and the service is not told. It is only recorded that you told them about it.',
    noAddress: 'This service has given no email address for requests, so a request cannot be sent to it.',
    agreement: {
      why: {
        none: (organisation: string) => `${organisation} has not signed an agreement with us about people’s details.`,
        'not-yet': (organisation: string) => `Our agreement with ${organisation} about people’s details has not begun yet.`,
        expired: (organisation: string) => `Our agreement with ${organisation} about people’s details has run out.`,
        ended: (organisation: string) => `Our agreement with ${organisation} about people’s details was ended.`,
      },
      so: (name: string) => `So nothing that names ${name} can be sent to them, or read out to them. You can still help:`,
      instead: (name: string, phone: string | null) => [
        phone
          ? `Give ${name} the number, ${phone}, and record below that they will get in touch.`
          : `Tell ${name} how to find them, and record below that they will get in touch.`,
        `Ring them together, with ${name} doing the talking about ${name}.`,
        'Ask your team lead to make the agreement. They find it under “Change”, then “Agreements”.',
      ],
    },
    tell: 'What is the service told?',
    tellHint: (name: string) => `Only ${name}’s name, and what you tick here. Share no more than this service needs.`,
    field: {
      phone: 'Phone number',
      email: 'Email address',
      'date-of-birth': 'Date of birth',
      'age-band': 'Age in tens of years',
      address: 'Full address',
      place: 'Only the town or village',
      'access-needs': 'What makes it easier to come',
      interpreter: 'That they need an interpreter',
      matters: 'What matters to them, and why this service',
      care: 'Something to be careful about when getting in touch',
    },
    mattersLabel: 'In your own words',
    mattersHint: 'They will read this too. Leave out their health, unless the service needs it.',
    careLabel: 'What to be careful about',
    safely: 'How to get in touch safely always goes with it.',
    preview: 'See what they will be told',
    see: 'Look at it',
    openTitle: (name: string) => `${name} is already connected to this service`,
    openText: (state: string, asked: string) =>
      `Asked on ${asked}. It stands at: ${state.toLowerCase()}. Record an answer or call it off there, before you ask again.`,
    saysNoTitle: {
      support: (name: string) => `${name} no longer agrees to a link worker’s support`,
      'share-with-service': (name: string) => `${name} does not agree that we share anything with this service`,
    },
    saysNoText: 'So nothing has been sent. If they have changed their mind, write down their new answer first.',
    saysNoAsk: 'Ask again, and write down the answer',
    notRunning: 'This service is not running at present, so nobody can be connected to it.',
    find: 'Find another service',
    errors: {
      how: 'Choose how they will hear of it',
      noAddress: 'This service cannot be sent a request. Choose another way',
      fields: 'Choose from what is offered',
      matters: 'Write what matters to them, or untick it',
      care: 'Write what to be careful about, or untick it',
      tooLong: (most: number) => `Use ${most.toLocaleString('en-GB')} characters or fewer`,
      consent: (name: string) => `${name} has to agree before anything is shared. Tick this when they have`,
      changed: 'The details have changed since you looked. This is what would be sent now: look again, then send',
    },
  },

  preview: {
    title: (organisation: string) => `What ${organisation} will be told`,
    titleSelf: 'Nothing will be shared',
    asked: 'This is what they will see, word for word, and nothing else.',
    rung: 'This is what you may tell them on the phone, and nothing else.',
    self: (name: string, service: string) => `It is recorded that you told ${name} about ${service}. The service is told nothing.`,
    ring: (phone: string) => `Ring ${phone}.`,
    consent: (name: string, organisation: string) => `${name} agrees that this is shared with ${organisation}`,
    consentHint: 'Ask them in words that they understand. They can change their mind at any time.',
    send: { asked: 'Send the request', rung: 'Record that you are ringing', self: 'Record it' },
    change: 'Change it',
  },

  /** For the organisation, with or without an account. */
  reply: {
    title: 'Somebody would like to come to you',
    titleOf: {
      ...status,
      requested: 'Can you help?',
      accepted: 'You have said yes',
      'on-hold': 'On your waiting list',
      'in-progress': 'Under way',
      completed: 'Thank you: this has finished',
    },
    caption: (service: string, reference: string) => `${service} · ${reference}`,
    lead: {
      requested: (programme: string) =>
        `A link worker of ${programme} asks whether you have a place for them. They have agreed that you are told this:`,
      accepted: 'Tell us whether they come. A word is enough, and the link worker need not ring you.',
      'on-hold': 'Tell us when a place comes free, or if the wait becomes longer.',
      'in-progress': 'Tell us when they come again, or when it has finished.',
      completed: 'There is nothing more for you to do.',
    },
    who: 'Who it is',
    sessions: 'When they were expected',
    came: 'Came',
    didNotCome: 'Did not come',
    expected: (day: string) => `A place is expected by ${day}.`,
    ended: 'This is no longer needed',
    endedByYou: 'Thank you for telling us',
    newerEnded: 'This ended while you had the page open. What you wrote was not sent, and it is not needed any more.',
    heldBack: (programme: string) => `${programme} cannot show you who this is about at the moment.`,
    heldBackThen:
      'It needs an agreement with your organisation about people’s details that is in force. Please ring: once it is signed, this page shows everything again.',
    takenBack: 'The person has changed their mind about sharing their details, as anybody may.',
    endedText: 'There is nothing for you to do. We no longer show who it was about; please destroy anything that you wrote down.',
    turnedDown: 'You told us that you cannot help. The link worker looks for something else now.',
    voice: {
      answer: 'Your answer',
      answers: {
        accepted: 'Yes, they are welcome',
        'waiting-list': 'Yes, but there is a waiting list',
        'place-now': 'A place has come free, and they can start',
        came: 'They came',
        'did-not-come': 'They were not there',
        finished: 'It has finished',
        'cannot-help': 'We cannot help',
        message: 'Only leave a message',
      },
      later: { 'waiting-list': 'They have to wait after all', 'cannot-help': 'We cannot go on' },
      waitChanged: 'The wait is longer or shorter than we said',
      reasonLabel: 'Why not?',
      reasons: {
        full: 'We are full',
        'not-eligible': 'It is not for somebody in this situation',
        'not-running': 'It does not run any more',
        'could-not-reach': 'We could not reach them',
        other: 'Another reason',
      },
      note: 'Anything the link worker should know',
      noteHint: 'Needed if the reason is another one, or if you only leave a message.',
    },
    weeks: 'How many weeks, about?',
    weeksHint: 'Leave it empty if nobody can say',
    weeksSuffix: 'weeks',
    on: 'On which day?',
    onHint: 'For example, 24 11 2026',
    send: 'Send your answer',
    newer:
      'This was answered while you had the page open. It now stands as shown here. What you wrote is still below; send it if it is still true.',
    nothingMore: 'Nothing more is awaited of you.',
    ask: (name: string, phone: string | null) =>
      phone
        ? `If something is not right, ring ${name}, the link worker, on ${phone}.`
        : `If something is not right, ask ${name}, the link worker.`,
    errors: {
      answer: 'Choose an answer',
      weeks: 'Enter a number of weeks from 0 to 104, or leave it empty',
      on: 'Enter the day, like 24 11 2026',
      future: 'Enter a day that has been, or today',
      reason: 'Choose why not',
      words: 'Write a few words, so that the link worker understands',
      message: 'Write your message',
      tooLong: 'Use 1,000 characters or fewer',
      gone: 'That answer no longer fits. Choose one of these',
    },
    expiredTitle: 'This link no longer works',
    expiredText:
      'For the safety of the person it was about, links stop working after a while. We can send a new one to the address that the service gave us.',
    expiredButton: 'Send a new link',
    sentTitle: 'Look in your mail',
    sentText: 'If the request is still open, a new link is on its way to the address that the service gave us. It may take a few minutes.',
    unknownTitle: 'We do not know this link',
    unknownText:
      'Check that you have the whole of it, from “http” to the last letter. If it still does not work, ask the link worker who wrote to you.',
    waitTitle: 'Too many tries',
    waitText: 'Wait a quarter of an hour, then open the link in our mail again.',
  },

  requests: {
    title: 'Requests',
    lead: 'People whom link workers would like to connect to you. Those who wait for your answer stand first.',
    caption: 'Requests to your organisation',
    open: 'Open',
    ended: 'Ended',
    show: 'Show',
    person: 'Person',
    reference: 'Reference',
    service: 'Service',
    state: 'How it stands',
    asked: 'Asked',
    hidden: 'No longer shown',
    none: 'Nobody is waiting for you',
    noneText: 'When a link worker asks whether you can help somebody, it is shown here.',
    noneEnded: 'Nothing has ended yet',
    newer: 'Newer requests',
    older: 'Older requests',
    page: (n: number) => `page ${n}`,
  },

  connection: {
    caption: (name: string, reference: string) => `${name} · ${reference}`,
    back: (name: string) => name,
    state: 'How it stands',
    why: 'Why',
    said: 'They said',
    expected: 'Place expected by',
    asked: 'Asked',
    service: 'Service',
    organisation: 'Run by',
    how: 'How',
    kind: { asked: 'A request was sent by mail', rung: 'By phone', self: 'They get in touch themselves' },
    shared: 'What was shared',
    takenOut: (on: string) => `Taken out on ${on}, because they no longer agree to it. The service cannot see it any more.`,
    nothingShared: 'Nothing: the service was not told.',
    sessions: 'When they were expected',
    noSessions: 'Nobody has said yet whether they came.',
    happened: 'What happened',
    heardTitle: 'Record what you heard',
    heardText: 'Such as an answer on the phone. It counts as theirs.',
    heardSelf: 'Such as what the person told you.',
    record: 'Record it',
    another: 'Find another service',
    anotherText: (name: string) => `If ${name} still needs something, look for another service.`,
    cancelTitle: 'Call it off',
    cancelText: 'The organisation is told that it is no longer needed, and no longer sees who it was about.',
    cancelSelf: 'Nobody is told, because the service does not know.',
    cancelWhy: 'Why?',
    cancelReasons: {
      'person-changed-mind': 'The person changed their mind',
      'no-longer-needed': 'It is no longer needed',
      'found-elsewhere': 'They found something else',
      'consent-withdrawn': 'They no longer agree to share their details',
      'no-answer': 'The organisation does not answer',
      other: 'Another reason',
    },
    cancelNote: 'In a few words',
    cancel: 'Call it off',
    mistakeTitle: 'Recorded by mistake?',
    mistakeText: 'Such as for the wrong person. It is taken out of their record, and the organisation is told that it is not needed.',
    mistake: 'It was a mistake',
    newer: 'Somebody else changed this while you had the page open. It now stands as shown here. What you wrote is still below.',
    errors: { why: 'Choose why', note: 'Write in a few words why', tooLong: 'Use 1,000 characters or fewer' },
    byOrganisation: (organisation: string) => organisation,
    bySystem: 'Bothy',
  },

  /** The same answers, as a link worker writes them down. */
  heard: {
    answer: 'What did you hear?',
    answers: {
      accepted: 'Yes, they are welcome',
      'waiting-list': 'There is a waiting list',
      'place-now': 'A place has come free, and they can start',
      came: 'They came',
      'did-not-come': 'They were not there',
      finished: 'It has finished',
      'cannot-help': 'The service cannot help',
      message: 'Only make a note',
    },
    later: { 'waiting-list': 'They have to wait after all', 'cannot-help': 'The service cannot go on' },
    waitChanged: 'The wait is longer or shorter than they said',
    reasonLabel: 'Why not?',
    reasons: {
      full: reason.full,
      'not-eligible': reason['not-eligible'],
      'not-running': reason['not-running'],
      'could-not-reach': reason['could-not-reach'],
      other: reason.other,
    },
    note: 'What was said, in a few words',
    noteHint: 'Needed if the reason is another one, or if you only make a note.',
  },

  /** Letters to organisations. Nothing of the person may stand in them. */
  mail: {
    open: 'See who it is, and answer',
    linkWorker: (name: string, phone: string | null) => (phone ? `${name}, link worker, on ${phone}` : `${name}, link worker`),
    request: {
      subject: (reference: string) => `Can you help somebody? ${reference}`,
      paragraphs: ({ service, programme, days }: Asks) => [
        `A link worker of ${programme} asks whether ${service} has a place for somebody.`,
        'The link below shows who it is and how to reach them. You can answer there in a minute, without an account: yes, a waiting list, or no.',
        `The link works for ${days} days. Please do not pass it on.`,
      ],
    },
    reminder: {
      subject: (reference: string) => `Still waiting for your answer: ${reference}`,
      paragraphs: ({ service, programme, days }: Asks) => [
        `A little while ago, a link worker of ${programme} asked whether ${service} has a place for somebody. We have not heard from you yet.`,
        'If you cannot help, please say so: it is no trouble, and the person can then be offered something else.',
        `The link works for ${days} days. Please do not pass it on.`,
      ],
    },
    'ask-attendance': {
      subject: (reference: string) => `How is it going? ${reference}`,
      paragraphs: ({ service, days }: Asks) => [
        `You kindly took somebody on at ${service}. Have they come?`,
        'You can tell us with the link below in a moment: they came, they did not come, or it has finished.',
        `The link works for ${days} days. Please do not pass it on.`,
      ],
    },
    link: {
      subject: (reference: string) => `Your new link: ${reference}`,
      paragraphs: ({ service, days }: Asks) => [
        `Here is the new link that was asked for, about a request to ${service}.`,
        `It works for ${days} days. Please do not pass it on.`,
      ],
    },
    cancelled: {
      subject: (reference: string) => `No longer needed: ${reference}`,
      paragraphs: ({ service }: Asks) => [
        `A request that we sent to ${service} is no longer needed. There is nothing for you to do.`,
        'Please destroy anything that you wrote down about the person. Thank you for your help.',
      ],
    },
  },

  /** How a connection stands, in a few words. */
  state: (at: keyof typeof status, kind: 'asked' | 'rung' | 'self') =>
    kind === 'self' && at === 'accepted' ? 'Gets in touch themselves' : status[at],

  /** Lines of a person's timeline. */
  events: {
    'connection-requested': (data: Data) =>
      ({ asked: 'A service was asked', rung: 'A service was rung', self: 'Told about a service' })[String(data['kind'])] ??
      'A service was asked',
    'connection-accepted': (data: Data) =>
      data['heard'] === undefined ? 'They get in touch with the service themselves' : 'The service said yes',
    'connection-on-hold': (data: Data) =>
      typeof data['weeks'] === 'number' ? `On the service’s waiting list, about ${weeks(data['weeks'])}` : 'On the service’s waiting list',
    'connection-in-progress': () => 'Began at the service',
    'connection-rejected': (data: Data) => `The service could not help: ${said(data['reason'])}`,
    'connection-failed': (data: Data) => `The service could not go on: ${said(data['reason'])}`,
    'connection-completed': () => 'Finished at the service',
    'connection-cancelled': (data: Data) => `Connection called off: ${said(data['reason'])}`,
    'connection-entered-in-error': () => 'Connection was recorded by mistake',
    'connection-attended': (data: Data) => (data['came'] ? 'Came to the service' : 'Did not come to the service'),
    'connection-message': () => 'The service left a message',
    'connection-redacted': () => 'What the service was told was taken out',
    'connection-reminded': () => 'The service was reminded',
    'connection-attendance-asked': () => 'The service was asked how it is going',
    'connection-unanswered': () => 'No answer from the service: the link worker was told',
    'connection-wait-passed': () => 'The wait should be over: the link worker was told',
    'connection-unheard': () => 'Nothing heard of how it goes: the link worker was told',
  } as Record<string, (data: Data) => string>,
};

type Asks = { service: string; programme: string; days: number };

export const connectionNotices = {
  'connection-sent': 'The request is on its way. You will get a task when they answer.',
  'connection-rung': 'Recorded. Tell us here what they answer.',
  'connection-self': 'Recorded. Nothing was shared.',
  'connection-recorded': 'What you heard is recorded.',
  'connection-cancelled': 'It has been called off.',
  'connection-mistake': 'It is marked as a mistake.',
  'request-answered': 'Thank you. The link worker has been told.',
};
