import { describe, expect, it } from 'vitest';
import { bankHolidays, easter, isBankHoliday } from './bank-holidays.ts';

/** As https://www.gov.uk/bank-holidays publishes them. */
const published = {
  'england-and-wales': [
    '2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26',
    '2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26',
    '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28',
    '2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28',
  ],
  scotland: [
    '2024-01-01 2024-01-02 2024-03-29 2024-05-06 2024-05-27 2024-08-05 2024-12-02 2024-12-25 2024-12-26',
    '2025-01-01 2025-01-02 2025-04-18 2025-05-05 2025-05-26 2025-08-04 2025-12-01 2025-12-25 2025-12-26',
    '2026-01-01 2026-01-02 2026-04-03 2026-05-04 2026-05-25 2026-06-15 2026-08-03 2026-11-30 2026-12-25 2026-12-28',
    '2027-01-01 2027-01-04 2027-03-26 2027-05-03 2027-05-31 2027-08-02 2027-11-30 2027-12-27 2027-12-28',
  ],
  'northern-ireland': [
    '2024-01-01 2024-03-18 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-07-12 2024-08-26 2024-12-25 2024-12-26',
    '2025-01-01 2025-03-17 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-07-14 2025-08-25 2025-12-25 2025-12-26',
    '2026-01-01 2026-03-17 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-07-13 2026-08-31 2026-12-25 2026-12-28',
    '2027-01-01 2027-03-17 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-07-12 2027-08-30 2027-12-27 2027-12-28',
  ],
} as const;

describe('bank holidays', () => {
  for (const [region, years] of Object.entries(published) as [keyof typeof published, readonly string[]][])
    it.each(years.map((days, nth) => [2024 + nth, days.split(' ')] as const))(`of ${region} in %i are those published`, (year, days) =>
      expect(bankHolidays(region, year)).toEqual(days),
    );

  it('move on when the day is another one already', () => {
    // 2022: 1 January was a Saturday, and 2 January a Sunday; 2023: 1 January was a Sunday.
    expect(bankHolidays('scotland', 2022).slice(0, 2)).toEqual(['2022-01-03', '2022-01-04']);
    expect(bankHolidays('scotland', 2023).slice(0, 2)).toEqual(['2023-01-02', '2023-01-03']);
  });

  it('are nobody’s where none are kept', () => {
    expect(bankHolidays('none', 2026)).toEqual([]);
    expect(isBankHoliday('none', '2026-12-25')).toBe(false);
    expect(isBankHoliday('scotland', '2026-12-25')).toBe(true);
    expect(isBankHoliday('scotland', '2026-04-06')).toBe(false);
  });
});

it.each([
  [1818, '1818-03-22'],
  [1961, '1961-04-02'],
  [2000, '2000-04-23'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter of %i is on %s', (year, day) => expect(easter(year)).toBe(day));
