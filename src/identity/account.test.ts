import { describe, expect, it } from 'vitest';
import { type AccountDetails, changedDetails, missingPlaces, refusalToDisable, withPlacesOfRoles } from './account.ts';

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

  it('is not disabled by itself, nor silently while people depend on it', () => {
    expect(refusalToDisable('sam', 'sam', 0, true)).toEqual({ name: 'yourself' });
    expect(refusalToDisable('sam', 'priya', 4, false)).toEqual({ name: 'open-work', people: 4 });
    expect(refusalToDisable('sam', 'priya', 4, true)).toBeUndefined();
    expect(refusalToDisable('sam', 'priya', 0, false)).toBeUndefined();
  });
});
