export type { Site } from './site.ts';
export { changeLetters } from './letters/change.ts';
export {
  agreementUses,
  agreementWith,
  type AgreementRefusal,
  type AgreementUses,
  type Partner,
  type PartnerSeen,
  type PartnersSeen,
} from './uses/agreements.ts';
export { allSites, siteById } from './store/sites.ts';
