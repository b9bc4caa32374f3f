import {
  accessibilities,
  attendances,
  audiences,
  dayparts,
  needs,
  reasons,
  statuses,
  waysToJoin,
  weekdays,
} from '../../directory/index.ts';
import {
  idInPath,
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

const day = { type: 'string', format: 'date' } as const;
const clock: Json = { type: 'string', pattern: '^[0-2][0-9]:[0-5][0-9]$' };
const uri = { type: 'string', format: 'uri' } as const;
const number = { type: 'number' } as const;

const standing: Json = {
  'next?': ref('Next'),
  room: object({
    state: oneOf(['room', 'waiting', 'full', 'paused', 'unknown']),
    ...{ 'available?': whole, 'unit?': text, 'weeks?': whole, 'until?': day },
  }),
  checked: object({
    state: oneOf(['never', 'fresh', 'stale']),
    'ago?': object({ count: whole, unit: oneOf(['day', 'week', 'month', 'year']) }),
  }),
  'free?': yesOrNo,
  'costs?': listOf(object({ option: text, 'amount?': number, 'currency?': text })),
  'attendance?': listOf(oneOf(attendances)),
  'how_to_join?': listOf(oneOf(waysToJoin)),
  'who_for?': listOf(oneOf(audiences)),
  'minimum_age?': whole,
  'maximum_age?': whole,
};
const links = object({ self: uri, hsds: uri });

const schemas: Json = {
  Home: object({ directory: text, links: object({ openapi: uri, hsds: uri, oruk: uri }) }),
  Place: object({ 'name?': text, 'address?': text, 'town?': text, 'postcode?': text, 'latitude?': number, 'longitude?': number }),
  Next: object({ day, 'opens_at?': clock, 'closes_at?': clock, on_now: yesOrNo }),
  Result: object({
    ...{ id: uuid, name: text, 'description?': text, organisation: object({ name: text }) },
    ...standing,
    ...{ 'place?': ref('Place'), 'distance_km?': { type: 'number', minimum: 0 }, 'reasons?': listOf(oneOf(reasons)), links },
  }),
  Results: object({
    ...{ total: whole, page: { type: 'integer', minimum: 1 }, loosely: yesOrNo, other_needs: yesOrNo, access_unsaid: yesOrNo },
    ...{ 'looked_for?': text, 'near?': text, results: listOf(ref('Result')) },
  }),
  Service: object({
    ...{ id: uuid, name: text, 'description?': text, status: oneOf(statuses) },
    organisation: object({ id: uuid, name: text, 'website?': text }),
    ...standing,
    ...{ 'url?': text, 'email?': text, 'phone?': text, 'eligibility?': text },
    ...{ 'needs?': listOf(oneOf(needs)), 'languages?': listOf(text), 'accessibility?': listOf(oneOf(accessibilities)) },
    'places?': listOf(ref('Place')),
    'times?': listOf(
      object({
        ...{ repeats: oneOf(['weekly', 'monthly']), every: { type: 'integer', minimum: 1 } },
        ...{ 'days?': listOf(text), 'days_of_month?': listOf({ type: 'integer' }) },
        ...{ 'opens_at?': clock, 'closes_at?': clock, 'from?': day, 'until?': day, 'note?': text, 'next?': ref('Next') },
      }),
    ),
    links,
  }),
  Organisation: object({
    ...{ id: uuid, name: text, 'description?': text, 'website?': uri, 'email?': text, 'phone?': text },
    'services?': listOf(object({ id: uuid, name: text, status: oneOf(statuses) })),
  }),
  Needs: object({ needs: listOf(object({ code: oneOf(needs), name: text, description: text, taxonomy_term_id: uuid })) }),
};

const questions: Json[] = [
  parameter('words', 'What somebody would type. Spelling is put right when nothing else is found.', { type: 'string', maxLength: 200 }),
  parameter('near', 'A postcode or a town.', { type: 'string', maxLength: 100 }),
  parameter('within_km', 'No further than this from `near`.', { type: 'number', minimum: 0.1, maximum: 500 }),
  parameter('covers', 'Only what says that it works around `near`.', yesOrNo),
  parameter('need', 'Meeting any of these needs.', listOf(oneOf(needs))),
  parameter('who', 'For these people, or for everyone.', oneOf(audiences)),
  parameter('age', 'For somebody of this age.', { type: 'integer', minimum: 0, maximum: 120 }),
  parameter('day', 'On any of these days.', listOf(oneOf(weekdays))),
  parameter('time', 'In any of these parts of the day.', listOf(oneOf(dayparts))),
  parameter('attendance', 'In any of these ways.', listOf(oneOf(attendances))),
  parameter('language', 'In this language, by its code, such as pl.', { type: 'string', pattern: '^[a-zA-Z]{2,3}$' }),
  parameter('accessibility', 'With all of these.', listOf(oneOf(accessibilities))),
  parameter('free', 'Only what costs nothing.', yesOrNo),
  parameter('max_cost', 'Costing no more than this each time.', { type: 'number', minimum: 0, maximum: 10_000 }),
  parameter('fresh', 'Only what somebody has checked in the last six months.', yesOrNo),
  parameter('room', 'Only what is known to have room.', yesOrNo),
  parameter('page', 'Which page of twenty, from 1.', { type: 'integer', minimum: 1, maximum: 1000 }),
];
const form = object(Object.fromEntries(questions.map((each) => [`${String(each['name'])}?`, each['schema']])));

const answered = (description: string, schema: string): Json => ({
  200: { description, content: json(ref(schema)) },
  304: { $ref: '#/components/responses/304' },
});

/** What can be asked of Bothy's own API, in OpenAPI 3.1. */
export const ownOpenApi = (base: string): Json =>
  openApi(
    {
      title: 'Directory of services',
      version: '1.0.0',
      description: 'Finding a service: why it suits, how far it is, when it next runs, and whether it has room. Anybody may ask.',
      base,
    },
    {
      '/openapi.json': {
        get: {
          operationId: 'describe',
          summary: 'This document',
          responses: { 200: { description: 'OpenAPI 3.1.', content: json({ type: 'object' }) } },
        },
      },
      '/v1': {
        get: {
          operationId: 'home',
          summary: 'Whose directory this is, and its other addresses',
          responses: answered('The directory.', 'Home'),
        },
      },
      '/v1/services/search': {
        get: {
          operationId: 'searchServices',
          summary: 'Services, best first',
          parameters: questions,
          responses: { ...answered('One page of them.', 'Results'), ...problems('400', '404') },
        },
        post: {
          operationId: 'searchServicesPrivately',
          summary: 'The same, with the questions in the body, so that they stand in no address',
          requestBody: { required: true, content: { ...json(form), 'application/x-www-form-urlencoded': { schema: form } } },
          responses: { 200: answered('One page of them.', 'Results')['200'], ...problems('400', '404', '413') },
        },
      },
      '/v1/services/{id}': {
        get: {
          operationId: 'getService',
          summary: 'One service, as it stands now',
          parameters: [idInPath],
          responses: { ...answered('The service.', 'Service'), ...problems('404') },
        },
      },
      '/v1/organisations/{id}': {
        get: {
          operationId: 'getOrganisation',
          summary: 'Who runs services',
          parameters: [idInPath],
          responses: { ...answered('The organisation.', 'Organisation'), ...problems('404') },
        },
      },
      '/v1/needs': {
        get: { operationId: 'listNeeds', summary: 'The needs that a search can be for', responses: answered('All of them.', 'Needs') },
      },
    },
    schemas,
  );
