/** Anything that a feed may hold. */
export type Raw = Readonly<Record<string, unknown>>;

export const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects in a list, or none when it is no list. */
export const rawsIn = (value: unknown): Raw[] => (Array.isArray(value) ? value.filter(isRaw) : []);

/** Text in one line's worth of spaces; '' for whatever is not text. Numbers are text to a CSV file. */
export const textIn = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

export const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
