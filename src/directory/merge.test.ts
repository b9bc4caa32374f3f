import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge, type Voice } from './merge.ts';
import type { Document } from './record.ts';

const id = '7f3c2e10-0000-4000-9000-000000000001';
const voice = (name: string, trust: number, fields: Record<string, unknown>, day = 1): Voice => ({
  source: `feed:${name}`,
  trust,
  at: new Date(Date.UTC(2026, 10, day)),
  document: { id: `of-${name}`, ...fields },
});
const council = voice('council', 5, { name: 'Lunch club', description: 'Soup and company.', phones: [] });
const charity = voice('charity', 3, { name: 'The lunch club', phones: [{ number: '01556 100200' }], email: 'soup@club.example' });

describe('one truth of several feeds', () => {
  it('believes the feed that is trusted most, and fills what it leaves empty from the next', () => {
    expect(merge({ id, current: null, voices: [charity, council], choices: {} })).toEqual({
      document: {
        id,
        name: 'Lunch club',
        description: 'Soup and company.',
        phones: [{ number: '01556 100200' }],
        email: 'soup@club.example',
      },
      sources: { '': 'feed:council', phones: 'feed:charity', email: 'feed:charity' },
    });
  });

  it('believes the newer of two that are trusted alike', () => {
    const voices = [voice('old', 1, { name: 'Monday lunch' }, 1), voice('new', 1, { name: 'Tuesday lunch' }, 2)];
    expect(merge({ id, current: null, voices, choices: {} }).document['name']).toBe('Tuesday lunch');
  });

  it('keeps what people wrote over what feeds say, unless somebody chose a feed for that field', () => {
    const current = {
      document: { id, name: 'Lunch with Isla', description: 'Old words.' },
      sources: { '': 'feed:council', name: 'account:7' } as const,
    };
    expect(merge({ id, current, voices: [council], choices: {} })).toMatchObject({
      document: { name: 'Lunch with Isla', description: 'Soup and company.' },
      sources: { '': 'feed:council', name: 'account:7' },
    });
    expect(merge({ id, current, voices: [council], choices: { name: 'feed:council' } }).document['name']).toBe('Lunch club');
  });

  it('lets a feed take back what it alone had said, and keeps what an operator put there', () => {
    const current = {
      document: { id, name: 'Lunch club', email: 'gone@club.example', alert: 'Closed in May' },
      sources: { '': 'feed:council', alert: 'operator' } as const,
    };
    expect(merge({ id, current, voices: [council], choices: {} }).document).toEqual({
      ...council.document,
      id,
      alert: 'Closed in May',
    });
  });

  it('is exactly what the feed said when there is only one, and merging again changes nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()), (fields) => {
        const { id: _, __proto__: __, ...said } = fields as Record<string, unknown>;
        const document: Document = { id, ...said };
        const only = { ...council, document };
        const first = merge({ id, current: null, voices: [only], choices: {} });
        expect(first.document).toEqual(document);
        expect(merge({ id, current: first, voices: [only], choices: {} })).toEqual(first);
      }),
    );
  });
});
