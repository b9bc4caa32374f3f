import type { Words } from '../../../locales/en/index.ts';
import type { Checked, Errors, Typed } from '../../platform/forms.ts';
import { type Identifier, type OrganisationEdit, type OrganisationTyped, type PlaceOffer, registers } from '../edit.ts';
import { addedPlaces } from './edit-service-form.ts';
import { listOf, readRows, rowsOf, textOf } from './edit-rows.ts';
import { readAddress, readEmail, readPhone } from './edit-values.ts';

const identifierTexts = ({ scheme, number }: Identifier): Typed => ({ scheme, number });

export const typedOf = (organisation: OrganisationEdit): Typed => ({
  name: organisation.name,
  description: organisation.description,
  website: organisation.website ?? '',
  email: organisation.email ?? '',
  phone: organisation.phone ?? '',
  chosen: [...organisation.locations],
  ...rowsOf('identifier', organisation.identifiers, identifierTexts, 1),
  ...rowsOf('place', [], () => ({}), organisation.locations.length ? 0 : 1),
});

/** What was typed, as an organisation; or what is wrong, beside its field. */
export function readOrganisation(
  typed: Typed,
  before: OrganisationEdit,
  places: readonly PlaceOffer[],
  all: Words,
): Checked<OrganisationTyped> {
  const words = all.editing;
  const errors: Errors = {};
  const name = textOf(typed, 'name');
  if (!name) errors['name'] = words.errors.name;
  if (name.length > 200) errors['name'] = words.tooLong.name(200);
  const description = textOf(typed, 'description');
  if (description.length > 10_000) errors['description'] = words.tooLong.description(10_000);
  const value: OrganisationTyped = {
    name,
    description,
    website: readAddress(typed, 'website', before.website, errors, words),
    email: readEmail(typed, 'email', before.email, errors, words),
    phone: readPhone(typed, 'phone', before.phone, errors, words),
    identifiers: readRows<Identifier>(typed, {
      kind: 'identifier',
      before: before.identifiers,
      texts: identifierTexts,
      errors,
      read: (row) => {
        const [scheme, number] = [row('scheme'), row('number').toUpperCase().replace(/\s/g, '')];
        if (!number) return null;
        if (number.length > 60) return { wrong: { number: words.errors.number } };
        const known = [...registers, ...before.identifiers.map((each) => each.scheme)];
        return { value: { scheme: known.includes(scheme) ? scheme : registers[0], number } };
      },
    }),
    chosen: listOf(typed, 'chosen').filter((id) => places.some((place) => place.id === id)),
    added: addedPlaces(typed, errors, words),
  };
  return Object.keys(errors).length ? { ok: false, typed, errors } : { ok: true, value };
}
