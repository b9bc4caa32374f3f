import { describe, expect, it } from 'vitest';
import { uuid } from '../../platform/database.ts';
import { needs } from '../need.ts';
import { accessibilities, attendances, audiences, waysToJoin } from '../service.ts';
import { codeOf, ownTerm, ownTerms } from './own-terms.ts';

describe('our own lists as taxonomies', () => {
  it('name and describe every code that pages offer', () => {
    const codes: readonly [string, readonly string[]][] = [
      ['bothy-needs', needs],
      ['bothy-circumstances', audiences],
      ['bothy-ways-to-join', waysToJoin],
      ['bothy-attendance', attendances],
      ['bothy-accessibility', accessibilities],
    ];
    for (const [list, known] of codes)
      expect(
        ownTerms()
          .filter(({ taxonomy }) => taxonomy === list)
          .map(({ code }) => code),
      ).toEqual([...known]);
    for (const term of ownTerms()) {
      expect(term.id).toMatch(uuid);
      expect(term.taxonomy_detail.id).toMatch(uuid);
      expect(term.name && term.description && term.taxonomy_detail.name && term.taxonomy_detail.description).toBeTruthy();
    }
    expect(new Set(ownTerms().map(({ id }) => id)).size).toBe(ownTerms().length);
  });

  it('keep their ids for ever, because feeds of others hold them', () => {
    expect(ownTerm('bothy-needs', 'food')).toMatchObject({
      id: '38a06e08-0393-8080-a4c7-6a0e0dbeddab',
      code: 'food',
      name: 'Food',
      taxonomy_detail: { id: 'ca360e7e-deca-86cc-a23a-02f4dca98a8c' },
    });
    expect(ownTerm('bothy-circumstances', 'older').id).toBe('9e8df9d9-ef97-8b5e-a292-2bc2bdf33393');
  });

  it('can be read back from a term’s id, however it is written', () => {
    for (const term of ownTerms()) expect(codeOf(term.id.toUpperCase())).toEqual({ list: term.taxonomy, code: term.code });
    expect(codeOf('9c1b7a52-37a4-4c88-9f6b-6f8f1b3f1c11')).toBeUndefined();
  });
});
