import type { Band, Instrument } from '../instrument.ts';
import { allModes, choices, en, item, sumOf, zeroToTen } from './words.ts';

const verified = (from: number, name: string): Band => ({ from, name: en(name), mark: 'verified' });
const highs = [verified(0, 'Low'), verified(5, 'Medium'), verified(7, 'High'), verified(9, 'Very high')];
const anxieties = [verified(0, 'Very low'), verified(2, 'Low'), verified(4, 'Medium'), verified(6, 'High')];
const tenth = { from: 0, to: 10 };

export const ons4: Instrument = {
  id: 'ons4',
  version: '1',
  name: en('ONS4: personal wellbeing'),
  about: en('Four questions about life in general and about yesterday.'),
  languages: ['en'],
  licence: 'bundled',
  citation: 'Office for National Statistics, Personal well-being harmonised standard (four questions).',
  attribution: 'Contains public sector information licensed under the Open Government Licence v3.0. Crown copyright.',
  notes: [
    'Each question stands by itself: there is no total.',
    'That these questions are under the Open Government Licence is the usual rule of the ONS, and was not found said of them by name.',
    'How much one person’s answers vary from day to day has not been published in a source that we have checked.',
  ],
  audience: 'person',
  ages: { from: 16, to: null },
  modes: allModes,
  proxy: false,
  wording: 'checked',
  validFrom: null,
  validTo: null,
  minutes: 2,
  startsOn: true,
  intro: en(
    'I would like to ask you four questions about your feelings on aspects of your life. There are no right or wrong answers. For each of these questions I’d like you to give an answer on a scale of 0 to 10, where 0 is “not at all” and 10 is “completely”.',
  ),
  items: [
    item('satisfied', 'Overall, how satisfied are you with your life nowadays?', zeroToTen('not at all', 'completely')),
    item(
      'worthwhile',
      'Overall, to what extent do you feel that the things you do in your life are worthwhile?',
      zeroToTen('not at all', 'completely'),
    ),
    item('happy', 'Overall, how happy did you feel yesterday?', zeroToTen('not at all', 'completely')),
    item(
      'anxious',
      'On a scale where 0 is not at all anxious and 10 is completely anxious, overall, how anxious did you feel yesterday?',
      zeroToTen('not at all', 'completely'),
    ),
  ],
  ownGoals: false,
  scales: [
    sumOf('satisfied', 'Satisfied with life', ['satisfied'], tenth, { better: 'higher', bands: highs }),
    sumOf('worthwhile', 'Things are worthwhile', ['worthwhile'], tenth, { better: 'higher', bands: highs }),
    sumOf('happy', 'Happy yesterday', ['happy'], tenth, { better: 'higher', bands: highs }),
    sumOf('anxious', 'Anxious yesterday', ['anxious'], tenth, { better: 'lower', bands: anxieties }),
  ],
  alarms: [],
};

const often = choices(1, 'Hardly ever or never', 'Some of the time', 'Often');

export const loneliness: Instrument = {
  id: 'ons-loneliness',
  version: '1',
  name: en('ONS loneliness questions'),
  about: en('Four questions about being with others.'),
  languages: ['en'],
  licence: 'bundled',
  citation:
    'Government Statistical Service, Loneliness harmonised standard (2020), for people aged 16 and over: three questions of the UCLA loneliness scale and one that asks directly.',
  attribution: 'Contains public sector information licensed under the Open Government Licence v3.0. Crown copyright.',
  notes: [
    'The standard is marked “under development” by its owner.',
    'The three UCLA questions are their authors’; they are widely used without charge. We have not found their terms.',
    'The three questions together make a score from 3 to 9. The direct question is reported by itself.',
    'No published figure that we have checked says how far one person’s score must move to be more than chance.',
  ],
  audience: 'person',
  ages: { from: 16, to: null },
  modes: allModes,
  proxy: false,
  wording: 'checked',
  validFrom: null,
  validTo: null,
  minutes: 2,
  startsOn: true,
  intro: en(
    'The next four questions are about relationships with others. For each one, please say how often (if at all) you feel that way.',
  ),
  items: [
    item('companionship', 'How often do you feel that you lack companionship?', often),
    item('left-out', 'How often do you feel left out?', often),
    item('isolated', 'How often do you feel isolated from others?', often),
    item(
      'lonely',
      'How often do you feel lonely?',
      choices(1, 'Often or always', 'Some of the time', 'Occasionally', 'Hardly ever', 'Never'),
    ),
  ],
  ownGoals: false,
  scales: [
    sumOf('ucla', 'Missing others (three questions)', ['companionship', 'left-out', 'isolated'], { from: 3, to: 9 }, { better: 'lower' }),
    sumOf(
      'direct',
      'How seldom lonely',
      ['lonely'],
      { from: 1, to: 5 },
      {
        better: 'higher',
        bands: ['Often or always', 'Some of the time', 'Occasionally', 'Hardly ever', 'Never'].map((name, n) => verified(n + 1, name)),
      },
    ),
  ],
  alarms: [],
};

export const poverty: Instrument = {
  id: 'poverty',
  version: '1',
  name: en('Making ends meet'),
  about: en('One question about money.'),
  languages: ['en'],
  licence: 'bundled',
  citation:
    'Brcic V, Eberdt C, Kaczorowski J (2011). Development of a tool to identify poverty in a family practice setting: a pilot study. Int J Family Med 2011:812182.',
  attribution: 'From an open-access article.',
  notes: [
    'In its study a “yes” found 98 of 100 people in poverty (sensitivity) and 60 of 100 who were not said “no” (specificity); another source gives 40. It opens a conversation about money and benefits; it proves nothing.',
  ],
  audience: 'person',
  ages: { from: 16, to: null },
  modes: allModes,
  proxy: true,
  wording: 'checked',
  validFrom: null,
  validTo: null,
  minutes: 1,
  startsOn: true,
  intro: en('One question about money. It helps us to see what help there is.'),
  items: [item('ends-meet', 'Do you ever have difficulty making ends meet at the end of the month?', choices(0, 'No', 'Yes'))],
  ownGoals: false,
  scales: [
    sumOf(
      'ends-meet',
      'Difficulty making ends meet',
      ['ends-meet'],
      { from: 0, to: 1 },
      {
        better: 'lower',
        bands: [verified(0, 'No'), verified(1, 'Yes')],
      },
    ),
  ],
  alarms: [],
};

export const goals: Instrument = {
  id: 'goals',
  version: '1',
  name: en('My goals'),
  about: en('How far along each goal of the plan is, in the person’s own view.'),
  languages: ['en'],
  licence: 'bundled',
  citation: 'Bothy’s own question, in neutral words. Nobody has validated it.',
  attribution: '',
  notes: ['Each goal is compared only with itself. Goals are not added up.'],
  audience: 'person',
  ages: { from: null, to: null },
  modes: allModes,
  proxy: false,
  wording: 'checked',
  validFrom: null,
  validTo: null,
  minutes: 2,
  startsOn: true,
  intro: en('These are the goals in your plan. How far along is each one today? 0 is not there at all, and 10 is all the way there.'),
  items: [],
  ownGoals: true,
  scales: [],
  alarms: [],
};
