/** A file of terms: read from its start each time it is opened, in pieces of any size. */
export type TermFile = { name: string; open: () => AsyncIterable<Uint8Array> };

/** Why nothing at all can be read from a file. Its words are in `locales`. */
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

export class UnreadableFile extends Error {
  readonly why: FileProblem;
  readonly what: string;
  /** `what` is a file's, a column's or an encoding's name; never what is in a row. */
  constructor(why: FileProblem, what = '') {
    super(`${why} ${what}`.trim());
    this.why = why;
    this.what = what;
  }
}

/** Why one row is not taken. */
export type RowProblem = 'no-name' | 'no-code' | 'long-name' | 'twice' | 'own-parent' | 'other-list' | 'broken' | 'not-described';

/** Where it stood ('line 7', 'item 3', '1206'), and why it is not taken. */
export type Rejected = { at: string; why: RowProblem };

/** One term as a file gives it. `key` names it within its list; a parent is named by its key, which may stand further on. */
export type Draft = {
  at: string;
  key: string;
  /** Its own UUID, where the file gives one. */
  id?: string;
  parentKey?: string;
  parentId?: string;
  code: string | null;
  name: string;
  description: string;
  language: string | null;
  termUri: string | null;
  document: Record<string, unknown>;
};

/** What a file says of its list, and its terms one after the other. */
export type Reading = {
  about: { id?: string; name?: string; description?: string; uri?: string; version?: string; licence?: string; licenceUri?: string };
  rows: AsyncIterable<Draft | Rejected> | Iterable<Draft | Rejected>;
};
