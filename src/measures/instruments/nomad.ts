import type { Answering, Instrument, Scale } from '../instrument.ts';
import { choices, en, item, sumOf } from './words.ts';

const missing = (value: number, text: string) => ({ value, text: en(text), missing: true });

const agrees = choices(1, 'Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree');
/** What is "not relevant" is kept by its kind, because many a "not at this stage" early on is news in itself. */
const answering: Answering = {
  kind: 'options',
  options: [
    ...(agrees.kind === 'options' ? agrees.options.toReversed() : []),
    missing(6, 'Not relevant to my role'),
    missing(7, 'Not relevant at this stage'),
    missing(8, 'Not relevant to this intervention'),
  ],
};

const statements: readonly (readonly [id: string, text: string])[] = [
  ['C1', 'I can see how the [intervention] differs from usual ways of working'],
  ['C2', 'Staff in this organisation have a shared understanding of the purpose of this [intervention]'],
  ['C3', 'I understand how the [intervention] affects the nature of my own work'],
  ['C4', 'I can see the potential value of the [intervention] for my work'],
  ['P1', 'There are key people who drive the [intervention] forward and get others involved'],
  ['P2', 'I believe that participating in the [intervention] is a legitimate part of my role'],
  ['P3', "I'm open to working with colleagues in new ways to use the [intervention]"],
  ['P4', 'I will continue to support the [intervention]'],
  ['A1', 'I can easily integrate the [intervention] into my existing work'],
  ['A2', 'The [intervention] disrupts working relationships'],
  ['A3', "I have confidence in other people's ability to use the [intervention]"],
  ['A4', 'Work is assigned to those with skills appropriate to the [intervention]'],
  ['A5', 'Sufficient training is provided to enable staff to use the [intervention]'],
  ['A6', 'Sufficient resources are available to support the [intervention]'],
  ['A7', 'Management adequately support the [intervention]'],
  ['R1', 'I am aware of reports about the effects of the [intervention]'],
  ['R2', 'The staff agree that the [intervention] is worthwhile'],
  ['R3', 'I value the effects the [intervention] has had on my work'],
  ['R4', 'Feedback about the [intervention] can be used to improve it in the future'],
  ['R5', 'I can modify how I work with the [intervention]'],
];

const part = (id: string, name: string, letter: string, leastAnswered: number): Scale => {
  const items = statements.map(([each]) => each).filter((each) => each.startsWith(letter));
  return sumOf(
    id,
    name,
    items,
    { from: 1, to: 5 },
    { method: 'mean', leastAnswered, better: 'higher', raw: { from: 1, to: 5, whole: false } },
  );
};

/** For staff, about a way of working; rounds of it are part of embedding. Here is how it is scored. */
export const nomad: Instrument = {
  id: 'nomad',
  version: '1',
  name: en('NoMAD: becoming part of how we work'),
  about: en('Twenty statements for staff, in four parts.'),
  languages: ['en'],
  licence: 'bundled',
  citation:
    'Finch TL, Girling M, May CR, et al. (2018). Improving the normalization of complex interventions: part 2, validation of the NoMAD instrument. BMC Med Res Methodol 18:135. Also Finch TL et al. (2015), the instrument.',
  attribution: 'From open-access papers; the terms of the instrument’s own site were not found.',
  notes: [
    'The official scoring rule was not found. Ours: 5 for “strongly agree” down to 1, A2 turned round, the mean of a part once three quarters of it are answered; “not relevant” is not scored.',
    'The three general questions are left out, because their wording is not verified. So is the wording of the five answers, from “strongly agree” on.',
    'No total is made of the four parts.',
  ],
  audience: 'staff',
  ages: { from: null, to: null },
  modes: ['own-page', 'paper'],
  proxy: false,
  wording: 'checked',
  validFrom: null,
  validTo: null,
  minutes: 8,
  startsOn: false,
  intro: en('For each statement, please choose the answer that best suits your experience.'),
  items: statements.map(([id, text]) => ({ ...item(id, text, answering), reverse: id === 'A2' })),
  ownGoals: false,
  scales: [
    part('coherence', 'Coherence', 'C', 3),
    part('participation', 'Cognitive participation', 'P', 3),
    part('action', 'Collective action', 'A', 6),
    part('monitoring', 'Reflexive monitoring', 'R', 4),
  ],
  alarms: [],
};
