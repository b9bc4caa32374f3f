import { type AnswersOf, derived, held, notHeld, ownCode, under } from './answer.ts';

const fact = 'restricted_fact';
const problem = 'about:problems.problems';
const service = 'about:services.services';
const noAuthorityCode = notHeld('The name of the authority is held. Nobody who writes this down has its code to hand.');

export const life: AnswersOf = {
  ...under('Safeguarding', {
    ...under('Safeguarding concerns', {
      'Safeguarding indicator': derived(
        `${fact}.kind ${fact}.ended_on`,
        'whether one is kept and has not ended; only those who may know are told',
      ),
      'Safeguarding concerns date': held(`${fact}.started_on`),
      'Safeguarding concerns end date': held(`${fact}.ended_on`),
      'Safeguarding concerns > Coded value': held(`${fact}.safeguarding`, 'the code'),
      'Safeguarding concerns > Free text': held(`${fact}.words`),
      Comment: held(`${fact}.comment`),
    }),
    ...under('Looked after child', {
      'Looked after child start date': held(`${fact}.safeguarding`, 'a child who is looked after: from'),
      'Looked after child end date': held(`${fact}.safeguarding`, 'a child who is looked after: until'),
      'Local authority > Coded value': noAuthorityCode,
      'Local authority > Free text': held(`${fact}.safeguarding`, 'a child who is looked after: authority'),
    }),
    ...under('Unborn child protection plan', {
      'Unborn child protection plan start date': held(`${fact}.safeguarding`, 'a plan for one not yet born: from'),
      'Unborn child protection plan end date': held(`${fact}.safeguarding`, 'a plan for one not yet born: until'),
      'Local authority > Coded value': noAuthorityCode,
      'Local authority > Free text': held(`${fact}.safeguarding`, 'a plan for one not yet born: authority'),
    }),
  }),
  'Consent > Consent for information sharing': held(
    'consent.purpose consent.answer consent.how consent.why consent.wording',
    'with the reason, where others answered',
  ),
  ...under('Problem list > Problem list record entry', {
    'Problem > Coded value': held(`${problem}.type`, ownCode),
    'Problem > Free text': held(`${problem}.what`),
    'Onset date': held(`${problem}.since`, 'as people say it, such as “last spring”'),
    'End Date': held(`${problem}.until`, 'as people say it'),
    'Stage of disease': held(`${problem}.stage`),
    Comment: held(`${problem}.comment`),
  }),
  ...under('Social context', {
    'Household composition > Household composition > Coded value': held('about:home.household', ownCode),
    'Household composition > Household composition > Free text': held('about:home.householdWords'),
    'Occupational history > Occupational history > Coded value': held('about:daily.work', ownCode),
    'Occupational history > Occupational history > Free text': held('about:daily.workWords'),
    'Educational history > Educational history': held('about:daily.education'),
    'Lifestyle choices > Lifestyle choices': held('about:daily.interests'),
    'Smoking status > Smoking status > Coded value': held('about:daily.smoking', ownCode),
    'Smoking status > Smoking status > Free text': held('about:daily.smokingWords'),
    'Smoking status > Smoking status - details': held('about:daily.smokingWords'),
    'Smoking status > Date stopped smoking > Coded value': derived('about:daily.smokingStopped', '160625004 when there is a date'),
    'Smoking status > Date stopped smoking > Date': held('about:daily.smokingStopped'),
    'Alcohol intake > Alcohol intake > Coded value': held('about:daily.alcohol', ownCode),
    'Alcohol intake > Alcohol intake > Free text': held('about:daily.alcoholWords'),
    'Drug/substance use > Drug/substance use > Coded value': held('about:daily.drugs', ownCode),
    'Drug/substance use > Drug/substance use > Free text': held('about:daily.drugsWords'),
    'Social circumstances > Social circumstances': held('about:home.circumstances'),
    'Access > Access': held('about:home.gettingIn'),
    'Dependants > Dependants': held('about:home.dependants about:people.people.is about:people.people.born'),
    'Accommodation status > Accommodation status > Coded value': held('about:home.accommodation', ownCode),
    'Accommodation status > Accommodation status > Free text': held('about:home.accommodationWords'),
    'Household environment > Household environment': held('about:home.environment'),
  }),
  ...under('Services and care > Services and care record entry', {
    'Social care package name': held(`${service}.name`),
    'Social care package type': held(`${service}.type`),
    'Service start date': held(`${service}.from`),
    'Service end date': held(`${service}.until`),
    'Local authority > Coded value': held(`${service}.authorityCode`),
    'Local authority > Free text': held(`${service}.authority`),
  }),
};
