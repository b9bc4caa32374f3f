import type { Context, Hono } from 'hono';
import {
  accessibilities,
  anything,
  attendances,
  audiences,
  dayparts,
  isNeed,
  needs,
  ownTerms,
  type Search,
  weekdays,
} from '../../directory/index.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { tidy } from '../standard/tidy.ts';
import { answer } from '../web/answer.ts';
import { type Given, givenIn } from '../web/given.ts';
import { problem, type Wrong, wrongParameters } from '../web/problem.ts';
import { readingOf } from '../web/reading.ts';
import { type Api, closeRouter, type Ground, openRouter } from '../web/router.ts';
import { ownOpenApi } from './openapi.ts';
import { toOrganisation, toResult, toService } from './shown.ts';

type C = Context<Api>;

/** Bothy's own API: what HSDS cannot tell, which is why a service suits, when it next runs and whether it has room. */
export function ownDoors(ground: Ground): Hono<Api> {
  const { directory } = ground;

  async function search(c: C) {
    const read = readSearch(await givenIn(c));
    if (!read.ok) return wrongParameters(c, read.error);
    const programme = c.get('programme');
    const results = await directory.findPublicly(programme, read.value.search, read.value.page);
    if (!results.ok) {
      const detail = { 'unknown-place': 'this place is not known here.', 'distance-without-place': 'say from where the distance is.' };
      return wrongParameters(c, [{ parameter: 'near', detail: detail[results.error] }]);
    }
    const { found, total, page, spelling, loosely, otherNeeds, accessUnsaid, place } = results.value;
    const hidden = await directory.hiddenServices(
      programme,
      found.map(({ id }) => id),
    );
    const body = {
      ...{ total, page, loosely, other_needs: otherNeeds, access_unsaid: accessUnsaid },
      ...(spelling !== null && { looked_for: spelling }),
      ...(place && { near: place.name }),
      results: found.filter(({ id }) => !hidden.has(id)).map((each) => toResult(each, c.get('base'))),
    };
    return answer(c, body, null);
  }

  const router = openRouter(ground, '/api')
    .get('/openapi.json', (c) => answer(c, ownOpenApi(c.get('base')), null))
    .get('/v1', (c) => {
      const root = c.get('base').slice(0, -'/api'.length);
      const links = { openapi: `${root}/api/openapi.json`, hsds: `${root}/hsds/v3`, oruk: `${root}/oruk/v3` };
      return answer(c, { directory: c.get('programme').name, links }, null);
    })
    .get('/v1/services/search', search)
    .post('/v1/services/search', search)
    .get('/v1/services/:id', async (c) => {
      const found = await directory.publicService(c.get('programme'), c.req.param('id'));
      const service = found.ok ? found.value : found.error === 'unknown' ? undefined : found.error.closed;
      return service ? answer(c, toService(service, c.get('base')), null) : problem(c, 404, 'There is no service of this id.');
    })
    .get('/v1/organisations/:id', async (c) => {
      const found = await directory.publishedOne(c.get('programme'), 'organizations', c.req.param('id'), 'services');
      const whole = found && tidy(found.document, 'organization');
      return whole ? answer(c, toOrganisation(whole), null) : problem(c, 404, 'There is no organisation of this id.');
    })
    .get('/v1/needs', (c) => answer(c, { needs: needTerms() }, null));
  return closeRouter(router);
}

const needTerms = () =>
  ownTerms()
    .filter(({ code, taxonomy }) => taxonomy === 'bothy-needs' && isNeed(code))
    .map(({ id, code, name, description }) => ({ code, name, description, taxonomy_term_id: id }));

const known = [
  ...['words', 'near', 'within_km', 'covers', 'need', 'who', 'age', 'day', 'time', 'attendance', 'language', 'accessibility'],
  ...['free', 'max_cost', 'room', 'fresh', 'page'],
];

/** A parameter that is not known is refused: whoever mistypes one would think that they had been answered. */
function readSearch(given: Given): Result<{ search: Search; page: number }, Wrong[]> {
  const read = readingOf(given);
  for (const name of Object.keys(given)) if (!known.includes(name)) read.refuse(name, `this is none of ${known.join(', ')}.`);
  const search: Search = {
    ...anything,
    words: read.text('words'),
    place: read.text('near', 100),
    km: read.number('within_km', { least: 0.1, most: 500 }),
    needs: read.codes('need', needs),
    whoFor: read.code('who', audiences),
    age: read.number('age', { least: 0, most: 120, whole: true }),
    days: read.codes('day', weekdays),
    times: read.codes('time', dayparts),
    attendance: read.codes('attendance', attendances),
    language: languageIn(read),
    accessibility: read.codes('accessibility', accessibilities),
    maxCost: read.number('max_cost', { least: 0, most: 10_000 }),
    covers: read.yes('covers'),
    fresh: read.yes('fresh'),
    free: read.yes('free'),
    room: read.yes('room'),
  };
  const page = read.number('page', { least: 1, most: 1000, whole: true }) ?? 1;
  return read.wrong.length ? refuse(read.wrong) : ok({ search, page });
}

function languageIn(read: ReturnType<typeof readingOf>): string | null {
  const code = read.text('language', 12).toLowerCase();
  return code === '' || /^[a-z]{2,3}$/.test(code) ? code || null : (read.refuse('language', 'give a code such as pl.') ?? null);
}
