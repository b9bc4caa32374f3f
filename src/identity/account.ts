import type { Role } from './asker.ts';

/** What an administrator says about somebody who works here. */
export type AccountDetails = {
  name: string;
  email: string;
  roles: readonly Role[];
  jobTitle: string;
  practice: string | null;
  team: string | null;
  organisation: string | null;
};

export type AccountSeen = AccountDetails & {
  id: string;
  active: boolean;
  /** Whether they have chosen a password yet. */
  joined: boolean;
  signedInAt: Date | null;
  rowVersion: number;
};

export type Place = 'practice' | 'team' | 'organisation';

const placeOf: Partial<Record<Role, Place>> = {
  referrer: 'practice',
  'link-worker': 'team',
  'team-lead': 'team',
  'community-member': 'organisation',
};

/** Where somebody with these roles must belong, or they could see nothing. */
const placesNeeded = (roles: readonly Role[]): Place[] => [
  ...new Set(roles.map((role) => placeOf[role]).filter((place) => place !== undefined)),
];

export const missingPlaces = (details: AccountDetails): Place[] => placesNeeded(details.roles).filter((place) => !details[place]);

/** The details with no place left that none of the roles has to do with. */
export function withPlacesOfRoles(details: AccountDetails): AccountDetails {
  const needed = placesNeeded(details.roles);
  const kept = (place: Place) => (needed.includes(place) ? details[place] : null);
  return { ...details, practice: kept('practice'), team: kept('team'), organisation: kept('organisation') };
}

const fields = ['name', 'email', 'roles', 'jobTitle', 'practice', 'team', 'organisation'] as const;

/** The names of what is different, and nothing of what it says: fit for an event. */
export const changedDetails = (before: AccountDetails, after: AccountDetails): string[] =>
  fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));

export type DisableRefusal = { name: 'yourself' } | { name: 'open-work'; people: number };

/** Nobody shuts themselves out, and nobody who is supported is left without somebody: they are handed over first. */
export function refusalToDisable(account: string, by: string, openWork: number): DisableRefusal | undefined {
  if (account === by) return { name: 'yourself' };
  return openWork > 0 ? { name: 'open-work', people: openWork } : undefined;
}

/** Whoever supports people stays a link worker, in their team, until somebody else does. */
export const leavesPeople = (before: AccountDetails, after: AccountDetails): boolean =>
  before.roles.includes('link-worker') && (!after.roles.includes('link-worker') || before.team !== after.team);
