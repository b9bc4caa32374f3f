import { idFrom } from '../../directory/index.ts';
import { type Field, type Shape, shapes } from './shapes.ts';

type Raw = { readonly [field: string]: unknown };
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A document as HSDS 3.1 allows it, whatever a feed once brought: what is empty is left out, what is of the wrong kind is put right where its
 * meaning is plain and else left out, and what lacks something that it must have is left out whole. Fields that HSDS does not know stay.
 */
export function tidy(value: unknown, name: string): Raw | undefined {
  const shape = shapes[name];
  if (!isRaw(value) || !shape) return undefined;
  const told: Record<string, unknown> = {};
  for (const [field, part] of Object.entries(value)) {
    const kept = shape.fields[field] ? fitting(part, shape.fields[field]) : withoutEmpty(part);
    if (kept !== undefined) told[field] = kept;
  }
  const whole = completed(name, told, value);
  return isWhole(whole, shape) ? whole : undefined;
}

const isWhole = (told: Raw, { required }: Shape): boolean => required.every((field) => told[field] !== undefined);

function fitting(value: unknown, field: Field): unknown {
  switch (field.is) {
    case 'text':
      return textOf(value);
    case 'number':
      return numberOf(value);
    case 'uuid':
      return textOf(value) === undefined ? undefined : idFrom(value);
    case 'uri':
      return uriOf(textOf(value));
    case 'email':
      return emailForm.test(textOf(value) ?? '') ? textOf(value) : undefined;
    case 'instant':
      return instantOf(textOf(value));
    case 'code':
      return field.codes.find((code) => code.toLowerCase() === textOf(value)?.trim().toLowerCase());
    case 'one':
      return tidy(value, field.shape);
    case 'many': {
      const kept = (Array.isArray(value) ? value : []).flatMap((each: unknown) => tidy(each, field.shape) ?? []);
      return kept.length ? kept : undefined;
    }
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value.trim()
      ? value
      : undefined
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

const emailForm =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i;

// What RFC 3986 lets stand in an address, and nothing that a browser would run.
const uriForm =
  /^(?!javascript:|vbscript:|data:)[a-z][a-z0-9+.-]*:(?:[\w\-.~!$&'()*+,;=:@/]|%[0-9a-f]{2})+(?:\?(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;

function uriOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const given = text.trim();
  const address = /^www\.[^\s/]+\.[^\s/]+/i.test(given) ? `https://${given}` : given;
  if (!/^[a-z][a-z0-9+.-]*:\S/i.test(address) || !URL.canParse(address)) return undefined;
  return [address, new URL(address).href].find((each) => uriForm.test(each));
}

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

function instantOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const instant = new Date(text.trim());
  if (Number.isNaN(instant.getTime()) || instant.getUTCFullYear() > 9999) return undefined;
  return instantForm.test(text) ? text : instant.toISOString();
}

/** Anything without what is empty in it. */
function withoutEmpty(value: unknown): unknown {
  if (value === null || value === undefined || (typeof value === 'string' && !value.trim())) return undefined;
  if (Array.isArray(value)) {
    const kept = value.map(withoutEmpty).filter((each) => each !== undefined);
    return kept.length ? kept : undefined;
  }
  if (!isRaw(value)) return value;
  const kept = Object.entries(value).flatMap(([field, part]) => {
    const full = withoutEmpty(part);
    return full === undefined ? [] : [[field, full] as const];
  });
  return kept.length ? Object.fromEntries(kept) : undefined;
}

/** What HSDS requires and nobody said, where something that was said can stand for it. */
function completed(name: string, told: Raw, given: Raw): Raw {
  switch (name) {
    case 'organization':
    case 'program':
    case 'taxonomy':
    case 'taxonomy_term':
      return told['description'] === undefined && told['name'] !== undefined ? { ...told, description: told['name'] } : told;
    case 'service':
      return withOrganisation(told);
    case 'location':
      return { ...told, location_type: told['location_type'] ?? 'physical' };
    case 'address':
      return address(told);
    case 'organization_identifier':
      return { ...told, identifier_type: told['identifier_type'] ?? told['identifier_scheme'] };
    case 'attribute':
      return told['taxonomy_term'] === undefined && isRaw(given['taxonomy_term']) && given['taxonomy_term']['id']
        ? { ...told, taxonomy_term_id: told['taxonomy_term_id'] ?? idFrom(given['taxonomy_term']['id']) }
        : told;
    default:
      return told;
  }
}

const withOrganisation = (told: Raw): Raw =>
  isRaw(told['organization']) ? { ...told, organization_id: told['organization_id'] ?? told['organization']['id'] } : told;

/** An address must have six parts. The next larger place stands for one that nobody said; where there is none, HSDS will have it empty. */
function address(told: Raw): Raw {
  const country = told['country'] ?? 'GB';
  const city = told['city'] ?? told['region'] ?? told['state_province'] ?? '';
  return {
    ...told,
    address_1: told['address_1'] ?? city,
    city,
    state_province: told['state_province'] ?? told['region'] ?? country,
    postal_code: told['postal_code'] ?? '',
    country,
    address_type: told['address_type'] ?? 'physical',
  };
}
