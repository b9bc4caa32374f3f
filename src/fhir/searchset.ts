import type { ListedService } from '../directory/index.ts';
import { healthcareService } from './resources/healthcare-service.ts';
import type { Asked } from './search.ts';
import type { Resource } from './web/resource.ts';

/** A page of services as FHIR answers a search, with the ways to the pages around it. */
export function searchset(asked: Asked, found: { total: number; found: readonly ListedService[] }, { base }: { base: string }): Resource {
  const { page, size, understood } = asked;
  const last = size ? Math.max(1, Math.ceil(found.total / size)) : 1;
  const link = (relation: string, number: number) => {
    const query = new URLSearchParams([
      ...understood,
      ['_count', String(size)],
      ...(number > 1 ? [['_page', String(number)] as [string, string]] : []),
    ]);
    return { relation, url: `${base}/HealthcareService?${query.toString()}` };
  };
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: found.total,
    link: [
      link('self', page),
      ...(size ? [link('first', 1)] : []),
      ...(size && page > 1 ? [link('previous', Math.min(page - 1, last))] : []),
      ...(size && page < last ? [link('next', page + 1)] : []),
      ...(size ? [link('last', last)] : []),
    ],
    ...(found.found.length && {
      entry: found.found.map((each) => ({
        fullUrl: `${base}/HealthcareService/${each.service.id}`,
        resource: healthcareService(each),
        search: { mode: 'match' },
      })),
    }),
  };
}
