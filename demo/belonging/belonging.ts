import type { Database } from '../../src/platform/database.ts';
import { tellAreas } from './areas.ts';
import { tellIndex } from './index-facts.ts';
import { tellCoding } from './coding.ts';
import { tellBusyMonth } from './busy-month.ts';
import { tellChange } from './change.ts';
import { tellRounds } from './rounds.ts';
import { tellTogether } from './together.ts';
import { tellOwnStories } from './stories.ts';
import { tellTools } from './tools.ts';

/** What the demo has of belonging and voice. Each is told by itself, in this order. */
const told: readonly ((db: Database, now: Date) => Promise<void>)[] = [
  tellBusyMonth,
  tellIndex,
  tellChange,
  tellRounds,
  tellOwnStories,
  tellCoding,
  tellTools,
  tellTogether,
  tellAreas,
];

export async function tellBelonging(db: Database, now: Date): Promise<void> {
  for (const tell of told) await tell(db, now);
}
