import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { isCalendarDay } from '../../platform/calendar.ts';
import type { Typed } from '../../platform/forms.ts';
import { type Appointment, kinds, longest, reasons, shortest, type When } from '../appointment.ts';
import { timeIn } from '../clock.ts';
import type { Slot } from '../hours.ts';
import { dayField, text, timeField } from './asked.ts';

type W = Words['calendar']['errors'];

export const other = 'other';
/** How a free time stands in the form: its day, its time, and the room that comes with it. */
export const slotValue = ({ day, time, room }: Pick<Slot, 'day' | 'time' | 'room'>): string => `${day} ${time} ${room ?? ''}`.trim();

const lengths = [15, 20, 30, 45, 60, 75, 90, 120, 150, 180, 240] as const;
export const lengthChoices: readonly number[] = lengths;

const slotMinutes = ({ startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>): number => (endsAt.getTime() - startsAt.getTime()) / 60_000;

const fields = (words: W) => ({
  kind: z.enum(kinds, { error: words.kind }),
  slot: z.string({ error: words.when }).min(1, words.when),
  minutes: z
    .string()
    .default('')
    .refine((typed) => /^\d{0,3}$/.test(typed) && (typed === '' || (Number(typed) >= shortest && Number(typed) <= longest)), words.length),
  where: z.string().default(''),
  place: text(200, words.tooLong(200)),
  bring: text(300, words.tooLong(300)),
  gettingThere: text(500, words.tooLong(500)),
  second: z.string().default(''),
  tell: z.literal('yes').optional(),
  anyway: z.literal('yes').optional(),
});

/** A time out of the list brings its day, its length and its room; any other has its own boxes. */
export const bookForm = (words: W, typed: Typed) =>
  typed['slot'] === other
    ? z
        .object({ ...fields(words), day: dayField(words.day), time: timeField(words.time) })
        .refine(hasPlace, { path: ['place'], error: words.place })
    : z
        .object({ ...fields(words), day: z.string().default(''), time: z.string().default('') })
        .refine(({ slot }) => readSlot(slot) !== undefined, { path: ['slot'], error: words.when })
        .refine(hasPlace, { path: ['place'], error: words.place });

const hasPlace = ({ where, place }: { where: string; place: string }): boolean => where !== 'elsewhere' || place !== '';

function readSlot(value: string): { day: string; time: string; room: string | null } | undefined {
  const [day = '', time = '', room] = value.split(' ');
  return isCalendarDay(day) && /^\d{2}:\d{2}$/.test(time) ? { day, time, room: room ?? null } : undefined;
}

type Checked = z.output<ReturnType<typeof bookForm>>;

/** What was asked for, out of what was typed. `usual`: the length of a time that is not said. */
export function askedOf(checked: Checked, worker: string, free: readonly Slot[]) {
  const slot = checked.slot === other ? undefined : readSlot(checked.slot);
  const listed = free.find((each) => slotValue(each) === checked.slot);
  const minutes = Number(checked.minutes) || (listed ? slotMinutes(listed) : 60);
  const when: When = { day: slot?.day ?? checked.day, time: slot?.time ?? checked.time, minutes };
  const room = checked.where === '' ? (slot?.room ?? null) : checked.where === 'elsewhere' ? null : checked.where;
  return {
    when,
    workers: checked.second && checked.second !== worker ? [worker, checked.second] : [worker],
    anyway: checked.anyway === 'yes',
    details: {
      kind: checked.kind,
      room,
      place: checked.where === 'elsewhere' ? checked.place : '',
      bring: checked.bring,
      gettingThere: checked.gettingThere,
      tell: checked.tell === 'yes',
    },
  };
}

/** An appointment as its form would have it. */
export function valuesOf(appointment: Appointment, timeZone: string, day: string): Typed {
  const { kind, startsAt, room, place, bring, gettingThere, tell, workers } = appointment;
  return {
    kind,
    slot: other,
    day,
    time: timeIn(timeZone, startsAt),
    minutes: String(slotMinutes(appointment)),
    where: room ?? (place ? 'elsewhere' : ''),
    place,
    bring,
    gettingThere,
    second: workers[1] ?? '',
    ...(tell && { tell: 'yes' }),
  };
}

export const changeFields = (words: W) =>
  z.object({
    askedBy: z.enum(['person', 'us'], { error: words.askedBy }),
    reason: z.enum([...reasons.person, ...reasons.us], { error: words.reason }),
  });
