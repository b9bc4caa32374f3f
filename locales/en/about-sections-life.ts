/** How somebody lives. */
export const life = {
  home: {
    title: 'Home and household',
    fields: {
      household: {
        label: 'Who they live with',
        options: {
          alone: 'Nobody',
          partner: 'A partner',
          family: 'Family',
          'children-alone': 'Children, without another adult',
          friends: 'Friends',
          shared: 'In a shared house',
          care: 'In a care home',
          other: 'Others',
        },
      },
      householdWords: { label: 'More about who lives there' },
      accommodation: {
        label: 'Where they live',
        options: {
          owned: 'Their own home',
          'private-rent': 'Rented from a landlord',
          'social-rent': 'Rented from a council or housing association',
          supported: 'Sheltered or supported housing',
          'care-home': 'Care home',
          family: 'With family or friends',
          temporary: 'Temporary place, hostel or bed and breakfast',
          none: 'No home',
          other: 'Somewhere else',
        },
      },
      accommodationWords: { label: 'More about where they live' },
      environment: { label: 'What at home is good or bad for their health', hint: 'For example, damp, cold, stairs, smoke, a garden' },
      gettingIn: { label: 'Getting in', hint: 'Which door, dogs, steps. Key codes belong in a safer place than this.' },
      dependants: { label: 'Who depends on them', hint: 'Name them under “People who matter to them” if you may' },
      circumstances: { label: 'Anything else about their situation', hint: 'Money, family, neighbours, where they come from' },
    },
  },
  daily: {
    title: 'Work, days and habits',
    lead: 'Only what they want to talk about.',
    fields: {
      work: {
        label: 'What they do now',
        options: {
          employed: 'Employed',
          'self-employed': 'Self-employed',
          looking: 'Looking for work',
          unable: 'Not able to work now',
          caring: 'Looking after home or family',
          student: 'School, college or training',
          volunteer: 'Volunteering',
          retired: 'Retired',
          other: 'Something else',
        },
      },
      workWords: { label: 'Their work, now or before' },
      education: { label: 'School and learning' },
      interests: { label: 'What they like to do', hint: 'Hobbies, being active, pets, faith, what they used to do' },
      smoking: {
        label: 'Smoking',
        options: {
          never: 'Never smoked',
          stopped: 'Used to smoke',
          smokes: 'Smokes',
          vapes: 'Vapes',
          'not-said': 'Would rather not say',
        },
      },
      smokingWords: { label: 'More about smoking' },
      smokingStopped: { label: 'When they stopped smoking' },
      alcohol: {
        label: 'Alcohol',
        options: {
          never: 'Never drinks',
          'not-now': 'Does not drink now',
          drinks: 'Drinks',
          worried: 'Drinks, and is worried about it',
          'not-said': 'Would rather not say',
        },
      },
      alcoholWords: { label: 'More about alcohol' },
      drugs: {
        label: 'Drugs and other substances',
        options: { never: 'Never', past: 'In the past', uses: 'Now', 'not-said': 'Would rather not say' },
      },
      drugsWords: { label: 'More about drugs and other substances' },
    },
  },
  problems: {
    title: 'Health, as far as it matters here',
    lead: 'Only what somebody who supports them should know. The whole story stays with the practice.',
    fields: {
      problems: {
        label: 'Health conditions and other difficulties',
        one: 'Condition',
        fields: {
          what: { label: 'What it is' },
          type: {
            label: 'Kind',
            options: {
              'long-term': 'Long-term condition',
              'mental-health': 'Mental health',
              learning: 'Learning disability',
              autism: 'Autism or neurodiversity',
              disability: 'Other disability',
              pain: 'Pain',
              memory: 'Memory or dementia',
              social: 'Something in their life',
              other: 'Something else',
            },
          },
          since: { label: 'Since about when', hint: 'For example, 2019, or last spring' },
          until: { label: 'Until about when', hint: 'If it is over' },
          stage: { label: 'How far it has come', hint: 'If that matters' },
          comment: { label: 'What it means for them' },
        },
      },
    },
  },
  services: {
    title: 'Services and care they have',
    lead: 'What they had before they came to you. What you connect them to is under “Connected to”.',
    fields: {
      services: {
        label: 'Services and care',
        one: 'Service',
        fields: {
          name: { label: 'What it is', hint: 'For example, a carer every morning' },
          type: {
            label: 'Kind',
            options: {
              'home-care': 'Care at home',
              'day-care': 'Day centre',
              reablement: 'Help to get back on their feet',
              equipment: 'Equipment or alarm',
              respite: 'Break for a carer',
              nursing: 'Nursing',
              'mental-health': 'Mental health service',
              'direct-payment': 'Direct payment or personal budget',
              other: 'Something else',
            },
          },
          from: { label: 'From' },
          until: { label: 'Until' },
          authority: { label: 'Council or organisation that provides it' },
          authorityCode: { label: 'Its code', hint: 'If you know it' },
          funding: { label: 'Who pays for it' },
          fundingCode: { label: 'Code of who pays', hint: 'If you know it' },
        },
      },
    },
  },
  pregnancy: {
    title: 'Pregnancy',
    why: 'Some services are only for people who are pregnant, and some take more care. It is shared only while it is so.',
    fields: {
      pregnant: { label: 'Are they pregnant?', options: { yes: 'Yes', no: 'No' } },
      due: { label: 'When the baby is due' },
    },
  },
};
