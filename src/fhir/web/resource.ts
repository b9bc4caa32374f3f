/** A FHIR R4 resource, ready to be written as JSON: nothing in it is null, empty or undefined. */
export type Resource = { resourceType: string; id?: string; [element: string]: unknown };

/** Without what is not said: FHIR allows no null, no empty text and no empty list. */
export function said<T extends Record<string, unknown>>(elements: T): Partial<T> {
  const kept = Object.entries(elements).filter(
    ([, value]) =>
      value !== null && value !== undefined && !(typeof value === 'string' && !value.trim()) && !(Array.isArray(value) && !value.length),
  );
  return Object.fromEntries(kept) as Partial<T>;
}

/** FHIR wants an instant with its zone; null when nobody knows when it changed. */
export const metaOf = (changedAt: Date | null, profile?: string) => {
  const meta = said({ lastUpdated: changedAt?.toISOString(), profile: profile ? [profile] : [] });
  return Object.keys(meta).length ? meta : undefined;
};

export const telecomOf = ({ phone, email, url }: { phone: string | null; email: string | null; url: string | null }) =>
  [
    { system: 'phone', value: phone },
    { system: 'email', value: email },
    { system: 'url', value: url },
  ].filter(({ value }) => value?.trim());
