import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { en } from '../../locales/en/index.ts';
import { answered, type Consent, isYes, standingOf, withdraw, wordings } from './consent.ts';

const asked = (said: Partial<Consent> = {}): Consent => ({
  ...answered({ id: 'one', person: 'moira', purpose: 'evaluation', askedBy: 'sam', givenAt: new Date('2026-11-01T10:00:00Z') }),
  ...said,
});
const later = { at: new Date('2026-11-02T10:00:00Z'), by: 'sam', how: 'phone' as const };

describe('what somebody agreed to', () => {
  it('is never a yes as long as nobody has asked', () => {
    expect(standingOf([], { purpose: 'evaluation' })).toEqual({ name: 'not-asked' });
    expect(isYes(standingOf([asked()], { purpose: 'research' }))).toBe(false);
    expect(
      isYes(
        standingOf([asked({ purpose: 'share-with-service', recipient: 'walks' })], { purpose: 'share-with-service', recipient: 'choir' }),
      ),
    ).toBe(false);
  });

  it('is what they said last', () => {
    const no = asked({ id: 'two', answer: 'refused', givenAt: later.at });
    expect(standingOf([asked(), no], { purpose: 'evaluation' }).name).toBe('refused');
    const yes = asked({ id: 'three', givenAt: new Date('2026-11-03T10:00:00Z') });
    expect(standingOf([yes, asked(), no], { purpose: 'evaluation' }).name).toBe('given');
  });

  it('is no longer a yes once they have taken it back, however often they had said it', () => {
    const twice = [asked(), asked({ id: 'two', givenAt: new Date('2026-11-01T12:00:00Z') })];
    const taken = withdraw(twice, { purpose: 'evaluation' }, later);
    expect(taken).toMatchObject({ ok: true, value: [{ withdrawnAt: later.at, withdrawnBy: 'sam', withdrawnHow: 'phone' }, { id: 'two' }] });
    if (taken.ok) expect(standingOf(taken.value, { purpose: 'evaluation' }).name).toBe('withdrawn');
  });

  it('cannot be taken back when it was never given', () => {
    expect(withdraw([asked({ answer: 'refused' })], { purpose: 'evaluation' }, later)).toEqual({ ok: false, error: 'nothing-given' });
  });

  it('counts as no when a yes and a no were written down in the same moment', () => {
    const both = [asked(), asked({ id: 'two', answer: 'refused' })];
    expect(standingOf(both, { purpose: 'evaluation' }).name).toBe('refused');
    expect(standingOf(both.toReversed(), { purpose: 'evaluation' }).name).toBe('refused');
  });

  it('is a yes only if a yes was said last, whatever was said before', () => {
    const said = fc.array(fc.record({ yes: fc.boolean(), day: fc.integer({ min: 1, max: 28 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(said, (answers) => {
        const consents = answers.map(({ yes, day }, n) =>
          asked({ id: String(n), answer: yes ? 'given' : 'refused', givenAt: new Date(Date.UTC(2026, 0, day)) }),
        );
        const last = Math.max(...answers.map(({ day }) => day));
        const atLast = answers.filter(({ day }) => day === last);
        expect(isYes(standingOf(consents, { purpose: 'evaluation' }))).toBe(atLast.length > 0 && atLast.every(({ yes }) => yes));
      }),
    );
  });

  it('says apart on what law we rely and how the duty of confidence is met', () => {
    expect(
      answered({ id: 'a', person: 'b', purpose: 'support', askedBy: null, givenAt: later.at, how: 'best-interests', why: 'x' }),
    ).toMatchObject({
      lawful: 'public-task',
      confidentiality: 'best-interests',
    });
    expect(asked()).toMatchObject({ lawful: 'consent', confidentiality: 'explicit' });
  });
});

describe('the words that people are asked with', () => {
  // A failing line here means that the words were changed: give them a new version, and keep the old ones.
  it('are kept by version, and never changed afterwards', () => {
    const prints = Object.entries(en.consent.wordings).map(([version, text]) => [
      version,
      createHash('sha256').update(text).digest('hex').slice(0, 8),
    ]);
    expect(Object.fromEntries(prints)).toMatchInlineSnapshot(`
      {
        "contact-2026-11": "42f3cc30",
        "evaluation-2026-11": "e5edfeca",
        "practice-2026-11": "10d56680",
        "research-2026-11": "a688618c",
        "share-2026-11": "bf3fe1d2",
        "story-2026-11": "cbf15eca",
        "support-2026-11": "982b1344",
      }
    `);
    for (const version of Object.values(wordings)) expect(en.consent.wordings).toHaveProperty(version);
  });
});
