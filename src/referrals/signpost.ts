import type { Need } from '../directory/index.ts';

export type SignpostTo = { name: string; role: string; team: string; contact: string };

/** Information given to somebody, recorded and nothing more: nobody is asked to see them. */
export type Signpost = {
  id: string;
  /** Null when nobody took a name. */
  person: string | null;
  needs: readonly Need[];
  /** What they were told about, such as a service or a leaflet. */
  given: string;
  /** Whom to ask there, as far as it was told. */
  to?: SignpostTo;
  note: string;
  givenBy: string;
  practice: string | null;
  givenAt: Date;
};
