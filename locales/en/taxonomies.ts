/** Said at the top of the next page. */
export const taxonomyNotices = {
  'terms-imported': 'The list is in.',
  'meaning-saved': 'What it means is saved. Services that carry it are sorted by it now.',
  'meanings-accepted': 'The suggestions you ticked are taken. You can undo this below.',
  'meanings-none': 'Nothing was taken: somebody has matched those words meanwhile.',
  'meanings-undone': 'It is as it was before.',
  'meanings-undone-some': 'It is as it was before, but for words that somebody has changed since. Those stay as they are.',
};

const number = (n: number) => n.toLocaleString('en-GB');
const words = (n: number) => (n === 1 ? '1 word' : `${number(n)} words`);

export const taxonomies = {
  title: 'Lists of words',
  intro:
    'Other directories sort their services by words of their own. Say once what each word means in ours, and every service that carries it is found under it.',
  theirs: 'Lists of others',
  none: 'There are no lists yet',
  noneText: 'A list comes in with the services that use it, or you can bring in a whole one from a file.',
  ours: 'Our own lists',
  oursText: 'These come with Bothy, go out with our services, and cannot be changed here.',
  name: 'List',
  size: 'Words',
  unmatched: 'Not yet matched',
  retired: (n: number) => `${number(n)} no longer in the list`,
  licence: 'Licence',
  licenceText: 'About the licence',
  noLicence: 'Licence not said',
  from: 'Where it is from',
  sources: {
    feed: 'Came with services',
    'open-eligibility': 'Open Eligibility file',
    openactive: 'OpenActive file',
    csv: 'CSV file',
    json: 'JSON file',
    'snomed-refset': 'SNOMED CT reference set',
  },
  since: (source: string, day: string) => `${source}, ${day}`,
  bring: 'Bring in a list',

  upload: {
    title: 'Bring in a list of words',
    file: 'The file',
    fileHint:
      'OpenActive activities, Open Eligibility, a table (CSV) with a name for each word, or JSON. Up to 1 MB; for a larger file, or SNOMED CT, ask whoever runs Bothy to use the command import-taxonomy.',
    name: 'What is the list called?',
    nameHint: 'Leave this empty when the file says so itself. Bringing in a list of the same name again brings it up to date.',
    licence: 'Whose is it, and under which licence may it be used?',
    licenceHint: 'This is shown beside the list and goes out with it. OpenActive and Open Eligibility bring theirs.',
    licenceUri: 'Web address of the licence',
    mayRetire: 'Words that are no longer in the file may go, however many',
    mayRetireHint: 'They are kept for services that still carry them, but not offered any more.',
    button: 'Bring it in',
    fileMissing: 'Choose a file',
    badLink: 'Enter a whole web address, such as https://example.org/licence',
    tooLong: (most: number) => `Use at most ${number(most)} characters`,
  },

  done: {
    summary: (when: string, taken: number, rejected: number) =>
      `Brought in on ${when}: ${words(taken)}${rejected ? `, ${number(rejected)} not taken` : ''}`,
    added: 'New',
    changed: 'Changed',
    unchanged: 'As before',
    retired: 'No longer in the list',
    matched: 'Matched by what Bothy brings',
    lostParents: 'Naming a wider word that is not in the list',
    rejected: 'Not taken',
    rejectedHeading: 'What was not taken',
    more: (n: number) => `And ${number(n)} more.`,
    where: 'Where',
    why: 'Why',
  },

  /** Why nothing of a file was taken; a sentence of its own. `what` is a name or a number. */
  problems: {
    empty: () => 'The file is empty.',
    packed: () => 'This is a packed file or a spreadsheet. Unpack it, or save the sheet as CSV, and choose that.',
    'not-text': () => 'This file is not text. Save the list as CSV or JSON, and choose that.',
    'not-json': () => 'The file begins like JSON and cannot be read to its end. It may have been cut off: fetch it again.',
    'not-xml': () => 'The file begins like XML and cannot be read to its end. It may have been cut off: fetch it again.',
    entities: () => 'The file declares words of its own (DOCTYPE or ENTITY), which a list has no need of, so it was not read.',
    'too-big': (what: string) => `The file is too big to be read in one piece: ${what} is the most. Give the list as CSV.`,
    'no-terms': () => 'There are no words in this file that could be a list.',
    'no-columns': (what: string) =>
      what
        ? `No column of the table is a name or label. Its columns are: ${what}.`
        : 'The first line must name the columns, one of them name or label.',
    'not-refset': (what: string) => `This is not a simple reference set of SNOMED CT (RF2): it has no column ${what}.`,
    'no-descriptions': (what: string) =>
      what
        ? `The second file is not a description file of SNOMED CT (RF2): it has no column ${what}.`
        : 'A reference set holds numbers only. Name the description file of the same release too.',
    'too-many-members': (what: string) => `The reference set has more than ${what} members. Choose a smaller one.`,
    'not-known': (what: string) => `The file is of no form that is known here: it has no “${what}”.`,
    'no-licence': (what: string) => `Say whose the list “${what}” is, and under which licence it may be used.`,
    'none-taken': (what: string) =>
      what === '0' ? 'There is not one word in the file.' : `Not one of the ${what} rows of the file could be taken.`,
    'many-would-go': (what: string) =>
      `${what} words that we have are not in this file, so it may have been cut off. Nothing was changed. If they should go, say so below.`,
  },

  /** Why one row was not taken. */
  rows: {
    'no-name': 'It has no name',
    'no-code': 'It has no code that could tell it apart',
    'long-name': 'Its name is longer than 500 characters',
    twice: 'Its code is there twice; the first is kept',
    'own-parent': 'It is said to be under itself',
    'other-list': 'It belongs to another list',
    broken: 'The table breaks off here: a quotation mark is not closed, or a row is too long',
    'not-described': 'The description file has no words for it',
  },

  list: {
    search: 'Find a word',
    searchHint: 'A part of its name, or its code',
    searchButton: 'Search',
    show: 'Which words',
    all: 'All',
    notMatched: (n: number) => `Not yet matched (${number(n)})`,
    gone: 'No longer in the list',
    caption: 'Words of the list and what they mean for us',
    total: (n: number) => words(n),
    found: (n: number, text: string) => `${words(n)} with “${text}”`,
    noneFound: 'No words',
    noneFoundText: 'Nothing in this list fits that.',
    allMatched: 'Every word of this list is matched',
    allMatchedText: 'When the list grows, new words show here.',
    term: 'Word',
    means: 'What it means for us',
    under: (parent: string) => `under ${parent}`,
    fromAbove: (from: string) => `as “${from}” does`,
    fromTwin: (from: string) => `as “${from}” does, which is the same word in another list`,
    nothing: 'None of ours',
    unsaid: 'Not yet matched',
    suggested: 'Suggested',
    take: 'Take it',
    accept: 'Take the suggestions that are ticked',
    acceptHint: 'What is suggested here is made from the words alone. Look through it first, and untick what is wrong.',
    previous: 'Words before these',
    next: 'More words',
    back: 'All words of the list',
    history: 'Latest changes',
    changed: {
      edited: 'One word changed',
      accepted: 'Suggestions taken',
      brought: 'Matched by what Bothy brings',
    },
    ofWords: words,
    undo: 'Undo',
    undone: 'Undone',
  },

  term: {
    code: 'Code',
    description: 'Description',
    wider: 'Under',
    address: 'Web address',
    now: 'It means now',
    retired: 'This word is no longer in its list. Services may still carry it.',
    settled: 'What should it mean?',
    itself: 'What is ticked below',
    itselfHint: 'Tick nothing to say that it means none of ours.',
    parent: 'What the word above it means',
    parentNone: 'Leave it open for now',
    needs: 'A service with this word helps with',
    audiences: 'It is meant for',
    relation: 'How close is it?',
    relations: {
      same: 'The very same thing',
      narrower: 'A kind of it, as football is a kind of getting active',
      broader: 'Something wider, as health is wider than low mood',
      related: 'Only near it',
    },
    relationHint: 'Services are found under the needs that are ticked for the first two. The others are only noted.',
    links: 'The same as these words of other lists',
    link: 'Match it with a word of another list',
    linkHint: 'Its whole name, its code or its web address',
    linkNone: 'There is no such word in the other lists',
    linkSeveral: 'Several words are called that. Enter its code or its web address',
    linkLong: 'Use at most 500 characters',
    choose: 'Choose what it should mean',
    chooseRelation: 'Choose how close it is',
    save: 'Save',
    stale: 'Somebody else has changed this word meanwhile. What they saved is shown above your answers. Save again to replace it.',
    savedNow: 'What is saved now',
    suggestion: (what: string) => `Its words suggest: ${what}.`,
  },

  events: {
    'taxonomy-imported': () => 'A list of words was brought in',
    'crosswalk-changed': () => 'What words of another list mean was changed',
    'crosswalk-undone': () => 'What words of another list mean was put back',
  },
};
