/** A category of the Gravity project, in the system http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes of SDOH Clinical Care 3.0.0. */
export type GravityCategory =
  | 'sdoh-category-unspecified'
  | 'food-insecurity'
  | 'housing-instability'
  | 'transportation-insecurity'
  | 'financial-insecurity'
  | 'employment-status'
  | 'stress'
  | 'social-connection'
  | 'intimate-partner-violence'
  | 'personal-health-literacy'
  | 'digital-literacy'
  | 'utility-insecurity'
  | 'language-access'
  | 'protective-factor';

type Mapping = {
  gravity: GravityCategory;
  /** Loaded by whoever deploys it, under their own licence. */ snomed: string | null;
  restricted?: true;
};

const to = (gravity: GravityCategory): Mapping => ({ gravity, snomed: null });

/** What people need help with, in the order in which pages offer it. Where Gravity has nothing near, the category is left unspecified. */
export const needMap = {
  loneliness: to('social-connection'),
  money: to('financial-insecurity'),
  housing: to('housing-instability'),
  bereavement: to('stress'),
  caring: to('stress'),
  activity: to('protective-factor'),
  mood: to('stress'),
  work: to('employment-status'),
  purpose: to('social-connection'),
  food: to('food-insecurity'),
  energy: to('utility-insecurity'),
  condition: to('personal-health-literacy'),
  transport: to('transportation-insecurity'),
  legal: to('sdoh-category-unspecified'),
  family: to('social-connection'),
  digital: to('digital-literacy'),
  substances: to('sdoh-category-unspecified'),
  language: to('language-access'),
  'domestic-abuse': { gravity: 'intimate-partner-violence', snomed: null, restricted: true },
  other: to('sdoh-category-unspecified'),
} as const satisfies Record<string, Mapping>;

export type Need = keyof typeof needMap;

export const needs = Object.keys(needMap) as Need[];
export const isNeed = (text: string): text is Need => Object.hasOwn(needMap, text);

/** Whether a need may be shown only to those who must know it, never in lists or exports. */
export const isRestricted = (need: Need): boolean => 'restricted' in needMap[need];
