import type { Asker } from '../../identity/index.ts';
import type { Database, Tx } from '../../platform/database.ts';
import type { Jobs } from '../../platform/jobs.ts';
import type { Log } from '../../platform/log.ts';
import { namedBy } from '../feed/references.ts';
import type { Document, Kind } from '../record.ts';
import { documentsById } from '../store/records.ts';
import { asAsker } from './needs.ts';

export type FeedPorts = { db: Database; now: () => Date; jobs: Pick<Jobs, 'enqueue'>; log: Log; everyProgramme: () => Promise<string[]> };

export const asCurator = <T>(ports: Pick<FeedPorts, 'db'>, asker: Asker, work: (tx: Tx) => Promise<T>): Promise<T> =>
  asAsker(ports, asker, 'curate directory', work);

/** What is called what: the names of everything that documents name by its id. */
export async function namesIn(
  tx: Tx,
  documents: readonly Document[],
  known: ReadonlyMap<string, Document> = new Map(),
): Promise<Map<string, string>> {
  const named = documents.flatMap(namedBy);
  const names = new Map<string, string>();
  for (const kind of ['organisation', 'location'] as const satisfies readonly Kind[]) {
    const ids = named.filter((each) => each.kind === kind).map(({ key }) => key);
    const there = await documentsById(tx, kind, ids);
    for (const id of ids) {
      const name = (there.get(id) ?? known.get(`${kind} ${id}`))?.['name'];
      if (typeof name === 'string' && name) names.set(id, name);
    }
  }
  return names;
}
