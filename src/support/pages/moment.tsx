import { calendarDay, DateField, formatTime, TimeField, useWords } from '../../design/index.ts';
import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { addDays, type CalendarDay, instantAt, isCalendarDay } from '../../platform/calendar.ts';
import { isAhead, readTime } from '../contact.ts';

type Errors = Words['support']['contact']['errors'];

/** When something happened: a day and a time of the programme's clock, not in the future. */
export const momentFields = (words: Errors, today: CalendarDay) => ({
  day: z
    .string({ error: words.day })
    .refine(isCalendarDay, { error: words.day, abort: true })
    .refine((day) => day <= today, words.ahead)
    .refine((day) => day >= addDays(today, -731), words.longAgo),
  time: z
    .string({ error: words.time })
    .refine((typed) => readTime(typed) !== undefined, words.time)
    .transform((typed) => readTime(typed) ?? ''),
});

export const momentOf = (timeZone: string, { day, time }: { day: CalendarDay; time: string }): Date => instantAt(timeZone, day, time);

/** Whether it is later than the clock says; asked once both of its fields are known to be right. */
export const isTooLate = (timeZone: string, moment: { day: CalendarDay; time: string }, now: Date): boolean =>
  isAhead(momentOf(timeZone, moment), now);

export function MomentFields({ now, timeZone }: { now: Date; timeZone: string }) {
  const words = useWords().support.contact;
  return (
    <>
      <DateField name="day" label={words.day} labelSize="s" value={calendarDay(now, timeZone)} />
      <TimeField name="time" label={words.time} labelSize="s" value={formatTime(now, { timeZone })} />
    </>
  );
}
