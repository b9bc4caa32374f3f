import type { Need } from './need.ts';

/** How people say it. A service that meets a need is found by any of these, whatever its own page says. */
export const needWords: Record<Need, string> = {
  loneliness: 'loneliness lonely alone isolated isolation company friends befriending social companionship',
  money: 'money debt debts bills benefits budgeting poverty income pension credit universal arrears',
  housing: 'housing house home homeless homelessness rent landlord tenancy eviction accommodation damp',
  bereavement: 'bereavement bereaved grief grieving loss died death widow widower',
  caring: 'caring carer carers respite dementia looking after',
  activity: 'activity active exercise fitness walking sport movement gym swimming dance',
  mood: 'mood depression depressed anxiety anxious worry stress wellbeing mental health low sad',
  work: 'work job jobs employment unemployed training skills course education apprenticeship',
  purpose: 'purpose volunteering volunteer hobby hobbies meaning retirement learning',
  food: 'food foodbank hungry hunger meals lunch cooking groceries pantry',
  energy: 'energy heating fuel warm cold gas electricity insulation',
  condition: 'condition illness diabetes pain arthritis stroke heart self-management rehabilitation',
  transport: 'transport bus lift lifts travel driver taxi journey',
  legal: 'legal law immigration asylum visa solicitor rights tribunal',
  family: 'family parenting relationship relationships children couples mediation',
  digital: 'digital computer internet online tablet phone email',
  substances: 'alcohol drinking drugs substance recovery addiction smoking',
  language: 'language english esol interpreter culture cultural community faith',
  'domestic-abuse': 'domestic abuse violence refuge safety partner',
  other: '',
};
