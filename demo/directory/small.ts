import { type Group, places } from './listing.ts';

/** Small groups with one thing on, which is how most of the help there is looks. */
export const small: readonly Group[] = [
  {
    key: 'dog-walk',
    name: 'Borrowed Tails',
    about: 'People without a dog, and dogs without a walker.',
    services: [{ key: 'dogs', name: 'Walk a neighbour’s dog', about: 'We introduce you to a dog and its owner. Twice a week or so.', needs: ['loneliness', 'activity', 'purpose'], join: ['self'], checked: 44 }],
  },
  {
    key: 'coracle',
    name: 'Rockcliffe Cold Dippers',
    about: 'A dip in the Solway at any speed, with soup after.',
    services: [
      { key: 'dippers', name: 'Sunday dip', about: 'In and out, or just stand and cheer. Never alone in the water.', needs: ['activity', 'mood'], when: ['SU 10:00-11:30'], at: 'db-hall', join: ['drop-in'], ages: [16, null], checked: 88 },
    ],
  },
  {
    key: 'quilt',
    name: 'The Glenkens Quilters',
    about: 'Needles, scraps, talk.',
    services: [{ key: 'quilts', name: 'Quilting bee', about: 'We will teach you. Everything is lent.', needs: ['purpose', 'loneliness'], at: 'ng-hall', when: ['TU 13:30-16:00'], cost: [['Each time', 1]], join: ['drop-in'], who: ['everyone'], access: ['step-free', 'hearing-loop'], checked: 71 }],
  },
  {
    key: 'repair',
    name: 'The Mend It Café',
    about: 'Broken things, and people who like them.',
    services: [{ key: 'repair-cafe', name: 'Repair café', about: 'Toasters, zips, bicycles. Help mend, or bring something.', needs: ['purpose', 'money'], at: 'cd-shed', when: ['-1SA 10:00-13:00'], join: ['drop-in'], checked: 35 }],
  },
  {
    key: 'bowls',
    name: 'Dalry Carpet Bowls',
    about: 'The longest-running quarrel in the glen, every Tuesday.',
    services: [{ key: 'bowls-night', name: 'Carpet bowls', about: 'Beginners are given the good side of the mat.', needs: ['loneliness', 'activity'], at: 'dalry-hall', when: ['TU 19:00-21:00'], cost: [['Each time', 2]], join: ['drop-in'], who: ['older', 'everyone'], access: ['step-free'], checked: 64 }],
  },
  {
    key: 'ramps',
    name: 'Ramps and Rails',
    about: 'Retired joiners who make homes safer.',
    services: [{ key: 'handyman', name: 'Grab rails and small ramps', about: 'Fitted within a fortnight. You pay for the timber if you can.', needs: ['housing', 'condition'], join: ['self', 'referral'], by: ['home-visit'], cost: [['Materials', null]], room: places(6, 9), checked: 49 }],
  },
  {
    key: 'radio',
    name: 'Solway Talking News',
    about: 'The local paper, read aloud onto a memory stick by people you may know.',
    services: [{ key: 'talking-news', name: 'Talking newspaper', about: 'For anybody who cannot read print any more. The player is lent for nothing.', needs: ['condition', 'loneliness'], join: ['self', 'referral'], by: ['home-visit'], who: ['disabled', 'older'], checked: 90 }],
  },
  {
    key: 'stroke',
    name: 'The Tuesday Stroke Club',
    about: 'After a stroke, with others who know.',
    services: [{ key: 'stroke-club', name: 'Stroke club', about: 'Speech games, chair exercise, lunch. Partners get the afternoon off.', needs: ['condition', 'loneliness', 'caring'], at: 'cd-hall', when: ['TU 12:00-15:00'], cost: [['Lunch', 3]], join: ['referral', 'self'], access: ['step-free', 'accessible-toilet', 'parking'], room: places(2, 15), checked: 32 }],
  },
  {
    key: 'deaf-club',
    name: 'Hands and Hills',
    about: 'Deaf people of the south-west, and people learning to sign.',
    services: [{ key: 'deaf-social', name: 'Signing social', about: 'British Sign Language first. Learners sit where they can be corrected.', needs: ['loneliness', 'language'], at: 'df-office', when: ['2FR 18:00-20:00'], join: ['drop-in'], who: ['disabled', 'everyone'], access: ['step-free', 'sign-language'], checked: 57 }],
  },
  {
    key: 'learning-disability',
    name: 'Our Turn',
    about: 'Run by people with learning disabilities.',
    services: [{ key: 'our-turn', name: 'Our Turn: disco and debate', about: 'We choose the songs and what to argue about.', needs: ['loneliness', 'purpose'], at: 'ns-hall', when: ['1WE 18:30-21:00'], cost: [['In', 2]], join: ['self', 'referral'], who: ['disabled'], ages: [18, null], access: ['step-free', 'quiet-space'], checked: 83 }],
  },
  {
    key: 'library-van',
    name: 'Books to the Door',
    about: 'A volunteer with a bag of books.',
    services: [{ key: 'book-delivery', name: 'Library at home', about: 'Large print, audio, whatever you used to read. The volunteer stays for a cup of tea if asked.', needs: ['loneliness', 'purpose'], join: ['self', 'referral'], by: ['home-visit'], room: places(14, 18), checked: 39 }],
  },
];
