import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { countRows } from '../../test/support/rows.ts';
import { meaningOf } from './crosswalk.ts';
import { idFrom } from './feed/ids.ts';
import { termsOf } from './feed/map-terms.ts';
import { ownTerm } from './record/own-terms.ts';
import { nodesFor } from './store/crosswalk.ts';
import { allTaxonomies, pageOfTerms } from './store/taxonomy-lists.ts';
import type { TermsAsk } from './taxonomy/import.ts';
import { meaningsFor, termsCarried } from './taxonomy/meanings.ts';
import { registerTerms } from './taxonomy/register.ts';
import { takeTerms } from './taxonomy/take.ts';
import { descriptions, fileOf, openActive, openEligibility, refset } from './testing/taxonomies.ts';

const db = await testDatabase();
const noon = new Date('2026-11-21T12:00:00Z');
const detail = { id: '5c4d79d7-cc55-470e-9f1f-8cad074e4892', name: 'Community services', description: 'What groups do' };
const choir = { id: '3f7b145d-84af-42d7-8fae-eaca714b02b2', name: 'Choirs', description: 'Singing together', taxonomy_detail: detail };

let programme: TestProgramme;
beforeEach(async () => {
  programme = await newProgramme(db);
});

const register = (...terms: Record<string, unknown>[]) => db.inProgramme(programme.id, (tx) => registerTerms(tx, terms, noon));
const take = async (content: string | Uint8Array, ask: Partial<TermsAsk> = {}, how = {}) =>
  takeTerms(
    db,
    programme.id,
    { file: fileOf(content, 'Advice.csv', 4096), licence: 'Ours', mayRetire: false, by: { kind: 'system' }, at: noon, ...ask },
    how,
  );
const outcome = async (...asked: Parameters<typeof take>) => {
  const taken = await take(...asked);
  if (!taken.ok) return taken.error;
  const { added, changed, unchanged, retired, rejected } = taken.value;
  return { added, changed, unchanged, retired, rejected };
};
const lists = () => db.inProgramme(programme.id, allTaxonomies);
const names = async (show: 'all' | 'unmatched' | 'retired' = 'all') =>
  db.inProgramme(programme.id, async (tx) => {
    const [list] = await allTaxonomies(tx);
    return (await pageOfTerms(tx, list!.id, { show, words: '', page: 1, size: 50 })).rows.map(({ name }) => name);
  });

describe('the terms that records carry', () => {
  it('are noted once, with their taxonomy, and change when the feed changes them', async () => {
    await register(choir, { ...choir, id: 'not-a-uuid', name: 'Bands' }, { id: '', name: 'Nothing' }, choir);
    await register({ ...choir, name: 'Choirs and singing' });
    expect((await lists()).map(({ name, terms, source }) => [name, terms, source])).toEqual([['Community services', 2, 'feed']]);
    expect(await names()).toEqual(['Bands', 'Choirs and singing']);
  });

  it('are kept together by what their feed calls their list, when it says no more', async () => {
    await register(
      { id: 'a', name: 'Advice', taxonomy: 'esdServices' },
      { id: 'b', name: 'Rides', taxonomy: 'esdServices' },
      { id: 'c', name: 'Tea' },
    );
    expect((await lists()).map(({ name, terms }) => [name, terms])).toEqual([
      ['esdServices', 2],
      ['Terms of no list', 1],
    ]);
  });

  it('are found wherever a document has them', () => {
    const place = { attributes: [{ taxonomy_term: { id: 'b', name: 'Halls' } }, { taxonomy_term: { name: 'No id' } }, 'nothing'] };
    const document = { id: '1', attributes: [{ taxonomy_term: choir }], service_at_locations: [{ location: place }, null] };
    expect(termsCarried(document).map(({ id }) => id)).toEqual([choir.id, 'b']);
  });

  it('are not noted when they are our own', async () => {
    await register(ownTerm('bothy-needs', 'food'));
    expect(await countRows(db, programme.id, 'taxonomy_term')).toBe(0);
  });

  it('change nothing of a list that was imported whole', async () => {
    await take(JSON.stringify([choir]), { as: 'json' });
    await register({ ...choir, name: 'Something else', taxonomy_detail: { ...detail, name: 'Renamed' } });
    expect((await lists())[0]).toMatchObject({ name: 'Community services', source: 'json', licence: 'Ours' });
    expect(await names()).toEqual(['Choirs']);
  });

  it('stay within their programme', async () => {
    await register(choir);
    const other = await newProgramme(db);
    expect(await db.inProgramme(other.id, allTaxonomies)).toEqual([]);
  });
});

