import type { HelpLine } from './help-line.ts';

export const holidayChoices = ['england-and-wales', 'scotland', 'northern-ireland', 'none'] as const;
export type Holidays = (typeof holidayChoices)[number];

export const numberChoices = ['nhs-number', 'chi', 'hcn', 'ontario', 'other'] as const;

/** What a programme decides for itself. Days are calendar days. */
export type Settings = {
  timeZone: string;
  /** Whose bank holidays services keep. */
  holidays: Holidays;
  /** What the health service calls the organisation that runs it (ODS code); '' when it has none. */
  code: string;
  /** Whose health numbers are asked for first, and tried first. */
  healthNumber: (typeof numberChoices)[number];
  /** The one colour of its own, as #rrggbb; empty for Bothy's green. */
  colour: string;
  /** A referral waits at most this long for somebody to accept or return it. */
  decideWithinDays: number;
  /** From acceptance to the first attempt to reach the person. */
  firstAttemptWithinDays: number;
  /** Closing as "could not be reached" is offered after this many attempts… */
  attemptsBeforeClosing: number;
  /** …over at least this many days. */
  attemptsOverDays: number;
  /** An organisation that has not answered is reminded after this long, and the link worker is told after as long again. */
  chaseAfterDays: number;
  replyLinkDays: number;
  /** Somebody is reminded of an appointment this long before it. 0: never. */
  remindOfAppointmentDays: number;
  /** How heavy a caseload may be before its lead is told: light counts 1, usual 2, heavy 3. An assumption until the programme decides. */
  safeCaseload: number;
  /** What part of their weight somebody counts for while they wait for something, in per cent. */
  heldCountsPercent: number;
  /** A link worker with people who has not signed in for longer than this has left them without anybody. */
  silentAfterDays: number;
  /** Whoever runs a service is asked whether it is still right when nobody has checked it for so long. 0: never. */
  askStillRightAfterDays: number;
  /** Mail may hold details of a person only when it goes to one of these domains; others get a reference and a link. */
  secureEmailDomains: readonly string[];
  /** Whether an organisation must have signed about data before it is told of anybody. */
  sharingNeedsAgreement: boolean;
  /** Who to ring when somebody may be in danger, in the programme's words. */
  inDanger: readonly HelpLine[];
  /** Somebody who is out alone and so many minutes later than they said is looked for; and again after as long. */
  visitOverdueMinutes: number;
  /** Whether anybody may read the directory, on public pages and through its APIs. */
  publishesDirectory: boolean;
};

export type Programme = { id: string; slug: string; name: string; settings: Settings };

export const usualSettings: Settings = {
  timeZone: 'Europe/London',
  holidays: 'england-and-wales',
  code: '',
  healthNumber: 'nhs-number',
  colour: '',
  decideWithinDays: 5,
  firstAttemptWithinDays: 7,
  attemptsBeforeClosing: 3,
  attemptsOverDays: 10,
  chaseAfterDays: 7,
  replyLinkDays: 28,
  remindOfAppointmentDays: 1,
  safeCaseload: 100,
  heldCountsPercent: 50,
  silentAfterDays: 14,
  askStillRightAfterDays: 150,
  secureEmailDomains: [],
  sharingNeedsAgreement: true,
  publishesDirectory: true,
  visitOverdueMinutes: 15,
  inDanger: [
    { when: 'Somebody is in danger now', label: 'Police, ambulance, fire', number: '999' },
    { when: 'Urgent mental health help in England: choose the mental health option', label: 'NHS 111', number: '111' },
  ],
};

export const mayCarryDetails = (settings: Settings, address: string): boolean =>
  settings.secureEmailDomains.some(
    (domain) => address.toLowerCase().endsWith(`@${domain}`) || address.toLowerCase().endsWith(`.${domain}`),
  );
