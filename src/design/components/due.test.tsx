import { expect, it } from 'vitest';
import { show } from '../testing/fixtures.tsx';
import { Dot } from './dot.tsx';
import { Due } from './due.tsx';

it('says how late something is in words', () => {
  expect(show(<Due day="2026-11-21" now={new Date('2026-11-24T10:00:00Z')} />)).toContain('3 days late');
});

it('gives every status its word and its own shape', () => {
  const marks = (['late', 'hold', 'ok', 'waiting', 'closed'] as const).map((kind) => show(<Dot kind={kind} />));
  expect(new Set(marks.map((html) => /<(path|circle)[^>]*>/.exec(html)?.[0])).size).toBe(5);
  for (const html of marks) expect(html).toMatch(/bothy-dot__text">\w/);
});
