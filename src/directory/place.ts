/** A point on the earth, in degrees. */
export type Point = { latitude: number; longitude: number };

/** A place of the gazetteer. `code` is a postcode without its space, the first half of one, or a name folded to plain letters. */
export type Place = Point & { code: string; kind: 'postcode' | 'outcode' | 'town'; name: string };

const wholePostcode = /^(?:[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}|[A-Z]\d[A-Z]\d[A-Z]\d)$/;
const firstHalf = /^(?:[A-Z]{1,2}\d[A-Z\d]?|[A-Z]\d[A-Z])$/;

export type Postcode = { whole: string | null; outcode: string };

/** What is left of a British or Canadian postcode, or of its first half, however it was typed; undefined for anything else. */
export function toPostcode(text: string): Postcode | undefined {
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (wholePostcode.test(plain)) return { whole: plain, outcode: plain.slice(0, -3) };
  return firstHalf.test(plain) ? { whole: null, outcode: plain } : undefined;
}

/** The name of a place as it is compared: small plain letters, single spaces, 'saint' and 'st' alike. */
export const foldedName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bsaint\b/g, 'st')
    .trim();

/** 'DG7 1AA' from 'dg71aa'. */
export const spacedPostcode = (whole: string): string => `${whole.slice(0, -3)} ${whole.slice(-3)}`;

/** What may be counted and shown of a place that may be somebody's home: its town, or the first half of its postcode. */
export const areaOf = (place: Place | undefined): string =>
  !place ? '' : place.kind === 'postcode' ? place.code.slice(0, -3) : place.name;

/** A place for the gazetteer, its code made from its name. */
export function toPlace(kind: Place['kind'], name: string, point: Point): Place {
  const code = kind === 'town' ? foldedName(name) : name.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return { code, kind, name: kind === 'postcode' ? spacedPostcode(code) : name, latitude: point.latitude, longitude: point.longitude };
}
