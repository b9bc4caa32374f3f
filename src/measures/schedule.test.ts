import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundled } from './instruments/bundled.ts';
import { asLicensed, type Attestation, canBeAsked, licenceOn } from './licence.ts';
import { decline, endWith, isOpen, isValidOn, keepAnswers, mayAsk, type Measure, strike, withdraw } from './measure.ts';
import { pairsOf } from './pairs.ts';
import { burdenOf, dueOf, quietUntil, usualSchedule } from './schedule.ts';

const today = '2026-11-21';
const at = new Date('2026-11-21T10:00:00Z');
const named = (id: string) => bundled.find((each) => each.id === id)!;
const support = { id: 'here', startedAt: new Date('2026-11-01T10:00:00Z'), closedAt: null };
const taken = (more: Partial<Measure> = {}): Measure => ({
  ...{
    id: 'm',
    person: 'p',
    support: 'here',
    instrument: 'ons4',
    version: '1',
    language: 'en',
    mode: 'together' as const,
    interpreter: false,
  },
  ...{
    proxy: false,
    point: 'baseline' as const,
    state: 'complete' as const,
    takenOn: '2026-11-05',
    askedBy: 'w',
    addedAt: at,
    endedAt: at,
  },
  ...{ answers: {}, goals: [], scores: [], unscored: [], whyNot: null, note: '', alarmed: false, rowVersion: 1 },
  ...more,
});
const due = (more: Partial<Parameters<typeof dueOf>[0]> = {}) =>
  dueOf({
    schedule: usualSchedule,
    instruments: bundled,
    taken: [],
    support,
    bornOn: '1964-03-14',
    today,
    timeZone: 'Europe/London',
    ...more,
  });
const ids = (list: readonly { instrument: string }[]) => list.map(({ instrument }) => instrument);

