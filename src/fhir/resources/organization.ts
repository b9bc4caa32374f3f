import type { ListedOrganisation } from '../../directory/index.ts';
import { metaOf, type Resource, said, telecomOf } from '../web/resource.ts';

export const organization = ({ organisation, changedAt }: ListedOrganisation): Resource => {
  const { id, name, status, phone, email, website } = organisation;
  return {
    resourceType: 'Organization',
    ...said({ id, meta: metaOf(changedAt), active: status === 'active', name, telecom: telecomOf({ phone, email, url: website }) }),
  };
};
