import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { fillDirectory } from '../../test/support/services.ts';
import type { Database } from '../platform/database.ts';
import { type Asking, askingNothing, openDirectory, type PublishedKind } from './index.ts';

let db: Database;
let programme: TestProgramme;
let services: Awaited<ReturnType<typeof fillDirectory>>;

beforeAll(async () => {
  db = await testDatabase();
  programme = await newProgramme(db);
  services = await db.inProgramme(programme.id, fillDirectory);
});

const directory = () => openDirectory({ db, now: () => new Date(), personPlace: () => Promise.resolve(undefined) });
const of = () => programme.as('lead').programme;

async function names(kind: PublishedKind, asking: Partial<Asking>): Promise<string[]> {
  const page = await directory().publishedPage(of(), kind, { ...askingNothing, ...asking }, { number: 1, size: 100, depth: 'whole' });
  if (!page.ok) throw new Error(page.error);
  expect(page.value.total).toBe(page.value.found.length);
  const nameOf = (document: Record<string, unknown>) =>
    String((document['service'] as { name: string } | undefined)?.name ?? document['name']);
  return page.value.found.map(({ document }) => nameOf(document)).sort();
}

describe('what anybody may read of a directory', () => {
  it('is every service, whatever its standing, but not where a safe house is', async () => {
    expect(await names('services', {})).toEqual(
      Object.values(services)
        .map(({ name }) => name)
        .sort(),
    );
    expect(await names('service_at_locations', {})).not.toContain('Safe house and support');
    expect(await names('organizations', {})).toHaveLength(4);
  });

  it.each<[string, Partial<Asking>, string[]]>([
    ['words of a name or a description', { words: 'sing' }, ['Glenkens Community Choir']],
    ['a day', { periods: [{ days: ['TU'], from: null, until: null }] }, ['Men’s Shed workshop']],
    ['the first Monday of a month', { periods: [{ days: ['MO'], from: '20:00', until: null }] }, ['Glenkens Community Choir']],
    ['a time at which something else is on', { periods: [{ days: ['TU'], from: '12:30', until: null }] }, []],
    [
      'either of two times',
      {
        periods: [
          { days: ['TU'], from: '10:00', until: '12:30' },
          { days: ['TH'], from: '15:00', until: '16:00' },
        ],
      },
      ['Debt advice by appointment', 'Men’s Shed workshop'],
    ],
    ['nearness', { near: { place: 'DG7 3RN', metres: 1000 } }, ['Debt advice by appointment', 'Glenkens Community Choir']],
  ])('can be asked for by %s', async (_, asking, expected) => {
    expect(await names('services', asking)).toEqual(expected);
    expect([...new Set(await names('service_at_locations', asking))]).toEqual(expected);
  });

  it('can be asked for by age, where not saying an age is being for everybody', async () => {
    expect(await names('services', { maxAge: 12 })).not.toContain('Men’s Shed workshop');
    expect(await names('services', { minAge: 12, maxAge: 18 })).toContain('Men’s Shed workshop');
    expect(await names('services', { minAge: 70 })).toHaveLength(6);
  });

  it('answers all questions at once, not any of them', async () => {
    const tuesday = [{ days: ['TU' as const], from: null, until: null }];
    expect(await names('services', { words: 'tea', periods: tuesday })).toEqual(['Men’s Shed workshop']);
    expect(await names('services', { words: 'sing', periods: tuesday })).toEqual([]);
  });

  it('does not tell of a safe house to somebody who asks what is near it, or for its address', async () => {
    for (const place of ['Dalbeattie', 'DG5 4ZZ', 'DG5']) {
      const asked = await directory().publishedPage(
        of(),
        'services',
        { ...askingNothing, near: { place, metres: 20_000 } },
        { number: 1, size: 100, depth: 'whole' },
      );
      if (asked.ok) expect(JSON.stringify(asked.value)).not.toContain('Safe house');
    }
    for (const words of ['Rowan', 'Hidden Lane', 'DG5 4ZZ'])
      for (const kind of ['services', 'service_at_locations', 'organizations'] as const) expect(await names(kind, { words })).toEqual([]);
  });

  it('is sorted under lists of ours that anybody may read too', async () => {
    expect(await names('taxonomies', {})).toContain('Bothy needs');
    const food = await directory().publishedPage(
      of(),
      'taxonomy_terms',
      { ...askingNothing, words: 'loneliness' },
      { number: 1, size: 9, depth: 'whole' },
    );
    if (!food.ok) throw new Error(food.error);
    const { id, taxonomy_id: taxonomy } = food.value.found[0]!.document as { id: string; taxonomy_id: string };
    const lonely = ['Evening chat online', 'Glenkens Community Choir', 'Knitting in Balmaclellan', 'Men’s Shed workshop'];
    expect(await names('services', { terms: [id] })).toEqual(lonely);
    expect(await names('services', { taxonomies: [taxonomy] })).toHaveLength(6);
    expect(await names('organizations', { terms: [id] })).toEqual(['Castle Douglas Men’s Shed', 'Glenkens Community Trust']);
    expect(await names('taxonomy_terms', { taxonomies: [taxonomy], words: 'debt' })).toEqual(['Money or debt']);
  });
});
