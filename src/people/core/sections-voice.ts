import { choice, date, long, many, phone, type Section, text, yesNo } from './section.ts';

export const aboutMe = {
  who: 'team',
  fields: {
    important: long(),
    people: long(),
    communicate: long(),
    wellness: long(),
    pleaseDo: long(),
    support: long(),
    worthKnowing: long(),
    writtenWith: text(300),
    recording: { kind: 'link' },
  },
} as const satisfies Section;

/** What the person says is the matter. The referrer's words are in the referral, and stay there. */
export const concerns = {
  who: 'team',
  fields: {
    said: {
      kind: 'rows',
      most: 8,
      named: 'words',
      fields: { words: long(2000), by: choice('person', 'parent', 'carer', 'other'), on: date('past') },
    },
  },
} as const satisfies Section;

export const communication = {
  who: 'team',
  fields: {
    language: text(100),
    interpreter: choice('yes', 'sometimes', 'no'),
    sign: choice('bsl', 'isl', 'asl', 'lsq', 'sse', 'makaton', 'deafblind', 'other'),
    reads: text(100),
    formats: many('large-print', 'easy-read', 'braille', 'audio', 'email', 'text-relay', 'pictures'),
    support: many('hearing-loop', 'lip-reading', 'advocate', 'slowly', 'short', 'quiet', 'longer'),
    note: long(500),
  },
} as const satisfies Section;

export const requirements = {
  who: 'team',
  fields: {
    adjust: yesNo,
    adjustments: {
      kind: 'rows',
      most: 8,
      named: 'what',
      fields: {
        what: text(300),
        type: choice('contact', 'communication', 'information', 'building', 'time', 'somebody-with-them', 'surroundings', 'other'),
        detail: long(1000),
      },
    },
    impairments: {
      kind: 'rows',
      most: 6,
      named: 'what',
      fields: {
        what: text(300),
        type: choice('physical', 'sight', 'hearing', 'speech', 'learning', 'autism', 'memory', 'mental-health', 'long-term', 'other'),
        detail: long(1000),
      },
    },
    mobility: choice('no-help', 'stick', 'frame', 'wheelchair', 'scooter', 'with-somebody', 'housebound', 'other'),
    mobilityWords: text(300),
    other: long(1000),
  },
} as const satisfies Section;

export const people = {
  who: 'team',
  fields: {
    carer: choice('no', 'carer', 'young-carer', 'paid', 'not-said'),
    people: {
      kind: 'rows',
      most: 12,
      named: 'name',
      fields: {
        name: text(),
        relation: choice('partner', 'parent', 'child', 'brother-or-sister', 'relative', 'friend', 'neighbour', 'professional', 'other'),
        is: many('emergency', 'next-of-kin', 'lives-with', 'cares-for-them', 'cared-for', 'dependant', 'attorney', 'interprets'),
        phone,
        reach: text(),
        mayKnow: choice('nothing', 'support', 'appointments', 'everything'),
        mayKnowWords: text(300),
        born: date('past'),
        note: text(300),
      },
    },
  },
} as const satisfies Section;
