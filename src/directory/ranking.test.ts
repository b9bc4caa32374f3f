import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetsOf } from './facets.ts';
import { type Candidate, rank } from './ranking.ts';
import { reasonsFor } from './reasons.ts';
import { anything, tokensOf } from './search.ts';
import { understand } from './understand.ts';
import { likeliestWhy, looserSearches } from './why-nothing.ts';

const today = '2026-11-21';
let count = 0;
const candidate = (known: Partial<Candidate> = {}): Candidate => ({
  service: `s${++count}`,
  location: null,
  km: null,
  needs: [],
  whoFor: ['everyone'],
  days: [],
  attendance: ['in-person'],
  languages: ['en'],
  accessibility: [],
  free: false,
  minAge: null,
  maxAge: null,
  room: null,
  paused: false,
  assuredAt: '2026-11-01',
  covers: false,
  named: false,
  density: 0,
  hits: [],
  ...known,
});
const question = (text: string, measured = false) => ({
  ...understand(tokensOf(text), [], { not: [], place: '', age: null }),
  measured,
  today,
});
const order = (asked: ReturnType<typeof question>, candidates: Candidate[], search = anything) =>
  rank(candidates, asked, search).ranked.map(({ service }) => service);

describe('what stands higher', () => {
  it('has the words in its name rather than in its text, and in its text rather than words like them', () => {
    const [name, text, like] = [5, 3, 1].map((hit) => candidate({ hits: [hit] })) as [Candidate, Candidate, Candidate];
    expect(order(question('choir'), [like, text, name])).toEqual([name, text, like].map(({ service }) => service));
  });

  it('is nearer, has room, was checked lately, and is paused last', () => {
    const base = { hits: [3] };
    const paused = candidate({ ...base, paused: true, km: 1 });
    const far = candidate({ ...base, km: 40 });
    const near = candidate({ ...base, km: 1 });
    const room = candidate({ ...base, km: 1, room: 3 });
    expect(order(question('choir', true), [paused, far, near, room])).toEqual([room, near, far, paused].map(({ service }) => service));
  });

  it('counts for less and less as nobody checks it, and is left out after two years unless it is asked for', () => {
    const dates = ['2026-11-01', '2026-03-01', '2025-06-01', '2024-10-01', null];
    const candidates = dates.map((assuredAt) => candidate({ assuredAt, hits: [3] }));
    const { ranked, leftOut } = rank(candidates, question('choir'), anything);
    expect(ranked.map(({ assuredAt }) => assuredAt)).toEqual(['2026-11-01', '2026-03-01', expect.anything(), null].toSorted(() => 0));
    expect(leftOut).toBe(1);
    expect(rank(candidates, question('choir'), { ...anything, old: true })).toMatchObject({ leftOut: 0, ranked: { length: 5 } });
  });

  it('is for whoever was asked for', () => {
    const [men, everyone] = [candidate({ whoFor: ['men'] }), candidate()];
    expect(order(question(''), [men, everyone])[0]).toBe(everyone.service);
    expect(order(question(''), [men, everyone], { ...anything, whoFor: 'men' })[0]).toBe(men.service);
  });

  it('is shown once, at its best place', () => {
    const near = candidate({ service: 'two-places', km: 1 });
    const { ranked } = rank([{ ...near, km: 9 }, near], question('', true), anything);
    expect(ranked.map(({ km }) => km)).toEqual([1]);
  });

  it('never moves down when nothing but its nearness changes for the better', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (one, other) => {
        const [a, b] = [candidate({ km: one, hits: [3] }), candidate({ km: other, hits: [3] })];
        const [first] = order(question('choir', true), [a, b]);
        if (one !== other && Math.abs(one - other) > 1e-6) expect(first).toBe(one < other ? a.service : b.service);
      }),
    );
  });
});

describe('the reasons', () => {
  const fresh = { kind: 'fresh', ago: { count: 2, unit: 'week' }, by: null } as const;
  const explained = (text: string, known: Partial<Candidate>, search = anything) => {
    const asked = question(text, true);
    const [first] = rank([candidate(known)], asked, search).ranked;
    return reasonsFor(first!, asked, search, fresh);
  };

  it('are what counted, the most telling first and no more than five', () => {
    const { reasons, because } = explained('debt', { hits: [5], needs: ['money'], km: 2, room: 1, free: true });
    expect(reasons).toEqual(['words', 'needs', 'near', 'room', 'free']);
    expect(because).toMatchObject({ words: ['debt'], needs: ['money'] });
  });

  it('name the day, the audience and the way in only where they were asked for', () => {
    const known = { hits: [0, 0], days: ['SA'], whoFor: ['men' as const], needs: ['loneliness' as const] };
    expect(explained('', known).reasons).toEqual(['fresh']);
    expect(explained('', known, { ...anything, days: ['SA'], whoFor: 'men' })).toMatchObject({
      reasons: ['for', 'times', 'fresh'],
      because: { times: ['SA'], whoFor: ['men'] },
    });
  });
});

describe('the counts beside a search', () => {
  it('say how many would be left, and leave out what would change nothing', () => {
    const found = [
      candidate({ needs: ['money', 'food'], free: true, attendance: ['phone'] }),
      candidate({ needs: ['money'], free: true, room: 2, days: ['TU', 'evening', 'TU-evening'] }),
      candidate({ needs: ['money'], whoFor: ['men'] }),
    ];
    expect(facetsOf(found, anything)).toMatchObject({
      needs: [{ value: 'food', count: 1 }],
      whoFor: [{ value: 'men', count: 1 }],
      days: [{ value: 'TU', count: 1 }],
      times: [{ value: 'evening', count: 1 }],
      free: 2,
      room: 1,
    });
    expect(facetsOf(found, { free: true, room: false }).free).toBe(0);
  });
});

describe('why a search found nothing right', () => {
  it('is what would find the most when it is asked no more', () => {
    const looser = looserSearches({ ...anything, room: true, km: 5, free: true });
    expect(looser.map(({ why }) => why)).toEqual(['full', 'too-far', 'cost']);
    expect(looser[1]?.search).toMatchObject({ km: null, room: true, free: true });
    expect(
      likeliestWhy(0, [
        { why: 'full', found: 2 },
        { why: 'too-far', found: 9 },
      ]),
    ).toBe('too-far');
    expect(likeliestWhy(0, [{ why: 'full', found: 0 }])).toBe('none');
    expect(likeliestWhy(3, [{ why: 'full', found: 3 }])).toBe('none');
  });
});
