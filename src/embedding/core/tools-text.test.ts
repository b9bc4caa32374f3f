import { expect, it } from 'vitest';
import { tools } from '../../../locales/en/tools.ts';
import { blocksOf, filled, toolTexts, unknownSlots } from './tools-text.ts';

it('makes headings, lists and paragraphs of lines as they are typed', () => {
  expect(blocksOf('Hello\nthere\n\n# What we do\n- listen\n- help\nand more\n- go along')).toEqual([
    { kind: 'paragraph', text: 'Hello\nthere' },
    { kind: 'heading', text: 'What we do' },
    { kind: 'list', items: ['listen', 'help'] },
    { kind: 'paragraph', text: 'and more' },
    { kind: 'list', items: ['go along'] },
  ]);
  expect(blocksOf('  \n')).toEqual([]);
});

it('fills in what is so here, and finds what nothing would fill', () => {
  const facts = { programme: 'Glenkens', phone: '01644 000000', practice: '', 'decide days': '5', 'first days': '7' };
  expect(filled('Ring [phone] at [programme], within [decide days] days', facts)).toBe('Ring 01644 000000 at Glenkens, within 5 days');
  expect(unknownSlots('Ring [phone] or [fax]')).toEqual(['fax']);
  for (const name of toolTexts) expect(unknownSlots(tools.ours[name])).toEqual([]);
});

it('keeps the leaflets short enough for one side of paper', () => {
  for (const name of ['what-is', 'next', 'money'] as const) expect(tools.ours[name].split(/\s+/).length).toBeLessThan(150);
});
