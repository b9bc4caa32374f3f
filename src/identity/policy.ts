import { type Asker, roles } from './asker.ts';

/**
 * Who may do what, and to whose. `-` is nobody's; the other words say how near a thing must be to the asker:
 * `own` what they made or were given, `practice` their practice's, `team` their team's, `organisation` their
 * organisation's, `programme` anybody's in their programme. Nobody ever reaches another programme: the database sees to that.
 */
export type Scope = '-' | 'own' | 'practice' | 'organisation' | 'team' | 'programme';

type Row = readonly [
  referrer: Scope,
  linkWorker: Scope,
  lead: Scope,
  manager: Scope,
  evaluator: Scope,
  community: Scope,
  steering: Scope,
  admin: Scope,
];

// prettier-ignore
export const policy = {
  //                        referrer    link worker   lead          manager       evaluator community       steering admin
  'refer':                 ['practice', 'programme',  'programme',  '-',          '-',      '-',            '-',     '-'],
  'see referrals made':    ['practice', 'own',        'own',        '-',          '-',      '-',            '-',     '-'],
  'answer about referral': ['practice', '-',          '-',          '-',          '-',      '-',            '-',     '-'],
  'see queue':             ['-',        'team',       'team',       'programme',  '-',      '-',            '-',     '-'],
  'decide on referral':    ['-',        'team',       'team',       '-',          '-',      '-',            '-',     '-'],
  'see caseload':          ['-',        'own',        'team',       '-',          '-',      '-',            '-',     '-'],
  'see person':            ['-',        'team',       'team',       '-',          '-',      '-',            '-',     '-'],
  'support person':        ['-',        'team',       'team',       '-',          '-',      '-',            '-',     '-'],
  // To give somebody's support to another worker; to say when somebody is away, and who covers; to take the list of a caseload away.
  'hand over':             ['-',        'own',        'team',       '-',          '-',      '-',            '-',     '-'],
  'plan absence':          ['-',        'own',        'team',       '-',          '-',      '-',            '-',     '-'],
  'export caseload':       ['-',        'own',        'team',       '-',          '-',      '-',            '-',     '-'],
  // What waits for whoever leads a team; and what is kept apart from the record, without a reason asked.
  'lead team':             ['-',        '-',          'team',       '-',          '-',      '-',            '-',     '-'],
  'see restricted':        ['-',        'own',        'team',       '-',          '-',      '-',            '-',     '-'],
  'go on visits':          ['-',        'own',        'team',       '-',          '-',      '-',            '-',     '-'],
  // What only those who treat somebody may know of them.
  'tell clinical facts':   ['practice', '-',          '-',          '-',          '-',      '-',            '-',     '-'],
  // Whose appointments and hours somebody sees and keeps; the rooms are everybody's.
  'keep calendar':         ['-',        'team',       'team',       '-',          '-',      '-',            '-',     '-'],
  'keep rooms':            ['-',        '-',          'programme',  '-',          '-',      '-',            '-',     '-'],
  'find services':         ['programme','programme',  'programme',  'programme',  '-',      'programme',    'programme', 'programme'],
  'record gap':            ['-',        'programme',  'programme',  'programme',  '-',      '-',            '-',     '-'],
  'see gaps':              ['-',        'programme',  'programme',  'programme',  'programme', '-',         'programme', '-'],
  // Whoever keeps the directory right: feeds, differences, suggestions, taxonomies.
  'curate directory':      ['-',        '-',          'programme',  'programme',  '-',      '-',            '-',     'programme'],
  // To say what one service is like: its room, that it is still right, what should change.
  'tell of service':       ['-',        'programme',  'programme',  'programme',  '-',      'organisation', '-',     'programme'],
  'keep shortlists':       ['programme','programme',  'programme',  'programme',  '-',      '-',            'programme', '-'],
  'correct contact':       ['-',        'own',        'team',       '-',          '-',      '-',            '-',     '-'],
  'keep templates':        ['-',        'own',        'team',       '-',          '-',      '-',            '-',     '-'],
  // Who is supervised and when; what is said there is between the two whose session it is. Managers and evaluators see numbers only.
  'see supervision':       ['-',        'own',        'team',       'programme',  'programme', '-',         '-',     '-'],
  'supervise':             ['-',        'own',        'team',       '-',          '-',      '-',            '-',     '-'],
  // What somebody has typed and not saved yet is theirs alone.
  'keep drafts':           ['own',      'own',        'own',        'own',        '-',      '-',            '-',     '-'],
  'connect':               ['-',        'team',       'team',       '-',          '-',      '-',            '-',     '-'],
  'answer connection':     ['-',        '-',          '-',          '-',          '-',      'organisation', '-',     '-'],
  // Lists of people that leave for something other than their care. Never for evaluators themselves.
  'extract people':        ['-',        '-',          '-',          'programme',  '-',      '-',            '-',     '-'],
  'see sent messages':     ['-',        '-',          '-',          'programme',  '-',      '-',            '-',     'programme'],
  // To ask somebody the questions of a measure, and see what they answered.
  'measure':               ['-',        'team',       'team',       '-',          '-',      '-',            '-',     '-'],
  'manage instruments':    ['-',        '-',          '-',          '-',          '-',      '-',            '-',     'programme'],
  // How far social prescribing belongs at a site: surveys, index, evidence. A referrer sees their own practice.
  'see belonging':         ['practice', 'programme', 'programme', 'programme', 'programme', '-', 'programme', '-'],
  'keep belonging':        ['-', '-', 'programme', 'programme', '-', '-', '-', '-'],
  // The change process of a site: readiness, plan, barriers, registers; problems and risks.
  'see change work':       ['-', 'programme', 'programme', 'programme', '-', '-', '-', '-'],
  'keep change work':      ['-', '-', 'programme', 'programme', '-', '-', '-', '-'],
  'report incident':       ['own', 'own', 'programme', 'programme', '-', '-', '-', 'own'],
  'keep agreements':       ['-', '-', 'programme', 'programme', '-', '-', '-', '-'],
  // What practices are given: role card, leaflets, prompts; and the monthly page of what came of it.
  'keep practice tools':   ['-', '-', 'programme', 'programme', '-', '-', '-', '-'],
  'see practice report':   ['practice', 'programme', 'programme', 'programme', '-', '-', '-', '-'],
  // Stories: told and written with the person; shared only for the uses that they said yes to; coded in their approved words.
  'gather stories':        ['-', 'team', 'team', '-', '-', '-', '-', '-'],
  'share stories':         ['-', '-', 'programme', 'programme', '-', '-', '-', '-'],
  'code stories':          ['-', 'programme', 'programme', 'programme', 'programme', '-', '-', '-'],
  // Design with people. Steering members never see anything of one person.
  'see suggestions':       ['-', 'programme', 'programme', 'programme', '-', '-', 'programme', '-'],
  'take part in steering': ['-', '-', 'programme', 'programme', '-', '-', 'programme', '-'],
  'keep steering':         ['-', '-', 'programme', 'programme', '-', '-', '-', '-'],
  'propose criteria':      ['-', 'programme', 'programme', 'programme', '-', '-', 'programme', '-'],
  // What a community needs, beside what there is.
  'see needs':             ['-', 'programme', 'programme', 'programme', 'programme', '-', 'programme', '-'],
  'load areas':            ['-', '-', '-', 'programme', '-', '-', '-', 'programme'],
  'manage accounts':       ['-',        '-',          '-',          '-',          '-',      '-',            '-',     'programme'],
} as const satisfies Record<string, Row>;

