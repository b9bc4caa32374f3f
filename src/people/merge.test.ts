import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, joinable, joined, mayJoin, numbersDisagree } from './merge.ts';
import { type Person, withDefaults } from './person.ts';

const base = { givenName: 'Moira', familyName: 'Kerr', dateOfBirth: '1964-03-14', healthNumber: null, practice: null };
const record = (id: string, known: Partial<Person> = {}): Person => ({ ...withDefaults(id, base), ...known, id });
const nhs = (value: string) => ({ system: 'nhs-number' as const, value });
const free = { bothAt: [], atOnce: [], supports: [], keep: undefined };

describe('two records of one person', () => {
  it('keep what the record that stays says, and take what only the other knows', () => {
    const kept = record('a', { phone: '01644 420123' });
    const gone = record('b', { phone: '07700 900123', email: 'moira@home.example' });
    expect(differences(kept, gone)).toEqual([
      { field: 'phone', usual: 'kept' },
      { field: 'email', usual: 'gone' },
    ]);
    expect(joined(kept, gone, {})).toMatchObject({ id: 'a', phone: '01644 420123', email: 'moira@home.example' });
  });

  it('take what was chosen', () => {
    const joinedOne = joined(record('a', { phone: '1' }), record('b', { phone: '2' }), { phone: 'gone' });
    expect(joinedOne.phone).toBe('2');
  });

  it('never lose that somebody died', () => {
    const died = { on: null, toldAt: new Date('2026-11-01T10:00:00Z') };
    expect(joined(record('a'), record('b', { died }), {}).died).toBe(died);
  });

  it('are likely to be two people when their health numbers differ, and are not made one', () => {
    const [one, other] = [record('a', { healthNumber: nhs('9434765919') }), record('b', { healthNumber: nhs('9990000018') })];
    expect(numbersDisagree(one, other)).toBe(true);
    expect(mayJoin(one, other, free)).toEqual({ ok: false, error: 'different-numbers' });
    expect(mayJoin(one, record('b'), free).ok).toBe(true);
    expect(joined(record('a'), other, {}).healthNumber).toEqual(nhs('9990000018'));
  });

  it('are not made one while both are waiting for the same service, or nobody has said which support goes on', () => {
    const [one, other] = [record('a'), record('b')];
    expect(mayJoin(one, other, { ...free, bothAt: ['Choir'] })).toEqual({ ok: false, error: { bothAt: ['Choir'] } });
    expect(mayJoin(one, other, { ...free, supports: ['s', 't'] })).toEqual({ ok: false, error: 'choose-support' });
    expect(mayJoin(one, other, { ...free, supports: ['s', 't'], keep: 'other' })).toEqual({ ok: false, error: 'choose-support' });
    expect(mayJoin(one, other, { ...free, supports: ['s', 't'], keep: 't' }).ok).toBe(true);
    expect(mayJoin(one, one, free)).toEqual({ ok: false, error: 'same-record' });
  });

  it('say nothing that neither of them said, whatever is chosen', () => {
    const text = fc.constantFrom('', 'x', 'y');
    const facts = fc.record({ phone: text, email: text, place: text, address: text, interpreter: text });
    const choices = fc.dictionary(fc.constantFrom(...joinable), fc.constantFrom('kept' as const, 'gone' as const));
    fc.assert(
      fc.property(facts, facts, choices, (a, b, chosen) => {
        const [kept, gone] = [record('a', a), record('b', b)];
        const one = joined(kept, gone, chosen);
        for (const field of joinable) expect([kept[field], gone[field]]).toContainEqual(one[field]);
        expect(one.id).toBe('a');
        expect(differences(kept, kept)).toEqual([]);
      }),
    );
  });
});
