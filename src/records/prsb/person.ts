import { type AnswersOf, derived, held, notHeld, ownCode, under } from './answer.ts';

const phones = 'about:reaching.phones';
const emails = 'about:reaching.emails';
const addresses = 'about:reaching.addresses';

export const person: AnswersOf = {
  ...under('Person demographics', {
    ...under('Person name', {
      'Person first name': held('person.given_name'),
      'Person family name': held('person.family_name'),
      'Person preferred name': held('person.chosen_name'),
      Title: held('about:identity.title'),
      'Person name suffix': held('about:identity.suffix'),
      'Person full name': derived('person.given_name person.family_name', 'first and last name'),
    }),
    'Date of birth': held('person.date_of_birth'),
    'Location of Birth > Coded value': notHeld(
      'The code of the site where a baby was delivered. Nothing in social prescribing hangs on it.',
    ),
    'Location of Birth > Free text': held('about:identity.birthplace'),
    Pronoun: held('person.pronouns'),
    Gender: held('about:identity.gender about:identity.genderWords'),
    'Person alias': held('about:identity.otherNames'),
    Ethnicity: held('about:background.ethnicity about:background.ethnicityWords'),
    Religion: held('about:background.religion about:background.religionWords'),
    Sex: held('about:clinical.sex', 'only the person’s own practice sees it (Gender Recognition Act 2004, s. 22)'),
    'Carer Status': held('about:people.carer'),
    'NHS number': held('person_identifier.value'),
    'NHS number status indicator': derived(
      'person_identifier.system',
      'present and not traced, or not present: Bothy asks no national register',
    ),
    'Other identifier': held('person_identifier.system person_identifier.value person_identifier.version'),
    ...under("Person's address", {
      ...Object.fromEntries(
        [1, 2, 3, 4, 5].map((n) => [
          `Address line ${n}`,
          held('person.address person.place', `line ${n} of the address; the town comes last`),
        ]),
      ),
      Postcode: held(`person.postcode ${addresses}.postcode`),
      'Address type': held(`${addresses}.use`, 'the main one is on the page “Details”'),
    }),
    ...under("Person's contact details", {
      'Preferred contact method': held('person.contact_channels', 'the first of those that are safe'),
      ...under("Person's telephone number details", {
        "Person's telephone number": held(`person.phone ${phones}.number`),
        "Person's telephone number type": held(`${phones}.use`),
        'Preference of telephone number': held(`${phones}.order`),
      }),
      ...under("Person's email address details", {
        "Person's email address": held(`person.email ${emails}.email`),
        "Person's email address type": held(`${emails}.use`),
        'Preference of email address': held(`${emails}.order`),
      }),
      'Other contact information': held('about:reaching.other person.contact_note'),
    }),
    Photograph: notHeld('A likeness is not needed to support somebody, and can put somebody who is hiding at risk.'),
    'Place of birth': held('about:identity.countryOfBirth'),
    'Marital status': held('about:identity.maritalStatus'),
    ...under('Immigration status', {
      'Immigration status': held('about:rights.immigration'),
      'Start date': held('about:rights.immigrationFrom'),
      'End date': held('about:rights.immigrationTo'),
      Comment: held('about:rights.immigrationNote'),
    }),
    'Sexual Orientation': held('about:background.orientation about:background.orientationWords'),
    'Organ and tissue donation': notHeld('It comes from a national register that Bothy does not ask, and no decision here depends on it.'),
    'Overseas visitor status': held('about:rights.overseas'),
    'Relevant contacts': held('about:people.people.name about:people.people.relation about:people.people.phone about:people.people.note'),
    'Educational establishment': held('about:identity.school'),
  }),
  ...under('GP practice > GP practice record entry', {
    'GP name': held('about:practice.doctor'),
    'GP practice details': held('practice.name practice.place about:practice.otherPractice about:practice.temporaryPractice'),
    'GP practice identifier': held('practice.code about:practice.otherPracticeCode'),
    'GP opt out indicator': held('about:practice.optOut', ownCode),
  }),
  ...under('About me', {
    'What is most important to me > What is most important to me': held('about:aboutMe.important'),
    'People who are important to me > People who are important to me': held('about:aboutMe.people'),
    'How I communicate and how to communicate with me > How I communicate and how to communicate with me':
      held('about:aboutMe.communicate'),
    'My wellness > My wellness': held('about:aboutMe.wellness'),
    "Please do and please don't > Please do and please don't": held('about:aboutMe.pleaseDo'),
    'How and when to support me > How and when to support me': held('about:aboutMe.support'),
    'Also worth knowing about me > Also worth knowing about me': held('about:aboutMe.worthKnowing'),
    'Supported to write this by': held('about:aboutMe.writtenWith'),
    'Location to multimedia file': held('about:aboutMe.recording'),
  }),
  ...under('Individual requirements', {
    ...under('Reasonable adjustment > Reasonable adjustment record entry', {
      'Reasonable adjustment flag': held('about:requirements.adjust'),
      'Reasonable adjustment > Coded value': held(
        'about:requirements.adjustments.type about:communication.formats about:communication.support',
        ownCode,
      ),
      'Reasonable adjustment > Free text': held('about:requirements.adjustments.what person.access_needs'),
      'Reasonable adjustment additional detail': held('about:requirements.adjustments.detail'),
    }),
    ...under('Impairment > Impairment record entry', {
      'Impairment category > Coded value': held('about:requirements.impairments.type', ownCode),
      'Impairment category > Free text': held('about:requirements.impairments.what'),
      'Impairment additional detail': held('about:requirements.impairments.detail'),
    }),
    'Mobility > Mobility needs > Coded value': held('about:requirements.mobility', ownCode),
    'Mobility > Mobility needs > Free text': held('about:requirements.mobilityWords'),
    'Other individual requirements > Other individual requirement': held(
      'about:requirements.other about:communication.language about:communication.interpreter about:communication.sign person.interpreter',
    ),
  }),
  ...under('Pregnancy status', {
    'Pregnancy state': held('about:pregnancy.pregnant'),
    'Expected delivery date': held('about:pregnancy.due'),
  }),
};
