/** The sections in which the person speaks. */
export const voice = {
  aboutMe: {
    title: 'About me',
    lead: 'In their own words, as “I”. Write only what they want others who help them to know.',
    fields: {
      important: { label: 'What is most important to me', hint: 'And anything that somebody must know about me in an emergency' },
      people: { label: 'People who are important to me', hint: 'Who they are, why, and how I like them to be part of things' },
      communicate: {
        label: 'How I communicate, and how to communicate with me',
        hint: 'Also how I show that I am in pain, worried or unsure',
      },
      wellness: { label: 'My wellness', hint: 'A good day, a bad day, what makes the difference' },
      pleaseDo: { label: 'Please do, and please don’t' },
      support: { label: 'How and when to support me', hint: 'What I do myself, what I want help with, and when' },
      worthKnowing: { label: 'Also worth knowing about me', hint: 'Work, places, pets, music, what I am proud of' },
      writtenWith: { label: 'Who helped me write this', hint: 'Name, who they are to me, and how to reach them' },
      recording: { label: 'A film or recording that I made', hint: 'Its web address, starting with https://' },
    },
  },
  concerns: {
    title: 'What the person says is the matter',
    lead: 'As they say it, not as you or the referrer would. What the referrer wrote stays with the referral.',
    fields: {
      said: {
        label: 'What they said',
        one: 'Concern',
        fields: {
          words: { label: 'In their words' },
          by: {
            label: 'Who said it',
            options: { person: 'They did', parent: 'A parent, for them', carer: 'A carer, for them', other: 'Somebody else, for them' },
          },
          on: { label: 'When' },
        },
      },
    },
  },
  communication: {
    title: 'Language and what helps us talk',
    lead: 'Services that you connect them to are told this when you choose to share it.',
    fields: {
      language: { label: 'Language they like to speak', hint: 'Leave it empty for English' },
      interpreter: { label: 'Do they want an interpreter?', options: { yes: 'Yes', sometimes: 'Sometimes', no: 'No' } },
      sign: {
        label: 'Sign language or another way of talking',
        options: {
          bsl: 'British Sign Language',
          isl: 'Irish Sign Language',
          asl: 'American Sign Language',
          lsq: 'Quebec Sign Language (LSQ)',
          sse: 'Sign Supported English',
          makaton: 'Makaton',
          deafblind: 'Deafblind manual or hands-on signing',
          other: 'Another way',
        },
      },
      reads: { label: 'Language they read best', hint: 'If it is another one' },
      formats: {
        label: 'How they like things written',
        options: {
          'large-print': 'Large print',
          'easy-read': 'Easy read',
          braille: 'Braille',
          audio: 'Read aloud or recorded',
          email: 'By email, for a screen reader',
          'text-relay': 'Text relay (Relay UK)',
          pictures: 'With pictures',
        },
      },
      support: {
        label: 'What helps when you talk',
        options: {
          'hearing-loop': 'Hearing loop',
          'lip-reading': 'Seeing your face, to lip-read',
          advocate: 'Somebody with them to speak up for them',
          slowly: 'Speaking slowly and plainly',
          short: 'One thing at a time',
          quiet: 'A quiet place',
          longer: 'More time',
        },
      },
      note: { label: 'Anything else that helps when you meet', hint: 'For example, step-free, a seat near the door' },
    },
  },
  requirements: {
    title: 'What services must do for them',
    lead: 'Everybody has a right to changes that let them use a service as others do. These are theirs.',
    fields: {
      adjust: { label: 'Do they need services to change something for them?', options: { yes: 'Yes', no: 'No' } },
      adjustments: {
        label: 'What must be changed',
        one: 'Change',
        fields: {
          what: { label: 'What is needed', hint: 'For example, the first appointment of the day' },
          type: {
            label: 'What it is about',
            options: {
              contact: 'How they are contacted',
              communication: 'How people talk with them',
              information: 'How things are written',
              building: 'Getting in and around',
              time: 'Time or length of appointments',
              'somebody-with-them': 'Somebody with them',
              surroundings: 'Noise, light or crowds',
              other: 'Something else',
            },
          },
          detail: { label: 'More about it', hint: 'And what happens without it' },
        },
      },
      impairments: {
        label: 'Why it is needed',
        one: 'Reason',
        fields: {
          what: { label: 'In their words', hint: 'For example, I have about a third of my sight' },
          type: {
            label: 'What it is about',
            options: {
              physical: 'Body or movement',
              sight: 'Sight',
              hearing: 'Hearing',
              speech: 'Speech',
              learning: 'Learning disability',
              autism: 'Autism or neurodiversity',
              memory: 'Memory or thinking',
              'mental-health': 'Mental health',
              'long-term': 'A long-term condition',
              other: 'Something else',
            },
          },
          detail: { label: 'What they can do, what they want to do, and what helps' },
        },
      },
      mobility: {
        label: 'Getting about',
        options: {
          'no-help': 'Without help',
          stick: 'With a stick',
          frame: 'With a frame',
          wheelchair: 'In a wheelchair',
          scooter: 'On a scooter',
          'with-somebody': 'With somebody beside them',
          housebound: 'Cannot leave home',
          other: 'Another way',
        },
      },
      mobilityWords: { label: 'More about getting about', hint: 'How far, stairs, buses' },
      other: { label: 'Anything else that they need' },
    },
  },
  people: {
    title: 'People who matter to them',
    lead: 'Ask before you write somebody down: whether they may be told anything is the person’s choice.',
    fields: {
      carer: {
        label: 'Do they look after somebody?',
        options: {
          no: 'No',
          carer: 'Yes, without pay',
          'young-carer': 'Yes, and they are under 18',
          paid: 'Yes, as paid work',
          'not-said': 'Would rather not say',
        },
      },
      people: {
        label: 'Who matters',
        one: 'Person',
        fields: {
          name: { label: 'Name' },
          relation: {
            label: 'Who they are to the person',
            options: {
              partner: 'Husband, wife or partner',
              parent: 'Parent',
              child: 'Son or daughter',
              'brother-or-sister': 'Brother or sister',
              relative: 'Another relative',
              friend: 'Friend',
              neighbour: 'Neighbour',
              professional: 'Somebody whose job it is',
              other: 'Somebody else',
            },
          },
          is: {
            label: 'What else they are',
            options: {
              emergency: 'Ring in an emergency',
              'next-of-kin': 'Next of kin',
              'lives-with': 'Lives with them',
              'cares-for-them': 'Looks after them',
              'cared-for': 'Is looked after by them',
              dependant: 'Depends on them',
              attorney: 'Has power of attorney',
              interprets: 'Interprets for them',
            },
          },
          phone: { label: 'Phone number' },
          reach: { label: 'Another way or the best time to reach them' },
          mayKnow: {
            label: 'May they be told anything?',
            options: {
              nothing: 'No, nothing',
              support: 'Only that we help',
              appointments: 'Appointments',
              everything: 'Yes, everything',
            },
          },
          mayKnowWords: { label: 'What exactly, or what not' },
          born: { label: 'Date of birth, for a child who depends on them' },
          note: { label: 'Job, organisation or anything else' },
        },
      },
    },
  },
};
