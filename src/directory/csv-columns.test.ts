import { describe, expect, it } from 'vitest';
import { csvFields, guessColumns } from './csv-columns.ts';

describe('what the columns of a table mean', () => {
  it.each([
    [
      [
        'Service Name',
        'Provider',
        'Description',
        'Venue',
        'Address',
        'Town',
        'Post Code',
        'Telephone',
        'E-mail',
        'Website',
        'Cost',
        'Days & Times',
      ],
      ['name', 'organisation', 'description', 'place', 'address', 'town', 'postcode', 'phone', 'email', 'website', 'cost', 'times'],
    ],
    [
      ['Ref', 'Activity', 'Run by', 'When', 'Where', 'Category', 'Age range', 'How to join', 'lat', 'lng', 'Internal notes to self'],
      ['id', 'name', 'organisation', 'times', 'place', 'needs', 'ages', 'join', 'latitude', 'longitude', null],
    ],
    [
      ['Name', 'Name of organisation', 'Contact email', 'Contact number', 'Eligibility criteria', 'Wheelchair access', 'Fees'],
      ['name', 'organisation', 'email', 'phone', 'eligibility', 'access', 'cost'],
    ],
    [
      ['Title', 'Title', '', '???'],
      ['name', null, null, null],
    ],
  ] as const)('is guessed from %j', (headings, fields) => expect(guessColumns(headings)).toEqual(fields));

  it('is what somebody said the last time, leaving out included', () => {
    const remembered = { 'wer wir sind': 'organisation', name: '', other: 'name', bad: 'constructor' };
    expect(guessColumns(['Wer  wir sind', 'Name', 'Other', 'Bad', 'Town'], remembered)).toEqual([
      'organisation',
      null,
      'name',
      null,
      'town',
    ]);
  });

  it('names no field twice, whatever the headings', () => {
    const found = guessColumns([...csvFields, ...csvFields]).filter((field) => field !== null);
    expect(new Set(found).size).toBe(found.length);
  });
});
