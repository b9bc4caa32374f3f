/** What each indicator is called, how it is got, and what may move it. `do`: the first is the one that we would try first. */
type Counted = { name: string; how: string; note?: string; do: readonly string[] };
type Asked = Counted & { answers: Record<string, string> };

/** What is counted from what happens. */
export const countedWords = {
  criteria: {
    name: 'Changes to who can be referred that the link worker proposed',
    how: 'Of the changes to the referral criteria that were adopted in a year, those that a link worker proposed. The criteria are the same for every site of the programme.',
    do: [
      'Put the referral criteria on the agenda of the steering group, and ask the link workers what they would change',
      'Ask the link workers to write down each referral that the criteria made difficult, and bring three of them to the practice',
    ],
  },
  'active-referrers': {
    name: 'Staff who referred somebody in the last 30 days',
    how: 'Of those with a referrer’s account here, how many made at least one referral in 30 days.',
    note: 'Staff who refer through a colleague are not seen. A quiet month may be a holiday.',
    do: [
      'Let the link worker come to the next practice meeting for ten minutes with one story of what came of a referral',
      'Ask those who have not referred for a while what would make it easier, one by one, without blame',
      'Show new staff how to refer: it takes half a minute',
    ],
  },
  returned: {
    name: 'Referrals given back as not suitable',
    how: 'Of the referrals of 91 days that have been decided on, those given back because too little was said, because the need was out of scope, or because it was not safe for this service. What the person decided, or that they moved away, does not count.',
    note: 'A link worker who is free to say no may give more back. Read it beside “May the link worker say no to a referral?”.',
    do: [
      'Go through the last returned referrals together with the practice, and agree on an example of a good one',
      'Put the role card with good and poor examples in front of everybody who refers',
    ],
  },
  summaries: {
    name: 'Endings that the practice was told of in time',
    how: 'Of the supports that ended in 91 days and that somebody at the practice had referred, those with a written summary within the days that the rules name, counted from the last time that anybody was in touch or tried to be. People who did not want their practice told more are left out.',
    do: [
      'Set an hour a week aside for endings, kept free in the calendar',
      'Write the summary with the person in the last meeting, so that nothing is left for later',
    ],
  },
  read: {
    name: 'Summaries that the practice opened',
    how: 'Of those summaries, the ones that a referrer of the practice has opened in Bothy.',
    note: 'A letter that was read in a mailbox or on paper cannot be seen here, so that the true figure may be higher.',
    do: [
      'Ask the practice who should get the summaries, and in which form they would read them',
      'Begin each summary with the one line that the practice needs',
    ],
  },
  'first-contact': {
    name: 'People who met a link worker soon',
    how: 'Of the people referred in 91 days and not given back, those who were in touch with a link worker within the days that the rules name. The newest referrals are left out until they have had that long.',
    note: 'It tells of room as much as of work: a full caseload makes it low, not a slow worker.',
    do: [
      'Look at the caseloads of the team together: who has room, and who must not get more',
      'Agree with the practice how many new people a month there is room for, and say when it is full',
    ],
  },
  supervision: {
    name: 'Supervision sessions kept',
    how: 'Of the sessions that were due to the link workers of the team in 182 days, by how often each should have one, those that were held. It is not shown for a team of one, whose supervision it would tell of.',
    do: [
      'Put the sessions of the next half year into both calendars today',
      'Find a supervisor outside the team for when the lead is away',
    ],
  },
  'surgery-days': {
    name: 'Days at the practice in four weeks',
    how: 'Days in 28 on which a link worker of the team had hours in a room here, or an appointment in one. A day with two workers is one.',
    do: [
      'Ask for the same room on the same day of each week, and put it in the calendar',
      'Try one morning a week in the waiting room or the shared office, for as long as no room is free',
    ],
  },
} satisfies Record<string, Counted>;

/** What somebody says. Answers from bolted on to belonging. */
export const askedWords = {
  'criteria-say': {
    name: 'Who decides who can be referred?',
    how: 'Asked of the practice and of the link worker.',
    answers: { without: 'It was set without the link worker', asked: 'The link worker is asked', together: 'They decide together' },
    do: ['Agree that the criteria change only in a meeting to which the link worker is invited'],
  },
  'may-decline': {
    name: 'May the link worker say no to a referral?',
    how: 'Asked of the link worker.',
    answers: { no: 'No', 'asks-first': 'After asking somebody', yes: 'Yes, with a reason' },
    do: ['Agree in writing that a link worker may give a referral back with a reason, and that this is welcome'],
  },
  'team-meetings': {
    name: 'Does the link worker come to practice meetings?',
    how: 'Asked of the practice and of the link worker.',
    answers: { no: 'Not invited', sometimes: 'Now and then', regularly: 'Regularly' },
    do: ['Ask the practice manager to put the link worker on the standing invitation of the team meeting'],
  },
  'hears-back': {
    name: 'Does the practice team hear together what came of it?',
    how: 'Asked of the practice: in a meeting, as a story or in figures.',
    answers: { no: 'No', sometimes: 'Now and then', regularly: 'Regularly' },
    do: ['Give the practice report five minutes in each month’s meeting, with one story that the person has said yes to'],
  },
  'record-access': {
    name: 'Can the link worker use the practice’s record?',
    how: 'Asked of the practice. The study found that this differs from place to place.',
    answers: { none: 'No access', read: 'Can read', write: 'Can read and write' },
    do: [
      'Ask the practice manager what is missing for access to the record: a smartcard, a contract, training',
      'Settle who answers for data protection, with the agreement that lets records be shared',
    ],
  },
  room: {
    name: 'Is there a room to count on?',
    how: 'Asked of the link worker.',
    answers: { no: 'No', 'when-free': 'When one is free', 'own-days': 'Yes, on agreed days' },
    do: ['Ask for one agreed half-day a week in a room with a door'],
  },
  induction: {
    name: 'Has the link worker been shown round, and met everybody?',
    how: 'Asked of the link worker.',
    answers: { no: 'No', begun: 'Partly', yes: 'Yes' },
    do: ['Plan half a day of sitting beside reception, nurses and doctors'],
  },
  'named-lead': {
    name: 'Is there a named GP or lead for it?',
    how: 'Asked of the practice.',
    answers: { no: 'No', yes: 'Yes' },
    do: ['Ask the partners who will be the one to ask, and tell everybody their name'],
  },
  'it-account': {
    name: 'Does the link worker have an account and email at the practice?',
    how: 'Asked of the link worker.',
    answers: { no: 'No', yes: 'Yes' },
    do: ['Ask for an account and an email address with the practice’s name'],
  },
  'community-time': {
    name: 'Is there time to know the groups nearby?',
    how: 'Asked of the link worker.',
    answers: { no: 'None', some: 'Some, when it is quiet', protected: 'Yes, kept free' },
    do: ['Keep half a day a week free for visiting groups, and take it out of the target'],
  },
  cover: {
    name: 'Does somebody stand in when the link worker is away?',
    how: 'Asked of the team.',
    answers: { no: 'No', sometimes: 'Sometimes', yes: 'Yes' },
    do: ['Name who covers for whom, and enter every absence with its cover'],
  },
} satisfies Record<string, Asked>;
