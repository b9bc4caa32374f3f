import type { Closure } from './schedule.ts';
import type { Location, Organisation, Service } from './service.ts';

/** Days, the first and the last counted in, on which something does not run though it otherwise would. */

/** What of a service a form shows and changes. */
export type ServiceEdit = Omit<Service, 'id' | 'capacity'> & { documents: readonly string[]; closures: readonly Closure[] };

export type Identifier = { scheme: string; number: string };
export type OrganisationEdit = Pick<Organisation, 'name' | 'description' | 'website' | 'email' | 'phone'> & {
  identifiers: readonly Identifier[];
  /** The ids of the places that are its own. */
  locations: readonly string[];
};

export type NewPlace = Pick<Location, 'name' | 'address' | 'town' | 'postcode' | 'private'>;

/** A place that can be chosen, and at how many services it is. What is private of it is not among what is told. */
export type PlaceOffer = NewPlace & { id: string; uses: number };

/** Where people are among those that can be chosen, and where else. */
type Chosen = { chosen: readonly string[]; added: readonly NewPlace[] };

/** A service as somebody typed it. A time at the first of the added places has `new:0` for its place. */
export type ServiceTyped = Omit<ServiceEdit, 'organisation' | 'locations' | 'assuredAt' | 'assuredBy'> & Chosen & { checkedToday: boolean };
export type OrganisationTyped = Omit<OrganisationEdit, 'locations'> & Chosen;

/** The mark of a time that is at an added place. */
export const placeMark = (nth: number): string => `new:${nth}`;

/** What belongs together on the form, and is compared as one. */
export const parts = [
  'name',
  'description',
  'status',
  'needs',
  'whoFor',
  'ages',
  'eligibility',
  'join',
  'cost',
  'languages',
  'attendance',
  'places',
  'times',
  'closures',
  'access',
  'contact',
  'requests',
  'documents',
  'checked',
] as const;
export type EditPart = (typeof parts)[number];

/** The fields of each part, and the fields of the HSDS document that they are written in. */
const written: Record<EditPart, { fields: readonly (keyof ServiceEdit)[]; in: readonly string[] }> = {
  name: { fields: ['name'], in: ['name'] },
  description: { fields: ['description'], in: ['description'] },
  status: { fields: ['status'], in: ['status'] },
  needs: { fields: ['needs'], in: ['attributes'] },
  whoFor: { fields: ['whoFor'], in: ['attributes'] },
  ages: { fields: ['minAge', 'maxAge'], in: ['minimum_age', 'maximum_age'] },
  eligibility: { fields: ['eligibility'], in: ['eligibility_description'] },
  join: { fields: ['howToJoin'], in: ['attributes'] },
  cost: { fields: ['free', 'costs'], in: ['cost_options', 'fees_description', 'bothy'] },
  languages: { fields: ['languages'], in: ['languages'] },
  attendance: { fields: ['attendance'], in: ['attributes'] },
  places: { fields: ['locations'], in: ['service_at_locations'] },
  times: { fields: ['schedules'], in: ['schedules', 'service_at_locations'] },
  closures: { fields: ['closures'], in: ['bothy'] },
  access: { fields: ['accessibility'], in: ['attributes'] },
  contact: { fields: ['phone', 'email', 'url'], in: ['phones', 'email', 'url'] },
  requests: { fields: ['requestEmail', 'requestPhone'], in: ['bothy'] },
  documents: { fields: ['documents'], in: ['required_documents'] },
  checked: { fields: ['assuredAt', 'assuredBy'], in: ['assured_date', 'assurer_email'] },
};

/** The parts that one says differently from the other, in the order of the form. */
export const changedParts = (before: ServiceEdit, after: ServiceEdit): EditPart[] =>
  parts.filter((part) => written[part].fields.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])));

/** The fields of a document that a part is written in. */
export const fieldsIn = (part: EditPart): readonly string[] => written[part].in;

export const takeOutReasons = ['closed', 'twice', 'not-for-us', 'asked', 'other'] as const;
export type TakeOutReason = (typeof takeOutReasons)[number];

/** Registers of organisations, by their codes at org-id.guide. */
export const registers = ['GB-CHC', 'GB-SC', 'GB-NIC', 'GB-COH', 'GB-NHS'] as const;

export const organisationParts = ['name', 'description', 'contact', 'identifiers', 'places'] as const;
export type OrganisationPart = (typeof organisationParts)[number];

const organisationFields: Record<OrganisationPart, readonly (keyof OrganisationEdit)[]> = {
  name: ['name'],
  description: ['description'],
  contact: ['website', 'email', 'phone'],
  identifiers: ['identifiers'],
  places: ['locations'],
};

/** The fields of a document that a part of an organisation is written in. */
export const organisationFieldsIn: Readonly<Record<OrganisationPart, readonly string[]>> = {
  name: ['name'],
  description: ['description'],
  contact: ['website', 'email', 'phones'],
  identifiers: ['organization_identifiers'],
  places: ['locations'],
};

export const organisationChanges = (before: OrganisationEdit, after: OrganisationEdit): OrganisationPart[] =>
  organisationParts.filter((part) =>
    organisationFields[part].some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])),
  );
