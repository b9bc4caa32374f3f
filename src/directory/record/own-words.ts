import type { Need } from '../need.ts';
import type { Accessibility, Attendance, Audience, WayToJoin } from '../service.ts';

type Said<Code extends string> = Readonly<Record<Code, readonly [name: string, description: string]>>;
type List<Code extends string> = { name: string; description: string; terms: Said<Code> };

/**
 * Our own lists in the words that go out with a feed. They are English whatever the language of the pages, and each description says what
 * somebody outside Bothy could not guess from the name.
 */
export const ownLists = {
  'bothy-needs': {
    name: 'Bothy needs',
    description: 'What people come to social prescribing for help with.',
    terms: {
      loneliness: ['Loneliness', 'Being lonely or cut off, and wanting company.'],
      money: ['Money or debt', 'Debt, benefits, budgeting and being short of money.'],
      housing: ['Housing', 'A home: finding one, keeping it, and what is wrong with it.'],
      bereavement: ['Bereavement', 'Somebody has died.'],
      caring: ['Caring', 'Looking after somebody without being paid for it.'],
      activity: ['Getting active', 'Moving more: walking, sport, exercise and dance.'],
      mood: ['Low mood or worry', 'Low mood, worry, stress and mental wellbeing.'],
      work: ['Work or training', 'Finding work, keeping it, and learning for it.'],
      purpose: ['Purpose or volunteering', 'Something worth doing: volunteering, arts, crafts, gardening and learning.'],
      food: ['Food', 'Having enough to eat, eating together and cooking.'],
      energy: ['Heating and energy', 'A warm home, and what heating and electricity cost.'],
      condition: ['Living with a condition', 'Living well with an illness or a disability.'],
      transport: ['Transport', 'Getting to places.'],
      legal: ['Legal or immigration', 'Advice on rights, the law and immigration.'],
      family: ['Family or relationships', 'Children, being a parent, and getting on with each other.'],
      digital: ['Getting online', 'Using computers, phones and the internet.'],
      substances: ['Alcohol or drugs', 'Drinking, drugs, smoking, and giving them up.'],
      language: ['Language or culture', 'Learning the language, interpreting, and being among people who share a culture.'],
      'domestic-abuse': ['Domestic abuse', 'Being hurt, controlled or frightened by a partner or a relative.'],
      other: ['Something else', 'A need that none of the others names.'],
    } satisfies Said<Need>,
  },
  'bothy-circumstances': {
    name: 'Bothy circumstances',
    description: 'Whom a service is meant for.',
    terms: {
      everyone: ['Everyone', 'Anybody may come.'],
      men: ['Men', 'For men.'],
      women: ['Women', 'For women.'],
      young: ['Young people', 'For young people.'],
      older: ['Older people', 'For older people.'],
      parents: ['Parents', 'For parents and those expecting a child.'],
      carers: ['Carers', 'For people who look after somebody without being paid for it.'],
      disabled: ['Disabled people', 'For disabled people.'],
      lgbt: ['LGBT+ people', 'For lesbian, gay, bisexual and transgender people, and others like them.'],
      veterans: ['Veterans', 'For people who have been in the armed forces.'],
      'new-to-area': ['People new to the area', 'For people who have moved here lately.'],
      refugees: ['Refugees and people seeking asylum', 'For refugees and people seeking asylum.'],
    } satisfies Said<Audience>,
  },
  'bothy-ways-to-join': {
    name: 'Bothy ways to join',
    description: 'How somebody begins to use a service.',
    terms: {
      'drop-in': ['Just turn up', 'No need to ask first.'],
      self: ['Get in touch yourself', 'People contact the service themselves.'],
      referral: ['By referral', 'A link worker or another professional asks on behalf of the person.'],
      appointment: ['By appointment', 'A time is agreed first.'],
      membership: ['By membership', 'People become a member.'],
    } satisfies Said<WayToJoin>,
  },
  'bothy-attendance': {
    name: 'Bothy attendance',
    description: 'How people take part in a service.',
    terms: {
      'in-person': ['In person', 'People come to a place.'],
      online: ['Online', 'By video or on the web.'],
      phone: ['By phone', 'By telephone.'],
      'home-visit': ['At home', 'Somebody comes to the person’s home.'],
    } satisfies Said<Attendance>,
  },
  'bothy-accessibility': {
    name: 'Bothy accessibility',
    description: 'What helps people to get in and to take part.',
    terms: {
      'step-free': ['Step-free', 'No steps on the way in.'],
      'accessible-toilet': ['Accessible toilet', 'A toilet for people who use a wheelchair.'],
      'hearing-loop': ['Hearing loop', 'An induction loop for hearing aids.'],
      'sign-language': ['Sign language', 'Somebody signs, or an interpreter can be had.'],
      parking: ['Parking', 'Parking for disabled people nearby.'],
      'near-bus': ['Near a bus stop', 'A bus stops close by.'],
      'quiet-space': ['Quiet space', 'Somewhere quiet to go.'],
      'assistance-dogs': ['Assistance dogs welcome', 'Assistance dogs are welcome.'],
    } satisfies Said<Accessibility>,
  },
} as const satisfies Record<string, List<string>>;
