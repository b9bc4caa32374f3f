import type { Database } from '../../platform/database.ts';
import { ballotUses } from './ballots.ts';
import { documentUses } from './documents.ts';
import { decideUses } from './steering-decide.ts';
import { memberUses } from './steering-members.ts';
import { ownParts } from './steering-own-parts.ts';
import { type MakePart, paperUses } from './steering-papers.ts';
import { meetingUses } from './steering.ts';
import { suggestionUses } from './suggestions.ts';
import type { Post } from './together-needs.ts';

type Ports = {
  db: Database;
  now: () => Date;
  post: Post;
  /** What else belongs into the papers of the group, after its own. */
  parts: readonly MakePart[];
};

export type Together = ReturnType<typeof openTogether>;

/** Design with people: ideas, the group that decides on them, and what it owns. */
export const openTogether = ({ parts, ...ports }: Ports) => ({
  ...suggestionUses(ports),
  ...memberUses(ports),
  ...meetingUses(ports),
  ...decideUses(ports),
  ...ballotUses(ports),
  ...documentUses(ports),
  ...paperUses({ ...ports, parts: [...ownParts, ...parts] }),
});
