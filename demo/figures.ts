/**
 * Every figure by which the made-up population lives, and where it comes from. The numbers in brackets are those of the
 * sources listed in docs/operating/example-data.md; what says "assumption" was found in no source.
 */
type Figure<T> = { value: T; source: string };
const figure = <T>(value: T, source: string): Figure<T> => ({ value, source });

const national = '[41] 160,128 people in the UK, https://discovery.ucl.ac.uk/id/eprint/10200900/';
const workforce =
  '[35] https://www.hee.nhs.uk/our-work/workforce-transformation/spread-adoption/hee-roles-explorer/system-priorities-primary-care/social-prescribing-link-worker';
const england = '[42] 1.2 million patients in England, 2023, https://discovery.ucl.ac.uk/id/eprint/10214690';

export const figures = {
  /** Of those whom a practice offers a link worker. The others are told where to go, which is recorded as a signpost. */
  accepted: figure(0.88, `${england}: 12% declined in 2023; [43] 88% accepted, https://sage.cnpereading.com/doi/10.1177/17579139251330767`),
  /** Of all who are referred. */
  contacted: figure(0.9, national),
  threeContacts: figure(0.45, '[44] 45% of those referred in Glasgow, https://pmc.ncbi.nlm.nih.gov/articles/PMC6846279'),
  connected: figure(0.55, 'assumption: at least one connection to a service'),
  started: figure(0.38, `${national}: any intervention received`),
  returned: figure(0.05, 'assumption: given back to the referrer; these are among those never contacted'),
  /** Of those with whom a link worker was in touch. */
  planned: figure(0.75, 'assumption'),

  female: figure(0.6, england),
  minority: figure(0.23, england),
  source: figure({ practice: 78, self: 12, family: 3, agency: 6, team: 1 }, `assumption within the range of ${national}: 72–85% medical`),
  need: figure(
    {
      mood: 30,
      loneliness: 20,
      money: 13,
      housing: 8,
      activity: 6,
      condition: 6,
      caring: 4,
      bereavement: 4,
      work: 4,
      food: 1,
      energy: 1,
      transport: 0.5,
      digital: 0.5,
      family: 0.5,
      substances: 0.5,
      language: 0.3,
      legal: 0.2,
      purpose: 0.3,
      'domestic-abuse': 0.2,
    } as const,
    'assumption, in these groups: mental wellbeing 30, isolation 20, money 13, housing 8, lifestyle and long-term conditions 12, caring and bereavement 8, work 4, other 5',
  ),
  secondNeed: figure(0.35, 'assumption'),
  /** How much likelier each is to be referred than to be born in that decade. */
  ageBand: figure(
    { '18-29': 12, '30-44': 20, '45-59': 24, '60-74': 24, '75-89': 17, '90-97': 3 },
    `assumption; direction of [24]: young people are under-represented, https://pmc.ncbi.nlm.nih.gov/articles/PMC10593349`,
  ),
  speaksAnotherLanguage: figure(0.05, 'assumption: asks for an interpreter'),

  /** From referral to the first time they are in touch. */
  waitDays: figure({ median: 14, p90: 45 }, 'assumption: no source has a median'),
  decisionShare: figure({ from: 0.1, to: 0.6 }, 'assumption: part of the wait that passes before somebody accepts'),
  attemptsBefore: figure({ none: 60, one: 28, two: 12 }, 'assumption: tries before the first contact'),
  /** Contacts beyond the third, of those who have three. */
  moreContacts: figure({ mean: 4, size: 1.5 }, `assumption; 6–12 contacts are usual, ${workforce}`),
  betweenContactsDays: figure({ median: 12, p90: 28 }, 'assumption'),
  endingDays: figure({ from: 7, to: 28 }, 'assumption: from the last contact to closing'),
  reopened: figure(0.03, 'assumption: of supports that ended'),
  peopleAWorkerYear: figure(225, `200–250 people a year for each link worker, ${workforce}`),

  moreConnections: figure({ none: 60, one: 28, two: 12 }, 'assumption: connections beyond the first'),
  connectionKind: figure({ asked: 70, rung: 15, self: 15 }, 'assumption'),
  answerDays: figure({ median: 4, p90: 16 }, 'assumption: until a service answers'),
  startDays: figure({ median: 10, p90: 30 }, 'assumption: from its answer to the first visit'),
  /** What becomes of connections through which nobody starts anything. */
  notStarted: figure({ refused: 34, waiting: 20, 'did-not-come': 22, silent: 14, cancelled: 10 }, 'assumption'),
  refusal: figure({ full: 45, 'not-eligible': 20, 'could-not-reach': 20, 'not-running': 10, other: 5 }, 'assumption'),
  recordedGap: figure(0.06, 'assumption: of those in touch, nothing fitted'),
  couldNotBeReached: figure(
    { 'could-not-be-reached': 82, 'declined-by-person': 14, 'moved-away': 4 },
    'assumption: why support ends without a contact',
  ),
  closure: figure({ completed: 84, 'declined-by-person': 6, 'needs-another-service': 5, 'moved-away': 3, died: 2 }, 'assumption'),
  returnReason: figure(
    {
      'person-declined': 34,
      'not-enough-information': 20,
      'out-of-scope': 18,
      duplicate: 14,
      'unsafe-for-this-service': 6,
      'moved-away': 8,
    },
    'assumption',
  ),
  questionFirst: figure(0.06, 'assumption: the team asks the referrer before it decides'),
  windowDays: figure(548, 'assumption: how long the programme has been going'),
} as const;

/** The bare values, for the generator. */
export const rates = Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value])) as {
  [K in keyof typeof figures]: (typeof figures)[K]['value'];
};
