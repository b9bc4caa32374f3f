import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Code, inTree, mergedCode, newCode, retiredCode, standsFor } from './codebook.ts';
import { foundIn, splitBy } from './codebook-find.ts';
import { sentencesOf, spansOf, trimmed } from './codebook-passages.ts';
import { shippedCodes } from './codebook-shipped.ts';

const code = (id: string, more: Partial<Code> = {}): Code => ({
  ...{ id, shipped: null, parent: null, name: id, colour: '#000000', codable: true, description: '', useWhen: '', notWhen: '' },
  ...{ state: 'in-use', into: null, rowVersion: 1 },
  ...more,
});
const details = { parent: null, name: 'New', colour: '#000000', description: '', useWhen: '', notWhen: '' };

describe('the codebook', () => {
  it('gives each code that comes with Bothy an id of its own, always the same', () => {
    const ids = shippedCodes(['loneliness', 'money', 'food']).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toBe(shippedCodes([])[0]!.id);
  });

  it('takes no second code of a name in one place, nor one that lies too deep', () => {
    const deep = ['a', 'b', 'c', 'd'].map((id, i, all) => code(id, { parent: all[i - 1] ?? null }));
    expect(newCode(deep, 'x', { ...details, name: 'A ' })).toEqual({ ok: false, error: 'same-name' });
    expect(newCode(deep, 'x', { ...details, parent: 'd' })).toEqual({ ok: false, error: 'too-deep' });
    expect(newCode(deep, 'x', { ...details, parent: 'nowhere' })).toEqual({ ok: false, error: 'no-such-parent' });
    expect(retiredCode(deep, deep[0]!)).toEqual({ ok: false, error: 'has-codes' });
    expect(inTree(deep).map(({ depth }) => depth)).toEqual([0, 1, 2, 3]);
  });

  it('counts what was merged for what it became, also over several steps', () => {
    const codes = [code('a', { state: 'merged', into: 'b' }), code('b', { state: 'merged', into: 'c' }), code('c')];
    expect(standsFor(codes, 'a')).toBe('c');
    expect(mergedCode(codes, codes[2]!, 'b')).toEqual({ ok: false, error: 'not-in-use' });
  });
});

describe('the sentences of a story', () => {
  it('hold all of its words, in order, and never overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Hello. ', 'Dr Who said so! ', '\n', '💃 danced', '  ', 'Why?'), { maxLength: 12 }), (parts) => {
        const words = parts.join('');
        const sentences = sentencesOf(words);
        expect(
          sentences
            .map(({ from, to }) => words.slice(from, to))
            .join('')
            .replace(/\s/g, ''),
        ).toBe(words.replace(/\s/g, ''));
        for (const [i, { from }] of sentences.entries()) if (i) expect(from).toBeGreaterThanOrEqual(sentences[i - 1]!.to);
      }),
    );
  });

  it('become one passage where they follow each other', () => {
    const sentences = sentencesOf('One. Two. Three. Four.');
    expect(spansOf(sentences, [3, 0, 1, 9])).toEqual([
      { from: 0, to: 9 },
      { from: 17, to: 22 },
    ]);
    expect(trimmed('  a  ', { from: 0, to: 99 })).toEqual({ from: 2, to: 3 });
    expect(trimmed('a   b', { from: 1, to: 4 })).toBeUndefined();
  });
});

describe('finding', () => {
  it('shows no group of fewer than five, and none from which such a group could be told by taking away', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 }), (texts) => {
        const groups = splitBy(texts, (text) => [text], 5);
        if (!groups) return;
        expect(groups.length).toBeGreaterThan(1);
        for (const group of groups) expect(group.texts.length).toBeGreaterThanOrEqual(5);
        expect(groups.flatMap((group) => group.texts)).toHaveLength(texts.length);
      }),
    );
  });

  it('counts passages that overlap as one, with everybody who marked it', () => {
    const one = { story: 's', version: 1, begunAt: new Date(0), doneAt: new Date(0) };
    const codings = [
      { ...one, id: '1', coder: 'sam', passages: [{ id: 'p', code: 'a', from: 0, to: 10 }] },
      {
        ...one,
        id: '2',
        coder: 'rhona',
        passages: [
          { id: 'q', code: 'a', from: 5, to: 15 },
          { id: 'r', code: 'b', from: 0, to: 3 },
        ],
      },
    ];
    expect(foundIn(codings, new Set(['a']))).toEqual([{ from: 0, to: 15, coders: ['sam', 'rhona'] }]);
  });
});