describe('what is due', () => {
  it('is the first of each at the start, and the most important first', () => {
    expect(due().now).toEqual([
      { instrument: 'ons4', point: 'baseline', minutes: 2, since: '2026-11-01' },
      { instrument: 'ons-loneliness', point: 'baseline', minutes: 2, since: '2026-11-01' },
      { instrument: 'poverty', point: 'baseline', minutes: 1, since: '2026-11-01' },
    ]);
    expect(due({ support: undefined })).toEqual({ now: [], room: [], quiet: [] });
  });

  it('is again after some weeks, not before', () => {
    expect(ids(due({ taken: [taken()], today: '2026-12-30' }).now)).not.toContain('ons4');
    expect(due({ taken: [taken()], today: '2026-12-31' }).now[0]).toMatchObject({
      instrument: 'ons4',
      point: 'review',
      since: '2026-12-31',
    });
  });

  it('is the last when support ends, for four weeks, and a look some time after if the programme wants one', () => {
    const closed = { ...support, closedAt: new Date('2026-11-10T10:00:00Z') };
    expect(due({ support: closed }).now[0]).toMatchObject({ instrument: 'ons4', point: 'close', since: '2026-11-10' });
    expect(due({ support: closed, today: '2026-12-08' }).now).toEqual([]);
    expect(
      due({ support: closed, taken: [taken({ point: 'close', takenOn: '2026-11-11' })] }).now.map(({ instrument }) => instrument),
    ).not.toContain('ons4');
    const schedule = { ...usualSchedule, entries: [{ instrument: 'ons4', points: ['follow-up' as const] }] };
    expect(due({ support: closed, schedule, today: '2027-02-01' }).now).toEqual([]);
    expect(due({ support: closed, schedule, today: '2027-02-02' }).now[0]).toMatchObject({ point: 'follow-up', since: '2027-02-02' });
    expect(due({ support: closed, schedule, today: '2027-02-02', taken: [taken({ point: 'follow-up' })] }).now).toEqual([]);
  });

  it('is nothing that they are too young or too old for, or that is out of use', () => {
    expect(ids(due({ bornOn: '2010-11-22' }).now)).toEqual([]);
    expect(ids(due({ bornOn: '2010-11-21' }).now)).toContain('ons4');
    const old = [{ ...named('ons4'), ages: { from: null, to: 61 } }];
    expect(ids(due({ instruments: old }).now)).toEqual([]);
    expect(ids(due({ instruments: [{ ...old[0]!, ages: { from: null, to: 62 } }] }).now)).toEqual(['ons4']);
    expect(due({ instruments: [{ ...named('ons4'), validTo: '2026-11-20' }] }).now).toEqual([]);
  });

  it('waits when a meeting would hold too much, or the month has', () => {
    const tight = { ...usualSchedule, minutesPerMeeting: 3 };
    expect(ids(due({ schedule: tight }).now)).toEqual(['ons4', 'poverty']);
    expect(ids(due({ schedule: tight }).room)).toEqual(['ons-loneliness']);
    const month = { ...usualSchedule, minutesPerMonth: 4 };
    expect(ids(due({ schedule: month, taken: [taken()] }).room)).toEqual(['poverty']);
    expect(ids(due({ schedule: month, taken: [taken({ takenOn: '2026-10-25' })] }).room)).toEqual(['poverty']);
    expect(ids(due({ schedule: month, taken: [taken({ takenOn: '2026-10-24' })] }).room)).toEqual([]);
    expect(ids(due({ schedule: month, taken: [taken({ takenOn: '2026-10-24', state: 'struck' })] }).now)).toEqual([
      'ons4',
      'ons-loneliness',
    ]);
  });

  it('counts in the month only what took their time, each with its own minutes', () => {
    const schedule = { ...usualSchedule, minutesPerMonth: 4 };
    const lately = (more: Partial<Measure>) =>
      ids(due({ schedule, taken: [taken({ instrument: 'poverty', support: 'before', ...more })] }).now);
    expect(lately({})).toEqual(['ons4', 'poverty']);
    for (const state of ['declined', 'struck', 'withdrawn'] as const) expect(lately({ state })).toEqual(['ons4', 'ons-loneliness']);
    expect(lately({ instrument: 'no-longer-here' })).toEqual(['ons4', 'ons-loneliness']);
  });

  it('is of this support alone, and the last time counts from the latest answer', () => {
    expect(ids(due({ taken: [taken({ support: 'before' })] }).now)).toContain('ons4');
    const schedule = { ...usualSchedule, entries: [{ instrument: 'ons4', points: ['review' as const] }] };
    const both = [taken({ takenOn: '2026-11-09' }), taken({ takenOn: '2026-11-05' })];
    expect(due({ schedule, taken: both, today: '2027-01-03' }).now).toEqual([]);
    expect(due({ schedule, taken: both, today: '2027-01-04' }).now[0]).toMatchObject({ since: '2027-01-04' });
    const closed = { ...support, closedAt: new Date('2026-11-10T10:00:00Z') };
    expect(due({ support: closed, taken: [taken()] }).now[0]).toMatchObject({ instrument: 'ons4', point: 'close' });
    const anyAge = [{ ...named('ons4'), ages: { from: null, to: null } }];
    expect(ids(due({ instruments: anyAge, bornOn: today }).now)).toEqual(['ons4']);
  });

  it('is not asked twice in a day, and comes back after a no that was about the moment', () => {
    const no = (whyNot: Measure['whyNot'], takenOn = '2026-11-20') => taken({ state: 'declined', whyNot, takenOn });
    expect(ids(due({ taken: [no('not-now', today)] }).now)).not.toContain('ons4');
    for (const why of ['not-now', 'too-upset'] as const) expect(ids(due({ taken: [no(why)] }).now)).toContain('ons4');
    expect(ids(due({ taken: [no('rather-not')] }).now)).not.toContain('ons4');
  });

  it('leaves in peace whoever has said no twice, for some weeks', () => {
    const no = (takenOn: string) => taken({ state: 'declined', whyNot: 'not-now', takenOn });
    const noes = [no('2026-11-10'), no('2026-11-15')];
    expect(due({ taken: noes }).quiet).toEqual([{ instrument: 'ons4', until: '2027-02-07' }]);
    expect(ids(due({ taken: noes, today: '2027-02-06' }).now)).not.toContain('ons4');
    expect(ids(due({ taken: noes, today: '2027-02-07' }).now)).toContain('ons4');
    expect(quietUntil(usualSchedule, [no('2026-11-10'), taken({ takenOn: '2026-11-12' }), no('2026-11-15')])).toBeNull();
    expect(quietUntil(usualSchedule, [])).toBeNull();
  });

  it('never asks more than is fair, whatever the programme puts in its list', () => {
    const entries = fc.uniqueArray(fc.constantFrom(...bundled.map(({ id }) => id)), { maxLength: 12 });
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 30 }), (list, minutesPerMeeting, minutesPerMonth) => {
        const schedule = {
          ...usualSchedule,
          ...{ minutesPerMeeting, minutesPerMonth },
          entries: list.map((instrument) => ({ instrument, points: ['baseline' as const] })),
        };
        const minutes = due({ schedule }).now.reduce((sum, each) => sum + each.minutes, 0);
        expect(minutes).toBeLessThanOrEqual(Math.min(minutesPerMeeting, minutesPerMonth));
      }),
    );
  });
});

