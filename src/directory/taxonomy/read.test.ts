import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { descriptions, fileOf, openActive, openEligibility, refset } from '../testing/taxonomies.ts';
import type { Draft, Rejected } from './file.ts';
import { type Format, readTerms } from './read.ts';

async function read(content: string | Uint8Array, how: { as?: Format; descriptions?: string; pieces?: number } = {}) {
  const file = fileOf(content, 'terms', how.pieces);
  const reading = await readTerms(file, {
    as: how.as,
    descriptions: how.descriptions === undefined ? undefined : fileOf(how.descriptions),
  });
  const rows: (Draft | Rejected)[] = [];
  for await (const row of reading.rows) rows.push(row);
  return {
    ...reading,
    terms: rows.filter((row): row is Draft => !('why' in row)),
    rejected: rows.filter((row): row is Rejected => 'why' in row),
  };
}
const why = (content: string | Uint8Array, how = {}) =>
  read(content, how).then(
    () => 'read',
    (error: { why?: string }) => error.why,
  );

describe('the Open Eligibility list', () => {
  it('is read in its levels, with what it says of its categories', async () => {
    const { format, about, terms } = await read(openEligibility);
    expect({ format, about }).toEqual({ format: 'open-eligibility', about: { version: '2.0' } });
    expect(terms.map(({ key, parentKey, name }) => [key, parentKey, name])).toEqual([
      ['1102', undefined, 'Food'],
      ['1131', '1102', 'Free Meals'],
      ['1132', '1102', 'Help & Pay'],
      ['1133', '1132', 'Food Benefits'],
      ['1206', undefined, 'Medical Care'],
      ['1206', '1206', 'Primary Care'],
      ['20002', undefined, 'Age Group'],
      ['20006', '20002', 'Seniors'],
    ]);
    expect(terms[0]!.description).toBe('Services for meals and pantries.');
  });

  it('is not read when it declares something of its own that could grow without end', async () => {
    const bomb = `<!DOCTYPE t [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${openEligibility}`;
    expect(await why(bomb)).toBe('entities');
    expect(await why(`${openEligibility.slice(0, 60)}<!ENTITY x SYSTEM "file:///etc/passwd">`)).toBe('entities');
  });

  it.each([
    ['another XML', '<services><service/></services>', 'not-known'],
    ['a web page', '<!doctype html><html><body>Sign in</body></html>', 'entities'],
    ['half a tag', '<', 'not-xml'],
  ])('says why it cannot read %s', async (_what, text, expected) => {
    expect(await why(text)).toBe(expected);
  });
});

describe('the OpenActive list', () => {
  it('is read with its own ids, its licence and whatever else it says', async () => {
    const { format, about, terms, rejected } = await read(openActive);
    expect(format).toBe('openactive');
    expect(about).toMatchObject({ name: 'OpenActive Activity List', licenceUri: 'https://creativecommons.org/licenses/by/4.0/' });
    expect(terms[0]).toMatchObject({
      id: '22fe3033-b0e4-4717-8455-599180b5bcba',
      parentId: '0a5f732d-e806-4e51-ad40-0a7de0239c8c',
      code: 'walking_football',
      termUri: 'https://openactive.io/activity-list#22fe3033-b0e4-4717-8455-599180b5bcba',
      document: { altLabel: ['Slow football'] },
    });
    expect(rejected).toEqual([{ at: 'concept 4', why: 'no-name' }]);
  });
});

describe('a list in CSV', () => {
  it.each([
    ['commas', 'Identifier,Label,Description,Broader\n1,Meals,"Hot, cooked",\n2,Lunch clubs,,1\n'],
    ['semicolons', 'Identifier;Label;Description;Broader\n1;Meals;"Hot, cooked";\n2;Lunch clubs;;1\n'],
    ['tabs', 'Identifier\tLabel\tDescription\tBroader\n1\tMeals\tHot, cooked\t\n2\tLunch clubs\t\t1\n'],
    ['old line ends', 'Identifier,Label,Description,Broader\r1,Meals,"Hot, cooked",\r2,Lunch clubs,,1\r'],
    ['other names', 'parentId,serviceId,Preferred label,Scope note,Extra\n,1,Meals,"Hot, cooked",x\n1,2,Lunch clubs,,\n'],
    [
      'addresses for codes',
      'URI,Label,Definition,Broader\nhttp://id.example/s/1,Meals,"Hot, cooked",\nhttp://id.example/s/2,Lunch clubs,,http://id.example/s/1',
    ],
  ])('is read with %s', async (_what, text) => {
    const { terms } = await read(text, { as: 'csv' });
    expect(terms.map(({ key, name, description, parentKey }) => ({ key, name, description, parentKey }))).toEqual([
      { key: '1', name: 'Meals', description: 'Hot, cooked', parentKey: undefined },
      { key: '2', name: 'Lunch clubs', description: '', parentKey: '1' },
    ]);
  });

  it('names each row that it cannot take by its line', async () => {
    const { terms, rejected } = await read('Code,Name\n1,Meals\n2,\n\n3,Rides\n');
    expect(terms).toHaveLength(2);
    expect(rejected).toEqual([{ at: 'line 3', why: 'no-name' }]);
  });

  it('keeps what stands before a quotation mark that is never closed', async () => {
    const { terms, rejected } = await read('Code,Name\n1,Meals\n2,"Rides\n3,Advice\n');
    expect(terms.map(({ name }) => name)).toEqual(['Meals']);
    expect(rejected).toEqual([{ at: expect.stringMatching(/^line \d/) as string, why: 'broken' }]);
  });

  it('says which columns there are when none of them is a name', async () => {
    await expect(read('Colour,Weight\nred,3\n', { as: 'csv' })).rejects.toMatchObject({ why: 'no-columns', what: 'Colour, Weight' });
  });
});

