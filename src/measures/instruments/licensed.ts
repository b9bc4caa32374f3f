import type { Instrument, Scale } from '../instrument.ts';
import { allModes, en, sumOf } from './words.ts';

const byHand = {
  languages: ['en'],
  audience: 'person',
  proxy: false,
  modes: allModes,
  wording: 'checked',
  validFrom: null,
  validTo: null,
  startsOn: false,
  intro: en(''),
  items: [],
  ownGoals: false,
  alarms: [],
  ages: { from: null, to: null },
} as const;

const numbered = (n: number): string[] => Array.from({ length: n }, (_, each) => String(each + 1));
const entered = (id: string, name: string, range: { from: number; to: number }, more: Partial<Scale> = {}): Scale =>
  sumOf(id, name, [], range, { leastAnswered: 1, ...more });

/** The metric score for each raw score from 7 to 35. Three copies of it that we have seen agree. */
const swemwbsMetric = [
  7.0, 9.51, 11.25, 12.4, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59, 19.25, 19.98, 20.73, 21.54, 22.35, 23.21,
  24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.7, 32.55, 35.0,
];

export const swemwbs: Instrument = {
  ...byHand,
  id: 'swemwbs',
  version: '1',
  name: en('SWEMWBS: mental wellbeing'),
  about: en('The short Warwick-Edinburgh scale, seven questions. Type the plain total from 7 to 35; it is converted here.'),
  licence: 'needs-licence',
  citation: 'Warwick-Edinburgh Mental Well-being Scales, NHS Health Scotland, University of Warwick and University of Edinburgh, 2006.',
  attribution: 'Used under licence from the University of Warwick.',
  notes: [
    'Its questions may be used only by those who have registered with Warwick; they do not come with Bothy.',
    'A change of 3 or more is published for the long scale of 14 questions, not for this one. For this one it is not known.',
    'Scores are higher when somebody helps with the form than when it is filled in alone (Warwick).',
  ],
  minutes: 2,
  scales: [sumOf('metric', 'Metric score', numbered(7), { from: 7, to: 35 }, { better: 'higher', convert: swemwbsMetric })],
};

export const who5: Instrument = {
  ...byHand,
  id: 'who-5',
  version: '1',
  name: en('WHO-5: wellbeing'),
  about: en('Five questions about the last two weeks. Type the plain total from 0 to 25; it is multiplied by four here.'),
  licence: 'needs-licence',
  citation: 'World Health Organization, The WHO-5 well-being index.',
  attribution: 'World Health Organization.',
  notes: [
    'Sources differ about its licence. Have it looked at, then say under which terms you use its questions.',
    'A score of 50 or less (a plain total below 13) is called low in its source.',
  ],
  minutes: 2,
  scales: [
    sumOf(
      'percent',
      'Score of 100',
      numbered(5),
      { from: 0, to: 25 },
      {
        better: 'higher',
        times: 4,
        bands: [
          { from: 0, name: en('50 or less'), mark: 'verified' },
          { from: 52, name: en('Above 50'), mark: 'verified' },
        ],
        change: { by: 10, source: 'WHO-5 information sheets (INSPQ; Valant)', mark: 'verified' },
      },
    ),
  ],
};

export const mycaw: Instrument = {
  ...byHand,
  id: 'mycaw',
  version: '1',
  name: en('MYCaW: concerns and wellbeing'),
  about: en('One or two concerns in the person’s own words and their wellbeing, each from 0 to 6. Only the scores are kept here.'),
  licence: 'score-only',
  citation: 'Measure Yourself Concerns and Wellbeing, Meaningful Measures Ltd.',
  attribution: 'MYCaW is a registered mark of Meaningful Measures Ltd.',
  notes: [
    'Its form is licensed by Meaningful Measures and does not come with Bothy.',
    'That a lower number is better is our understanding, not checked.',
  ],
  minutes: 5,
  scales: [
    entered('concern-1', 'First concern', { from: 0, to: 6 }, { better: 'lower' }),
    entered('concern-2', 'Second concern', { from: 0, to: 6 }, { better: 'lower' }),
    entered('wellbeing', 'Wellbeing', { from: 0, to: 6 }, { better: 'lower' }),
  ],
};

export const pam: Instrument = {
  ...byHand,
  id: 'pam',
  version: '1',
  name: en('PAM: confidence in looking after one’s health'),
  about: en('The score from 0 to 100 as the owner’s software gives it. The level is worked out here.'),
  licence: 'score-only',
  citation: 'Patient Activation Measure, Insignia Health.',
  attribution: 'PAM is licensed by Insignia Health for each person.',
  notes: ['Levels: 1 up to 47.0; 2 from 47.1; 3 from 55.2; 4 from 67.1. A newer edition may cut at 72.5; that is not checked.'],
  minutes: 5,
  scales: [
    entered(
      'score',
      'Activation',
      { from: 0, to: 100 },
      {
        better: 'higher',
        raw: { from: 0, to: 100, whole: false },
        bands: [
          { from: 0, name: en('Level 1'), mark: 'verified' },
          { from: 47.1, name: en('Level 2'), mark: 'verified' },
          { from: 55.2, name: en('Level 3'), mark: 'verified' },
          { from: 67.1, name: en('Level 4'), mark: 'verified' },
        ],
      },
    ),
  ],
};

export const eq5d: Instrument = {
  ...byHand,
  id: 'eq-5d',
  version: '1',
  name: en('EQ-5D: health today'),
  about: en('The index from your country’s value set, and the scale from 0 to 100. Only the scores are kept here.'),
  licence: 'score-only',
  citation: 'EuroQol Research Foundation.',
  attribution: 'EQ-5D is a registered mark of the EuroQol Research Foundation.',
  notes: [
    'Its form needs registration with EuroQol and does not come with Bothy.',
    'The least value of the index depends on the value set; -1 is only our outer limit.',
  ],
  minutes: 4,
  scales: [
    entered('index', 'Index', { from: -1, to: 1 }, { better: 'higher', raw: { from: -1, to: 1, whole: false } }),
    entered('vas', 'Health today, 0 to 100', { from: 0, to: 100 }, { better: 'higher' }),
  ],
};
