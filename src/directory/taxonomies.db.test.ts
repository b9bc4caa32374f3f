import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme, type TestProgramme } from '../../test/support/programme.ts';
import { countRows } from '../../test/support/rows.ts';
import { ownTerm } from './record/own-terms.ts';
import { registerTerms } from './taxonomy/register.ts';

const db = await testDatabase();
const noon = new Date('2026-11-21T12:00:00Z');
const detail = { id: '5c4d79d7-cc55-470e-9f1f-8cad074e4892', name: 'Community services', description: 'What groups do' };
const choir = { id: '3f7b145d-84af-42d7-8fae-eaca714b02b2', name: 'Choirs', description: 'Singing together', taxonomy_detail: detail };

let programme: TestProgramme;
beforeEach(async () => {
  programme = await newProgramme(db);
});

describe('the terms that records carry', () => {
  const register = (...terms: Record<string, unknown>[]) => db.inProgramme(programme.id, (tx) => registerTerms(tx, terms, noon));

  it('are noted once, with their taxonomy, and change when the feed changes them', async () => {
    await register(choir, { ...choir, id: 'not-a-uuid', name: 'Bands' }, { id: '', name: 'Nothing' }, choir);
    await register({ ...choir, name: 'Choirs and singing' });
    expect(await countRows(db, programme.id, 'taxonomy')).toBe(1);
    expect(await countRows(db, programme.id, 'taxonomy_term')).toBe(2);
    expect(await countRows(db, programme.id, 'taxonomy_term', 'name')).toBe(2);
  });

  it('are not noted when they are our own', async () => {
    await register(ownTerm('bothy-needs', 'food'));
    expect(await countRows(db, programme.id, 'taxonomy_term')).toBe(0);
  });
});