describe('a list that is brought in', () => {
  const first = 'Code,Label,Broader\n1,Meals,\n2,Lunch clubs,1\n3,Rides,\n';

  it('is added, brought up to date, and loses what is gone without forgetting it', async () => {
    expect(await outcome(first)).toEqual({ added: 3, changed: 0, unchanged: 0, retired: 0, rejected: 0 });
    expect(await outcome(first)).toEqual({ added: 0, changed: 0, unchanged: 3, retired: 0, rejected: 0 });
    const next = 'Code,Label,Broader\n1,Hot meals,\n2,Lunch clubs,1\n4,Advice,\n';
    expect(await outcome(next)).toEqual({ added: 1, changed: 1, unchanged: 1, retired: 1, rejected: 0 });
    expect(await names('retired')).toEqual(['Rides']);
    expect(await outcome(`${next}3,Rides,\n`)).toMatchObject({ changed: 1, unchanged: 3 });
    expect(await names('retired')).toEqual([]);
    expect((await lists())[0]).toMatchObject({ name: 'Advice', licence: 'Ours', terms: 4, outcome: { changed: 1 } });
  });

  it('names its bad rows by line, and takes the good ones', async () => {
    const long = 'x'.repeat(501);
    const taken = await take(`Code,Label,Broader\n1,Meals,\n1,Meals again,\n2,,\n3,${long},\n4,Round,4\n5,Under nothing,99\n`);
    expect(taken).toMatchObject({ ok: true, value: { added: 2, rejected: 4, lostParents: 1 } });
    expect(taken.ok && taken.value.rejections).toEqual([
      { at: 'line 4', why: 'no-name' },
      { at: 'line 3', why: 'twice' },
      { at: 'line 5', why: 'long-name' },
      { at: 'line 6', why: 'own-parent' },
    ]);
  });

  it('is the same when it is longer than what is taken at once, and a code comes again much later', async () => {
    const rows = Array.from({ length: 1200 }, (_, n) => `${n},Term ${n},`).join('\n');
    expect(await outcome(`Code,Label,Broader\n${rows}\n7,Again,\n`)).toMatchObject({ added: 1200, rejected: 1 });
  });

  it('is only tried, when it is asked for dry', async () => {
    expect(await outcome(first, {}, { dryRun: true })).toMatchObject({ added: 3 });
    expect(await countRows(db, programme.id, 'taxonomy')).toBe(0);
    expect(await countRows(db, programme.id, 'taxonomy_term')).toBe(0);
  });

  it('does not lose most of its terms to a file that came back short', async () => {
    const many = `Code,Label\n${Array.from({ length: 40 }, (_, n) => `${n},Term ${n}`).join('\n')}\n`;
    await take(many);
    expect(await outcome('Code,Label\n0,Term 0\n')).toEqual({ why: 'many-would-go', what: '39' });
    expect(await names('retired')).toEqual([]);
    expect(await outcome('Code,Label\n0,Term 0\n', { mayRetire: true })).toMatchObject({ retired: 39 });
  });

  it('loses none to a file that breaks off', async () => {
    await take(first);
    expect(await outcome('Code,Label,Broader\n1,Meals,\n2,"Lunch')).toEqual({
      added: 0,
      changed: 0,
      unchanged: 1,
      retired: 0,
      rejected: 1,
    });
  });

  it('is not taken without a licence, or when nothing of it can be', async () => {
    expect(await take(first, { licence: '' })).toEqual({ ok: false, error: { why: 'no-licence', what: 'Advice' } });
    expect(await take('Code,Label\n1,\n')).toMatchObject({
      ok: false,
      error: { why: 'none-taken', rejections: [{ at: 'line 2', why: 'no-name' }] },
    });
    expect(await take('Code,Label\n')).toMatchObject({ ok: false, error: { why: 'none-taken', what: '0' } });
    expect(await countRows(db, programme.id, 'taxonomy')).toBe(0);
  });

  it('keeps its licence when it is brought up to date', async () => {
    await take(first);
    expect(await outcome(first, { licence: undefined })).toMatchObject({ unchanged: 3 });
    expect((await lists())[0]!.licence).toBe('Ours');
  });

  it('takes no term that another list has, nor one of ours', async () => {
    await take(JSON.stringify([choir]), { as: 'json' });
    const ours = ownTerm('bothy-needs', 'food').id;
    const items = [
      { id: choir.id, name: 'Taken', parent_id: '' },
      { id: ours, name: 'Mine', parent_id: '' },
      { id: 'x', name: 'Own', parent_id: '' },
    ];
    expect(await outcome(JSON.stringify(items), { as: 'json', name: 'Another' })).toMatchObject({ added: 1, rejected: 2 });
  });

  it('holds nothing of SNOMED CT but what the deployer’s own files bring', async () => {
    expect(await outcome(refset, { descriptions: fileOf(descriptions), name: 'Social needs' })).toMatchObject({ added: 1, rejected: 2 });
    expect((await lists())[0]).toMatchObject({ name: 'Social needs', source: 'snomed-refset', version: 'refset 111111111' });
  });
});

