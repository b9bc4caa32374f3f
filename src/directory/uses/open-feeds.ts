import { changeSetUses } from './change-sets.ts';
import { differenceUses } from './differences.ts';
import type { FeedPorts } from './feed-needs.ts';
import { feedUses } from './feeds.ts';
import { matchUses } from './matches.ts';
import { pullUses } from './pull-feeds.ts';

export type Feeds = ReturnType<typeof openFeeds>;

/** Taking the directory in from others: feeds, what they change, what may be the same, and whose word counts. */
export const openFeeds = (ports: FeedPorts) => ({
  ...feedUses(ports),
  ...changeSetUses(ports),
  ...matchUses(ports),
  ...differenceUses(ports),
  ...pullUses(ports),
});
