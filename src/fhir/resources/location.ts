import type { ListedPlace } from '../../directory/index.ts';
import { metaOf, type Resource, said } from '../web/resource.ts';

/** A place that anybody may know of: private ones never come this far. */
export const location = ({ location: place, changedAt }: ListedPlace): Resource => {
  const { id, name, address, town, postcode, latitude, longitude } = place;
  const whole = said({
    text: [address, town, postcode].filter(Boolean).join(', '),
    line: address ? [address] : [],
    city: town,
    postalCode: postcode,
  });
  return {
    resourceType: 'Location',
    ...said({
      id,
      meta: metaOf(changedAt),
      status: 'active',
      name: name || town,
      mode: 'instance',
      address: Object.keys(whole).length ? whole : null,
      position: latitude !== null && longitude !== null ? { longitude, latitude } : null,
    }),
  };
};
