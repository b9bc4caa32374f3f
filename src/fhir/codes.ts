import { idFrom, type Need, needMap, ownTerms } from '../directory/index.ts';

/** Addresses of SDOH Clinical Care 3.0.0 (CC0) and of the code systems that it uses. */
const sdoh = 'http://hl7.org/fhir/us/sdoh-clinicalcare';
export const profiles = {
  healthcareService: `${sdoh}/StructureDefinition/SDOHCC-HealthcareServiceForReferralManagement`,
  capacityStatus: `${sdoh}/StructureDefinition/SDOHCC-ExtensionHealthcareServiceCapacityStatus`,
} as const;
export const systems = {
  sdoh: `${sdoh}/CodeSystem/SDOHCC-CodeSystemTemporaryCodes`,
  usCoreCategory: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-category',
  absent: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  provision: 'http://terminology.hl7.org/CodeSystem/service-provision-conditions',
  language: 'urn:ietf:bcp:47',
  /** Our list of needs: the same in every Bothy, and the id that the list has in HSDS. */
  needs: `urn:uuid:${idFrom('bothy-needs')}`,
} as const;

const names = new Map(ownTerms().flatMap(({ taxonomy, code, name }) => (taxonomy === 'bothy-needs' ? [[code, name] as const] : [])));

/** What a category of SDOH Clinical Care is called there. */
const displays: Readonly<Record<(typeof needMap)[Need]['gravity'], string>> = {
  'sdoh-category-unspecified': 'SDOH Category Unspecified',
  'food-insecurity': 'Food Insecurity',
  'housing-instability': 'Housing Instability',
  'transportation-insecurity': 'Transportation Insecurity',
  'financial-insecurity': 'Financial Insecurity',
  'employment-status': 'Employment Status',
  stress: 'Stress',
  'social-connection': 'Social Connection',
  'intimate-partner-violence': 'Intimate Partner Violence',
  'personal-health-literacy': 'Personal Health Literacy',
  'digital-literacy': 'Digital Literacy',
  'utility-insecurity': 'Utility Insecurity',
  'language-access': 'Language Access',
  'protective-factor': 'Protective Factor',
};

export const nameOf = (need: Need): string => names.get(need) ?? need;
export const sdohCoding = { system: systems.usCoreCategory, code: 'sdoh', display: 'SDOH' };
export const needCoding = (need: Need) => ({ system: systems.needs, code: need, display: nameOf(need) });
export const gravityCoding = (need: Need) => {
  const { gravity } = needMap[need];
  return { system: systems.sdoh, code: gravity, display: displays[gravity] };
};
