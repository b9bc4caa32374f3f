import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../people/index.ts';
import { ageBandOf, type Field, fields, offered, packetOf, usualFields } from './packet.ts';

const moira: Person = {
  id: 'm',
  givenName: 'Moira',
  familyName: 'Kerr',
  chosenName: '',
  dateOfBirth: '1964-03-14',
  pronouns: 'she/her',
  phone: '01644 420123',
  email: 'moira@example.org',
  address: '2 Brae Street',
  place: 'New Galloway',
  postcode: 'DG7 3RN',
  practice: null,
  healthNumber: { system: 'nhs-number', value: '9990000018' },
  safeContact: { channels: [], voicemailOk: null, note: '' },
  interpreter: '',
  accessNeeds: 'Walks with a stick',
  rowVersion: 1,
};
const today = '2026-11-23';
const choose = (...chosen: Field[]) => ({ fields: chosen, matters: 'Misses her choir', care: 'Ring after ten' });

describe('what a service is told', () => {
  it('is the name and the phone number, if nothing else is chosen', () => {
    expect(usualFields(moira)).toEqual(['phone']);
    expect(packetOf(moira, choose('phone'), today)).toEqual({ name: 'Moira Kerr', phone: '01644 420123' });
  });

  it('uses the name that somebody chose for themselves', () => {
    expect(packetOf({ ...moira, chosenName: 'Mo Kerr' }, choose(), today)).toEqual({ name: 'Mo Kerr' });
  });

  it('may give the age in tens of years in place of the birthday', () => {
    expect(packetOf(moira, choose('age-band'), today)).toEqual({ name: 'Moira Kerr', ageBand: { from: 60, to: 69 } });
    expect([17, 18, 29, 30, 94].map(ageBandOf).map(({ from }) => from)).toEqual([0, 18, 18, 30, 90]);
  });

  it('always says how the person can be reached safely, once they have said so', () => {
    const careful = { ...moira, safeContact: { channels: ['text'] as const, voicemailOk: false, note: 'Her husband reads letters' } };
    expect(packetOf(careful, choose('phone'), today)).toEqual({
      name: 'Moira Kerr',
      phone: '01644 420123',
      safely: { only: ['text'], noVoicemail: true },
    });
  });

  it('offers email when the phone is not a safe way', () => {
    expect(usualFields({ ...moira, safeContact: { channels: ['email'], voicemailOk: null, note: '' } })).toEqual(['email']);
    expect(usualFields({ ...moira, safeContact: { channels: ['letter'], voicemailOk: null, note: '' } })).toEqual(['address']);
  });

  it('offers nothing that nobody knows', () => {
    expect(offered({ ...moira, email: '', accessNeeds: '' })).toEqual([
      'phone',
      'date-of-birth',
      'age-band',
      'address',
      'place',
      'matters',
      'care',
    ]);
  });

  it('never holds anything that was not chosen, and never a health number', () => {
    const marks: Record<Field, string> = {
      phone: '01644 420123',
      email: 'moira@example.org',
      'date-of-birth': '1964-03-14',
      'age-band': '"ageBand"',
      address: '2 Brae Street',
      place: 'New Galloway',
      'access-needs': 'Walks with a stick',
      interpreter: '"interpreter"',
      matters: 'Misses her choir',
      care: 'Ring after ten',
    };
    fc.assert(
      fc.property(fc.subarray([...fields]), (chosen) => {
        const told = JSON.stringify(packetOf(moira, choose(...chosen), today));
        for (const field of fields) {
          if (field === 'place' && chosen.includes('address')) continue;
          if (!chosen.includes(field)) expect(told).not.toContain(marks[field]);
        }
        expect(told).not.toContain('9990000018');
      }),
    );
  });
});
