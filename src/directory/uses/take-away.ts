import type { Asker } from '../../identity/index.ts';
import { recordEvents } from '../../platform/events.ts';
import type { Raw } from '../feed/raw.ts';
import { shownLocation } from '../service.ts';
import { servicesAfter } from '../store/csv-files.ts';
import { servicesById, type WholeService } from '../store/read.ts';
import { exportServices } from './export.ts';
import { asAsker, type Ports } from './needs.ts';

const atOnce = 200;
const first = '00000000-0000-0000-0000-000000000000';

/** Taking the directory away whole, some services at a time. */
export function takeAwayUses(ports: Pick<Ports, 'db' | 'now'>) {
  return {
    /** Services as they are, but for where private places are. */
    async *everyService(asker: Asker): AsyncGenerator<WholeService[]> {
      for (let after: string | undefined = first; after !== undefined;) {
        const from: string = after;
        const services = await asAsker(ports, asker, 'curate directory', async (tx) =>
          servicesById(tx, await servicesAfter(tx, from, atOnce)),
        );
        yield services.map((service) => ({ ...service, locations: service.locations.map(shownLocation) }));
        after = services.at(-1)?.id;
      }
    },

    /** Services as HSDS 3.1, with what anybody may know. */
    everyDocument: (asker: Asker): AsyncGenerator<Raw[]> =>
      exportServices(ports.db, { programme: asker.programme.id, audience: 'public', now: ports.now() }),

    noteExport: (asker: Asker, format: 'csv' | 'ndjson'): Promise<void> =>
      asAsker(ports, asker, 'curate directory', (tx) =>
        recordEvents(tx, [
          {
            type: 'directory-exported',
            subject: { kind: 'programme', id: asker.programme.id },
            by: { kind: 'account', id: asker.id },
            at: ports.now(),
            data: { format },
          },
        ]),
      ),
  };
}