describe('what Bothy brings about public lists', () => {
  const meaningsOf = (...terms: string[]) =>
    db.inProgramme(programme.id, async (tx) => {
      const nodes = await nodesFor(tx, terms);
      return terms.map((term) => meaningOf(term, nodes)?.meaning);
    });
  const eligibility = (code: string) => idFrom(`${idFrom('open-eligibility')}/${code}`);

  it('matches them with our needs, and with the licence of each beside it', async () => {
    expect(await take(openEligibility, { licence: '' })).toMatchObject({ ok: true, value: { added: 7, rejected: 1, matched: 3 } });
    expect(await take(openActive, { licence: '' })).toMatchObject({ ok: true, value: { added: 3, rejected: 1, matched: 2 } });
    expect((await lists()).map(({ name, licence }) => [name, /CC BY[A-Z0-9. -]*/.exec(licence)?.[0]])).toEqual([
      ['Open Eligibility', 'CC BY-SA 3.0'],
      ['OpenActive Activity List', 'CC BY 4.0'],
    ]);
    const found = await meaningsOf(eligibility('1133'), eligibility('20006'), eligibility('1206'), '22fe3033-b0e4-4717-8455-599180b5bcba');
    expect(found).toEqual([
      { needs: ['money', 'food'], audiences: [] },
      { needs: [], audiences: ['older'] },
      undefined,
      { needs: ['activity'], audiences: [] },
    ]);
  });

  it('sorts services that carry the same term by its address, or by its code and the name of its list', async () => {
    await take(openActive, { licence: '' });
    await take(openEligibility, { licence: '' });
    const walking = { id: 'w', name: 'WF', term_uri: 'https://openactive.io/activity-list#22fe3033-b0e4-4717-8455-599180b5bcba' };
    const meals = { id: 'm', name: 'Xyz', code: '1131', taxonomy: 'open eligibility' };
    const unlike = { id: 'u', name: 'Other', code: '1131', taxonomy: 'Another list' };
    await register(walking, meals, unlike);
    const services = [walking, meals, unlike].map((term) => ({ attributes: [{ taxonomy_term: term }] }));
    const said = await db.inProgramme(programme.id, (tx) => meaningsFor(tx, services));
    expect(services.map((service) => termsOf(service, new Map(), said).needs)).toEqual([['activity'], ['food'], []]);
  });
});

const shared = new URL('../../../shared/standards/', import.meta.url);

describe.runIf(existsSync(shared))('the lists as they are published', () => {
  it('are brought in whole, and what Bothy brings fits them', async () => {
    const activities = await take(readFileSync(new URL('openactive/data/activity-list.jsonld', shared)), { licence: '' });
    expect(activities).toMatchObject({ ok: true, value: { added: 768, rejected: 0, lostParents: 0 } });
    const services = await take(readFileSync(new URL('openeligibility/taxonomy', shared)), { licence: '' });
    expect(services).toMatchObject({ ok: true, value: { added: 384, rejections: [{ at: '1206', why: 'twice' }], lostParents: 0 } });
    const open = await db.inProgramme(programme.id, async (tx) => {
      const found = await Promise.all(
        (await allTaxonomies(tx)).map(({ id }) => pageOfTerms(tx, id, { show: 'unmatched', words: '', page: 1, size: 1 })),
      );
      return found.map(({ total }) => total);
    });
    expect(open[1]).toBe(0);
    expect(open[0]).toBeLessThan(120);
  });
});
