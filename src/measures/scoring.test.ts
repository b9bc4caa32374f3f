import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, reliableChange, spreadOf } from './change.ts';
import { goalsToAsk } from './goals.ts';
import { type Instrument, isScored, itemsFor, rangeOf, scalesFor, textIn, turned, valuesOf } from './instrument.ts';
import { bundled } from './instruments/bundled.ts';
import { alarmsIn, impossibleAnswers, scoreAnswers, scoreByHand, unanswered } from './score.ts';
import { readDefinition } from './registry/read-definition.ts';

const named = (id: string): Instrument => bundled.find((each) => each.id === id)!;
const scored = (id: string, answers: Record<string, number>) => {
  const instrument = named(id);
  return scoreAnswers(instrument.items, instrument.scales, answers);
};
const values = (id: string, answers: Record<string, number>) =>
  Object.fromEntries(scored(id, answers).scores.map(({ scale, value }) => [scale, value]));
const bandOf = (id: string, scale: string, answers: Record<string, number>) => {
  const score = scored(id, answers).scores.find((each) => each.scale === scale);
  return score?.band == null ? null : named(id).scales.find((each) => each.id === scale)!.bands[score.band]!.name['en'];
};
const all = (n: number, value: number) => Object.fromEntries(Array.from({ length: n }, (_, each) => [String(each + 1), value]));

describe('the score of ONS4', () => {
  // Thresholds: ONS, "annual UK subjective wellbeing score distributions" (FOI reply): 0–4, 5–6, 7–8, 9–10; anxiety 0–1, 2–3, 4–5, 6–10.
  it('is each answer by itself, in the bands of the ONS', () => {
    const ons4 = (value: number) => ({ satisfied: value, worthwhile: value, happy: value, anxious: value });
    const bands = (scale: string) => Array.from({ length: 11 }, (_, n) => bandOf('ons4', scale, ons4(n)));
    const high = ['Low', 'Low', 'Low', 'Low', 'Low', 'Medium', 'Medium', 'High', 'High', 'Very high', 'Very high'];
    for (const scale of ['satisfied', 'worthwhile', 'happy']) expect(bands(scale)).toEqual(high);
    expect(bands('anxious')).toEqual(['Very low', 'Very low', 'Low', 'Low', 'Medium', 'Medium', 'High', 'High', 'High', 'High', 'High']);
    expect(Object.keys(values('ons4', ons4(7)))).toEqual(['satisfied', 'worthwhile', 'happy', 'anxious']);
  });

  it('of one question does not wait for the others', () => {
    expect(values('ons4', { happy: 6 })).toEqual({ happy: 6 });
    expect(scored('ons4', { happy: 6 }).unscored.map(({ scale }) => scale)).toEqual(['satisfied', 'worthwhile', 'anxious']);
  });
});

describe('the score of the loneliness questions', () => {
  // Range 3–9: GSS loneliness harmonised standard; the largest change of 6 agrees with the British Red Cross report.
  it('is the sum of three, from 3 to 9, and the direct question by itself', () => {
    expect(values('ons-loneliness', { companionship: 1, 'left-out': 1, isolated: 1, lonely: 5 })).toEqual({ ucla: 3, direct: 5 });
    expect(values('ons-loneliness', { companionship: 3, 'left-out': 3, isolated: 3, lonely: 1 })).toEqual({ ucla: 9, direct: 1 });
    expect(bandOf('ons-loneliness', 'direct', { lonely: 1 })).toBe('Often or always');
  });

  it('is not made up when one of the three is missing', () => {
    expect(scored('ons-loneliness', { companionship: 3, 'left-out': 3 })).toEqual({
      scores: [],
      unscored: [
        { scale: 'ucla', answered: 2, needed: 3, of: 3 },
        { scale: 'direct', answered: 0, needed: 1, of: 1 },
      ],
    });
  });
});

