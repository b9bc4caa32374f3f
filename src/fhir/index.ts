import { type Context, Hono } from 'hono';
import { capabilityStatement } from './resources/capability-statement.ts';
import { healthcareService } from './resources/healthcare-service.ts';
import { location } from './resources/location.ts';
import { organization } from './resources/organization.ts';
import { uuid } from '../platform/database.ts';
import { searchset } from './searchset.ts';
import { readSearch } from './search.ts';
import { answer } from './web/answer.ts';
import { outcome } from './web/outcome.ts';
import { type Api, type Ground, openRouter } from './web/router.ts';

type C = Context<Api>;

/** The directory in FHIR R4, at /fhir and under a programme's name: anybody may read, nobody may write. */
export function fhirDoors(ground: Ground): Hono {
  const doors = new Hono();
  for (const at of ['', '/directory/:slug']) doors.route(`${at}/fhir`, directoryDoors(ground));
  return doors;
}

function directoryDoors(ground: Ground): Hono<Api> {
  const { directory } = ground;
  const absent = (c: C, type: string) => outcome(c, 404, { code: 'not-found', text: `There is no ${type} of this id.` });
  const everything = { ids: null, name: null, organisations: null, locations: [], needs: [], active: null };

  const search = async (c: C, posted: [string, string][] = []) => {
    const given = [...new URL(c.req.url).searchParams, ...posted].map(([name, value]): [string, string] => [name, clean(value)]);
    const read = readSearch(given, /handling\s*=\s*strict/i.test(c.req.header('prefer') ?? ''));
    if (!read.ok) return outcome(c, 400, ...read.error);
    const { listing, page, size } = read.value;
    const found = await directory.listedServices(c.get('programme'), listing, { number: page, size });
    return answer(c, searchset(read.value, found, { base: c.get('base') }));
  };

  return openRouter(ground)
    .get('/metadata', (c) => answer(c, capabilityStatement(c.get('programme'), c.get('base'))))
    .get('/HealthcareService', (c) => search(c))
    .post('/HealthcareService/_search', async (c) => {
      const form = await c.req.formData().catch(() => new FormData());
      return search(
        c,
        [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      );
    })
    .get('/HealthcareService/:id', async (c) => {
      const { found } = await directory.listedServices(
        c.get('programme'),
        { ...everything, ids: idsOf(c.req.param('id')) },
        { number: 1, size: 1 },
      );
      return found[0] ? answer(c, healthcareService(found[0]), found[0].changedAt) : absent(c, 'HealthcareService');
    })
    .get('/Organization/:id', async (c) => {
      const found = await directory.listedOrganisation(c.get('programme'), c.req.param('id'));
      return found ? answer(c, organization(found), found.changedAt) : absent(c, 'Organization');
    })
    .get('/Location/:id', async (c) => {
      const found = await directory.listedLocation(c.get('programme'), c.req.param('id'));
      return found ? answer(c, location(found), found.changedAt) : absent(c, 'Location');
    })
    .all('/*', (c) => outcome(c, 404, { code: 'not-supported', text: 'There is nothing at this address that can be asked in this way.' }));
}

const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed();
const idsOf = (id: string): string[] => (uuid.test(id) ? [id] : []);
