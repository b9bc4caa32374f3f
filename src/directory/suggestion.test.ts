import { describe, expect, it } from 'vitest';
import { en } from '../../locales/en/index.ts';
import { type Field, fields, type Texts, textsOf, withTexts } from './fields-text.ts';
import { type Location, toService } from './service.ts';
import { changedSince, changesIn, decide, dueOn, sourceOfSuggestion, type Suggestion, wantedIn } from './suggestion.ts';

const words = { times: { ...en.freshness.times, days: en.directory.days }, free: en.directory.free };
const hall: Location = {
  id: 'a0000000-0000-4000-8000-000000000001',
  name: 'Town Hall',
  address: '1 High Street',
  town: 'Castle Douglas',
  postcode: 'DG7 1AA',
  latitude: 54.9,
  longitude: -3.9,
  private: false,
};
const hidden: Location = { ...hall, id: 'a0000000-0000-4000-8000-000000000002', name: 'Rowan House', private: true };
const tuesday = {
  freq: 'weekly' as const,
  interval: 1,
  byDay: ['TU'],
  byMonthDay: [],
  opensAt: '10:00',
  closesAt: '12:00',
  validFrom: null,
  validTo: null,
  note: '',
  location: hall.id,
};
const shed = toService({
  id: 'b0000000-0000-4000-8000-000000000001',
  organisation: 'c0000000-0000-4000-8000-000000000001',
  name: 'Men’s Shed',
  description: 'Mend and make.',
  costs: [{ option: 'a session', amount: 3, currency: 'GBP' }],
  free: false,
  phone: '01556 000000',
  locations: [hall, hidden],
  schedules: [tuesday],
});
const write = (texts: Partial<Texts>) => withTexts(shed, texts, words, () => 'new');
const after = (texts: Partial<Texts>) => {
  const read = write(texts);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

describe('a service as texts that anybody can write', () => {
  it('says nothing of a private place', () => {
    expect(JSON.stringify(textsOf(shed, words))).not.toContain('Rowan');
    expect(textsOf(shed, words)).toMatchObject({
      times: 'Tuesday, 10:00 to 12:00',
      places: 'Town Hall, 1 High Street, Castle Douglas, DG7 1AA',
      cost: '£3 a session',
    });
  });

  it('stays the same service when nothing is changed', () => {
    expect(after(textsOf(shed, words))).toEqual(shed);
  });

  it('takes new times at the place where they were', () => {
    expect(after({ times: 'Tuesday, 10:00 to 12:00\nFriday 2pm to 4pm' }).schedules).toEqual([
      tuesday,
      { ...tuesday, byDay: ['FR'], opensAt: '14:00', closesAt: '16:00' },
    ]);
  });

  it('moves to a new place with its times, and keeps its private place', () => {
    const moved = after({ places: 'Cat Strand, High Street, New Galloway, dg7 3rn' });
    expect(moved.locations).toEqual([
      {
        ...hall,
        id: 'new',
        name: 'Cat Strand',
        address: 'High Street',
        town: 'New Galloway',
        postcode: 'DG7 3RN',
        latitude: null,
        longitude: null,
      },
      hidden,
    ]);
    expect(moved.schedules[0]!.location).toBe('new');
  });

  it('can be at one place more', () => {
    const places = `${textsOf(shed, words).places}\nLibrary, Dalbeattie`;
    expect(after({ places }).locations.map(({ town }) => town)).toEqual(['Castle Douglas', 'Dalbeattie', 'Castle Douglas']);
  });

  it.each([
    ['Free', { free: true, costs: [] }],
    ['free', { free: true, costs: [] }],
    ['', { free: null, costs: [] }],
    [
      '£2.50 with tea\nAsk about help with the cost',
      {
        free: false,
        costs: [
          { option: 'with tea', amount: 2.5, currency: 'GBP' },
          { option: 'Ask about help with the cost', amount: null, currency: 'GBP' },
        ],
      },
    ],
  ])('costs what is written: %s', (cost, expected) => {
    expect(after({ cost })).toMatchObject(expected);
  });

  it.each<[Field, string, object]>([
    ['name', '', { why: 'empty' }],
    ['name', 'x'.repeat(201), { why: 'too-long' }],
    ['times', 'Monday\nwhenever', { why: 'unreadable', line: 2 }],
    ['places', 'somewhere', { why: 'unreadable', line: 1 }],
    ['email', 'ring us', { why: 'unreadable' }],
    ['url', 'not an address', { why: 'unreadable' }],
    ['phone', 'ask at the door', { why: 'unreadable' }],
    ['status', 'dancing', { why: 'unreadable' }],
  ])('is not spoilt by what cannot be read as %s: %s', (field, text, problem) => {
    expect(write({ [field]: text })).toEqual({ ok: false, error: [{ field, ...problem }] });
  });

  it('takes an address of a site without its beginning', () => {
    expect(after({ url: 'shed.example/tuesdays' }).url).toBe('https://shed.example/tuesdays');
  });

  it('names every problem at once', () => {
    const read = write({ name: '', email: 'x', times: 'Monday' });
    expect(read.ok ? [] : read.error.map(({ field }) => field)).toEqual(['name', 'email']);
    expect(fields).toContain('times');
  });
});

const present = textsOf(shed, words);
const suggestion: Suggestion = {
  id: 'd0000000-0000-4000-8000-000000000001',
  service: shed.id,
  part: 'times',
  changes: { times: { before: present.times, after: 'Wednesday' } },
  words: '',
  from: { kind: 'public', id: null },
  sender: { name: '', role: '', email: '' },
  madeAt: new Date('2026-11-21T10:00:00Z'),
  dueOn: '2026-11-28',
  owner: null,
  state: 'waiting',
  reason: null,
  answer: '',
  decidedAt: null,
  decidedBy: null,
  sameAs: null,
  acceptedVersion: null,
  rowVersion: 1,
};
const now = new Date('2026-11-22T09:00:00Z');

describe('a suggestion', () => {
  it('keeps only what differs from what is shown', () => {
    expect(changesIn('contact', { phone: present.phone, email: 'shed@x.example', url: '' }, present, '')).toEqual({
      ok: true,
      value: { email: { before: '', after: 'shed@x.example' } },
    });
  });

  it('of nothing is not one, but words alone are', () => {
    expect(changesIn('times', { times: present.times }, present, '')).toEqual({ ok: false, error: 'nothing' });
    expect(changesIn('times', { times: present.times }, present, 'It is never open')).toEqual({ ok: true, value: {} });
  });

  it('that a service has closed asks for its end', () => {
    expect(changesIn('closed', {}, present, '')).toEqual({ ok: true, value: { status: { before: 'active', after: 'defunct' } } });
  });

  it('cannot reach fields that its part does not ask for', () => {
    expect(changesIn('times', { name: 'Something else' }, present, 'x')).toEqual({ ok: true, value: {} });
  });

  it('knows when what it was about is no longer there', () => {
    expect(changedSince(suggestion, present)).toEqual([]);
    expect(changedSince(suggestion, { ...present, times: 'Monday' })).toEqual(['times']);
    expect(wantedIn(suggestion)).toEqual({ times: 'Wednesday' });
  });

  it('is looked at within a week', () => {
    expect(dueOn('2026-11-21')).toBe('2026-11-28');
  });

  it('is the word of whoever made it', () => {
    expect(sourceOfSuggestion({ kind: 'public', id: null })).toBe('public');
    expect(sourceOfSuggestion({ kind: 'organisation', id: 'abc' })).toBe('organisation:abc');
  });

  it.each([
    [{ name: 'accept', version: 3 } as const, { state: 'accepted', acceptedVersion: 3 }],
    [
      { name: 'decline', reason: 'not-right', answer: 'We rang them.' } as const,
      { state: 'declined', reason: 'not-right', answer: 'We rang them.' },
    ],
    [{ name: 'duplicate', of: 'other' } as const, { state: 'duplicate', sameAs: 'other' }],
  ])('can be decided once, and the decision taken back: %o', (decision, expected) => {
    const decided = decide(suggestion, decision, 'rhona', now);
    if (!decided.ok) throw new Error(decided.error);
    expect(decided.value).toMatchObject({ ...expected, decidedAt: now, decidedBy: 'rhona' });
    expect(decide(decided.value, decision, 'sam', now)).toEqual({ ok: false, error: 'decided-already' });
    expect(decide(decided.value, { name: 'reopen' }, 'sam', now)).toEqual({ ok: true, value: suggestion });
  });

  it('is not the same as itself, and one that waits cannot be taken back', () => {
    expect(decide(suggestion, { name: 'duplicate', of: suggestion.id }, 'rhona', now)).toEqual({ ok: false, error: 'itself' });
    expect(decide(suggestion, { name: 'reopen' }, 'rhona', now)).toEqual({ ok: false, error: 'not-decided' });
  });
});
