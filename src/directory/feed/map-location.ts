import type { Location } from '../service.ts';
import { countUnread, keep, type NotKept } from './kept.ts';
import { toPlainText } from './plain-text.ts';
import { isRaw, isSaid, type Raw, rawsIn, textIn } from './raw.ts';
import { idFrom } from './ids.ts';
import { toNumber } from './values.ts';

const read = new Set([
  ...[
    'id',
    'name',
    'location_type',
    'latitude',
    'longitude',
    'addresses',
    'physical_addresses',
    'accessibility',
    'accessibility_for_disabilities',
  ],
  ...['private', 'is_private', 'confidential', 'is_confidential', 'bothy'],
]);
const privacy = ['private', 'is_private', 'confidential', 'is_confidential'];

/** Whether a feed says of a place, or of its address, that nobody may be told where it is. */
const saysPrivate = (raw: Raw): boolean =>
  privacy.some((name) => raw[name] === true || /^(true|yes|y|1)$/i.test(textIn(raw[name]))) ||
  (isRaw(raw['bothy']) && raw['bothy']['private'] === true) ||
  /^confidential$/i.test(textIn(raw['address_type']));

/** Null for a place that is not anywhere, such as a video call. */
export function toLocation(raw: Raw, owner: string, hidden: boolean, notKept: NotKept): Location | null {
  if (textIn(raw['location_type']).toLowerCase() === 'virtual') return null;
  countUnread(notKept, 'location', raw, read);
  const addresses = [...rawsIn(raw['addresses']), ...rawsIn(raw['physical_addresses'])];
  const address = addresses.find((each) => textIn(each['address_type']).toLowerCase() === 'physical') ?? addresses[0] ?? {};
  const latitude = keep(notKept, 'location.latitude (not between -90 and 90)', raw['latitude'], toNumber(-90, 90));
  const longitude = keep(notKept, 'location.longitude (not between -180 and 180)', raw['longitude'], toNumber(-180, 180));
  const known = latitude !== null && longitude !== null && !(latitude === 0 && longitude === 0);
  const lines = ['address_1', 'address_2'].map((name) => toPlainText(address[name], 300)).filter(Boolean);
  return {
    id: idFrom(isSaid(raw['id']) ? raw['id'] : `${owner} ${JSON.stringify(raw)}`),
    name: toPlainText(raw['name'], 300),
    address: lines.join(', ').replaceAll('\n', ', '),
    town: toPlainText(address['city'], 200),
    postcode: textIn(address['postal_code']).slice(0, 20),
    latitude: known ? latitude : null,
    longitude: known ? longitude : null,
    private: hidden || saysPrivate(raw) || addresses.some(saysPrivate),
  };
}

/** All that a place says of getting in and around. */
export const accessTextOf = (raw: Raw): string =>
  [...rawsIn(raw['accessibility']), ...rawsIn(raw['accessibility_for_disabilities'])]
    .flatMap((each) => [each['accessibility'], each['description'], each['details']])
    .map((said) => toPlainText(said))
    .filter(Boolean)
    .join('. ');
