import type { FileProblem, Rejected } from '../taxonomy.ts';

export type { FileProblem, Rejected };

/** A file of terms: read from its start each time it is opened, in pieces of any size. */
export type TermFile = { name: string; open: () => AsyncIterable<Uint8Array> };

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
