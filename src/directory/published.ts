import type { Weekday } from './schedule.ts';

/** What can be read of a directory by anybody, in the words of HSDS. */
export type PublishedKind = 'services' | 'organizations' | 'service_at_locations' | 'taxonomies' | 'taxonomy_terms';

/** Part of a week: the days (none: any), and from when to when on the clock, 'HH:MM'. */
export type Period = { days: readonly Weekday[]; from: string | null; until: string | null };

/** What a reader asks of a list. Nulls and empty lists ask nothing; what is asked must all hold, except that any one of the periods will do. */
export type Asking = {
  words: string;
  terms: readonly string[];
  taxonomies: readonly string[];
  organisation: string | null;
  changedFrom: Date | null;
  /** Services for people between these ages. */
  minAge: number | null;
  maxAge: number | null;
  periods: readonly Period[];
  /** Within so many metres of a place; where that is null, open to people from there as far as is known. */
  near: { place: string; metres: number | null } | null;
  parent: string | null;
  topOnly: boolean;
};

export const askingNothing: Asking = {
  words: '',
  terms: [],
  taxonomies: [],
  organisation: null,
  changedFrom: null,
  minAge: null,
  maxAge: null,
  periods: [],
  near: null,
  parent: null,
  topOnly: false,
};

/** 'ids' says only which there are and when they changed; 'services' gives organisations with what they run. */
export type Depth = 'ids' | 'whole' | 'services';

/** A published thing in HSDS 3.1; at depth 'ids' only its `id`. `changedAt` is null for what has no history, such as a list of terms. */
export type Published = { document: { readonly [field: string]: unknown }; changedAt: Date | null };