describe('the scores of PHQ-9 and GAD-7', () => {
  // Cut points 5, 10, 15, 20 (0–27) and 5, 10, 15 (0–21): Kroenke 2001; Spitzer 2006.
  it('are sums, in the published bands', () => {
    const of = (id: string, n: number, total: number) => {
      const answers: Record<string, number> = all(n, 0);
      for (let left = total, item = 1; left > 0; item++, left -= 3) answers[String(item)] = Math.min(3, left);
      return [values(id, answers)['total'], bandOf(id, 'total', answers)];
    };
    const phq = [0, 4, 5, 9, 10, 14, 15, 19, 20, 27].map((total) => of('phq-9', 9, total));
    expect(phq.map(([total]) => total)).toEqual([0, 4, 5, 9, 10, 14, 15, 19, 20, 27]);
    const cut = ['0 to 4', '0 to 4', '5 to 9', '5 to 9', '10 to 14', '10 to 14', '15 to 19', '15 to 19', '20 to 27', '20 to 27'];
    expect(phq.map(([, band]) => band)).toEqual(cut);
    expect([4, 5, 9, 10, 14, 15, 21].map((total) => of('gad-7', 7, total)[1])).toEqual([
      ...['0 to 4', '5 to 9', '5 to 9', '10 to 14', '10 to 14', '15 to 21', '15 to 21'],
    ]);
  });

  it('are not made up from some of the answers', () => {
    const { '9': _, ...eight } = all(9, 1);
    expect(scored('phq-9', eight).unscored).toEqual([{ scale: 'total', answered: 8, needed: 9, of: 9 }]);
  });

  it('tell of danger from the least thought of self-harm on', () => {
    const { alarms } = named('phq-9');
    expect([0, 1, 2, 3].map((nine) => alarmsIn(alarms, { ...all(9, 3), '9': nine }))).toEqual([[], alarms, alarms, alarms]);
    expect(alarmsIn(alarms, {})).toEqual([]);
    expect(alarmsIn([...alarms, { item: '2', atLeast: -1 }], { '2': -1, '9': 0 })).toEqual([{ item: '2', atLeast: -1 }]);
    expect(alarmsIn(named('gad-7').alarms, all(7, 3))).toEqual([]);
  });
});

