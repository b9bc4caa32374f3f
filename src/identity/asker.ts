import type { Programme } from './programme.ts';

export const roles = [
  'referrer',
  'link-worker',
  'team-lead',
  'programme-manager',
  'evaluator',
  'community-member',
  'steering-member',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Whoever is asking, and what they belong to. */
export type Asker = {
  id: string;
  email: string;
  name: string;
  jobTitle: string;
  roles: readonly Role[];
  programme: Programme;
  practice: string | null;
  practiceName: string | null;
  team: string | null;
  organisation: string | null;
};
