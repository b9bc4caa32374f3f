import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrive, askForHelp, beSafe, callOff, extend, miss, stateOf, type Visit } from './visit.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 21, 10) + minutes * 60_000);
const visit = (more: Partial<Visit> = {}): Visit => ({
  id: 'v',
  worker: 'sam',
  team: 't',
  person: null,
  about: null,
  place: 'The farm at the head of the glen',
  startsAt: at(0),
  endsAt: at(60),
  mobile: '07700 900123',
  ring: '',
  note: '',
  plannedAt: at(-60),
  arrivedAt: null,
  safeAt: null,
  calledOffAt: null,
  helpAt: null,
  missed: { times: 0, at: null },
  ...more,
});

/** How often somebody was told by a clock that looks every minute. */
function toldBy(from: Visit, minutes: number, until: number): { visit: Visit; at: number[] } {
  let now = from;
  const told: number[] = [];
  for (let minute = 0; minute <= until; minute++) {
    const missed = miss(now, minutes, at(minute));
    if (missed) told.push(minute);
    now = missed ?? now;
  }
  return { visit: now, at: told };
}

describe('a visit', () => {
  it('is looked for so long after its end, and again after as long', () => {
    expect(toldBy(visit(), 15, 110).at).toEqual([75, 90, 105]);
  });

  it('is not looked for once they are safe, or it was called off', () => {
    for (const over of [beSafe(visit(), at(70)), callOff(visit(), at(10))]) expect(over.ok && toldBy(over.value, 15, 200).at).toEqual([]);
  });

  it('is looked for later when they ask for more time, also after it was late', () => {
    const longer = extend(visit(), 30, at(50));
    expect(longer.ok && toldBy(longer.value, 15, 110).at).toEqual([105]);
    const late = extend({ ...visit(), missed: { times: 1, at: at(75) } }, 30, at(80));
    expect(late.ok && toldBy(late.value, 15, 130).at).toEqual([125]);
  });

  it('is told once for each lateness, however often the clock looks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 120 }), fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 }), (minutes, looks) => {
        let [now, times] = [visit(), 0];
        for (const look of looks.toSorted((a, b) => a - b)) {
          const missed = miss(now, minutes, at(look));
          if (missed) times++;
          now = missed ?? now;
        }
        expect(now.missed.times).toBe(times);
        expect(times).toBeLessThanOrEqual(Math.max(0, Math.floor((400 - 60) / minutes)));
      }),
    );
  });

  it('says how it stands', () => {
    expect(stateOf(visit(), at(-10))).toBe('planned');
    expect(stateOf(visit(), at(10))).toBe('out');
    expect(stateOf(visit(), at(61))).toBe('overdue');
    const [here, help, safe] = [arrive(visit(), at(-5)), askForHelp(visit(), at(20)), beSafe(visit(), at(30))];
    expect([here, help, safe].map((each) => each.ok && stateOf(each.value, at(25)))).toEqual(['out', 'help', 'safe']);
    expect(safe.ok && arrive(safe.value, at(40))).toEqual({ ok: false, error: 'over' });
  });
});
