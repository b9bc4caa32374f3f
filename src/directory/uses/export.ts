import type { Database, Tx } from '../../platform/database.ts';
import type { Raw } from '../feed/raw.ts';
import { type Audience, organisationsFor, servicesFor } from '../record/whole.ts';
import { idleOrganisationIds, serviceIds } from '../store/export.ts';

const atOnce = 200;

/**
 * Every service with all that belongs to it, and then every organisation that runs none, in HSDS 3.1, a batch at a time. Read in again, they are
 * what they were. `public` leaves out what nobody else may have.
 */
export async function* exportServices(db: Database, ask: { programme: string; audience: Audience; now: Date }): AsyncGenerator<Raw[]> {
  const { programme, audience, now } = ask;
  const parts = [
    { next: serviceIds, whole: servicesFor },
    // A list of services, even of none, is how a reader knows an organisation from a service.
    { next: idleOrganisationIds, whole: idleOrganisations },
  ];
  for (const { next, whole } of parts)
    for (let after: string | null = null; ;) {
      const from: string | null = after;
      const { ids, found } = await db.inProgramme(programme, async (tx) => {
        const each = await next(tx, from, atOnce);
        return { ids: each, found: await whole(tx, each, audience, now) };
      });
      if (found.length) yield found;
      after = ids.at(-1) ?? null;
      if (ids.length < atOnce || after === null) break;
    }
}

const idleOrganisations = async (tx: Tx, ids: readonly string[], audience: Audience): Promise<Raw[]> =>
  (await organisationsFor(tx, ids, audience)).map((organisation) => ({ ...organisation, services: [] }));
