import { changeSetUses } from './change-sets.ts';
import { csvUses } from './csv.ts';
import { differenceUses } from './differences.ts';
import type { FeedPorts } from './feed-needs.ts';
import { feedUses } from './feeds.ts';
import { matchUses } from './matches.ts';
import { pullUses } from './pull-feeds.ts';

export type Feeds = ReturnType<typeof openFeeds>;

/** Taking the directory in from others: feeds, what they change, what may be the same, and whose word counts. */
export function openFeeds(ports: FeedPorts) {
  const pulling = pullUses(ports);
  const tables = csvUses(ports);
  return {
    ...feedUses(ports),
    ...changeSetUses(ports),
    ...matchUses(ports),
    ...differenceUses(ports),
    ...pulling,
    ...tables,
    handlers: { ...pulling.handlers, ...tables.csvHandlers },
    /** Those of them that may take hours with a large feed. */
    long: ['read-feed', 'apply-change-set', 'read-csv'],
  };
}
