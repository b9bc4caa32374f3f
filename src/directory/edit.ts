import type { CalendarDay } from '../platform/calendar.ts';
import type { Service } from './service.ts';

/** Days, the first and the last counted in, on which something does not run though it otherwise would. */
export type Closure = { from: CalendarDay; to: CalendarDay; note: string };

/** What of a service a form shows and changes. */
export type ServiceEdit = Omit<Service, 'id' | 'capacity'> & { documents: readonly string[]; closures: readonly Closure[] };

export type Identifier = { scheme: string; number: string };
export type OrganisationEdit = {
  name: string;
  description: string;
  website: string | null;
  email: string | null;
  phone: string | null;
  identifiers: readonly Identifier[];
  /** The ids of its own places; a new one stands in `places` of the same saving. */
  locations: readonly string[];
};

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
