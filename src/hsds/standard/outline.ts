import type { Published, PublishedKind } from '../../directory/index.ts';
import { tidy } from './tidy.ts';

type Raw = { readonly [field: string]: unknown };
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

const shapeOf = {
  services: 'service',
  organizations: 'organization',
  service_at_locations: 'service_at_location',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
} as const satisfies Record<PublishedKind, string>;

/** A published thing as it leaves. `outline` is without the lists of what belongs to it, as HSDS has it in lists unless `full` is asked for. */
export function toDocument(kind: PublishedKind, { document }: Published, depth: 'outline' | 'full'): Raw | undefined {
  const told = tidy(document, shapeOf[kind]);
  return told && (depth === 'full' ? told : outline(told));
}

/** What `minimal` asks for. */
export const toMinimal = ({ document, changedAt }: Published): Raw => ({
  id: document['id'],
  ...(changedAt && { modified_date: changedAt.toISOString() }),
});

const outline = (document: Raw): Raw =>
  Object.fromEntries(
    Object.entries(document).flatMap(([field, part]) =>
      Array.isArray(part) && field !== 'services' ? [] : [[field, isRaw(part) ? outline(part) : part]],
    ),
  );