export type Action = keyof typeof policy;

const widest: readonly Scope[] = ['-', 'own', 'practice', 'organisation', 'team', 'programme'];

/** The furthest that any of the asker's roles reaches for this action. */
export function reach(asker: Pick<Asker, 'roles'>, action: Action): Scope {
  const scopes = asker.roles.map((role) => policy[action][roles.indexOf(role)] ?? '-');
  return scopes.reduce((a, b) => (widest.indexOf(b) > widest.indexOf(a) ? b : a), '-');
}

export const mayAtAll = (asker: Pick<Asker, 'roles'>, action: Action): boolean => reach(asker, action) !== '-';

/** What a thing belongs to; leave out what does not apply to it. */
export type Belongs = { by?: string | null; practice?: string | null; team?: string | null; organisation?: string | null };

/** Whether this asker's reach for the action covers this thing. */
export function may(asker: Asker, action: Action, thing: Belongs): boolean {
  const theirs = thing.by === asker.id;
  switch (reach(asker, action)) {
    case '-':
      return false;
    case 'own':
      return theirs;
    case 'practice':
      return theirs || same(thing.practice, asker.practice);
    case 'organisation':
      return same(thing.organisation, asker.organisation);
    case 'team':
      return theirs || same(thing.team, asker.team);
    case 'programme':
      return true;
  }
}

const same = (a: string | null | undefined, b: string | null): boolean => a != null && a === b;
