const number = (n: number) => n.toLocaleString('en-GB');
const people = (n: number) => (n === 1 ? '1 person' : `${number(n)} people`);
const services = (n: number) => (n === 1 ? '1 service' : `${number(n)} services`);
const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${number(n)} times`);

type Said = Record<'people' | 'gaps' | 'no-room' | 'other-no' | 'long-wait' | 'nowhere' | 'nowhere-days', number | null>;
type Offered = { services: number; near: number; room: number; full: number; notSaid: number };

const asked = (n: number | null, need: string) =>
  n === null
    ? `How many people were referred for ${need} is not shown.`
    : n === 0
      ? `Nobody was referred for ${need}.`
      : `${people(n)} were referred for ${need}.`;

function offered({ services: all, near, room, full, notSaid }: Offered, place: string | null): string {
  if (!all) return 'No service in the directory helps with it.';
  const parts = [
    room && `${number(room)} say there is room`,
    full && `${number(full)} are full`,
    notSaid && `${number(notSaid)} have not said lately`,
  ];
  const where = place ? `, ${number(near)} of them in ${place}` : '';
  return `${services(all)} in the directory ${all === 1 ? 'helps' : 'help'} with it${where}: ${parts.filter(Boolean).join(', ')}.`;
}

function unmet({ gaps, 'no-room': noRoom, 'other-no': otherNo, 'long-wait': wait, nowhere, 'nowhere-days': days }: Said): string[] {
  return [
    gaps ? `Nothing that fitted was found ${times(gaps)}.` : '',
    noRoom ? `${people(noRoom)} met a full service or a waiting list.` : '',
    otherNo ? `${people(otherNo)} could not be taken for another reason.` : '',
    wait ? `${people(wait)} waited over four weeks.` : '',
    nowhere ? `${people(nowhere)} had nowhere to go, for about ${number(days ?? 0)} days in all.` : '',
  ].filter(Boolean);
}

/** Said at the top of the next page. */
export const needsNotices = {
  'counting-chosen': 'It is chosen. What is over is counted now.',
  'priority-added': 'It is on the short list.',
  'priority-changed': 'The words are saved.',
  'priority-removed': 'It is off the short list. You can put it back below.',
  'priority-back': 'It is on the short list again.',
  'priority-step': 'It is noted what was done.',
  'needs-vote-opened': 'The vote is open. Each member of the steering group can vote once.',
};

/** What a community needs, beside what there is. */
export const needsProfile = {
  title: 'What people need',
  listIntro:
    'What people in each place were referred for, what they could not get, and what the directory offers. Nobody can be recognised: numbers of one to four are never shown, nor any from which they could be worked out.',
  whole: 'The whole programme',
  places: 'Places',
  placesNone: 'No places are named yet. The whole programme can be looked at.',
  manage: 'Areas and places',
  priorities: 'Short list of the steering group',
  choose: {
    title: 'How shall people be counted?',
    text: 'Choose once. It cannot be both, and cannot be changed later: with a quarter and its year side by side, small numbers could be worked out.',
    options: { quarter: 'Each quarter of the year', year: 'Each whole year' },
    hints: {
      quarter: 'News four times a year. Fits a programme with some hundred referrals a quarter.',
      year: 'Fits a small programme: with few people in each quarter, most of its numbers could not be shown.',
    },
    button: 'Count like this',
    error: 'Choose one',
    waiting: 'A team lead or programme manager has to choose first how people are counted: each quarter, or each year.',
    notYet: 'Nothing can be shown yet. The first quarter or year is counted a week after it is over.',
  },
  of: (place: string) => `What people need: ${place}`,
  period: (from: string, to: string) => `${from} to ${to}`,
  periodLabel: 'Which time',
  placeLabel: 'Which place',
  quarter: (nth: string, year: string) => `${['Jan–Mar', 'Apr–Jun', 'Jul–Sep', 'Oct–Dec'][Number(nth) - 1] ?? ''} ${year}`,
  print: 'Print on one page',
  csv: 'Take away as a table (CSV)',
  summary: {
    people: (n: number | null) => (n === null ? 'not shown' : number(n)),
    peopleText: 'people referred',
    gapsText: 'times nothing was found',
    noRoomText: 'people who met no room',
    nowhereText: 'people with nowhere to go',
  },
  unplaced: (n: number) => `For ${people(n)}, neither practice nor postcode is recorded. They are in the whole programme and in no place.`,
  unplacedHidden: 'Some may have neither practice nor postcode recorded; how many is not shown. They are in no place.',
  noIndicators:
    'No figures of areas have been brought in, so nothing can be said here of how well off, or how old, people in this place are.',
  needs: {
    title: 'Asked for, and on offer',
    chart: 'People referred, by need',
    chartDesc: (said: string) => `One bar for each need, the longest first. ${said}. The same numbers stand in the table.`,
    bar: (need: string, n: string) => `${need}: ${n}`,
    hidden: 'not shown',
    caption: 'Each need: what was asked for, and what there is',
    need: 'Need',
    people: 'People referred',
    unmet: 'Could not get it',
    offer: 'What there is',
    standing: 'How it stands',
    none: 'Nobody was referred in this time, and the directory lists nothing yet.',
    how: (need: string) => `How do we know this about ${need}?`,
    standings: { none: 'Nothing offers it', full: 'All full', unmet: 'Not enough', met: 'No lack known' },
    unmetNothing: 'Nothing was noted',
    unmetHidden: 'Not shown',
    note: 'Somebody with two needs stands under both, so the numbers do not add up to all people.',
  },
  sentence: (said: Said, offer: Offered, need: string, place: string | null): string[] => [
    asked(said.people, need),
    ...unmet(said),
    offered(offer, place),
  ],
  unmet,
  offered,
  indicators: {
    title: 'About the place',
    caption: 'Figures that others publish',
    name: 'Figure',
    here: 'Here',
    whole: 'All areas brought in',
    source: 'Source',
    notHere: 'No figure for this place',
    noAreas: 'No areas are chosen for this place, so only all areas together are shown.',
    invented: 'Made up',
    hows: {
      one: '',
      sum: (areas: number, of: number) => `added up from ${number(areas)} of ${number(of)} areas`,
      weighted: (areas: number, of: number) => `average by size, ${number(areas)} of ${number(of)} areas`,
      plain: (areas: number, of: number) => `plain average, sizes not known, ${number(areas)} of ${number(of)} areas`,
    },
    barTitle: (name: string) => `${name}: here, and in all areas`,
    barDesc: (here: string, whole: string) => `Here ${here}; all areas ${whole}.`,
    note: 'These describe areas, not the people who were referred.',
  },
  value: (n: number, unit: string) => {
    const figure = n.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(n) < 10 ? 1 : 0 });
    return unit === '%' ? `${figure}%` : unit ? `${figure} ${unit}` : figure;
  },
  stories: {
    title: 'In people’s own words',
    none: 'No story with this need has been shared for the team to learn from.',
    note: 'Told by the person, who approved these words and said yes to this use.',
  },
  how: {
    title: (need: string) => `${need}: how we know`,
    intro: 'Each number, what it counts, of which time, and where it comes from.',
    number: 'Number',
    meaning: 'What it counts',
    source: 'Where it comes from',
    hidden: 'Not shown',
    counted: (date: string) => `Counted on ${date}, and not again: what was written down later does not change it.`,
    kinds: {
      people: 'People referred',
      gaps: 'Nothing found',
      'no-room': 'No room',
      'other-no': 'No, for another reason',
      'long-wait': 'Long waits',
      nowhere: 'Nowhere to go',
      'nowhere-days': 'Days with nowhere to go',
    },
    meanings: {
      people: 'Different people with a referral that names this need, whoever sent it and whatever came of it.',
      gaps: 'How often somebody looked in the directory for this need, found nothing that fitted, and said so.',
      'no-room': 'Different people for whom a service that helps with this need was full, or put them on a waiting list.',
      'other-no': 'Different people whom a service that helps with this need could not take for any other reason.',
      'long-wait': 'Different people with this need whose support was on hold for a service for more than 28 days.',
      nowhere: 'Different people with this need whose support was on hold because there was nowhere to send them.',
      'nowhere-days': 'Days that they were on hold in this time, added up and told to the nearest ten.',
    },
    sources: {
      people: 'Referrals received here',
      gaps: 'Gaps recorded by staff and the public',
      'no-room': 'What organisations answered',
      'other-no': 'What organisations answered',
      'long-wait': 'Times on hold, as link workers wrote them down',
      nowhere: 'Times on hold, as link workers wrote them down',
      'nowhere-days': 'Times on hold, as link workers wrote them down',
    },
    offer: 'Services',
    offerMeaning: 'Services in the directory today that help with this need, and what they last said of room.',
    offerSource: 'The directory, as it stands now',
    look: 'Look at these services',
    place: 'Who belongs to this place',
    placeText:
      'Whoever has one of its practices, or a postcode that begins as it says. Whose practice and postcode are not recorded is in no place.',
    small: 'Why is a number not shown?',
    smallText:
      'One to four people could be recognised. So a number is left out if it is that small, or if such a number could be found by adding up or taking away what is shown: here, in another place, or of an earlier boundary. Where just one need of a place would be left out, the next smallest goes with it.',
    careful:
      'This shows who reached us, not who needs help. People who never got as far as a referral are not in it. What a service says of room may be old.',
    add: 'Put it on the short list',
    addTitle: 'In a few words',
    addTitleHint: 'As it should stand on the vote, such as “Somewhere to go in the evening in Carsphairn”.',
    addWhy: 'Why',
    addButton: 'Put it on the short list',
    on: 'This is on the short list of the steering group.',
    errors: {
      title: 'Say it in a few words',
      tooLong: (most: number) => `Use at most ${most} letters`,
      'there-already': 'This need of this place is on the short list already',
    },
  },
  list: {
    title: 'Short list: what to do something about',
    intro: 'Picked out of what people need, voted on by the steering group, with what has been done.',
    none: 'Nothing is on the short list yet',
    noneText: 'Open a need on the page of a place, and put it on the list.',
    toProfile: 'See what people need',
    votes: (n: number) => (n === 1 ? '1 vote' : `${number(n)} votes`),
    noVotes: 'Not voted on yet',
    where: (need: string, place: string) => `${need} · ${place}`,
    done: 'What has been done',
    nothingDone: 'Nothing is noted yet.',
    basis: 'What it rests on',
    step: 'Note something done',
    stepWhen: 'When',
    stepWords: 'What was done',
    stepWordsHint: 'No names of people who are supported.',
    stepButton: 'Note it',
    change: 'Change the words',
    changeButton: 'Save the words',
    remove: 'Take off the list',
    putBack: 'Put back',
    removed: 'Taken off in the last month',
    about: (title: string) => title,
    stale: 'Somebody has saved since you opened it. What it says now stands below; save again if yours is right.',
    vote: {
      title: 'Vote',
      open: (voters: number, members: number) => `A vote is open. ${voters} of ${members} members have voted.`,
      go: 'Go to the vote',
      over: (voters: number) => `The last vote is over: ${number(voters)} voted. Its numbers stand beside each line.`,
      tooFew: 'In the last vote fewer than three voted, so nothing of it is shown.',
      question: (programme: string) => `What should ${programme} do something about first?`,
      choose: 'How many may each member choose?',
      closes: 'Last day to vote',
      button: 'Open a vote on this list',
      needsTwo: 'With two or more on the list, the group can vote.',
      errors: {
        choose: 'Choose between 1 and 5',
        closes: 'Give a day, today or later',
        'open-already': 'A vote is open already',
        'too-few': 'Put at least two on the list first',
      },
    },
    errors: { on: 'Give a day, not in the future', words: 'Say what was done', tooLong: (most: number) => `Use at most ${most} letters` },
  },
  paper: {
    title: (place: string, period: string) => `What people need: ${place}, ${period}`,
    head: ['Need', 'People referred', 'Could not get it', 'Services', 'With room'],
    made: (date: string) => `Printed on ${date}`,
    small: 'Numbers of one to four are not shown, nor any from which they could be worked out.',
    priorities: 'Short list of the steering group',
  },
  table: {
    need: 'Need',
    services: 'Services',
    near: 'Services in the place',
    room: 'With room',
    full: 'Full',
    notSaid: 'Have not said lately',
    place: 'Place',
    from: 'From',
    to: 'To',
    countedOn: 'Counted on',
    all: 'Everybody',
  },
  events: {
    'needs-counting-chosen': () => 'It was chosen how people are counted',
    'needs-priority-added': () => 'Something was put on the short list',
    'needs-priority-changed': () => 'The words of something on the short list were changed',
    'needs-priority-removed': () => 'Something was taken off the short list',
    'needs-priority-put-back': () => 'Something was put back on the short list',
    'needs-priority-step': () => 'It was noted what was done about something on the short list',
  },
};
