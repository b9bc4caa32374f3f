import type { Source } from '../record.ts';

export const feedKinds = ['hsds', 'ndjson', 'tabular', 'csv', 'openactive', 'file'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** Something that the directory is taken in from. */
export type Feed = {
  id: string;
  name: string;
  kind: FeedKind;
  /** Where it is read from by the clock; null when somebody brings it. */
  address: string | null;
  /** 1 to 9: of two feeds that say different things, the one that is trusted more is believed. */
  trust: number;
  pullHours: number | null;
  /** `itself`: applied when nothing of it is doubtful. `ask`: somebody looks first. */
  apply: 'itself' | 'ask';
  options: Readonly<Record<string, unknown>>;
  stopped: boolean;
  /** What has changed since then is all that the next reading asks for. */
  changedSince: Date | null;
  /** When all of it was read last. */
  lastWhole: Date | null;
  nextPull: Date | null;
  rowVersion: number;
};

export const sourceOfFeed = ({ id }: Pick<Feed, 'id'>): Source => `feed:${id}`;

/** Where a broken reading goes on: in the words of its reader. */
export type Mark = Readonly<Record<string, string | number>>;

export type Counts = Readonly<Record<string, number>>;

export type Run = {
  id: string;
  feed: string;
  chain: string;
  began: Date;
  touched: Date;
  ended: Date | null;
  state: 'reading' | 'complete' | 'incomplete' | 'failed';
  partial: boolean;
  reason: string;
  resume: Mark | null;
  counts: Counts;
};

export type Reject = { path: string; name: string; reason: string };
