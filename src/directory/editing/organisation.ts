import type { Identifier, OrganisationEdit } from '../edit.ts';
import { idFrom } from '../feed/ids.ts';
import { phoneIn } from '../feed/map-organisation.ts';
import { isRaw, isSaid, type Raw, rawsIn, textIn } from '../feed/raw.ts';
import type { Document } from '../record.ts';
import { derivedOrganisation } from '../record/derive.ts';

/** What the form shows of an organisation. */
export function organisationEditOf(document: Document): OrganisationEdit {
  const { name, description, website, email, phone } = derivedOrganisation(document);
  const locations = rawsIn(document['locations']).flatMap(({ id }) => textIn(id) || []);
  return {
    name,
    description,
    website,
    email,
    phone,
    identifiers: rawsIn(document['organization_identifiers']).flatMap(identifierIn),
    locations,
  };
}

/** `GB-SC` and `SC000000`, however they are split over the fields. */
function identifierIn(raw: Raw): Identifier[] {
  const number = textIn(raw['identifier']);
  const [, register, bare] = /^([A-Z]{2}-[A-Z]{2,8})-(.+)$/.exec(number) ?? [];
  return number ? [{ scheme: register ?? textIn(raw['identifier_scheme']), number: bare ?? number }] : [];
}

/** The document of an organisation after somebody has edited it; what the form does not show stays. */
export function editedOrganisation(document: Document, edit: OrganisationEdit): Document {
  const before = organisationEditOf(document);
  const differs = (field: keyof OrganisationEdit) => JSON.stringify(before[field]) !== JSON.stringify(edit[field]);
  const bothy: Raw = isRaw(document['bothy']) ? document['bothy'] : {};
  const { no_description: _, ...others } = bothy;
  const changed: Record<string, unknown> = {
    ...(differs('name') && { name: edit.name }),
    ...(differs('description') && {
      description: edit.description || edit.name,
      bothy: { ...others, ...(!edit.description && { no_description: true }) },
    }),
    ...(differs('website') && { website: edit.website, ...(textIn(document['url']) && { url: null }) }),
    ...(differs('email') && { email: edit.email }),
    ...(differs('phone') && { phones: phonesAfter(document, edit.phone) }),
    ...(differs('identifiers') && { organization_identifiers: identifiersAfter(document, edit.identifiers) }),
    ...(differs('locations') && { locations: locationsAfter(document, edit.locations) }),
  };
  const next = { ...document, ...changed };
  const isEmpty = (value: unknown) => !isSaid(value) || (isRaw(value) && !Object.keys(value).length);
  return Object.fromEntries(Object.entries(next).filter(([name, value]) => !(name in changed && isEmpty(value)))) as Document;
}

function phonesAfter(document: Raw, number: string | null): Raw[] {
  const phones = rawsIn(document['phones']);
  const shown = phones.find((phone) => phoneIn({ phones: [phone] }, new Map()) !== null);
  if (number === null) return phones.filter((phone) => phone !== shown);
  const fresh = { id: idFrom(`${textIn(document['id'])} phone`), type: 'voice', ...shown, number };
  return shown ? phones.map((phone) => (phone === shown ? fresh : phone)) : [fresh, ...phones];
}

const schemeNames: Readonly<Record<string, string>> = { 'GB-COH': 'Company number', 'GB-NHS': 'NHS organisation code' };

const identifiersAfter = (document: Raw, identifiers: readonly Identifier[]): Raw[] => {
  const before = rawsIn(document['organization_identifiers']);
  const shown = before.filter((raw) => identifierIn(raw).length);
  const same = (one: Identifier | undefined, other: Identifier) => one?.scheme === other.scheme && one.number === other.number;
  return [
    ...before.filter((raw) => !shown.includes(raw)),
    ...identifiers.map((each) => {
      const known = shown.find((raw) => same(identifierIn(raw)[0], each));
      return (
        known ?? {
          id: idFrom(`${textIn(document['id'])} ${each.scheme} ${each.number}`),
          identifier_scheme: each.scheme,
          identifier_type: schemeNames[each.scheme] ?? 'Charity number',
          identifier: each.number,
        }
      );
    }),
  ];
};

/** Places that are nowhere are not on the form, and stay. */
function locationsAfter(document: Raw, locations: readonly string[]): Raw[] {
  const before = new Map(rawsIn(document['locations']).map((place) => [textIn(place['id']), place]));
  return locations.map((id) => before.get(id) ?? { id });
}
