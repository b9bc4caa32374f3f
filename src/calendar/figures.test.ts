import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../platform/calendar.ts';
import type { Appointment, Stage } from './appointment.ts';
import { daysAt, offeredBy } from './figures.ts';
import { slotsOf } from './hours.ts';

const slots = slotsOf({ worker: 'sam', day: '2026-11-26', starts: 540, ends: 780, slotMinutes: 60, room: null }, 'Europe/London');
const made: Omit<Appointment, 'stage' | 'startsAt' | 'endsAt'> = {
  ...{ id: 'a', person: 'p', workers: ['sam'], kind: 'meeting', room: null, place: '', bring: '', gettingThere: '', tell: true },
  ...{ answer: null, wish: '', remindAt: null, madeAt: new Date(0), madeBy: 'sam', rowVersion: 1 },
};
const stages: Stage[] = [
  { name: 'booked' },
  { name: 'happened', contact: null },
  { name: 'not-there', reason: 'not-known', note: '', easier: [] },
  { name: 'cancelled', by: 'person', reason: 'unwell', note: '' },
];
const at = (index: number, stage: Stage): Appointment => ({
  ...made,
  stage,
  startsAt: slots[index]!.startsAt,
  endsAt: slots[index]!.endsAt,
});

describe('times offered and used', () => {
  it('count a slot once as used, and one that was called off not at all', () => {
    const [seen] = offeredBy(
      ['sam'],
      slots,
      stages.map((stage, index) => at(index, stage)),
    );
    expect(seen).toEqual({ worker: 'sam', slots: 4, used: 3, appointments: 4, happened: 1, notThere: 1, calledOff: 1 });
  });

  it('count for each link worker what is theirs, and both for a time with two', () => {
    const both = { ...at(0, stages[1]!), workers: ['sam', 'rhona'] };
    expect(offeredBy(['sam', 'rhona'], slots, [both]).map(({ slots: all, used, appointments }) => [all, used, appointments])).toEqual([
      [4, 1, 1],
      [0, 0, 1],
    ]);
  });

  it('never use more than was offered', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(...stages)));
    fc.assert(
      fc.property(some, (picked) => {
        const [seen] = offeredBy(
          ['sam'],
          slots,
          picked.map(([index, stage]) => at(index, stage)),
        );
        expect(seen!.used).toBeLessThanOrEqual(seen!.slots);
        expect(seen!.happened + seen!.notThere + seen!.calledOff).toBeLessThanOrEqual(seen!.appointments);
      }),
    );
  });
});

describe('days in the surgery', () => {
  it('count a day once, however many sit there, and no day in a hall', () => {
    const session = { worker: 'sam', starts: 540, ends: 780, slotMinutes: 60 };
    const sessions = [
      { ...session, day: '2026-11-26', room: 'room-3' },
      { ...session, day: '2026-11-26', room: 'room-4', worker: 'rhona' },
      { ...session, day: addDays('2026-11-26', 7), room: 'room-3' },
      { ...session, day: '2026-11-27', room: 'hall' },
      { ...session, day: '2026-11-28', room: null },
    ];
    expect([...daysAt(sessions, (room) => (room === 'hall' ? null : 'glenkens'))]).toEqual([['glenkens', 2]]);
  });
});
