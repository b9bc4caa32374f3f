import { describe, expect, it } from 'vitest';
import { type Asker, type Role, roles } from './asker.ts';
import { type Action, may, mayAtAll, policy, reach, type Scope } from './policy.ts';
import { usualSettings } from './programme.ts';

/** The whole of who may do what, read by a person. Kept apart from the policy itself, so that a change has to be meant twice. */
const expected = `
                       referrer   link-worker  team-lead  programme-manager  evaluator  community-member  steering-member  administrator
refer                  practice   programme    programme  -                  -          -                 -                -
see referrals made     practice   own          own        -                  -          -                 -                -
answer about referral  practice   -            -          -                  -          -                 -                -
see queue              -          team         team       programme          -          -                 -                -
decide on referral     -          team         team       -                  -          -                 -                -
see caseload           -          own          team       -                  -          -                 -                -
see person             -          team         team       -                  -          -                 -                -
support person         -          team         team       -                  -          -                 -                -
hand over              -          own          team       -                  -          -                 -                -
plan absence           -          own          team       -                  -          -                 -                -
export caseload        -          own          team       -                  -          -                 -                -
lead team              -          -            team       -                  -          -                 -                -
see restricted         -          own          team       -                  -          -                 -                -
go on visits           -          own          team       -                  -          -                 -                -
tell clinical facts    practice   -            -          -                  -          -                 -                -
keep calendar          -          team         team       -                  -          -                 -                -
keep rooms             -          -            programme  -                  -          -                 -                -
find services          programme  programme    programme  programme          -          programme         programme        programme
record gap             -          programme    programme  programme          -          -                 -                -
see gaps               -          programme    programme  programme          programme  -                 programme        -
curate directory       -          -            programme  programme          -          -                 -                programme
tell of service        -          programme    programme  programme          -          organisation      -                programme
keep shortlists        programme  programme    programme  programme          -          -                 programme        -
correct contact        -          own          team       -                  -          -                 -                -
keep templates         -          own          team       -                  -          -                 -                -
see supervision        -          own          team       programme          programme  -                 -                -
supervise              -          own          team       -                  -          -                 -                -
keep drafts            own        own          own        own                -          -                 -                -
connect                -          team         team       -                  -          -                 -                -
answer connection      -          -            -          -                  -          organisation      -                -
extract people         -          -            -          programme          -          -                 -                -
see sent messages      -          -            -          programme          -          -                 -                programme
measure                -          team         team       -                  -          -                 -                -
manage instruments     -          -            -          -                  -          -                 -                programme
see belonging          practice   programme    programme  programme          programme  -                 programme        -
keep belonging         -          -            programme  programme          -          -                 -                -
see change work        -          programme    programme  programme          -          -                 -                -
keep change work       -          -            programme  programme          -          -                 -                -
report incident        own        own          programme  programme          -          -                 -                own
keep agreements        -          -            programme  programme          -          -                 -                -
keep practice tools    -          -            programme  programme          -          -                 -                -
see practice report    practice   programme    programme  programme          -          -                 -                -
gather stories         -          team         team       -                  -          -                 -                -
share stories          -          -            programme  programme          -          -                 -                -
code stories           -          programme    programme  programme          programme  -                 -                -
see suggestions        -          programme    programme  programme          -          -                 programme        -
take part in steering  -          -            programme  programme          -          -                 programme        -
keep steering          -          -            programme  programme          -          -                 -                -
propose criteria       -          programme    programme  programme          -          -                 programme        -
see needs              -          programme    programme  programme          programme  -                 programme        -
load areas             -          -            -          programme          -          -                 -                programme
manage accounts        -          -            -          -                  -          -                 -                programme
`;

const [header = '', ...lines] = expected.trim().split('\n');
const columns = header.trim().split(/\s+/) as Role[];
const table = lines.map((line) => {
  const cells = line.trim().split(/\s{2,}/);
  return { action: cells[0] as Action, scopes: cells.slice(1) as Scope[] };
});

const settings = usualSettings;
const asker = (...as: Role[]): Asker => ({
  id: 'me',
  email: 'me@example.org',
  name: 'Me',
  jobTitle: '',
  roles: as,
  programme: { id: 'p', slug: 'p', name: 'P', settings },
  practice: 'my-practice',
  practiceName: null,
  team: 'my-team',
  organisation: 'my-organisation',
});

/** Which things each reach covers. */
const covered: Record<Scope, string[]> = {
  '-': [],
  own: ['mine'],
  practice: ['mine', 'of my practice'],
  organisation: ['of my organisation'],
  team: ['mine', 'of my team'],
  programme: ['mine', 'of my practice', 'of my organisation', 'of my team', 'of others', 'of nobody'],
};
const things = {
  mine: { by: 'me' },
  'of my practice': { by: 'other', practice: 'my-practice' },
  'of my organisation': { organisation: 'my-organisation' },
  'of my team': { team: 'my-team' },
  'of others': { by: 'other', practice: 'other', team: 'other', organisation: 'other' },
  'of nobody': {},
};

describe('who may do what', () => {
  it('is known for every role and every action', () => {
    expect(columns).toEqual(roles);
    expect(table.map(({ action }) => action)).toEqual(Object.keys(policy));
    expect(table.every(({ scopes }) => scopes.length === roles.length)).toBe(true);
  });

  describe.each(table)('$action', ({ action, scopes }) => {
    it.each(columns.map((role, i) => ({ role, scope: scopes[i]! })))('reaches as far as "$scope" for $role', ({ role, scope }) => {
      const me = asker(role);
      expect(reach(me, action)).toBe(scope);
      expect(mayAtAll(me, action)).toBe(scope !== '-');
      for (const [name, thing] of Object.entries(things)) expect(may(me, action, thing), name).toBe(covered[scope].includes(name));
    });
  });

  it('is the wider of two when somebody has two roles', () => {
    expect(reach(asker('link-worker', 'team-lead'), 'see caseload')).toBe('team');
    expect(reach(asker('evaluator', 'referrer'), 'refer')).toBe('practice');
  });

  it('never lets somebody without a team or practice match what has none either', () => {
    const newcomer = { ...asker('link-worker'), team: null, practice: null };
    expect(may(newcomer, 'see person', { team: null })).toBe(false);
    expect(may({ ...asker('referrer'), practice: null }, 'see referrals made', {})).toBe(false);
  });
});
