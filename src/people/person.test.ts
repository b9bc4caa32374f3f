import { describe, expect, it } from 'vitest';
import { changedFields, firstNameOf, nameOf, withDefaults } from './person.ts';

const moira = withDefaults('m', { givenName: 'Moira', familyName: 'Kerr', dateOfBirth: '1964-03-14', healthNumber: null, practice: null });

describe('a person', () => {
  it('is called by the name they chose, or the one they were referred by', () => {
    expect(nameOf(moira)).toBe('Moira Kerr');
    expect(nameOf({ ...moira, chosenName: 'Mo Kerr' })).toBe('Mo Kerr');
    expect(firstNameOf(moira)).toBe('Moira');
    expect(firstNameOf({ ...moira, chosenName: 'Mo Kerr' })).toBe('Mo');
  });

  it('is added with nothing assumed about how to reach them', () => {
    expect(moira).toMatchObject({ phone: '', safeContact: { channels: [], voicemailOk: null, note: '' }, rowVersion: 1, id: 'm' });
    expect(withDefaults('m', { ...moira, phone: '01632 960000' }).phone).toBe('01632 960000');
  });

  it('has changed only where something differs', () => {
    expect(changedFields(moira, moira)).toEqual([]);
    expect(changedFields(moira, { ...moira, rowVersion: 2 })).toEqual([]);
    const changed = { ...moira, phone: '01632 960000', safeContact: { channels: ['text' as const], voicemailOk: null, note: '' } };
    expect(changedFields(moira, changed)).toEqual(['phone', 'safeContact']);
  });
});
