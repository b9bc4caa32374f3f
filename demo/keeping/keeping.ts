import type { Database } from '../../src/platform/database.ts';
import { openClock } from '../clock.ts';
import { programme } from '../programme.ts';
import { asking } from './asking.ts';
import { edits } from './edits.ts';
import { feeds } from './feeds.ts';
import { type Keep, openKeepers } from './keepers.ts';
import { rooms } from './rooms.ts';
import { shortlists } from './shortlists.ts';
import { suggestions } from './suggestions.ts';
import { terms } from './terms.ts';

/** Each is told by itself; `feeds` comes first, because its services are in the directory from then on. */
const told: readonly ((keep: Keep) => Promise<void>)[] = [feeds, terms, edits, asking, suggestions, rooms, shortlists];

/** How the demo's directory came to be what it is, by whoever keeps it: through the same doors as anybody else. */
export async function keepDirectory(db: Database, now: Date): Promise<void> {
  const links: string[] = [];
  const keep = { db, clock: openClock(now, programme.settings.timeZone), links, at: openKeepers(db, links) };
  for (const tell of told) await tell(keep);
}
