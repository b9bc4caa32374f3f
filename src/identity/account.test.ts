import { describe, expect, it } from 'vitest';
import { type AccountDetails, changedDetails, missingPlaces, leavesPeople, refusalToDisable, withPlacesOfRoles } from './account.ts';

const details: AccountDetails = {
  name: 'Sam Findlay',
  email: 'sam@glenkens.example',
  roles: ['link-worker'],
  jobTitle: '',
  practice: null,
  team: 'team',
  organisation: null,
};

describe('an account', () => {
  it('belongs where its roles have something to see', () => {
    expect(missingPlaces(details)).toEqual([]);
    expect(missingPlaces({ ...details, team: null })).toEqual(['team']);
    expect(missingPlaces({ ...details, roles: ['referrer', 'community-member', 'team-lead', 'link-worker'] })).toEqual([
      'practice',
      'organisation',
    ]);
    expect(missingPlaces({ ...details, roles: ['administrator', 'evaluator'], team: null })).toEqual([]);
  });

  it('keeps no place that none of its roles has to do with', () => {
    expect(withPlacesOfRoles({ ...details, practice: 'practice', organisation: 'organisation' })).toEqual(details);
  });

  it('is changed in named fields', () => {
    expect(changedDetails(details, { ...details, roles: ['team-lead'], jobTitle: 'Lead' })).toEqual(['roles', 'jobTitle']);
    expect(changedDetails(details, details)).toEqual([]);
  });

  it('is not disabled by itself, nor while people depend on it', () => {
    expect(refusalToDisable('sam', 'sam', 0)).toEqual({ name: 'yourself' });
    expect(refusalToDisable('sam', 'priya', 4)).toEqual({ name: 'open-work', people: 4 });
    expect(refusalToDisable('sam', 'priya', 0)).toBeUndefined();
  });

  it('leaves people behind when it stops being a link worker, or goes to another team', () => {
    const sam = { ...details, roles: ['link-worker' as const], team: 'glenkens' };
    expect(leavesPeople(sam, { ...sam, jobTitle: 'Senior' })).toBe(false);
    expect(leavesPeople(sam, { ...sam, roles: ['team-lead'] })).toBe(true);
    expect(leavesPeople(sam, { ...sam, team: 'stewartry' })).toBe(true);
    expect(leavesPeople({ ...sam, roles: ['team-lead'] }, { ...sam, roles: ['evaluator'] })).toBe(false);
  });
});
