/** The words of a search: what was understood, why a result is there, and how to ask for less or more. */
export const finding = {
  times: 'Time of day',
  dayparts: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening', night: 'Night' },
  language: 'Language',
  anyLanguage: 'Any language',
  languageName: (code: string) => new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' }).of(code) ?? code,
  access: 'Getting in and taking part',
  maxCost: 'Costs at most',
  maxCostHint: 'In pounds each time. Leave it empty for any cost',
  badCost: 'Enter an amount in pounds, such as 5',
  covers: 'Say that they cover this place',
  fresh: 'Were checked in the last six months',
  old: 'Show those too that nobody has checked for two years',
  more: 'More ways to narrow',

  lookingFor: 'Looking for:',
  leaveOut: 'Leave out',
  notMeant: (what: string) => `Do not look for ${what}`,
  said: (typed: string) => `“${typed}”`,
  meaning: (typed: string, needs: string) => `“${typed}” (${needs})`,
  near: (place: string) => `near ${place}`,
  aged: (age: number) => `for somebody aged ${age}`,

  accessUnsaid: 'None of them says that it has the language or the way in that you asked for. Ask before you go.',
  leftOut: (count: number) =>
    count === 1
      ? 'One service is left out because nobody has checked it for two years.'
      : `${count} services are left out because nobody has checked them for two years.`,
  showOld: 'Show them too',
  narrow: 'Narrow these down',
  counted: (name: string, count: number) => `${name} (${count})`,

  why: (reasons: string[]) => `Why this one: ${reasons.join(', ')}`,
  matches: (words: string) => `has ${words}`,
  helpsWith: (needs: string) => `helps with ${needs}`,
  forWhom: (whom: string) => `for ${whom}`,
  runs: (times: string) => `open ${times}`,
  on: (day: string) => `on ${day}s`,
  inPart: { morning: 'in the morning', afternoon: 'in the afternoon', evening: 'in the evening', night: 'at night' },
  takesPart: { 'in-person': 'in person', online: 'online', phone: 'by phone', 'home-visit': 'at home' },
  reasons: {
    near: 'near',
    covers: 'covers this place',
    access: 'has what you asked for to get in',
    language: 'speaks the language',
    room: 'has room',
    free: 'free',
  },
  checked: (ago: string) => `checked ${ago}`,

  closedOn: (day: string) => `(closed on ${day})`,
  closed: (from: string, to: string) => `(closed ${from} to ${to})`,

  gapQuick: 'Nothing here is right: record the gap',
  gapQuickHint: 'One click is enough. You can change it or take it back on the next page.',
  gapChange: 'Change what is recorded',
  gapSave: 'Save the changes',
};

export const findingNotices = { 'gap-changed': 'The gap is changed.' };
