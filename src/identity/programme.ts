export const holidayChoices = ['england-and-wales', 'scotland', 'northern-ireland', 'none'] as const;
export type Holidays = (typeof holidayChoices)[number];

/** What a programme decides for itself. Days are calendar days. */
export type Settings = {
  timeZone: string;
  /** Whose bank holidays services keep. */
  holidays: Holidays;
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
  /** Whoever runs a service is asked whether it is still right when nobody has checked it for so long. 0: never. */
  askStillRightAfterDays: number;
  /** Mail may hold details of a person only when it goes to one of these domains; others get a reference and a link. */
  secureEmailDomains: readonly string[];
  /** Who to ring when somebody may be in danger, in the programme's words. */
  inDanger: readonly string[];
  /** Whether anybody may read the directory, on public pages and through its APIs. */
  publishesDirectory: boolean;
};

export type Programme = { id: string; slug: string; name: string; settings: Settings };

export const usualSettings: Settings = {
  timeZone: 'Europe/London',
  holidays: 'england-and-wales',
  colour: '',
  decideWithinDays: 5,
  firstAttemptWithinDays: 7,
  attemptsBeforeClosing: 3,
  attemptsOverDays: 10,
  chaseAfterDays: 7,
  replyLinkDays: 28,
  askStillRightAfterDays: 150,
  secureEmailDomains: [],
  publishesDirectory: true,
  inDanger: [
    'If somebody is in immediate danger, ring 999.',
    'For urgent mental health help in England, ring 111 and choose the mental health option.',
  ],
};

export const mayCarryDetails = (settings: Settings, address: string): boolean =>
  settings.secureEmailDomains.some(
    (domain) => address.toLowerCase().endsWith(`@${domain}`) || address.toLowerCase().endsWith(`.${domain}`),
  );
