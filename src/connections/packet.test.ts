import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Person, withDefaults } from '../people/index.ts';
import { ageBandOf, type Field, fields, offered, packetOf, recordedOf, safeLineOf, usualFields } from './packet.ts';

const moira: Person = withDefaults('m', {
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
});
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
    expect([17, 18, 29, 30, 89, 90, 94].map(ageBandOf).map(({ from, to }) => `${from}-${to}`)).toEqual([
      '0-17',
      '18-29',
      '18-29',
      '30-39',
      '80-89',
      '90-120',
      '90-120',
    ]);
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

  it('is everything, when everything is chosen', () => {
    const known = { ...moira, interpreter: 'Polish' };
    expect(packetOf(known, { fields: [...fields], matters: ' Misses her choir ', care: 'Ring after ten\n' }, today)).toEqual({
      name: 'Moira Kerr',
      phone: '01644 420123',
      email: 'moira@example.org',
      dateOfBirth: '1964-03-14',
      ageBand: { from: 60, to: 69 },
      address: '2 Brae Street\nNew Galloway\nDG7 3RN',
      place: 'New Galloway',
      accessNeeds: 'Walks with a stick',
      interpreter: 'Polish',
      matters: 'Misses her choir',
      care: 'Ring after ten',
    });
  });

  it('leaves out what turned out to be empty', () => {
    expect(packetOf({ ...moira, place: '' }, { fields: ['address', 'place', 'matters'], matters: '  ', care: '' }, today)).toEqual({
      name: 'Moira Kerr',
      address: '2 Brae Street\nDG7 3RN',
    });
  });

  it('says how to be safe for whichever of the two is known: the ways, or that voicemail is not one', () => {
    const ways = { ...moira, safeContact: { channels: ['phone'] as const, voicemailOk: null, note: '' } };
    expect(safeLineOf(ways)).toEqual({ only: ['phone'], noVoicemail: false });
    expect(safeLineOf({ ...ways, safeContact: { channels: [], voicemailOk: false, note: '' } })).toEqual({ only: [], noVoicemail: true });
    expect(safeLineOf({ ...ways, safeContact: { channels: [], voicemailOk: true, note: '' } })).toBeUndefined();
  });

  it('is the phone number too for somebody who only likes texts, and nothing when there is none', () => {
    for (const way of ['phone', 'text'] as const)
      expect(usualFields({ ...moira, safeContact: { channels: [way, 'email'], voicemailOk: null, note: '' } })).toEqual(['phone']);
    expect(usualFields({ ...moira, phone: '' })).toEqual([]);
  });

  it('offers the words that the record already has, and none where they are to be written', () => {
    expect(recordedOf({ ...moira, safeContact: { channels: [], voicemailOk: null, note: 'Ring after ten' } }, 'care')).toBe(
      'Ring after ten',
    );
    expect(recordedOf(moira, 'matters')).toBe('');
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
