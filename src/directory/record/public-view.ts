import { isRaw, type Raw } from '../feed/raw.ts';

/**
 * What anybody may read of a whole service or organisation. `hidden` are the places that nobody may be told of: nothing of them is left but
 * that they are. Of people who work there only what has no name stays; who changed what, and what it said before, is nobody else's.
 */
export function publicView(whole: Raw, hidden: ReadonlySet<string>): Raw {
  const seen = withoutPeople(whole);
  return {
    ...seen,
    ...(isRaw(seen['organization']) && { organization: publicView(seen['organization'], hidden) }),
    ...(Array.isArray(seen['locations']) && { locations: seen['locations'].filter((place) => !isHidden(place, hidden)) }),
    ...(Array.isArray(seen['service_at_locations']) && {
      service_at_locations: seen['service_at_locations'].map((placed: unknown) => publicPlacing(placed, hidden)),
    }),
  };
}

function publicPlacing(placed: unknown, hidden: ReadonlySet<string>): unknown {
  if (!isRaw(placed) || !isRaw(placed['location'])) return placed;
  const { location } = placed;
  if (!isHidden(location, hidden)) return placed;
  return { id: placed['id'], location: { id: location['id'], location_type: 'physical' } };
}

const isHidden = (place: unknown, hidden: ReadonlySet<string>): boolean => isRaw(place) && hidden.has(String(place['id']));

const never = new Set(['bothy', 'metadata', 'attention', 'assurer_email', 'private', 'confidential', 'is_private', 'is_confidential']);

function withoutPeople(value: Raw): Raw {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !never.has(name))
      .map(([name, part]) => [name, name === 'contacts' ? unnamed(part) : seenBelow(part)]),
  );
}

const seenBelow = (part: unknown): unknown => (Array.isArray(part) ? part.map(seenBelow) : isRaw(part) ? withoutPeople(part) : part);

const unnamed = (contacts: unknown): unknown =>
  Array.isArray(contacts) ? contacts.filter((contact) => isRaw(contact) && !contact['name']).map(seenBelow) : undefined;
