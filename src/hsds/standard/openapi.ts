import type { PublishedKind } from '../../directory/index.ts';
import {
  idInPath,
  instant,
  json,
  type Json,
  listOf,
  object,
  oneOf,
  openApi,
  parameter,
  problems,
  ref,
  text,
  uuid,
  whole,
  yesOrNo,
} from '../web/describing.ts';
import { type Flavour, flavours } from './flavours.ts';
import { mostInPage } from './parameters.ts';
import { type Field, type Shape, shapes } from './shapes.ts';

const ids = listOf(uuid);
const paging: Json[] = [
  parameter('page', 'Which page, from 1.', { type: 'integer', minimum: 1 }),
  parameter('per_page', `How many in a page: 50 unless told, and ${mostInPage.whole} at most.`, { type: 'integer', minimum: 1 }),
  parameter('format', 'json for a page; ndjson for all of them at once, one a line, without pages.', oneOf(['json', 'ndjson'])),
];
const search = parameter('search', 'Words, all of which must be there.', { type: 'string', maxLength: 200 });
const sorted: Json[] = [
  parameter('taxonomy_term_id', 'Carrying this term; several mean all of them.', ids),
  parameter('taxonomy_id', 'Carrying any term of this taxonomy.', ids),
];
const changed = parameter('modified_after', 'Changed then or later: a date, or a date and time.', text);
const full = parameter('full', 'With the lists of what belongs to each.', yesOrNo);
const ofOrganisation = parameter('organization_id', 'Run by this organization.', uuid);
const suited: Json[] = [
  parameter('minimum_age', 'For people of this age or older.', { type: 'number', minimum: 0, maximum: 150 }),
  parameter('maximum_age', 'For people of this age or younger.', { type: 'number', minimum: 0, maximum: 150 }),
  parameter(
    'day',
    'On this day of the week: MO, TU, WE, TH, FR, SA or SU. With start_time and end_time as often as wanted: any one will do.',
    listOf(text),
  ),
  parameter('start_time', 'On at or after this time, such as 09:30.', listOf(text)),
  parameter('end_time', 'On before this time, such as 17:00.', listOf(text)),
  parameter('postcode', 'A postcode or a town. With proximity, near it; alone, open to people from there as far as is known.', text),
  parameter('proximity', 'Within so many metres of the middle of the postcode.', { type: 'number', minimum: 1, maximum: 1_000_000 }),
];

const asked: Record<PublishedKind, Json[]> = {
  services: [
    search,
    ...sorted,
    ofOrganisation,
    changed,
    parameter('minimal', `Only ids and dates of change, at most ${mostInPage.ids} in a page.`, yesOrNo),
    full,
    ...suited,
    ...paging,
  ],
  organizations: [
    search,
    ...sorted,
    changed,
    full,
    parameter('full_service', `With the services that each runs; at most ${mostInPage.services} in a page.`, yesOrNo),
    ...paging,
  ],
  service_at_locations: [search, ...sorted, ofOrganisation, changed, full, ...suited, ...paging],
  taxonomies: [search, ...paging],
  taxonomy_terms: [
    search,
    sorted[1]!,
    parameter('top_only', 'Only terms that stand under no other.', yesOrNo),
    parameter('parent_id', 'Directly under this term.', uuid),
    ...paging,
  ],
};

const schemaNames: Record<PublishedKind, string> = {
  services: 'service',
  organizations: 'organization',
  service_at_locations: 'service_at_location',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
};

/** What can be asked at one of the standard addresses, in OpenAPI 3.1. Read by Open Referral's validators and by readers' tools. */
export function openApiOf(flavour: Flavour, base: string): Json {
  const { title, version } = flavours[flavour];
  const described = Object.entries(shapes).map(([name, shape]) => [name, schemaOf(shape)]);
  return openApi(
    {
      title: `Directory of services: ${title}`,
      version,
      base,
      description: 'Services, who runs them and where they are, for anybody to read.',
    },
    {
      '/': {
        get: {
          operationId: 'about',
          summary: 'What this API is',
          tags: ['required'],
          responses: { 200: { description: 'The standard.', content: json(ref('About')) } },
        },
      },
      '/openapi.json': {
        get: {
          operationId: 'describe',
          summary: 'This document',
          tags: ['required'],
          responses: { 200: { description: 'OpenAPI 3.1.', content: json({ type: 'object' }) } },
        },
      },
      ...Object.assign({}, ...(Object.keys(asked) as PublishedKind[]).map(pathsOf)),
    },
    {
      About: object({ version: text, profile: { type: 'string', format: 'uri' }, openapi_url: { type: 'string', format: 'uri' } }),
      Page: object({
        ...{ total_items: whole, total_pages: whole, page_number: { type: 'integer', minimum: 1 }, size: whole },
        ...{ first_page: yesOrNo, last_page: yesOrNo, empty: yesOrNo, contents: listOf({ type: 'object' }) },
      }),
      Minimal: object({ id: uuid, 'modified_date?': instant }, { maxProperties: 2 }),
      ...(Object.fromEntries(described) as Json),
    },
  );
}

function pathsOf(kind: PublishedKind): Json {
  const name = schemaNames[kind];
  const tags = [kind === 'services' ? 'required' : 'optional'];
  const items = kind === 'services' ? { anyOf: [ref(name), ref('Minimal')] } : ref(name);
  const responses = {
    200: {
      description: `A page of ${kind}, in the order of their ids.`,
      content: {
        ...json({ allOf: [ref('Page'), { type: 'object', properties: { contents: listOf(items) } }] }),
        'application/x-ndjson': { schema: text },
      },
    },
    304: { $ref: '#/components/responses/304' },
    ...problems('400', '404'),
  };
  const fields = Object.fromEntries(asked[kind].map((each) => [String(each['name']), each['schema']]));
  const form = object(Object.fromEntries(Object.entries(fields).map(([field, schema]) => [`${field}?`, schema])));
  const id = kind === 'organizations' ? [idInPath, asked[kind].find((each) => each['name'] === 'full_service')!] : [idInPath];
  const found = {
    200: { description: `One of ${kind}, with all that belongs to it.`, content: json(ref(name)) },
    304: responses[304],
    ...problems('404'),
  };
  return {
    [`/${kind}`]: {
      get: {
        operationId: `list_${kind}`,
        summary: `The ${kind} that answer every question asked`,
        tags,
        parameters: asked[kind],
        responses,
      },
      post: {
        operationId: `ask_${kind}`,
        summary: 'The same, with the questions in the body, so that they stand in no address',
        tags: ['optional'],
        parameters: asked[kind],
        requestBody: { required: false, content: { ...json(form), 'application/x-www-form-urlencoded': { schema: form } } },
        responses: { ...responses, ...problems('413') },
      },
    },
    [`/${kind}/{id}`]: { get: { operationId: `get_${name}`, summary: `One of ${kind}`, tags, parameters: id, responses: found } },
  };
}

const schemaOf = ({ required, fields }: Shape): Json => ({
  type: 'object',
  required: [...required],
  properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOfField(field)])),
});

function schemaOfField(field: Field): Json {
  switch (field.is) {
    case 'text':
      return text;
    case 'number':
      return { type: 'number' };
    case 'instant':
      return instant;
    case 'uuid':
    case 'uri':
    case 'email':
      return { type: 'string', format: field.is };
    case 'code':
      return oneOf(field.codes);
    case 'one':
      return ref(field.shape);
    case 'many':
      return { ...listOf(ref(field.shape)), minItems: 1 };
  }
}
