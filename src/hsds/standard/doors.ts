import type { Context, Hono } from 'hono';
import type { Published, PublishedKind } from '../../directory/index.ts';
import { answer, datedAt, isUnchangedSince, lines } from '../web/answer.ts';
import { givenIn } from '../web/given.ts';
import { problem, wrongParameters } from '../web/problem.ts';
import { type Api, closeRouter, type Ground, openRouter } from '../web/router.ts';
import { type Flavour, flavours } from './flavours.ts';
import { openApiOf } from './openapi.ts';
import { toDocument, toMinimal } from './outline.ts';
import { type List, readList } from './parameters.ts';

type C = Context<Api>;

const kinds: readonly PublishedKind[] = ['services', 'taxonomies', 'taxonomy_terms', 'organizations', 'service_at_locations'];

/** The API of Open Referral: HSDS 3.1, or the UK's profile of it, which differs in what its first address says. */
export function standardDoors(ground: Ground, name: Flavour): Hono<Api> {
  const { path, version, profile } = flavours[name];
  const { directory, log } = ground;
  const home = (c: C) => answer(c, { version, profile, openapi_url: `${c.get('base')}/openapi.json` }, null);
  const router = openRouter(ground, path)
    .get('/', home)
    .get('/openapi.json', (c) => answer(c, openApiOf(name, c.get('base')), null));

  const list = (kind: PublishedKind) => async (c: C) => {
    const read = readList(kind, await givenIn(c));
    if (!read.ok) return wrongParameters(c, read.error);
    return read.value.stream ? streamed(c, kind, read.value) : paged(c, kind, read.value);
  };

  async function paged(c: C, kind: PublishedKind, list: List) {
    const { asking, page, perPage, depth } = list;
    const changedAt = await directory.lastPublished(c.get('programme'));
    const found = await directory.publishedPage(c.get('programme'), kind, asking, { number: page, size: perPage, depth });
    if (!found.ok) return unknownPlace(c);
    const contents = found.value.found.flatMap(shown(kind, list));
    const pages = Math.ceil(found.value.total / perPage);
    return answer(
      c,
      {
        total_items: found.value.total,
        total_pages: pages,
        page_number: page,
        size: contents.length,
        first_page: page === 1,
        last_page: page >= pages,
        empty: contents.length === 0,
        contents,
      },
      changedAt,
    );
  }

  async function streamed(c: C, kind: PublishedKind, list: List) {
    const changedAt = await directory.lastPublished(c.get('programme'));
    const headers = datedAt(changedAt);
    if (c.req.method !== 'POST' && isUnchangedSince(c, changedAt)) return c.body(null, 304, headers);
    const batches = await directory.publishedAll(c.get('programme'), kind, list.asking, list.depth);
    if (!batches.ok) return unknownPlace(c);
    const documents = (async function* () {
      for await (const batch of batches.value) yield batch.flatMap(shown(kind, list));
    })();
    const stream = lines(documents, (error) =>
      log.error({ err: error, route: c.req.routePath }, 'A stream of the directory API broke off'),
    );
    return c.body(stream, 200, { ...headers, 'content-type': 'application/x-ndjson; charset=utf-8' });
  }

  const one = (kind: PublishedKind) => async (c: C) => {
    const withServices =
      kind === 'organizations' && (await givenIn(c))['full_service']?.some((text) => /^(true|1|yes)$/i.test(text.trim()));
    const changedAt = await directory.lastPublished(c.get('programme'));
    const found = await directory.publishedOne(c.get('programme'), kind, c.req.param('id')!, withServices ? 'services' : 'whole');
    const document = found && toDocument(kind, found, 'full');
    return document ? answer(c, document, changedAt) : problem(c, 404, `There is nothing in ${kind} of this id.`);
  };

  for (const kind of kinds) {
    router.get(`/${kind}`, list(kind));
    router.post(`/${kind}`, list(kind));
    router.get(`/${kind}/:id`, one(kind));
  }
  return closeRouter(router, home);
}

const shown =
  (kind: PublishedKind, { minimal, full, depth }: List) =>
  (published: Published) =>
    minimal ? [toMinimal(published)] : (toDocument(kind, published, full || depth === 'services' ? 'full' : 'outline') ?? []);

const unknownPlace = (c: C) => wrongParameters(c, [{ parameter: 'postcode', detail: 'this postcode or place is not known here.' }]);
