import type { Band, Instrument } from '../instrument.ts';
import { allModes, choices, en, item, sumOf } from './words.ts';

const band = (from: number, name: string): Band => ({ from, name: en(name), mark: 'verified' });
const bothered = choices(0, 'Not at all', 'Several days', 'More than half the days', 'Nearly every day');
const intro = en('Over the last two weeks, how often have you been bothered by any of the following problems?');
const wordingNote =
  'The licence was checked; the wording of the questions was not compared with the official form word by word. Compare it before you switch this on.';
const wholeNote = 'We have checked no published rule for unanswered questions, so it is scored only when every question is answered.';
const chanceNote = 'No figure that we have checked says how far one person’s score must move to be more than chance.';
const attribution =
  'Developed by Drs Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.';

export const phq9: Instrument = {
  id: 'phq-9',
  version: '1',
  name: en('PHQ-9: low mood'),
  about: en(
    'Nine questions about the last two weeks. The last one asks about thoughts of self-harm, so somebody must be able to act on the answer.',
  ),
  languages: ['en'],
  licence: 'bundled',
  citation:
    'Kroenke K, Spitzer RL, Williams JBW (2001). The PHQ-9: validity of a brief depression severity measure. J Gen Intern Med 16:606–613.',
  attribution,
  notes: [
    'Off until an administrator switches it on: question 9 needs somebody who can act the same day.',
    wordingNote,
    wholeNote,
    chanceNote,
  ],
  audience: 'person',
  ages: { from: 18, to: null },
  modes: allModes,
  proxy: false,
  wording: 'to-confirm',
  validFrom: null,
  validTo: null,
  minutes: 4,
  startsOn: false,
  intro,
  items: [
    'Little interest or pleasure in doing things',
    'Feeling down, depressed, or hopeless',
    'Trouble falling or staying asleep, or sleeping too much',
    'Feeling tired or having little energy',
    'Poor appetite or overeating',
    'Feeling bad about yourself, or that you are a failure or have let yourself or your family down',
    'Trouble concentrating on things, such as reading the newspaper or watching television',
    'Moving or speaking so slowly that other people could have noticed. Or the opposite: being so fidgety or restless that you have been moving around a lot more than usual',
    'Thoughts that you would be better off dead, or of hurting yourself in some way',
  ].map((text, n) => item(String(n + 1), text, bothered)),
  ownGoals: false,
  scales: [
    sumOf(
      'total',
      'Total',
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      { from: 0, to: 27 },
      {
        better: 'lower',
        bands: [band(0, '0 to 4'), band(5, '5 to 9'), band(10, '10 to 14'), band(15, '15 to 19'), band(20, '20 to 27')],
      },
    ),
  ],
  alarms: [{ item: '9', atLeast: 1, tells: en('thoughts of being better off dead, or of hurting oneself'), selfHarm: true }],
};

export const gad7: Instrument = {
  id: 'gad-7',
  version: '1',
  name: en('GAD-7: worry'),
  about: en('Seven questions about worry in the last two weeks.'),
  languages: ['en'],
  licence: 'bundled',
  citation:
    'Spitzer RL, Kroenke K, Williams JBW, Löwe B (2006). A brief measure for assessing generalized anxiety disorder: the GAD-7. Arch Intern Med 166:1092–1097.',
  attribution,
  notes: ['Off until an administrator switches it on.', wordingNote, wholeNote, chanceNote],
  audience: 'person',
  ages: { from: 18, to: null },
  modes: allModes,
  proxy: false,
  wording: 'to-confirm',
  validFrom: null,
  validTo: null,
  minutes: 3,
  startsOn: false,
  intro,
  items: [
    'Feeling nervous, anxious or on edge',
    'Not being able to stop or control worrying',
    'Worrying too much about different things',
    'Trouble relaxing',
    'Being so restless that it is hard to sit still',
    'Becoming easily annoyed or irritable',
    'Feeling afraid as if something awful might happen',
  ].map((text, n) => item(String(n + 1), text, bothered)),
  ownGoals: false,
  scales: [
    sumOf(
      'total',
      'Total',
      ['1', '2', '3', '4', '5', '6', '7'],
      { from: 0, to: 21 },
      {
        better: 'lower',
        bands: [band(0, '0 to 4'), band(5, '5 to 9'), band(10, '10 to 14'), band(15, '15 to 21')],
      },
    ),
  ],
  alarms: [],
};
