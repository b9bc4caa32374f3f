/** How a list of terms came to us; `feed` when it is only known from the records of a feed. */
export type TaxonomySource = 'feed' | 'open-eligibility' | 'openactive' | 'csv' | 'json' | 'snomed-refset';

export type Taxonomy = {
  id: string;
  name: string;
  description: string;
  uri: string | null;
  version: string | null;
  /** What must be said wherever its terms are shown or given out. */
  licence: string;
  licenceUri: string | null;
  source: TaxonomySource;
  importedAt: Date;
};

export type Term = {
  id: string;
  taxonomyId: string | null;
  parentId: string | null;
  code: string | null;
  name: string;
  description: string;
  language: string | null;
  termUri: string | null;
  /** The taxonomy in the words of whoever gave the term. */
  taxonomy: string | null;
  /** Whatever else was said about it, in the words of HSDS or of the file that it came from. */
  document: Readonly<Record<string, unknown>>;
};

/** A list that may be shown on a page: a web address and nothing that would run. */
export const webAddress = (text: string | null): string | null => (text !== null && /^https?:\/\/\S+$/i.test(text) ? text : null);
