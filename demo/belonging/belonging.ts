import type { Database } from '../../src/platform/database.ts';

/** What the demo has of belonging and voice. Each is told by itself, in this order. */
const told: readonly ((db: Database, now: Date) => Promise<void>)[] = [];

export async function tellBelonging(db: Database, now: Date): Promise<void> {
  for (const tell of told) await tell(db, now);
}
