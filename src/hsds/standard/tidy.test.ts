import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapes } from './shapes.ts';
import { tidy } from './tidy.ts';

const id = '9c1b7a52-37a4-4c88-9f6b-6f8f1b3f1c11';
const service = (fields: Record<string, unknown>) => tidy({ id, name: 'Choir', status: 'active', ...fields }, 'service');

describe('a document that leaves', () => {
  it.each<[string, unknown, unknown]>([
    ['url', 'https://choir.example/a?b=c#d', 'https://choir.example/a?b=c#d'],
    ['url', 'www.choir.example', 'https://www.choir.example'],
    ['url', 'https://choir.example/très bien', 'https://choir.example/tr%C3%A8s%20bien'],
    ['url', 'ask at the desk', undefined],
    ['url', 'javascript:alert(1)', undefined],
    ['email', 'sing@choir.example', 'sing@choir.example'],
    ['email', 'sing at choir', undefined],
    ['minimum_age', '16', 16],
    ['minimum_age', 'sixteen', undefined],
    ['minimum_age', '', undefined],
    ['status', 'Temporarily Closed', 'temporarily closed'],
    ['last_modified', '2026-11-21T10:00:00+00:00', '2026-11-21T10:00:00+00:00'],
    ['last_modified', '2026-11-21', '2026-11-21T00:00:00.000Z'],
    ['last_modified', 'last week', undefined],
    ['alert', 12, '12'],
    ['alert', ['a'], undefined],
    ['phones', [], undefined],
    ['phones', [{ id: 'x' }, null, 'ring us'], undefined],
    ['x_own', { a: '', b: [null, 'kept'], c: { d: [] } }, { b: ['kept'] }],
    ['x_own', { a: '' }, undefined],
  ])('has %s, which was %j, as %j', (field, given, expected) => {
    expect(service({ [field]: given })?.[field]).toEqual(expected);
  });

  it('gives what has no UUID one, the same wherever it is named', () => {
    const [phone] = service({ phones: [{ id: 'p1', number: '1' }] })!['phones'] as { id: string }[];
    expect(service({ program_id: 'p1' })).toMatchObject({ program_id: phone!.id });
  });

  it('says whose it is', () => {
    expect(service({ organization: { id, name: 'Trust' } })).toMatchObject({ organization_id: id, organization: { description: 'Trust' } });
  });

  it('fills in an address with the next larger place that was named', () => {
    const address = (told: Record<string, unknown>) => tidy({ id, ...told }, 'address');
    expect(address({ address_1: '1 High Street', city: 'Dalry', postal_code: 'DG7 3UP' })).toMatchObject({
      state_province: 'GB',
      country: 'GB',
      address_type: 'physical',
    });
    expect(address({ city: 'Dalry', region: 'Galloway' })).toMatchObject({
      address_1: 'Dalry',
      state_province: 'Galloway',
      postal_code: '',
    });
  });

  it('is nothing when it lacks what it must have', () => {
    for (const name of Object.keys(shapes)) expect(tidy('text', name)).toBeUndefined();
    expect(tidy({ id }, 'service')).toBeUndefined();
    expect(tidy({ id, number: '' }, 'phone')).toBeUndefined();
  });

  it('stays as it is when it is tidied again, whatever it was', () => {
    const given = fc.record({ id: fc.uuid(), name: fc.string({ minLength: 1 }), status: fc.constant('active') });
    fc.assert(
      fc.property(given, fc.dictionary(fc.constantFrom(...Object.keys(shapes['service']!.fields), 'own'), fc.jsonValue()), (base, more) => {
        const once = tidy({ ...more, ...base }, 'service');
        expect(tidy(once, 'service')).toEqual(once);
      }),
    );
  });
});
