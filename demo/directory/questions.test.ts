import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Attendance, attendances, type Audience, audiences, isNeed, roomAt } from '../../src/directory/index.ts';
import { gazetteer } from '../places.ts';
import { serviceId, services } from './directory.ts';

type Question = {
  id: string;
  words: string;
  place: string;
  km: number | null;
  needs: string[];
  whoFor: Audience | null;
  age: number | null;
  days: string[];
  attendance: Attendance[];
  free: boolean;
  room: boolean;
  want: Record<string, number>;
  why: string;
};

const file = new URL('../../src/directory/quality/questions.json', import.meta.url);
const questions = JSON.parse(readFileSync(file, 'utf8')) as Question[];
const now = new Date('2026-11-20T10:00:00Z');
const known = new Map(services('2026-11-20', now).map((service) => [service.id, service]));
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const place = new Set(gazetteer.map(({ name }) => name));

describe('the questions that measure the search', () => {
  it('are many, and each has a number of its own', () => {
    expect(questions.length).toBeGreaterThanOrEqual(150);
    expect(questions.map(({ id }) => id)).toEqual(questions.map((_, nth) => `q${String(nth + 1).padStart(3, '0')}`));
  });

  it.each(questions)('$id asks in words that the directory knows', ({ place: near, km, needs, whoFor, days: on, attendance, why }) => {
    expect(near === '' ? km : near).toSatisfy((value: string | null) => value === null || place.has(value));
    expect([null, 2, 5, 10, 20, 50]).toContain(km);
    expect(needs.filter((need) => !isNeed(need))).toEqual([]);
    expect([null, ...audiences]).toContain(whoFor);
    expect(on.filter((day) => !days.includes(day))).toEqual([]);
    expect(attendance.filter((each) => !attendances.includes(each))).toEqual([]);
    expect(why).not.toBe('');
  });

  it.each(questions)('$id wants services that are there, and meet what it asks', ({ want, age, days: on, attendance, free, room }) => {
    expect(Object.keys(want)).not.toEqual([]);
    for (const [key, grade] of Object.entries(want)) {
      expect([1, 2, 3], key).toContain(grade);
      const service = known.get(serviceId(key));
      expect(service?.status, key).toBe('active');
      const { minAge, maxAge, schedules, capacity } = service!;
      if (age !== null) expect((minAge ?? 0) <= age && age <= (maxAge ?? age), key).toBe(true);
      if (on.length)
        expect(
          schedules.some(({ byDay }) => byDay.some((day) => on.includes(day.slice(-2)))),
          key,
        ).toBe(true);
      if (attendance.length)
        expect(
          service!.attendance.some((each) => attendance.includes(each)),
          key,
        ).toBe(true);
      if (free) expect(service!.free, key).toBe(true);
      if (room) expect(roomAt(capacity, now).kind, key).toBe('room');
    }
  });
});
