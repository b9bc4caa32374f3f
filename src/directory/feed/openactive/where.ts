import { idFrom } from '../ids.ts';
import { isRaw, isSaid, type Raw, rawsIn, textIn } from '../raw.ts';
import { typeOf } from './rpde.ts';

/** What a thing is known by: its own address, or else the number its publisher gave it there. */
export const keyOf = (raw: Raw): string => textIn(raw['@id'] ?? raw['id']) || textIn(raw['identifier']) || textIn(raw['url']);

const said = (parts: Record<string, unknown>): Raw => Object.fromEntries(Object.entries(parts).filter(([, value]) => isSaid(value)));
const first = (value: unknown): Raw => (Array.isArray(value) ? (rawsIn(value)[0] ?? {}) : isRaw(value) ? value : {});

/** Who runs it, as an HSDS organisation. A person who does is nobody else's business: undefined, unless a publisher answers for them. */
export function organizationOf(raw: Raw, host: string, publisher: Raw | undefined): Raw | undefined {
  const named = ['organizer', 'provider', 'brand'].map((name) => first(raw[name]));
  const organisation = [...named, publisher ?? {}].find((each) => typeOf(each) !== 'Person' && textIn(each['name']));
  if (!organisation) return undefined;
  const website = [organisation['url'], ...(Array.isArray(organisation['sameAs']) ? organisation['sameAs'] : [])]
    .map(textIn)
    .find((url) => /^https?:/i.test(url));
  const id = idFrom(`${host} ${keyOf(organisation) || textIn(organisation['name']).toLowerCase()}`);
  return said({
    id,
    name: textIn(organisation['name']),
    description: textIn(organisation['description']) || textIn(organisation['name']),
    website,
    email: textIn(organisation['email']),
    phones: textIn(organisation['telephone'])
      ? [{ id: idFrom(`${id} phone`), number: textIn(organisation['telephone']), type: 'voice' }]
      : [],
  });
}

/** Where it is, as a place of HSDS; undefined for what is nowhere. */
export function locationOf(raw: Raw, host: string): Raw | undefined {
  const place = first(raw['location'] ?? raw['beta:affiliatedLocation']);
  const address = isRaw(place['address']) ? place['address'] : {};
  const written = typeof place['address'] === 'string' ? place['address'].trim() : '';
  const geo = isRaw(place['geo']) ? place['geo'] : {};
  const { streetAddress, addressLocality, addressRegion, postalCode, addressCountry } = address;
  const known = [place['name'], written, streetAddress, addressLocality, postalCode, geo['latitude']].some(isSaid);
  if (!known) return undefined;
  const id = idFrom(
    `${host} place ${keyOf(place) || JSON.stringify([place['name'], place['address'], geo['latitude'], geo['longitude']])}`,
  );
  const access = [place['accessibilityInformation'], raw['accessibilityInformation']].map(textIn).filter(Boolean);
  const amenities = rawsIn(place['amenityFeature'])
    .filter(({ value }) => value === true || value === 'true')
    .map(({ name, ...each }) => textIn(name) || spaced(typeOf(each)));
  return said({
    id,
    location_type: 'physical',
    name: textIn(place['name']),
    latitude: number(geo['latitude']),
    longitude: number(geo['longitude']),
    url: /^https?:/i.test(textIn(place['url'])) ? textIn(place['url']) : '',
    addresses: [address, written].some(isSaid)
      ? [
          {
            id: idFrom(`${id} address`),
            ...said({ address_1: textIn(streetAddress) || written, city: textIn(addressLocality), region: textIn(addressRegion) }),
            state_province: textIn(addressRegion),
            postal_code: textIn(postalCode),
            country: textIn(addressCountry) || 'GB',
            address_type: 'physical',
          },
        ]
      : [],
    accessibility: [...access, ...amenities].map((description, nth) => ({ id: idFrom(`${id} access ${nth}`), description })),
  });
}

const number = (value: unknown): number | null => (isSaid(value) && Number.isFinite(Number(value)) ? Number(value) : null);

/** 'ChangingFacilities' as words. */
const spaced = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2');
