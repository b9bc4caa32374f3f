import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answered, type Standing } from './consent.ts';
import { saidLeftOut, sift } from './extract.ts';
import { mayUse, type OptOut, whyNotUse } from './may-use.ts';
import { numbersIn } from './opt-out-list.ts';

const consent = answered({ id: 'one', person: 'moira', purpose: 'evaluation', askedBy: 'sam', givenAt: new Date() });
const said = (name: 'given' | 'refused' | 'withdrawn'): Standing => ({ name, consent });
const notAsked: Standing = { name: 'not-asked' };
const standings = [said('given'), said('refused'), said('withdrawn'), notAsked];
const optOuts: OptOut[] = ['in', 'out', 'not-checked'];

describe('the national data opt-out', () => {
  it('never stands in the way of somebody’s own care', () => {
    for (const standing of standings) for (const optOut of optOuts) expect(mayUse('care', 'care', standing, optOut)).toBe(true);
  });

  it('holds nothing back that the person agreed to explicitly, or that cannot be traced to them', () => {
    for (const optOut of optOuts) {
      expect(mayUse('evaluation', 'explicit-consent', said('given'), optOut)).toBe(true);
      expect(mayUse('research', 'anonymised', notAsked, optOut)).toBe(true);
    }
  });

  it('holds back what would be used with the approval of section 251, and counts who was never compared as opted out', () => {
    expect(mayUse('research', 'section-251', notAsked, 'in')).toBe(true);
    expect(whyNotUse('research', 'section-251', notAsked, 'out')).toBe('opted-out');
    expect(whyNotUse('research', 'section-251', notAsked, 'not-checked')).toBe('not-checked');
  });

  it('is not needed for a no that they gave to us', () => {
    for (const name of ['refused', 'withdrawn'] as const)
      for (const basis of ['explicit-consent', 'section-251'] as const)
        expect(whyNotUse('evaluation', basis, said(name), 'in')).toBe('said-no');
    expect(whyNotUse('evaluation', 'explicit-consent', notAsked, 'in')).toBe('not-agreed');
  });

  it('is not gone round by calling research care', () => {
    expect(whyNotUse('research', 'care', said('given'), 'in')).toBe('not-a-basis');
    expect(whyNotUse('care', 'section-251', said('given'), 'in')).toBe('not-a-basis');
  });
});

describe('a list with names', () => {
  const candidate = fc.record({
    person: fc.uuid(),
    consent: fc.constantFrom(...standings),
    optedOut: fc.constantFrom(...optOuts),
  });

  it('has on it only those who may be, and leaves out nobody without a count', () => {
    fc.assert(
      fc.property(fc.array(candidate), fc.constantFrom('explicit-consent' as const, 'section-251' as const), (candidates, basis) => {
        const { people, leftOut } = sift(candidates, 'evaluation', basis);
        for (const { person, consent: standing, optedOut } of candidates)
          expect(people.includes(person)).toBe(mayUse('evaluation', basis, standing, optedOut));
        expect(people.length + Object.values(leftOut).reduce((a, b) => a + b, 0)).toBe(candidates.length);
      }),
    );
  });

  it('never says a count that could point at somebody, nor lets it be worked out', () => {
    expect(saidLeftOut({ 'said-no': 3 })).toEqual({ all: { fewerThan: 5 }, reasons: [{ why: 'said-no', count: { fewerThan: 5 } }] });
    expect(saidLeftOut({ 'said-no': 3, 'opted-out': 40 })).toEqual({ all: { exactly: 43 }, reasons: [] });
    expect(saidLeftOut({ 'not-agreed': 7, 'said-no': 6 }).reasons).toHaveLength(2);
    expect(saidLeftOut({})).toEqual({ all: { exactly: 0 }, reasons: [] });
  });
});

describe('a list of the national opt-out', () => {
  it('is read for its NHS numbers alone, however they are written', () => {
    expect(numbersIn('\ufeffNHS_NUMBER\r\n943 476 5919\r\n"9990000018",x\n9434765918\n9434765919')).toEqual({
      numbers: ['9434765919', '9990000018'],
      others: 3,
    });
    expect(numbersIn('')).toEqual({ numbers: [], others: 0 });
  });
});
