import { folded, tokensOf } from './names.ts';
import type { Document, Kind } from './record.ts';

/** What of a thing tells whether another is the same. All values are in one normal form. */
export type Portrait = {
  kind: Kind;
  id: string;
  names: readonly string[];
  identifiers: readonly string[];
  phones: readonly string[];
  emails: readonly string[];
  sites: readonly string[];
  postcodes: readonly string[];
  streets: readonly string[];
  spots: readonly (readonly [latitude: number, longitude: number])[];
  organisation: Portrait | null;
};

/** What two things must have in common, at least one of them, to be worth comparing. */
export function keysOf({ kind, names, identifiers, phones, emails, sites, postcodes, streets, spots, organisation }: Portrait): string[] {
  const keys = [
    ...names.map((name) => `name:${[...new Set(tokensOf(name))].sort().join(' ')}`),
    ...identifiers.map((identifier) => `id:${identifier}`),
    ...phones.map((phone) => `phone:${phone}`),
    ...emails.map((email) => `email:${email}`),
    ...sites.map((site) => `site:${site}`),
    ...postcodes.map((postcode) => `postcode:${postcode}`),
    ...(kind === 'location' ? [...streets.map((street) => `street:${street}`), ...spots.flatMap(squaresOf)] : []),
    ...(kind === 'service' && organisation ? [`organisation:${organisation.id}`] : []),
  ];
  return [...new Set(keys)].filter((key) => key.length > 6 && key.length <= 200);
}

/** The square of about a kilometre that a spot is in, and the next one when it is near the edge. */
const squaresOf = ([latitude, longitude]: readonly [number, number]): string[] =>
  [-0.001, 0.001].flatMap((up) => [-0.001, 0.001].map((along) => `square:${(latitude + up).toFixed(2)},${(longitude + along).toFixed(2)}`));

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const listed = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');
const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.filter((value) => value !== null && value !== ''))] as string[];

/** What a document tells of itself. `places`: the locations that it names; `organisation`: whose it is. */
export function portraitOf(
  kind: Kind,
  document: Document,
  around: { places?: readonly Document[]; organisation?: Portrait | null } = {},
): Portrait {
  const here = kind === 'location' ? [document] : (around.places ?? []);
  const addresses = here.flatMap((place) => [...listed(place['addresses']), ...listed(place['physical_addresses'])]);
  const contacts = listed(document['contacts']);
  return {
    kind,
    id: document.id,
    names: distinct([document['name'], document['alternate_name']].map(text)),
    identifiers: kind === 'organisation' ? identifiersIn(document) : [],
    phones: distinct(
      [...listed(document['phones']), ...contacts.flatMap((contact) => listed(contact['phones']))].map(({ number }) =>
        phoneKey(text(number)),
      ),
    ),
    emails: distinct([document['email'], ...contacts.map(({ email }) => email)].map((email) => text(email).toLowerCase())).filter((email) =>
      email.includes('@'),
    ),
    sites: distinct([document['website'], document['url']].map((url) => siteKey(text(url), kind))),
    postcodes: distinct(
      addresses.map((address) =>
        text(address['postal_code'])
          .toUpperCase()
          .replace(/[^A-Z0-9]/g, ''),
      ),
    ).filter((code) => code.length >= 4),
    streets: distinct(addresses.map((address) => folded(text(address['address_1'])))),
    spots: here.flatMap((place) => spotOf(place)),
    organisation: around.organisation ?? null,
  };
}

const spotOf = ({ latitude, longitude }: Fields): [number, number][] => {
  const [lat, lon] = [Number(latitude), Number(longitude)];
  return text(latitude) !== '' && text(longitude) !== '' && Number.isFinite(lat) && Number.isFinite(lon) && !(lat === 0 && lon === 0)
    ? [[lat, lon]]
    : [];
};

/** `GB-CHC:1234567`: the register and the number in it. */
const identifiersIn = (document: Document): string[] =>
  distinct(
    listed(document['organization_identifiers']).map((each) => {
      const number = text(each['identifier']).toUpperCase().replace(/\s/g, '');
      const [, prefix, bare] = /^([A-Z]{2}-[A-Z]{2,8})-(.+)$/.exec(number) ?? [];
      const register =
        prefix ??
        text(each['identifier_scheme'] || each['identifier_type'])
          .toUpperCase()
          .replace(/[\s:]/g, '');
      return number && register ? `${register}:${(bare ?? number).replace(/^0+(?=\w)/, '')}` : null;
    }),
  );

/** The last ten digits, so that +44 1556, 01556 and 0044 1556 are one. */
const phoneKey = (number: string): string | null => {
  const digits = number.replace(/\D/g, '');
  return digits.length >= 7 ? digits.replace(/^0+/, '').slice(-10) : null;
};

/** Hosts under which many people have a page: there only the whole path tells whose it is. */
const shared =
  /(^|\.)(facebook\.com|instagram\.com|twitter\.com|x\.com|youtube\.com|linktr\.ee|eventbrite\.(com|co\.uk)|meetup\.com|google\.com|gov\.uk|nhs\.uk|nhs\.scot|justgiving\.com)$/;

function siteKey(url: string, kind: Kind): string | null {
  const whole = /^https?:\/\//i.test(url) ? url : `https://${url}`;
  if (!url || /\s/.test(url) || !URL.canParse(whole)) return null;
  const { hostname, pathname } = new URL(whole);
  const host = hostname.replace(/^www\./, '');
  const path = pathname.replace(/\/+$/, '').toLowerCase();
  // The site of a service is often its organisation's own: only a page of its own says anything of it.
  if (kind === 'service' || shared.test(host)) return path ? host + path : null;
  return host;
}
