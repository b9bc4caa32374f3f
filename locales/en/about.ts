/** Pages about Bothy itself, open to everybody. */
export const about = {
  about: {
    title: 'About Bothy',
    intro:
      'A bothy is a shelter in the Scottish hills. It is left unlocked, and is free to whoever needs it. This Bothy is open-source software for social prescribing: when what a person needs is not medicine, it helps a practice, a link worker and community organisations to help them together.',
    sections: [
      {
        heading: 'Who runs it',
        paragraphs: [
          'Bothy is run by the programme whose name stands at the top of the pages, on its own servers or those of somebody it trusts. The makers of the software do not see what is in it.',
          'It is not an official NHS service, and it is not for emergencies. If somebody is in danger, ring the emergency number of your country.',
        ],
      },
      {
        heading: 'What it does',
        paragraphs: [
          'A practice refers a person, or a person asks for themselves. A link worker gets in touch, and asks what matters to them. Together they find what is nearby, and the link worker asks an organisation whether it can help. Whoever referred hears what came of it.',
          'Bothy makes no decisions about people. It has no scores that put one person before another, and nothing is closed because nobody answered.',
        ],
      },
      {
        heading: 'The software',
        paragraphs: ['Bothy is free to use, read and change, under the Apache licence, version 2.0.'],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility statement',
    intro: 'We want everybody to be able to use Bothy. This says what we have done, how we tested it, and what is not good enough yet.',
    sections: [
      {
        heading: 'What you can do',
        paragraphs: ['On every page you should be able to:'],
        points: [
          'use the keyboard alone, and see where you are',
          'enlarge the text to 400% without reading sideways',
          'use a screen reader',
          'use your own colours, or a dark theme',
          'do everything without JavaScript',
        ],
      },
      {
        heading: 'How far it meets the standard',
        paragraphs: [
          'Bothy aims at the Web Content Accessibility Guidelines 2.2, level AA. No outside auditor has checked it, so we do not claim that it meets them.',
        ],
      },
      {
        heading: 'How it was tested',
        paragraphs: [
          'The main pages are checked automatically with axe whenever the software changes, at the width of a desk screen and of a phone. Such a check finds perhaps half of what can be wrong.',
          'The parts of the pages are compared with those that the NHS design system publishes.',
        ],
      },
      {
        heading: 'What is not good enough yet',
        points: [
          'People who use screen readers, voice control or switches have not yet tested it with us.',
          'The pages are in English alone.',
          'There is no version in easy read, large print or British Sign Language.',
          'Letters by mail are plain text; there are none in other formats.',
        ],
      },
      {
        heading: 'Tell us',
        paragraphs: [
          'If something is hard to use, or you need what is here in another form, tell the programme that you are in touch with. They must add their own contact details here before they use Bothy with people.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    intro: 'What is held about people, why, who sees it, and how to ask.',
    toComplete:
      'Whoever runs this programme is responsible for what is held in it, and must complete this page: their name and address, their data protection officer, the law that they rely on, how long they keep things, and where to complain.',
    toCompleteHeading: 'To be completed by the programme',
    sections: [
      {
        heading: 'What is held',
        points: [
          'who a person is: name, date of birth, a health number if they have one, and how it is safe to reach them',
          'what was asked for them, by whom and when',
          'what they and their link worker did: contacts, what matters to them, goals and actions',
          'what an organisation was told about them and what it answered',
          'what they agreed to, in which words and when',
          'for people who work here: name, work address, role, and what they did in Bothy',
        ],
      },
      {
        heading: 'Why',
        paragraphs: [
          'To support the person who was referred, and to know whether the support works. It is not sold, and not used for advertising.',
        ],
      },
      {
        heading: 'Who sees it',
        points: [
          'the link workers of the team that supports the person',
          'the practice that referred them: its own referrals and what came of them',
          'a community organisation: only what the person agreed to, for each request',
          'managers of the programme: who is waiting for a link worker',
          'evaluators and the steering group: numbers, in which small groups are hidden',
        ],
        paragraphs: ['Every look at a person’s record is written down.'],
      },
      {
        heading: 'If you look in the directory',
        points: [
          'you need no account, and no cookie is set',
          'what you type is kept for a day or two without your name, so that going back works',
          'if you say that nothing was right, only the need and the area are kept',
          'if you suggest a change, your name is kept until somebody has decided; an answer that is sent to you stays among the mail that was sent',
        ],
      },
      {
        heading: 'Where it is',
        paragraphs: [
          'In the database of whoever runs this programme. Bothy sends nothing about people to anybody else, and uses no analytics. It loads nothing from other sites, but for pictures of streets where the programme has set them up, and then only after you press for them.',
        ],
      },
      {
        heading: 'Cookies',
        paragraphs: [
          'There is one cookie. It keeps you signed in, and ends when you sign out, after an hour without use, or after twelve hours.',
        ],
      },
      {
        heading: 'How to ask',
        paragraphs: [
          'You may ask to see what is held about you, to have it corrected or erased, or to withdraw what you agreed to. Tell your link worker, your practice, or the programme.',
        ],
      },
    ],
  },
};
