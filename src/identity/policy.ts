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
  'find services':         ['programme','programme',  'programme',  'programme',  '-',      'programme',    'programme', 'programme'],
  'record gap':            ['-',        'programme',  'programme',  'programme',  '-',      '-',            '-',     '-'],
  'see gaps':              ['-',        'programme',  'programme',  'programme',  'programme', '-',         'programme', '-'],
  // Whoever keeps the directory right: feeds, differences, suggestions, taxonomies.
  'curate directory':      ['-',        '-',          'programme',  'programme',  '-',      '-',            '-',     'programme'],
  // To say what one service is like: its room, that it is still right, what should change.
  'tell of service':       ['-',        'programme',  'programme',  'programme',  '-',      'organisation', '-',     'programme'],
  'keep shortlists':       ['programme','programme',  'programme',  'programme',  '-',      '-',            'programme', '-'],
  'connect':               ['-',        'team',       'team',       '-',          '-',      '-',            '-',     '-'],
  'answer connection':     ['-',        '-',          '-',          '-',          '-',      'organisation', '-',     '-'],
  'see sent messages':     ['-',        '-',          '-',          'programme',  '-',      '-',            '-',     'programme'],
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
