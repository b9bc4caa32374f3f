import type { Need } from '../directory/index.ts';

/** Information given to somebody, recorded and nothing more: nobody is asked to see them. */
export type Signpost = {
  id: string;
  /** Null when nobody took a name. */
  person: string | null;
  needs: readonly Need[];
  /** What they were told about, such as a service or a leaflet. */
  given: string;
  note: string;
  givenBy: string;
  practice: string | null;
  givenAt: Date;
};
