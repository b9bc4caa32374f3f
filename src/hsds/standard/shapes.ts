/** What a field of HSDS 3.1 holds. A field that is `one` or `many` of something has a shape of its own. */
export type Plain = 'text' | 'number' | 'uuid' | 'uri' | 'email' | 'instant';
export type Field = { is: Plain } | { is: 'code'; codes: readonly string[] } | { is: 'one' | 'many'; shape: string };
export type Shape = { required: readonly string[]; fields: Readonly<Record<string, Field>> };

const plain = (is: Plain, names: string) => Object.fromEntries(names.split(' ').map((name): [string, Field] => [name, { is }]));
const text = (names: string) => plain('text', names);
const number = (names: string) => plain('number', names);
const uuid = (names: string) => plain('uuid', names);
const uri = (names: string) => plain('uri', names);
const email = (names: string) => plain('email', names);
const instant = (names: string) => plain('instant', names);
const code = (name: string, ...codes: string[]): Record<string, Field> => ({ [name]: { is: 'code', codes } });
const one = (name: string, shape = name): Record<string, Field> => ({ [name]: { is: 'one', shape } });
const many = (name: string, shape: string): Record<string, Field> => ({ [name]: { is: 'many', shape } });

const shape = (required: string, ...fields: readonly Record<string, Field>[]): Shape => ({
  required: ['id', ...required.split(' ').filter(Boolean)],
  fields: Object.assign({ id: { is: 'uuid' } }, ...fields) as Shape['fields'],
});

const attributes = many('attributes', 'attribute');
const contacts = many('contacts', 'contact');
const phones = many('phones', 'phone');
const schedules = many('schedules', 'schedule');
const languages = many('languages', 'language');
const funding = many('funding', 'funding');
const areas = many('service_areas', 'service_area');
const kinds = ['physical', 'postal', 'virtual'] as const;

/** The fields of HSDS 3.1, in our own words: by these documents are put in order before they leave, and described in our OpenAPI documents. */
export const shapes: Readonly<Record<string, Shape>> = {
  service: shape(
    'name status',
    uuid('organization_id program_id'),
    text('name alternate_name description interpretation_services application_process fees_description wait_time fees accreditations'),
    text('eligibility_description assured_date licenses alert'),
    uri('url'),
    email('email assurer_email'),
    code('status', 'active', 'inactive', 'defunct', 'temporarily closed'),
    number('minimum_age maximum_age'),
    instant('last_modified'),
    one('organization'),
    one('program'),
    many('additional_urls', 'url'),
    many('service_at_locations', 'service_at_location'),
    many('cost_options', 'cost_option'),
    many('required_documents', 'required_document'),
    many('capacities', 'service_capacity'),
    ...[phones, schedules, areas, languages, funding, contacts, attributes],
  ),
  organization: shape(
    'name description',
    text('name alternate_name description tax_status tax_id legal_status logo'),
    uri('website uri'),
    email('email'),
    number('year_incorporated'),
    uuid('parent_organization_id'),
    many('additional_websites', 'url'),
    many('locations', 'location'),
    many('programs', 'program'),
    many('organization_identifiers', 'organization_identifier'),
    many('services', 'service'),
    ...[funding, contacts, phones, attributes],
  ),
  service_at_location: shape(
    '',
    uuid('service_id location_id'),
    text('description'),
    one('location'),
    one('service'),
    ...[areas, contacts, phones, schedules, attributes],
  ),
  location: shape(
    'location_type',
    code('location_type', ...kinds),
    uri('url'),
    uuid('organization_id'),
    text('name alternate_name description transportation external_identifier external_identifier_type'),
    number('latitude longitude'),
    many('addresses', 'address'),
    many('accessibility', 'accessibility'),
    ...[languages, contacts, phones, schedules, attributes],
  ),
  address: shape(
    'address_1 city state_province postal_code country address_type',
    uuid('location_id'),
    text('attention address_1 address_2 city region state_province postal_code country'),
    code('address_type', ...kinds),
    attributes,
  ),
  accessibility: shape('', uuid('location_id'), text('description details'), uri('url'), attributes),
  attribute: shape('', uuid('link_id taxonomy_term_id'), text('link_type link_entity value label'), one('taxonomy_term')),
  taxonomy_term: shape(
    'name description',
    text('code name description taxonomy language'),
    uuid('parent_id taxonomy_id'),
    uri('term_uri'),
    one('taxonomy_detail', 'taxonomy'),
  ),
  taxonomy: shape('name description', text('name description version'), uri('uri')),
  contact: shape(
    '',
    uuid('organization_id service_id service_at_location_id location_id'),
    text('name title department'),
    email('email'),
    phones,
    attributes,
  ),
  phone: shape(
    'number',
    uuid('location_id service_id organization_id contact_id service_at_location_id'),
    text('number type description'),
    number('extension'),
    languages,
    attributes,
  ),
  schedule: shape(
    '',
    uuid('service_id location_id service_at_location_id'),
    text('valid_from valid_to dtstart until byday byweekno bymonthday byyearday description opens_at closes_at attending_type notes'),
    number('timezone count interval'),
    code('wkst', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'),
    code('freq', 'WEEKLY', 'MONTHLY'),
    uri('schedule_link'),
    attributes,
  ),
  service_area: shape('', uuid('service_id service_at_location_id'), text('name description extent extent_type uri'), attributes),
  language: shape('', uuid('service_id location_id phone_id'), text('name code note'), attributes),
  funding: shape('', uuid('organization_id service_id'), text('source'), attributes),
  cost_option: shape('', uuid('service_id'), text('valid_from valid_to option currency amount_description'), number('amount'), attributes),
  required_document: shape('', uuid('service_id'), text('document'), uri('uri'), attributes),
  program: shape('name description', uuid('organization_id'), text('name alternate_name description'), attributes),
  organization_identifier: shape(
    'identifier_type identifier',
    uuid('organization_id'),
    text('identifier_scheme identifier_type identifier'),
    attributes,
  ),
  service_capacity: shape(
    'unit available updated',
    uuid('service_id unit_id'),
    number('available maximum'),
    text('description'),
    instant('updated'),
    one('unit'),
    attributes,
  ),
  unit: shape('name', text('name scheme identifier'), uri('uri'), attributes),
  url: shape('url', text('label'), uri('url'), uuid('organization_id service_id'), attributes),
};
