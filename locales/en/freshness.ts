/** Keeping what the directory says right: asking, suggesting, deciding, and what changed. */
export const freshness = {
  /** How times are written in a box, and read from it. */
  times: {
    nth: { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '5': 'fifth', '-1': 'last' } as Record<string, string>,
    ofMonth: 'of the month',
    everyWeeks: (weeks: number) => `Every ${weeks} weeks on`,
    and: 'and',
    to: 'to',
    at: 'at',
    understood: {
      'every other week': '2 weeks',
      'every second week': '2 weeks',
      fortnightly: '2 weeks',
      'every fortnight': '2 weeks',
      'every other': '2 weeks',
      weekdays: 'monday to friday',
      weekends: 'saturday sunday',
      'every day': 'monday to sunday',
      daily: 'monday to sunday',
      '1st': 'first',
      '2nd': 'second',
      '3rd': 'third',
      '4th': 'fourth',
      '5th': 'fifth',
    } as Record<string, string>,
    passedOver: ['every', 'each', 'on', 'the', 'of', 'in', 'a', 'month', 'and', 'from', 'at', 'weekly', 'between', 'runs', 'open'],
  },
};