describe('scores that were worked out elsewhere', () => {
  const byHand = (id: string, entered: Record<string, number>) => scoreByHand(named(id).scales, entered);

  it('of SWEMWBS are converted as its table says', () => {
    // The 29 metric scores, of which three copies agree (domain.md, section 4).
    const metric =
      '7.00 9.51 11.25 12.40 13.33 14.08 14.75 15.32 15.84 16.36 16.88 17.43 17.98 18.59 19.25 19.98 20.73 21.54 22.35 23.21 24.11 25.03 26.02 27.03 28.13 29.31 30.70 32.55 35.00';
    const converted = Array.from({ length: 29 }, (_, n) => byHand('swemwbs', { metric: n + 7 }));
    expect(converted.map((each) => each.ok && each.value[0]!.value.toFixed(2))).toEqual(metric.split(' '));
    for (const wrong of [6, 36]) expect(byHand('swemwbs', { metric: wrong })).toEqual({ ok: false, error: { metric: 'out-of-range' } });
    expect(byHand('swemwbs', { metric: 20.5 })).toEqual({ ok: false, error: { metric: 'not-whole' } });
  });

  it('of WHO-5 are four times the plain total, low up to 50', () => {
    const of = (total: number) => byHand('who-5', { percent: total });
    expect([0, 12, 13, 25].map((total) => of(total))).toEqual(
      [
        [0, 0, 0],
        [12, 48, 0],
        [13, 52, 1],
        [25, 100, 1],
      ].map(([raw, value, band]) => ({ ok: true, value: [{ scale: 'percent', raw, value, band }] })),
    );
  });

  it('of PAM fall into its four levels', () => {
    const level = (score: number) => {
      const found = byHand('pam', { score });
      return found.ok ? found.value[0]!.band! + 1 : 0;
    };
    expect([0, 47, 47.1, 55.1, 55.2, 67, 67.1, 100].map(level)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('leave out what was not typed, and refuse what is no number', () => {
    expect(byHand('mycaw', { wellbeing: 3 })).toEqual({ ok: true, value: [{ scale: 'wellbeing', raw: 3, value: 3, band: null }] });
    expect(byHand('mycaw', { wellbeing: NaN })).toEqual({ ok: false, error: { wellbeing: 'out-of-range' } });
  });
});

describe('the score of NoMAD', () => {
  it('is the mean of a part, with A2 turned round and what is not relevant left out', () => {
    const action = { A1: 5, A2: 1, A3: 5, A4: 5, A5: 5, A6: 5, A7: 7 };
    expect(values('nomad', action)).toEqual({ action: 5 });
    expect(values('nomad', { ...action, A2: 5 })).toEqual({ action: 4.33 });
    expect(values('nomad', { ...action, A6: 6 })).toEqual({});
    expect(scored('nomad', { C1: 4, C2: 5, C3: 4 }).scores).toEqual([{ scale: 'coherence', raw: 4.33, value: 4.33, band: null }]);
  });
});

describe('a score', () => {
  const withItems = bundled.filter(({ items }) => items.length > 0);
  const answersOf = (instrument: Instrument) =>
    fc.record(Object.fromEntries(instrument.items.map((item) => [item.id, fc.constantFrom(...valuesOf(item))])), {
      requiredKeys: [],
    }) as fc.Arbitrary<Record<string, number>>;

  it('never leaves the range of its scale', () => {
    for (const instrument of withItems)
      fc.assert(
        fc.property(answersOf(instrument), (answers) => {
          const { scores, unscored } = scoreAnswers(instrument.items, instrument.scales, answers);
          expect(scores.length + unscored.length).toBe(instrument.scales.length);
          for (const { scale, value } of scores) {
            const { from, to } = rangeOf(instrument.scales.find(({ id }) => id === scale)!);
            expect(value).toBeGreaterThanOrEqual(from);
            expect(value).toBeLessThanOrEqual(to);
          }
        }),
        { numRuns: 60 },
      );
  });

  it('rises with each answer, and falls with one that is turned round', () => {
    for (const instrument of withItems)
      fc.assert(
        fc.property(answersOf(instrument), fc.nat(), (some, pick) => {
          const least = Object.fromEntries(instrument.items.map((item) => [item.id, Math.min(...valuesOf(item))]));
          const answers: Record<string, number> = { ...least, ...some };
          const item = instrument.items[pick % instrument.items.length]!;
          const [low, high] = [answers[item.id]!, answers[item.id]! + 1];
          if (!isScored(item, low) || !isScored(item, high)) return;
          for (const scale of instrument.scales.filter(({ items }) => items.includes(item.id))) {
            const of = (value: number) => scoreAnswers(instrument.items, [scale], { ...answers, [item.id]: value }).scores[0]?.raw;
            const [before, after] = [of(low), of(high)];
            if (before !== undefined && after !== undefined) expect(item.reverse ? before > after : after > before).toBe(true);
          }
        }),
        { numRuns: 60 },
      );
  });

  it('of a conversion rises with the plain total', () => {
    const { convert } = named('swemwbs').scales[0]!;
    expect(convert).toEqual(convert!.toSorted((a, b) => a - b));
  });

  it('counts a missing answer as the mean of the others only where the rule says so', () => {
    const base = named('gad-7');
    const scale = { ...base.scales[0]!, leastAnswered: 5, prorate: true };
    const five = { '1': 2, '2': 2, '3': 2, '4': 1, '5': 1 };
    expect(scoreAnswers(base.items, [scale], five).scores[0]!.value).toBe(11);
    expect(scoreAnswers(base.items, [{ ...scale, prorate: false }], five).scores[0]!.value).toBe(8);
    expect(scoreAnswers(base.items, [{ ...scale, leastAnswered: 6 }], five).scores).toEqual([]);
  });

  it('below its first band has none', () => {
    const scale = { ...named('ons4').scales[0]!, bands: [{ from: 5, name: { en: 'x' }, mark: 'verified' as const }] };
    expect(scoreAnswers(named('ons4').items, [scale], { satisfied: 4 }).scores[0]!.band).toBeNull();
    expect(scoreAnswers(named('ons4').items, [scale], { satisfied: 5 }).scores[0]!.band).toBe(0);
  });
});

describe('answers', () => {
  it('that a question does not have are named, and so are those that are missing', () => {
    const { items } = named('ons4');
    expect(impossibleAnswers(items, { satisfied: 11, happy: 10, nothing: 1, anxious: NaN })).toEqual(['satisfied', 'nothing', 'anxious']);
    expect(unanswered(items, { satisfied: 0, happy: 3 })).toEqual(['worthwhile', 'anxious']);
  });

  it('are turned round within what the question can be answered with', () => {
    const a2 = named('nomad').items.find(({ id }) => id === 'A2')!;
    expect([1, 2, 3, 4, 5].map((value) => turned(a2, value))).toEqual([5, 4, 3, 2, 1]);
    expect(turned(named('ons4').items[0]!, 3)).toBe(3);
  });

  it('are in the language that was asked for, or else in the first', () => {
    expect([textIn({ en: 'Often', cy: 'Yn aml' }, 'cy'), textIn({ en: 'Often' }, 'fr'), textIn({}, 'en')]).toEqual(['Yn aml', 'Often', '']);
  });
});

describe('a change', () => {
  const who5 = named('who-5').scales[0]!;

  it('of WHO-5 is worth noticing from 10 on, either way', () => {
    expect(changeOf(who5, 40, 48)).toEqual({ by: 8, way: 'better', size: 'smaller', certain: 'not-known' });
    expect(changeOf(who5, 40, 50)).toMatchObject({ by: 10, way: 'better', size: 'worth-noticing' });
    expect(changeOf(who5, 52, 40)).toMatchObject({ by: -12, way: 'worse', size: 'worth-noticing' });
    expect(changeOf(who5, 40, 40)).toMatchObject({ by: 0, way: 'same', size: 'smaller' });
  });

  it('is the better way when less is better, and neither when nobody can say', () => {
    const ucla = named('ons-loneliness').scales[0]!;
    expect(changeOf(ucla, 8, 5).way).toBe('better');
    expect(changeOf(ucla, 5, 8).way).toBe('worse');
    expect(changeOf({ ...ucla, better: 'neither' }, 5, 8).way).toBe('no-better-or-worse');
    expect(changeOf(ucla, 8, 5).size).toBe('not-known');
  });

  it('is certain only beyond what the same person’s answers vary by', () => {
    // With a SEM of 2, 1.96 × √2 × 2 = 5.54.
    expect(reliableChange(2)).toBeCloseTo(5.5437, 4);
    const scale = { ...who5, error: { sem: 2, source: 'an example', mark: 'assumption' as const } };
    expect([changeOf(scale, 0, 5).certain, changeOf(scale, 0, 6).certain, changeOf(scale, 6, 0).certain]).toEqual(['no', 'yes', 'yes']);
    expect(spreadOf(scale)).toBeCloseTo(3.92, 4);
    expect(spreadOf(who5)).toBeNull();
  });

  it('has no more decimals than it can have', () => {
    expect(changeOf(who5, 19.98, 20.73).by).toBe(0.75);
  });
});

describe('the goals that are asked about', () => {
  it('keep their id as long as their words stay the same', () => {
    const first = goalsToAsk(['Walk to the shop', 'Sleep'], []);
    expect(first).toEqual([
      { id: 'goal-1', words: 'Walk to the shop' },
      { id: 'goal-2', words: 'Sleep' },
    ]);
    expect(goalsToAsk(['Sing', ' sleep '], [first])).toEqual([
      { id: 'goal-3', words: 'Sing' },
      { id: 'goal-2', words: 'sleep' },
    ]);
    expect(goalsToAsk(['Sing', 'SING', ' '], [])).toEqual([{ id: 'goal-1', words: 'Sing' }]);
  });

  it('are each a scale from 0 to 10, and make no total', () => {
    const goals = named('goals');
    const items = itemsFor(goals, [{ id: 'goal-1', words: 'Sing' }]);
    const scales = scalesFor(goals, items);
    expect(valuesOf(items[0]!)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(scoreAnswers(items, scales, { 'goal-1': 4 }).scores).toEqual([{ scale: 'goal-1', raw: 4, value: 4, band: null }]);
    expect(rangeOf(scales[0]!)).toEqual({ from: 0, to: 10 });
    expect(rangeOf({ ...scales[0]!, times: 4, raw: { from: 1, to: 5, whole: true } })).toEqual({ from: 4, to: 20 });
    expect(rangeOf(named('swemwbs').scales[0]!)).toEqual({ from: 7, to: 35 });
    expect([items[0]!.text, scales[0]!.method, scales[0]!.prorate]).toEqual([{ en: 'Sing' }, 'sum', false]);
    const oneToFive = { ...items[0]!, answering: { kind: 'scale', from: 1, to: 5, low: {}, high: {} } } as const;
    expect(valuesOf(oneToFive)).toEqual([1, 2, 3, 4, 5]);
    expect(changeOf(scales[0]!, 2, 4)).toEqual({ by: 2, way: 'better', size: 'not-known', certain: 'not-known' });
    expect(itemsFor(named('ons4'), [])).toBe(named('ons4').items);
    expect(scalesFor(named('ons4'), [])).toBe(named('ons4').scales);
  });
});

describe('the definition of an instrument', () => {
  const swemwbs = () => JSON.parse(JSON.stringify({ ...named('swemwbs'), id: 'like-it' })) as Instrument;
  const read = (change: (one: Instrument) => unknown) => readDefinition(JSON.stringify(change(swemwbs())));
  const wrong = (change: (one: Instrument) => unknown) => {
    const found = read(change);
    return found.ok ? [] : found.error;
  };

  it('of each that comes with Bothy is one that could have been brought in', () => {
    for (const instrument of bundled.filter(({ ownGoals }) => !ownGoals)) {
      const found = readDefinition(JSON.stringify({ ...instrument, startsOn: false }));
      expect(found).toEqual({ ok: true, value: { ...instrument, startsOn: false } });
    }
  });

  it('is refused with everything that contradicts itself, and where', () => {
    const scale = (one: Instrument) => one.scales[0]!;
    expect(readDefinition('{')).toEqual({ ok: false, error: ['The file is not JSON.'] });
    expect(wrong((one) => ({ ...one, id: 'Not OK' }))[0]).toContain('id:');
    expect(wrong((one) => ({ ...one, scales: [{ ...scale(one), convert: [1, 2] }] }))[0]).toContain('needs 29 scores');
    expect(wrong((one) => ({ ...one, scales: [{ ...scale(one), method: 'mean' }] }))[0]).toContain('only whole sums');
    expect(wrong((one) => ({ ...one, scales: [{ ...scale(one), leastAnswered: 8 }] }))[0]).toContain('more than it has');
    expect(wrong((one) => ({ ...one, scales: [scale(one), scale(one)] }))[0]).toContain('stands there twice');
    const items = [{ id: '1', text: { en: 'One' }, answering: { kind: 'scale', from: 0, to: 99, low: { en: 'a' }, high: { en: 'b' } } }];
    const reaches = wrong((one) => ({ ...one, items, scales: [{ ...scale(one), items: ['1'], leastAnswered: 1 }] }));
    expect(reaches[0]).toContain('its answers make 0 to 99');
    expect(wrong((one) => ({ ...one, items }))[0]).toContain('there is no question 2');
    expect(
      wrong((one) => ({
        ...one,
        items,
        alarms: [{ item: '5', atLeast: 1, tells: { en: 'harm' }, selfHarm: false }],
        scales: [{ ...scale(one), items: [] }],
      })),
    ).toEqual(['alarms: there is no question 5']);
  });
});
