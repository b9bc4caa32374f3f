const notSaid = 'Would rather not say';

/** Who somebody is. */
export const self = {
  reaching: {
    title: 'More addresses and numbers',
    lead: 'The main ones, and how it is safe to reach them, are under “Details”. Nothing is ever sent to what is written here.',
    fields: {
      phones: {
        label: 'Other phone numbers',
        one: 'Phone number',
        fields: {
          number: { label: 'Number' },
          use: { label: 'Kind', options: { home: 'Home', mobile: 'Mobile', work: 'Work', temporary: 'For now', old: 'No longer theirs' } },
          order: { label: 'Which to try first', options: { '1': '1st', '2': '2nd', '3': '3rd', '4': '4th', '5': '5th' } },
          note: { label: 'Whose it is, or when to ring' },
        },
      },
      emails: {
        label: 'Other email addresses',
        one: 'Email address',
        fields: {
          email: { label: 'Email address' },
          use: { label: 'Kind', options: { home: 'Home', work: 'Work', temporary: 'For now', old: 'No longer theirs' } },
          order: { label: 'Which to try first', options: { '1': '1st', '2': '2nd', '3': '3rd', '4': '4th', '5': '5th' } },
        },
      },
      addresses: {
        label: 'Other addresses',
        one: 'Address',
        fields: {
          lines: { label: 'Address' },
          postcode: { label: 'Postcode' },
          use: {
            label: 'Kind',
            options: { main: 'Where they live', temporary: 'For now', correspondence: 'For letters', previous: 'Where they lived before' },
          },
          from: { label: 'From' },
          until: { label: 'Until' },
        },
      },
      other: { label: 'Another way to reach them' },
    },
  },
  practice: {
    title: 'Their doctor and practice',
    fields: {
      doctor: { label: 'The doctor they usually see' },
      optOut: {
        label: 'Are they registered with a practice?',
        options: { registered: 'Yes', 'does-not-wish': 'No, and they do not want to be', private: 'They have a private doctor' },
      },
      otherPractice: { label: 'Another practice', hint: 'Name and address, if it is none of those that refer here' },
      otherPracticeCode: { label: 'Its code', hint: 'If you know it' },
      temporaryPractice: { label: 'A practice that they go to for now', hint: 'When they are away from home' },
    },
  },
  identity: {
    title: 'More about who they are',
    fields: {
      title: { label: 'Title', hint: 'For example, Mrs or Dr' },
      suffix: { label: 'Letters after their name' },
      otherNames: { label: 'Other names', hint: 'A birth name, or one they used before. Ask whether it may be kept.' },
      gender: {
        label: 'Gender',
        hint: 'As they say it',
        options: { woman: 'Woman', man: 'Man', 'non-binary': 'Non-binary', other: 'In another way', 'not-said': notSaid },
      },
      genderWords: { label: 'In their words' },
      maritalStatus: {
        label: 'Married or not',
        options: {
          single: 'Single',
          married: 'Married or in a civil partnership',
          separated: 'Separated',
          divorced: 'Divorced, or the partnership was ended',
          widowed: 'Their husband, wife or civil partner has died',
          'not-said': notSaid,
        },
      },
      countryOfBirth: { label: 'Country they were born in' },
      birthplace: { label: 'Place they were born in' },
      school: { label: 'School or college they go to', hint: 'Name and address' },
    },
  },
  background: {
    title: 'Background',
    why: 'Services are not equally easy for everybody. These answers, counted and never with a name, show who is left out. They also help to find a place where somebody feels at home. Nobody has to answer.',
    fields: {
      ethnicity: {
        label: 'Ethnic group',
        options: {
          'white-british': 'White: British',
          'white-irish': 'White: Irish',
          'white-other': 'White: any other',
          'white-and-black-caribbean': 'Mixed: White and Black Caribbean',
          'white-and-black-african': 'Mixed: White and Black African',
          'white-and-asian': 'Mixed: White and Asian',
          'mixed-other': 'Mixed: any other',
          indian: 'Asian: Indian',
          pakistani: 'Asian: Pakistani',
          bangladeshi: 'Asian: Bangladeshi',
          'asian-other': 'Asian: any other',
          'black-caribbean': 'Black: Caribbean',
          'black-african': 'Black: African',
          'black-other': 'Black: any other',
          chinese: 'Chinese',
          other: 'Any other group',
          'not-said': notSaid,
        },
      },
      ethnicityWords: { label: 'Ethnic group in their words' },
      religion: {
        label: 'Religion',
        options: {
          none: 'None',
          buddhist: 'Buddhist',
          christian: 'Christian',
          hindu: 'Hindu',
          jewish: 'Jewish',
          muslim: 'Muslim',
          sikh: 'Sikh',
          other: 'Another',
          'not-said': notSaid,
        },
      },
      religionWords: { label: 'Religion in their words' },
      orientation: {
        label: 'Sexual orientation',
        options: {
          straight: 'Straight or heterosexual',
          'gay-or-lesbian': 'Gay or lesbian',
          bisexual: 'Bisexual',
          other: 'In another way',
          'not-said': notSaid,
        },
      },
      orientationWords: { label: 'Sexual orientation in their words' },
    },
  },
  rights: {
    title: 'Living in this country',
    why: 'What help somebody may have, and what could harm them if they ask for it, can hang on this. Ask only when it matters to what you are doing together. Nobody has to answer, and it is never part of what a service is told.',
    fields: {
      immigration: {
        label: 'Right to stay',
        options: {
          citizen: 'British or Irish citizen',
          'asylum-seeker': 'Has asked for asylum',
          refugee: 'Refugee',
          'exceptional-leave': 'Exceptional leave to remain',
          'indefinite-leave': 'Indefinite leave to remain',
          'limited-leave': 'Limited leave to remain',
          'eu-settled': 'EU settled status',
          'eu-pre-settled': 'EU pre-settled status',
          'unaccompanied-child': 'Asked for asylum as a child on their own',
          'no-public-funds': 'No recourse to public funds',
          other: 'Another',
          'not-said': notSaid,
        },
      },
      immigrationFrom: { label: 'From' },
      immigrationTo: { label: 'Until' },
      immigrationNote: { label: 'Anything to know about it' },
      overseas: {
        label: 'Do they have to pay for care as a visitor?',
        options: {
          resident: 'No, they live here',
          'health-surcharge': 'No, they have paid the health surcharge',
          exempt: 'No, for another reason',
          chargeable: 'Yes',
          'not-known': 'Not known',
          'not-said': notSaid,
        },
      },
    },
  },
  clinical: {
    title: 'For clinical staff only',
    why: 'Sex as it is in the clinical record can tell something about somebody’s past that the law lets only those who treat them know (Gender Recognition Act 2004, section 22). Link workers and community organisations never see it.',
    fields: {
      sex: {
        label: 'Sex in the clinical record',
        options: { female: 'Female', male: 'Male', indeterminate: 'Indeterminate', 'not-known': 'Not known' },
      },
    },
  },
};
