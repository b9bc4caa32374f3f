import { choice, date, email, long, phone, type Section, text } from './section.ts';

/** Kept apart so that it never stands beside gender on a page of somebody who is not of the practice (Gender Recognition Act 2004, s. 22). */
export const clinical = {
  who: 'practice',
  sensitive: true,
  fields: { sex: choice('female', 'male', 'indeterminate', 'not-known') },
} as const satisfies Section;

export const identity = {
  who: 'team',
  fields: {
    title: text(35),
    suffix: text(35),
    otherNames: text(),
    gender: choice('woman', 'man', 'non-binary', 'other', 'not-said'),
    genderWords: text(100),
    maritalStatus: choice('single', 'married', 'separated', 'divorced', 'widowed', 'not-said'),
    countryOfBirth: text(100),
    birthplace: text(),
    school: text(300),
  },
} as const satisfies Section;

export const background = {
  who: 'team',
  sensitive: true,
  fields: {
    ethnicity: choice(
      'white-british',
      'white-irish',
      'white-other',
      'white-and-black-caribbean',
      'white-and-black-african',
      'white-and-asian',
      'mixed-other',
      'indian',
      'pakistani',
      'bangladeshi',
      'asian-other',
      'black-caribbean',
      'black-african',
      'black-other',
      'chinese',
      'other',
      'not-said',
    ),
    ethnicityWords: text(),
    religion: choice('none', 'buddhist', 'christian', 'hindu', 'jewish', 'muslim', 'sikh', 'other', 'not-said'),
    religionWords: text(),
    orientation: choice('straight', 'gay-or-lesbian', 'bisexual', 'other', 'not-said'),
    orientationWords: text(100),
  },
} as const satisfies Section;

/** The codes of immigration status are those that the PRSB model itself gives. */
export const rights = {
  who: 'team',
  sensitive: true,
  fields: {
    immigration: choice(
      'citizen',
      'asylum-seeker',
      'refugee',
      'exceptional-leave',
      'indefinite-leave',
      'limited-leave',
      'eu-settled',
      'eu-pre-settled',
      'unaccompanied-child',
      'no-public-funds',
      'other',
      'not-said',
    ),
    immigrationFrom: date('past'),
    immigrationTo: date(),
    immigrationNote: long(1000),
    overseas: choice('resident', 'health-surcharge', 'exempt', 'chargeable', 'not-known', 'not-said'),
  },
} as const satisfies Section;

const order = choice('1', '2', '3', '4', '5');

export const reaching = {
  who: 'team',
  fields: {
    phones: {
      kind: 'rows',
      most: 5,
      named: 'number',
      fields: { number: phone, use: choice('home', 'mobile', 'work', 'temporary', 'old'), order, note: text() },
    },
    emails: { kind: 'rows', most: 3, named: 'email', fields: { email, use: choice('home', 'work', 'temporary', 'old'), order } },
    addresses: {
      kind: 'rows',
      most: 4,
      named: 'lines',
      fields: {
        lines: long(500),
        postcode: text(12),
        use: choice('main', 'temporary', 'correspondence', 'previous'),
        from: date(),
        until: date(),
      },
    },
    other: text(),
  },
} as const satisfies Section;

export const practice = {
  who: 'team',
  fields: {
    doctor: text(),
    optOut: choice('registered', 'does-not-wish', 'private'),
    otherPractice: long(500),
    otherPracticeCode: text(20),
    temporaryPractice: long(500),
  },
} as const satisfies Section;
