import * as z from 'zod';
import { type Checked, checkForm, type Typed } from '../../platform/forms.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Words } from '../../../locales/en/index.ts';
import { type EndingContent, type EndingPlan, mostCheckIns } from '../ending.ts';
import { dayOrNone, text } from './asked.ts';
import { dayParts } from './plan-values.ts';

const places = Array.from({ length: mostCheckIns }, (_, n) => `checkIn-${n}`);

export const endingDays = ['lastOn', ...places];

export function readEnding(
  typed: Typed,
  words: Words['ending'],
  tooLong: (most: number) => string,
): Checked<{ content: EndingContent; version: number }> {
  const day = dayOrNone(words.errors.day);
  const schema = z.object({
    rowVersion: z.coerce.number().int().min(0).default(0),
    lastOn: day,
    whatGoesOn: text(2000, tooLong(2000)),
    whoToTurnTo: text(2000, tooLong(2000)),
    talkedThrough: z.literal('yes').optional(),
  });
  const checked = checkForm(schema, typed);
  const days = checkForm(z.object(Object.fromEntries(places.map((place) => [place, day]))), typed);
  if (!checked.ok || !days.ok)
    return { ok: false, typed, errors: { ...(checked.ok ? {} : checked.errors), ...(days.ok ? {} : days.errors) } };
  const { rowVersion, talkedThrough, ...rest } = checked.value;
  const checkIns = Object.values(days.value).filter((each): each is CalendarDay => Boolean(each));
  return { ok: true, value: { content: { ...rest, checkIns, talkedThrough: talkedThrough === 'yes' }, version: rowVersion } };
}

/** What was planned, as the form shows it: days that have gone by are not asked about again. */
export function endingValues(ending: EndingPlan | undefined, today: CalendarDay): Typed {
  if (!ending) return {};
  const ahead = ending.checkIns.filter((day) => day >= today);
  return {
    ...daysTyped(ahead),
    ...(dayParts('lastOn', ending.lastOn) as Typed),
    whatGoesOn: ending.whatGoesOn,
    whoToTurnTo: ending.whoToTurnTo,
    ...(ending.talkedThrough && { talkedThrough: 'yes' }),
  };
}

export const daysTyped = (days: readonly CalendarDay[]): Typed =>
  Object.assign({}, ...places.map((place, n) => dayParts(place, days[n] ?? null)));
