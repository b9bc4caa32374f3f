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
  /** What its last import came to; null while it never was. */
  outcome: ImportOutcome | null;
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

/** Why nothing at all can be read from a file. */
export type FileProblem =
  | 'empty'
  | 'packed'
  | 'not-text'
  | 'not-json'
  | 'not-xml'
  | 'entities'
  | 'too-big'
  | 'no-terms'
  | 'no-columns'
  | 'not-refset'
  | 'no-descriptions'
  | 'too-many-members'
  | 'not-known';

/** Why one row is not taken. */
export type RowProblem = 'no-name' | 'no-code' | 'long-name' | 'twice' | 'own-parent' | 'other-list' | 'broken' | 'not-described';

/** Where it stood ('line 7', 'item 3', '1206'), and why it is not taken. */
export type Rejected = { at: string; why: RowProblem };

export type ImportOutcome = {
  added: number;
  changed: number;
  unchanged: number;
  retired: number;
  /** How many were matched with what Bothy brings. */
  matched: number;
  /** How many name a parent that there is not. */
  lostParents: number;
  rejected: number;
  /** The first of them. */
  rejections: readonly Rejected[];
};

/** A web address that may be linked to, and nothing that would run. */
export const webAddress = (text: string | null): string | null => (text !== null && /^https?:\/\/\S+$/i.test(text) ? text : null);
