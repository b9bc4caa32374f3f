/** A part of a programme's ground: whoever has one of these practices, or a postcode that begins so, belongs to it. */
export type Bound = { key: string; postcodes: readonly string[]; practices: readonly string[] };

/** What is counted: from the first instant to before the last, without what is nobody's to see in a list. */
export type CountAsked = { bounds: readonly Bound[]; from: Date; to: Date; without: readonly string[] };

/** How many there are in just these of the places asked for; with one need, or in all (`need` ''). No person stands in it. */
export type WhereCount = { places: string[]; need: string; count: number };

export const boundsJson = (bounds: readonly Bound[]): string =>
  JSON.stringify(bounds.map(({ key, postcodes, practices }) => ({ key, postcodes, practices })));
