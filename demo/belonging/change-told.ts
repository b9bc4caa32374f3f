import type { EntryDetails, Register } from '../../src/embedding/index.ts';
import { addDays } from '../../src/platform/calendar.ts';
import type { Clock } from '../clock.ts';
import { practices } from '../programme.ts';

type Told = Partial<EntryDetails> & { what: string };
type Sites = Record<'glenkens' | 'fleet' | 'cree' | 'stewartry', string>;

/** Barriers, training and risks, as the team wrote them down. */
export const registers = (clock: Clock, site: Sites): readonly (readonly [string, Register, Told])[] => [
  [
    site.cree,
    'barriers',
    {
      what: 'Nobody at the desk knows that they may refer',
      how: 'Sit with reception for a morning. Bring the role card, and scones.',
      owner: 'Idris Pugh',
      due: clock.late(4),
    },
  ],
  [
    site.cree,
    'barriers',
    {
      what: 'Idris works from his car on Tuesdays: there is no room',
      how: 'Ask for the nurse’s room after two.',
      owner: 'Dev Anand',
      due: clock.ahead(6),
      stage: 'doing',
    },
  ],
  [
    site.fleet,
    'barriers',
    {
      what: 'The two partners disagree about what it is for',
      how: 'Bring them one person’s story, with her yes.',
      owner: 'Dr Fiona Tait',
      due: clock.ahead(12),
      stage: 'doing',
    },
  ],
  [
    site.glenkens,
    'barriers',
    {
      what: 'The bus to the Catstrand stopped',
      how: 'Rural Wheels brings people on Thursdays now.',
      owner: 'Sam Findlay',
      stage: 'overcome',
    },
  ],
  [
    site.glenkens,
    'training',
    { what: 'Lunchtime briefing with real examples', sort: 'briefing', owner: 'Isla Gordon', on: clock.dayAgo(60), stage: 'done' },
  ],
  [
    site.glenkens,
    'training',
    { what: 'Lunchtime briefing with real examples', sort: 'briefing', owner: 'Dr Anwar Malik', on: clock.dayAgo(60), stage: 'done' },
  ],
  [
    site.fleet,
    'training',
    { what: 'Half an hour on who can be referred', sort: 'briefing', owner: 'Dr Fiona Tait', on: clock.dayAgo(40), stage: 'done' },
  ],
  [
    site.stewartry,
    'training',
    { what: 'Two weeks beside Sam', sort: 'induction', owner: 'Rhona Bell', on: clock.dayAgo(90), stage: 'done' },
  ],
  [
    site.stewartry,
    'training',
    { what: 'First month in the valley', sort: 'induction', owner: 'Sam Findlay', on: clock.dayAgo(250), stage: 'done' },
  ],
  [
    site.stewartry,
    'training',
    {
      what: 'Adult support and protection, level 2',
      sort: 'safety',
      owner: 'Sam Findlay',
      on: clock.dayAgo(255),
      due: clock.late(19),
      stage: 'done',
    },
  ],
  [
    site.stewartry,
    'training',
    {
      what: 'Adult support and protection, level 2',
      sort: 'safety',
      owner: 'Rhona Bell',
      on: clock.dayAgo(80),
      due: clock.ahead(280),
      stage: 'done',
    },
  ],
  [
    site.glenkens,
    'risks',
    {
      what: 'Sam is the only one who knows everybody',
      likelihood: 2,
      impact: 3,
      how: 'Rhona goes along on Thursdays. Notes name who trusts whom.',
      owner: 'Catriona Reid',
      due: clock.ahead(20),
      stage: 'watched',
    },
  ],
  [
    site.cree,
    'risks',
    {
      what: 'People are sent to us instead of being listened to',
      likelihood: 3,
      impact: 2,
      how: 'Talk over three returned referrals at the next meeting.',
      owner: 'Idris Pugh',
      due: clock.late(2),
    },
  ],
  [
    site.fleet,
    'risks',
    {
      what: 'The befriending list fills up before winter',
      likelihood: 3,
      impact: 2,
      how: 'Look at room every fortnight; hold, and say so.',
      owner: 'Catriona Reid',
      due: clock.ahead(9),
    },
  ],
];

/** What institutions promised, and whether they kept it. */
export const promises = ({ today, ahead, late, dayAgo }: Clock): readonly (Told & { site: string })[] => [
  {
    site: practices.glenkens.id,
    what: 'Dr Malik is the named lead, with an hour a month for it',
    sort: 'sponsor',
    owner: 'Glenkens partners',
    on: dayAgo(240),
    stage: 'kept',
    evidence: 'In the rota since spring',
  },
  {
    site: practices.glenkens.id,
    what: 'Social prescribing stands in the practice’s induction pack',
    sort: 'policy',
    owner: 'Practice manager',
    on: dayAgo(200),
    stage: 'kept',
    evidence: 'Page 4 of the pack',
  },
  {
    site: practices.glenkens.id,
    what: 'A line of its own in the partnership’s budget, for three years',
    sort: 'budget',
    owner: 'Health and social care partnership',
    on: dayAgo(120),
    due: addDays(today, 120),
    stage: 'promised',
  },
  {
    site: practices.fleet.id,
    what: 'A second link worker for the valley, two days a week',
    sort: 'posts',
    owner: 'Health and social care partnership',
    on: dayAgo(150),
    due: late(26),
    stage: 'promised',
  },
  {
    site: practices.fleet.id,
    what: 'A room on Wednesdays, whatever happens',
    sort: 'policy',
    owner: 'Dr Fiona Tait',
    on: dayAgo(70),
    stage: 'kept',
  },
  {
    site: practices.cree.id,
    what: 'Somebody from the board comes to the first review',
    sort: 'sponsor',
    owner: 'The health board',
    on: dayAgo(60),
    due: ahead(25),
    stage: 'promised',
  },
  {
    site: practices.cree.id,
    what: 'Access to the record for Idris',
    sort: 'policy',
    owner: 'Cree Bridge partners',
    on: dayAgo(65),
    due: late(40),
    stage: 'withdrawn',
    evidence: 'Taken back in a letter: “not before the audit”',
  },
];

type Problem = {
  by: 'idris' | 'isla' | 'sam';
  site: keyof typeof practices;
  ago: number;
  happenedOn: string;
  severity: 'near-miss' | 'low' | 'serious';
  what: string;
  atOnce: string;
  closedWith?: string;
};

/** What nearly went wrong, told by whoever saw it. */
export const problems = ({ dayAgo }: Clock): readonly Problem[] => [
  {
    by: 'idris',
    site: 'cree',
    ago: 3,
    happenedOn: dayAgo(3),
    severity: 'near-miss',
    what: 'Somebody was told at the desk that “the social prescriber will ring today”. Nobody had told me. They sat by the phone until six.',
    atOnce: 'I rang the next morning, said sorry, and went round with a cake.',
  },
  {
    by: 'isla',
    site: 'glenkens',
    ago: 31,
    happenedOn: dayAgo(31),
    severity: 'low',
    what: 'I printed a leaflet and left it on the copier with a first name on the corner.',
    atOnce: 'Took it back after ten minutes. Nobody else had been in.',
    closedWith: 'Leaflets are printed without a name now, and the copier is in the back room.',
  },
];