it('a programme is told when a time point asks for more than is fair', () => {
  expect(burdenOf(usualSchedule, bundled)).toEqual([
    { point: 'baseline', minutes: 5, over: false },
    { point: 'review', minutes: 6, over: false },
    { point: 'close', minutes: 6, over: false },
    { point: 'follow-up', minutes: 0, over: false },
  ]);
  expect(burdenOf({ ...usualSchedule, minutesPerMeeting: 5 }, bundled).map(({ over }) => over)).toEqual([false, true, true, false]);
  expect(burdenOf({ ...usualSchedule, minutesPerMonth: 5 }, bundled)[1]!.over).toBe(true);
  expect(burdenOf(usualSchedule, [])[0]!.minutes).toBe(0);
});

describe('asking', () => {
  const asked = { mode: 'together' as const, proxy: false, takenOn: today, today, bornOn: '1964-03-14', others: [], again: false };
  const may = (more: object, instrument = named('ons4')) => {
    const found = mayAsk(instrument, { ...asked, ...more });
    return found.ok ? 'yes' : found.error;
  };

  it('is refused with the reason, and allowed at the edges', () => {
    expect(may({})).toBe('yes');
    expect(may({ takenOn: '2026-11-22' })).toBe('in-future');
    expect(may({ bornOn: '2026-11-22' })).toBe('before-birth');
    expect(may({ takenOn: '2025-11-19' })).toBe('too-long-ago');
    expect(may({ takenOn: '2025-11-20' })).toBe('yes');
    expect(may({ bornOn: '2010-11-22' })).toBe('too-young');
    expect(may({ bornOn: '2010-11-21' })).toBe('yes');
    const upTo = { ...named('ons4'), ages: { from: null, to: 62 } };
    expect(may({}, upTo)).toBe('yes');
    expect(may({ bornOn: '1963-11-21' }, upTo)).toBe('too-old');
    expect(may({ mode: 'phone' }, { ...named('ons4'), modes: ['paper'] })).toBe('not-this-way');
    expect(may({ proxy: true })).toBe('no-proxy');
    expect(may({ proxy: true }, named('poverty'))).toBe('yes');
    expect(may({}, { ...named('ons4'), validFrom: '2026-11-22' })).toBe('not-valid-then');
  });

  it('the same twice in a day is asked about first', () => {
    for (const state of ['complete', 'part'] as const) expect(may({ others: [{ takenOn: today, state }] })).toBe('that-day-already');
    expect(may({ others: [{ takenOn: today, state: 'complete' }], again: true })).toBe('yes');
    expect(
      may({
        others: [
          { takenOn: '2026-11-20', state: 'complete' },
          { takenOn: today, state: 'declined' },
        ],
      }),
    ).toBe('yes');
  });

  it('is bounded by the days between which the instrument is valid', () => {
    const valid = { validFrom: '2026-01-01', validTo: '2026-12-31' };
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => isValidOn(valid, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('ends whole, or half answered', () => {
    const { items, scales } = named('ons4');
    const all = { satisfied: 1, worthwhile: 2, happy: 3, anxious: 4 };
    expect(endWith(taken({ state: 'begun', endedAt: null }), items, scales, all, at, today)).toMatchObject({
      state: 'complete',
      endedAt: at,
      takenOn: today,
    });
    const half = endWith(taken({ state: 'begun' }), items, scales, { happy: 3 }, at, today);
    expect([half.state, half.scores.length, half.unscored.length]).toEqual(['part', 1, 3]);
  });

  it('ends with a no, its reason and its day', () => {
    const no = decline(taken({ state: 'begun', answers: { happy: 1 }, endedAt: null }), 'other', 'The dog', at, today);
    expect(no).toEqual(taken({ state: 'declined', answers: { happy: 1 }, whyNot: 'other', note: 'The dog', endedAt: at, takenOn: today }));
  });

  it('says why it can be neither taken back nor marked', () => {
    expect(withdraw(taken(), at)).toEqual({ ok: false, error: 'ended' });
    expect(strike(taken({ state: 'sent' }), 'why', at)).toEqual({ ok: false, error: 'not-ended' });
    const anyAge = { ...named('ons4'), ages: { from: null, to: null } };
    expect(mayAsk(anyAge, { ...asked, bornOn: today })).toEqual({ ok: true, value: 'yes' });
  });

  it('keeps answers as they come, the later over the earlier', () => {
    const kept = keepAnswers(taken({ state: 'sent', answers: { happy: 1, anxious: 2 } }), { happy: 3 });
    expect(kept).toMatchObject({ state: 'begun', answers: { happy: 3, anxious: 2 } });
  });

  it('can be taken back before it is answered, and marked as a mistake after', () => {
    const states = ['sent', 'begun', 'complete', 'part', 'declined', 'withdrawn', 'struck'] as const;
    expect(states.filter((state) => isOpen({ state }))).toEqual(['sent', 'begun']);
    expect(states.filter((state) => withdraw(taken({ state }), at).ok)).toEqual(['sent', 'begun']);
    expect(states.filter((state) => strike(taken({ state }), 'why', at).ok)).toEqual(['complete', 'part', 'declined']);
    expect(withdraw(taken({ state: 'sent' }), at)).toEqual({ ok: true, value: taken({ state: 'withdrawn' }) });
    expect(strike(taken({ endedAt: null }), 'why', at)).toEqual({ ok: true, value: taken({ state: 'struck', note: 'why' }) });
  });
});

describe('a licence', () => {
  const held: Attestation = {
    ...{ id: 'a', instrument: 'who-5', holder: 'h', number: 'n', attestedAt: at, attestedBy: 'x' },
    expiresOn: '2027-06-01',
    withdrawn: false,
  };
  const state = (more: Partial<Attestation> | undefined, licence: 'bundled' | 'needs-licence' | 'score-only' = 'needs-licence') =>
    licenceOn({ licence }, more && { ...held, ...more }, today);

  it('counts up to its last day, and is said to end soon before', () => {
    expect(state({})).toBe('held');
    expect([state({ expiresOn: '2027-01-20' }), state({ expiresOn: '2027-01-19' })]).toEqual(['held', 'ends-soon']);
    expect([state({ expiresOn: today }), state({ expiresOn: '2026-11-20' })]).toEqual(['ends-soon', 'ended']);
    expect([state(undefined), state({ withdrawn: true })]).toEqual(['none', 'none']);
    expect([state(undefined, 'bundled'), state({}, 'score-only')]).toEqual(['not-needed', 'by-hand-only']);
  });

  it('is what its questions are shown for', () => {
    const phq = named('phq-9');
    for (const shown of ['not-needed', 'held', 'ends-soon'] as const) expect(asLicensed(phq, shown).items).toHaveLength(9);
    for (const hidden of ['by-hand-only', 'none', 'ended'] as const) expect(asLicensed(phq, hidden).items).toEqual([]);
    expect([canBeAsked(phq), canBeAsked(named('swemwbs')), canBeAsked(named('goals'))]).toEqual([true, false, true]);
  });
});

describe('a pair', () => {
  const ons4 = named('ons4');
  const with_ = (takenOn: string, happy: number, more: Partial<Measure> = {}) =>
    taken({ ...{ id: takenOn, takenOn, scores: [{ scale: 'happy', raw: happy, value: happy, band: null }] }, ...more });
  const pairs = (...measures: Measure[]) => pairsOf(ons4, ons4.scales, measures);

  it('is the first and the latest that are whole, in one support', () => {
    const found = pairs(with_('2026-11-09', 6), with_('2026-11-01', 3), with_('2026-11-05', 9));
    expect(found).toEqual([
      {
        scale: 'happy',
        from: { measure: '2026-11-01', on: '2026-11-01', value: 3, mode: 'together' },
        to: { measure: '2026-11-09', on: '2026-11-09', value: 6, mode: 'together' },
        change: { by: 3, way: 'better', size: 'not-known', certain: 'not-known' },
        askedDifferently: false,
      },
    ]);
  });

  it('is not made of what is half answered, declined, a mistake, of another version, support or measure, or of one day', () => {
    const first = with_('2026-11-01', 3);
    for (const state of ['part', 'declined', 'struck', 'begun'] as const)
      expect(pairs(first, with_('2026-11-09', 6, { state }))).toEqual([]);
    expect(pairs(first, with_('2026-11-09', 6, { version: '2' }))).toEqual([]);
    expect(pairs(first, with_('2026-11-09', 6, { support: 'another' }))).toEqual([]);
    expect(pairs(first, with_('2026-11-09', 6, { instrument: 'goals' }))).toEqual([]);
    expect(pairs(first, with_('2026-11-01', 6))).toEqual([]);
    expect(pairs()).toEqual([]);
  });

  it('compares each score with itself, and leaves out what was scored only once', () => {
    const scores = (...values: [string, number][]) => ({
      scores: values.map(([scale, value]) => ({ scale, raw: value, value, band: null })),
    });
    const [first, later] = [
      with_('2026-11-01', 0, scores(['happy', 3], ['anxious', 8])),
      with_('2026-11-09', 0, scores(['anxious', 2], ['happy', 6])),
    ];
    expect(pairs(first, later).map(({ scale, from, to }) => [scale, from.value, to.value])).toEqual([
      ['happy', 3, 6],
      ['anxious', 8, 2],
    ]);
    expect(pairs(first, with_('2026-11-09', 0, scores(['happy', 6]))).map(({ scale }) => scale)).toEqual(['happy']);
  });

  it('says when it was asked in another way the second time', () => {
    const first = with_('2026-11-01', 3);
    expect(pairs(first, with_('2026-11-09', 6, { mode: 'phone' }))[0]!.askedDifferently).toBe(true);
    expect(pairs(first, with_('2026-11-09', 6, { interpreter: true }))[0]!.askedDifferently).toBe(true);
  });
});
