import { choice, date, long, type Section, text, yesNo } from './section.ts';

export const home = {
  who: 'team',
  fields: {
    household: choice('alone', 'partner', 'family', 'children-alone', 'friends', 'shared', 'care', 'other'),
    householdWords: text(300),
    accommodation: choice('owned', 'private-rent', 'social-rent', 'supported', 'care-home', 'family', 'temporary', 'none', 'other'),
    accommodationWords: text(300),
    environment: long(1000),
    gettingIn: long(500),
    dependants: long(1000),
    circumstances: long(2000),
  },
} as const satisfies Section;

export const daily = {
  who: 'team',
  fields: {
    work: choice('employed', 'self-employed', 'looking', 'unable', 'caring', 'student', 'volunteer', 'retired', 'other'),
    workWords: text(300),
    education: long(1000),
    interests: long(2000),
    smoking: choice('never', 'stopped', 'smokes', 'vapes', 'not-said'),
    smokingWords: text(300),
    smokingStopped: date('past'),
    alcohol: choice('never', 'not-now', 'drinks', 'worried', 'not-said'),
    alcoholWords: text(300),
    drugs: choice('never', 'past', 'uses', 'not-said'),
    drugsWords: text(300),
  },
} as const satisfies Section;

/** Only what matters to the support. A record of everything stays with the practice. */
export const problems = {
  who: 'team',
  fields: {
    problems: {
      kind: 'rows',
      most: 10,
      named: 'what',
      fields: {
        what: text(300),
        type: choice('long-term', 'mental-health', 'learning', 'autism', 'disability', 'pain', 'memory', 'social', 'other'),
        since: text(60),
        until: text(60),
        stage: text(),
        comment: long(1000),
      },
    },
  },
} as const satisfies Section;

export const services = {
  who: 'team',
  fields: {
    services: {
      kind: 'rows',
      most: 8,
      named: 'name',
      fields: {
        name: text(300),
        type: choice('home-care', 'day-care', 'reablement', 'equipment', 'respite', 'nursing', 'mental-health', 'direct-payment', 'other'),
        from: date(),
        until: date(),
        authority: text(),
        authorityCode: text(20),
        funding: text(300),
        fundingCode: text(20),
      },
    },
  },
} as const satisfies Section;

export const pregnancy = {
  who: 'team',
  sensitive: true,
  fields: { pregnant: yesNo, due: date('coming') },
} as const satisfies Section;
