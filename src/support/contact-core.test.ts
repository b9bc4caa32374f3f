import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyOf, implausible } from './contact.ts';
import { isOnlyHeadings, noteOf, withoutEmptyHeadings } from './contact-templates.ts';
import { isLowTwice, isOverdue, nextDueOn } from './supervision.ts';
import { stretchOf } from './to-do.ts';

const heading = fc.stringMatching(/^[A-Z][a-z ]{2,20}[a-z]$/);

describe('the headings of a note', () => {
  it('are no note by themselves', () =>
    fc.assert(fc.property(fc.array(heading, { maxLength: 8 }), (headings) => isOnlyHeadings(noteOf(headings), headings))));

  it('never cost a word that was written under them', () =>
    fc.assert(
      fc.property(fc.array(heading, { minLength: 1, maxLength: 8 }), fc.stringMatching(/^\d{3,9}$/), (headings, words) =>
        withoutEmptyHeadings(`${noteOf(headings)}${words}`, headings).includes(words),
      ),
    ));
});

it('offers each who may have been there once', () =>
  expect(companyOf(['Kacper'], 'Polish', [{ present: 'kacper, Mrs Gray' }])).toEqual(['Kacper', 'Interpreter (Polish)', 'Mrs Gray']));

it('takes no contact from before somebody was born or long before they were referred', () => {
  expect(implausible('1964-03-13', '1964-03-14', '1964-03-01')).toBe('before-birth');
  expect(implausible('2026-01-01', '1964-03-14', '2026-03-01')).toBe('before-referral');
  expect(implausible('2026-02-20', '1964-03-14', '2026-03-01')).toBeNull();
});

it('calls supervision overdue only after a week of grace', () => {
  const due = nextDueOn('2026-10-01', '2026-01-01', 4);
  expect([due, isOverdue(due, '2026-11-05'), isOverdue(due, '2026-11-06')]).toEqual(['2026-10-29', false, true]);
});

it('offers help when two answers running are low, and not after one', () => {
  const check = (rested: number) => ({ id: '', worker: '', at: new Date(0), shared: false, manageable: null, supported: 8, rested });
  expect([isLowTwice([check(1)]), isLowTwice([check(1), check(3)]), isLowTwice([check(1), check(4)])]).toEqual([false, true, false]);
});

it('puts what is late into today, and ends the week on Sunday', () =>
  expect(['2026-11-01', '2026-11-18', '2026-11-22', '2026-11-23'].map((day) => stretchOf(day, '2026-11-18'))).toEqual([
    'today',
    'today',
    'week',
    'later',
  ]));
