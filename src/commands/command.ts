import type { parseArgs } from 'node:util';
import type { Config } from '../platform/config.ts';
import type { Database } from '../platform/database.ts';

/** What the rest of the program lends to the commands. */
export type Lent = { config: Config; now: () => Date; version: string; seed: Seed };
type Wanted = { people: number; services: number; referrals: number; seed: string };
export type Seed = (
  ask: Wanted & { db: Database; now: Date; onProgress: (done: { what: string; count: number; of: number }) => void },
) => Promise<void>;

type Parsed = ReturnType<typeof parseArgs>;
export type Given = { values: Record<string, string | undefined>; flags: Record<string, boolean>; rest: string[] };

/** What `help` says of a command. An option's first word is what it takes; a flag takes nothing. */
export type Command = {
  summary: string;
  arguments?: string;
  options?: Record<string, { takes?: string; needed?: boolean; means: string }>;
  example: string;
  load: () => Promise<{ run: (given: Given, lent: Lent) => Promise<void> }>;
};

export const givenOf = ({ values, positionals }: Parsed): Given => {
  const entries = Object.entries(values);
  return {
    values: Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    flags: Object.fromEntries(entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean')),
    rest: positionals,
  };
};
