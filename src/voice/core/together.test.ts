import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ballot, optionsIn, resultOf, vote } from './ballot.ts';
import { sectionChanges, wordChanges } from './document-difference.ts';
import { tellingOf } from './names-somebody.ts';
import { without } from './steering-paper.ts';

const ballot: Ballot = {
  id: 'b',
  question: 'What first?',
  about: '',
  options: optionsIn('A bus\n\nA choir\nA bus'),
  choose: 1,
  openedAt: new Date('2026-11-01'),
  closesOn: '2026-11-30',
  closedAt: null,
};

describe('a ballot', () => {
  it('takes each option of the list once', () => expect(ballot.options.map(({ text }) => text)).toEqual(['A bus', 'A choir']));

  it('counts a choice that is there, while it is open', () => {
    expect(vote(ballot, ['o1', 'o1'], '2026-11-30')).toEqual({ ok: true, value: ['o1'] });
    expect(vote(ballot, ['o1'], '2026-12-01')).toMatchObject({ error: 'closed' });
    expect(vote(ballot, ['o1', 'o2'], '2026-11-30')).toMatchObject({ error: 'too-many' });
    expect(vote(ballot, ['bus'], '2026-11-30')).toMatchObject({ error: 'unknown-option' });
    expect(vote(ballot, [], '2026-11-30')).toMatchObject({ error: 'none-chosen' });
  });

  it('shows nothing while it is open or when fewer than three voted', () => {
    const counts = new Map([['o2', 3]]);
    expect(resultOf(ballot, counts, 3, '2026-11-30').name).toBe('open');
    expect(resultOf(ballot, counts, 2, '2026-12-01').name).toBe('too-few');
    const counted = resultOf(ballot, counts, 3, '2026-12-01');
    expect(counted).toMatchObject({ name: 'counted', options: [{ text: 'A choir', votes: 3 }, { votes: 0 }] });
  });
});

describe('what changed in a document', () => {
  const text = fc
    .array(fc.constantFrom('we', 'refer', 'anybody', 'who', 'asks', 'kindly'), { maxLength: 12 })
    .map((words) => words.join(' '));
  const bare = (words: string) => words.replaceAll(/\s+/g, ' ').trim();

  it('is told word by word: without what was put in it is the old text, without what was taken out the new one', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordChanges(before, after);
        const side = (gone: string) =>
          bare(
            pieces
              .filter(({ kind }) => kind !== gone)
              .map((piece) => `${piece.text} `)
              .join(''),
          );
        expect(side('added')).toBe(bare(before));
        expect(side('removed')).toBe(bare(after));
      }),
    ));

  it('knows parts by their headings', () => {
    const before = [
      { heading: 'Who', text: 'Anybody' },
      { heading: 'How', text: 'Ring' },
    ];
    const after = [
      { heading: 'Who', text: 'Anybody' },
      { heading: 'When', text: 'Any day' },
    ];
    expect(sectionChanges(before, after).map(({ kind, heading }) => `${heading} ${kind}`)).toEqual([
      'Who same',
      'When added',
      'How removed',
    ]);
  });
});

describe('what may tell who somebody is', () => {
  it.each([
    ['Mrs Galbraith was kind', 'Mrs Galbraith'],
    ['my wife Moira waited', 'Moira'],
    ['ask Jean Kirkpatrick about it', 'Jean Kirkpatrick'],
    ['write to moira.kerr@example.org', 'moira.kerr@example.org'],
    ['ring 01644 420 234 after six', '01644 420 234'],
    ['I live at DG7 3QB', 'DG7 3QB'],
    ['born on 14/3/1964', '14/3/1964'],
    ['she is 84 years old', '84 years old'],
    ['my link worker Sam never rang', 'Sam'],
  ])('finds it in “%s”', (words, found) => expect(tellingOf(words).map(({ text }) => text)).toContain(found));

  it('asks nothing about words that tell of nobody', () =>
    expect(tellingOf('A bench outside the surgery in Castle Douglas, so that people can wait in the sun. Please!')).toEqual([]));
});

it('takes what was taken back out of a paper, and leaves the rest as it was', () => {
  const parts = [{ title: 'Ideas', lines: ['Two ideas'], table: { head: ['Idea'], rows: [['A bench'], ['A bus']] } }];
  expect(without(parts, ['A bench'], '–')?.[0]?.table?.rows).toEqual([['–'], ['A bus']]);
  expect(without(parts, ['', 'A choir'], '–')).toBeUndefined();
});
