import { addDays, type CalendarDay, weekday } from '../platform/calendar.ts';

export const stretches = ['today', 'week', 'later'] as const;
export type Stretch = (typeof stretches)[number];

/** Late is today's; the week ends on Sunday. */
export function stretchOf(dueOn: CalendarDay, today: CalendarDay): Stretch {
  if (dueOn <= today) return 'today';
  return dueOn <= addDays(today, 6 - weekday(today)) ? 'week' : 'later';
}

/** For how long a slip of the finger can be taken back. */
const undoMinutes = 60;

export const mayUndo = (done: { at: Date; by: string | null } | null, asker: string, now: Date): boolean =>
  done !== null && done.by === asker && now.getTime() - done.at.getTime() < undoMinutes * 60_000;
