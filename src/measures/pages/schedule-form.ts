import type { Words } from '../../../locales/en/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { points } from '../instrument.ts';
import type { Schedule } from '../schedule.ts';

/** How many measures a programme can put in its list. */
export const places = 8;

/** The whole numbers of a schedule: the least and the most that make sense. */
export const limits = [
  { name: 'minutesPerMeeting', least: 1, most: 60 },
  { name: 'minutesPerMonth', least: 1, most: 120 },
  { name: 'reviewEveryWeeks', least: 1, most: 52 },
  { name: 'followUpAfterWeeks', least: 1, most: 104 },
  { name: 'declinesBeforeQuiet', least: 1, most: 10 },
  { name: 'quietWeeks', least: 1, most: 104 },
  { name: 'linkDays', least: 1, most: 60 },
] as const satisfies readonly { name: keyof Schedule; least: number; most: number }[];

type Read = { ok: true; value: Schedule } | { ok: false; errors: Errors };

export function readSchedule(typed: Typed, words: Words['measures']['schedule']): Read {
  const errors: Errors = {};
  const number = (name: (typeof limits)[number]['name']): number => {
    const { least, most } = limits.find((each) => each.name === name)!;
    const said = String(typed[name] ?? '').trim();
    const value = /^\d{1,4}$/.test(said) ? Number(said) : NaN;
    if (!(value >= least && value <= most)) errors[name] = words.whole(least, most);
    return value;
  };
  const entries = Array.from({ length: places }, (_, n) => {
    const chosen = [typed[`points-${n}`] ?? []].flat();
    return {
      place: n,
      instrument: String(typed[`instrument-${n}`] ?? '').slice(0, 40),
      points: points.filter((point) => chosen.includes(point)),
    };
  }).filter(({ instrument }) => instrument !== '');
  for (const { place, instrument } of entries)
    if (entries.some((other) => other.place < place && other.instrument === instrument)) errors[`instrument-${place}`] = words.twice;
  const value: Schedule = {
    entries: entries.map(({ instrument, points: at }) => ({ instrument, points: at })),
    minutesPerMeeting: number('minutesPerMeeting'),
    minutesPerMonth: number('minutesPerMonth'),
    reviewEveryWeeks: number('reviewEveryWeeks'),
    followUpAfterWeeks: number('followUpAfterWeeks'),
    declinesBeforeQuiet: number('declinesBeforeQuiet'),
    quietWeeks: number('quietWeeks'),
    linkDays: number('linkDays'),
  };
  return Object.keys(errors).length ? { ok: false, errors } : { ok: true, value };
}