describe('the letters of a file', () => {
  const text = 'Code,Name\n1,Café à côté\n';
  const utf16 = (mark: number[], swap: boolean) => {
    const bytes = Buffer.from(text, 'utf16le');
    return new Uint8Array([...mark, ...(swap ? bytes.swap16() : bytes)]);
  };
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16 from Excel', utf16([0xff, 0xfe], false)],
    ['UTF-16 the other way round', utf16([0xfe, 0xff], true)],
    ['UTF-16 without a mark', utf16([], false)],
    ['Windows-1252', Uint8Array.from(Buffer.from(text, 'latin1'))],
  ])('are read in %s', async (_what, bytes) => {
    for (const pieces of [7, 4096]) expect((await read(bytes, { pieces })).terms[0]?.name).toBe('Café à côté');
  });

  it.each([
    ['nothing', '', 'empty'],
    ['a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'packed'],
    ['a packed file', new Uint8Array([0x1f, 0x8b, 8, 0]), 'packed'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'not-text'],
  ])('are not looked for in %s', async (_what, bytes, expected) => {
    expect(await why(bytes, { pieces: 4096 })).toBe(expected);
  });
});

describe('a list in JSON', () => {
  const detail = { id: '5c4d79d7-cc55-470e-9f1f-8cad074e4892', name: 'Community services', description: 'What groups do' };
  it('is read as an HSDS server answers it, with ids and whatever else is said', async () => {
    const id = '3f7b145d-84af-42d7-8fae-eaca714b02b2';
    const term = { id, name: 'Choirs', description: 'Singing', parent_id: 'top', taxonomy_detail: detail, metadata: [{ id: 'm' }] };
    const other = { ...term, id: 'b', taxonomy_detail: { ...detail, id: 'another' } };
    const { about, terms, rejected } = await read(JSON.stringify({ total_items: 2, contents: [term, other] }));
    expect(about).toMatchObject({ id: detail.id, name: 'Community services' });
    expect(terms).toMatchObject([{ id, name: 'Choirs', document: { metadata: [{ id: 'm' }] } }]);
    expect(rejected).toEqual([{ at: 'item 2', why: 'other-list' }]);
  });

  it('is read as a plain list, by the names of its fields', async () => {
    const { terms } = await read(JSON.stringify([{ code: 'A', label: 'Advice', broader: 'Z' }, { code: 'B' }]));
    expect(terms).toMatchObject([{ key: 'A', name: 'Advice', parentKey: 'Z' }]);
  });

  it.each([
    ['is broken off', '[{"code": "A", "label": ', 'not-json'],
    ['has no terms', '{"error": "no"}', 'no-terms'],
    ['is empty', '[]', 'no-terms'],
    ['is nothing but numbers', '[1, 2, null]', 'no-terms'],
  ])('is not read when it %s', async (_what, text, expected) => {
    expect(await why(text)).toBe(expected);
  });
});

describe('a SNOMED CT reference set', () => {
  it('is read with the words of its description file, and no member that is withdrawn', async () => {
    const { format, about, terms, rejected } = await read(refset, { descriptions });
    expect(format).toBe('snomed-refset');
    expect(about).toEqual({ version: 'refset 111111111' });
    expect(terms).toMatchObject([{ code: '100000001', name: 'Short of "food"', description: 'Short of "food" (finding)', language: 'en' }]);
    expect(rejected).toEqual([
      { at: 'line 4', why: 'not-described' },
      { at: 'line 5', why: 'no-code' },
    ]);
  });

  it('is not read without words, or when a file is another', async () => {
    expect(await why(refset)).toBe('no-descriptions');
    expect(await why(refset, { descriptions: refset })).toBe('no-descriptions');
    expect(await why(descriptions, { as: 'snomed-refset', descriptions })).toBe('not-refset');
  });
});

const shared = new URL('../../../../shared/standards/', import.meta.url);

describe.runIf(existsSync(shared))('the lists as they are published', () => {
  it('are read whole', async () => {
    const activities = await read(readFileSync(new URL('openactive/data/activity-list.jsonld', shared)), { pieces: 65_536 });
    expect([activities.terms.length, activities.rejected]).toEqual([768, []]);
    const services = await read(readFileSync(new URL('openeligibility/taxonomy', shared)), { pieces: 65_536 });
    expect([services.format, services.terms.length, services.rejected]).toEqual(['open-eligibility', 385, []]);
  });
});
