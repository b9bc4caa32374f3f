import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../platform/calendar.ts';
import { overlap } from './clock.ts';
import { freeSlots, type Hours, hoursRefused, type OtherDay, sessionsOn, slotsOf } from './hours.ts';

const timeZone = 'Europe/London';
const thursday = '2026-11-26';
const hours: Hours = {
  ...{ id: 'a', worker: 'sam', weekday: 3, starts: 540, ends: 780, slotMinutes: 60, room: 'room-3', from: '2026-11-01', until: null },
};
const never = () => false;
const away = (from: string, to: string, worker = 'sam'): OtherDay => ({ id: 'x', worker, from, to, kind: 'away' });
const extra = (day: string): OtherDay => ({
  ...{ id: 'y', worker: 'sam', from: day, to: day, kind: 'extra', starts: 840, ends: 900, slotMinutes: 30, room: null },
});

describe('the times in which people can be seen', () => {
  it('come round each week, from the first day until the last', () => {
    expect(sessionsOn(thursday, [hours], [], never)).toHaveLength(1);
    expect(sessionsOn(addDays(thursday, 1), [hours], [], never)).toHaveLength(0);
    expect(sessionsOn('2026-10-29', [hours], [], never)).toHaveLength(0);
    expect(sessionsOn(thursday, [{ ...hours, until: thursday }], [], never)).toHaveLength(1);
    expect(sessionsOn(addDays(thursday, 7), [{ ...hours, until: thursday }], [], never)).toHaveLength(0);
  });

  it('are none on a bank holiday, unless somebody chose to work on it', () => {
    const isHoliday = (day: string) => day === thursday;
    expect(sessionsOn(thursday, [hours], [], isHoliday)).toHaveLength(0);
    expect(sessionsOn(thursday, [hours], [extra(thursday)], isHoliday).map(({ starts }) => starts)).toEqual([840]);
  });

  it('are none while the link worker is away, and another’s absence takes nothing from them', () => {
    expect(sessionsOn(thursday, [hours], [away(thursday, thursday), extra(thursday)], never)).toHaveLength(0);
    expect(sessionsOn(thursday, [hours], [away(thursday, thursday, 'rhona')], never)).toHaveLength(1);
  });

  it('are cut into whole slots, none of which runs over', () => {
    const session = sessionsOn(thursday, [{ ...hours, slotMinutes: 45 }], [], never)[0]!;
    expect(slotsOf(session, timeZone).map(({ time }) => time)).toEqual(['09:00', '09:45', '10:30', '11:15', '12:00']);
  });

  it('leave out the hour that is not there when the clocks go forward, and keep their length in both nights', () => {
    const night = { worker: 'sam', starts: 0, ends: 240, slotMinutes: 60, room: null };
    expect(slotsOf({ ...night, day: '2027-03-28' }, timeZone).map(({ time }) => time)).toEqual(['00:00', '02:00', '03:00']);
    const autumn = slotsOf({ ...night, day: '2026-10-25' }, timeZone);
    expect(autumn.map(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime())).toEqual([
      3_600_000, 3_600_000, 3_600_000, 3_600_000,
    ]);
  });

  it('never give one link worker two slots at once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 1200 }),
        fc.integer({ min: 15, max: 600 }),
        fc.constantFrom(15, 20, 30, 45, 60, 90),
        (n, starts, length, slotMinutes) => {
          const day = addDays('2026-01-01', n);
          const ends = Math.min(1440, starts + length);
          const each = { ...hours, weekday: weekday(day), from: '2025-01-01', starts, ends, slotMinutes };
          const slots = sessionsOn(day, [each], [], never).flatMap((session) => slotsOf(session, timeZone));
          for (const [index, slot] of slots.entries()) {
            const next = slots[index + 1];
            if (next) expect(overlap(slot, next)).toBe(false);
          }
        },
      ),
    );
  });
});

describe('a free time', () => {
  const slots = slotsOf({ worker: 'sam', day: thursday, starts: 540, ends: 780, slotMinutes: 60, room: 'room-3' }, timeZone);
  const taken = (more: object) => ({ startsAt: slots[1]!.startsAt, endsAt: slots[1]!.endsAt, workers: ['rhona'], room: null, ...more });
  const before = new Date('2026-11-20T00:00:00Z');

  it('is one in which neither the link worker nor the room is promised', () => {
    expect(freeSlots(slots, [], before)).toHaveLength(4);
    expect(freeSlots(slots, [taken({})], before)).toHaveLength(4);
    expect(freeSlots(slots, [taken({ workers: ['rhona', 'sam'] })], before)).toHaveLength(3);
    expect(freeSlots(slots, [taken({ room: 'room-3' })], before).map(({ time }) => time)).toEqual(['09:00', '11:00', '12:00']);
  });

  it('is ahead: the one that has begun is not offered', () => {
    expect(freeSlots(slots, [], slots[0]!.startsAt).map(({ time }) => time)).toEqual(['10:00', '11:00', '12:00']);
  });
});

describe('hours that are to be added', () => {
  it('are refused when they hold no slot, or end before they begin', () => {
    expect(hoursRefused({ ...hours, ends: 570 }, [])).toBe('times');
    expect(hoursRefused({ ...hours, until: '2026-10-01' }, [])).toBe('dates');
    expect(hoursRefused(hours, [])).toBeUndefined();
  });

  it('are refused when the link worker has others then, or the room has somebody else', () => {
    const wanted = { ...hours, id: 'b', starts: 720, ends: 840 };
    expect(hoursRefused(wanted, [hours])).toEqual({ own: hours });
    expect(hoursRefused({ ...wanted, worker: 'rhona' }, [hours])).toEqual({ room: hours });
    expect(hoursRefused({ ...wanted, worker: 'rhona', room: null }, [hours])).toBeUndefined();
    expect(hoursRefused({ ...wanted, starts: 780 }, [hours])).toBeUndefined();
    expect(hoursRefused(wanted, [{ ...hours, from: '2026-10-01', until: '2026-10-31' }])).toBeUndefined();
  });
});
