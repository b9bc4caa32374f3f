import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { addDays, isCalendarDay } from '../../platform/calendar.ts';
import type { Typed } from '../../platform/forms.ts';
import { typedTime } from '../../platform/typed-time.ts';
import { type Channel, channels, type Person } from '../person.ts';
import { mayBeSaid, numberShown } from '../wishes.ts';
import type { Wished } from '../index.ts';

type W = Words['reaching']['errors'];

export const asked = { many: ['days'], days: ['notBefore', 'reviewOn'] };

/** A choice for each way: '' for no, '1' for the one that they like best. */
const rank = (words: W) => z.enum(['', '1', '2', '3', '4', '5'], { error: words.day }).default('');

const time = (words: W) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed, check) => {
      const read = typed && typedTime(typed);
      if (read !== undefined) return read;
      check.addIssue({ code: 'custom', message: words.time });
      return z.NEVER;
    });

const day = (words: W, today: string) =>
  z
    .string()
    .default('')
    .transform((typed) => typed || null)
    .refine((typed) => typed === null || isCalendarDay(typed), { error: words.date, abort: true })
    .refine((typed) => typed === null || typed >= today, { error: words.past, abort: true })
    .refine((typed) => typed === null || typed <= addDays(today, 731), { error: words.tooFar });

const text = (words: W, most: number) => z.string().trim().max(most, words.tooLong(most)).default('');

export const safeContactForm = (words: W, today: string) =>
  z
    .object({
      ...{ phone: rank(words), text: rank(words), email: rank(words), letter: rank(words), visit: rank(words) },
      days: z.array(z.enum(['0', '1', '2', '3', '4', '5', '6'], { error: words.day })).default([]),
      from: time(words),
      until: time(words),
      voicemail: z.enum(['yes', 'no', '']).default(''),
      says: z.enum(mayBeSaid, { error: words.answer }).default('all'),
      number: z.enum(numberShown, { error: words.answer }).default('any'),
      ourNumber: text(words, 40),
      mayKnow: text(words, 300),
      mustNotKnow: text(words, 300),
      barred: text(words, 2000).transform((typed) =>
        typed
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
      note: text(words, 500),
      notBefore: day(words, today),
      reviewOn: day(words, today),
      again: z.enum(['yes', '']).default(''),
      rowVersion: z.coerce.number().int().min(1),
    })
    .superRefine(({ from, until, barred }, check) => {
      if (from && until && until <= from) check.addIssue({ code: 'custom', path: ['until'], message: words.order });
      if (barred.length > 20) check.addIssue({ code: 'custom', path: ['barred'], message: words.barredMany });
    });

type Checked = z.infer<ReturnType<typeof safeContactForm>>;

/** What they agreed, the way that they like best first; what the form did not ask stays as it is. */
export function wishedOf(checked: Checked, { wishes }: Person): Wished {
  const { voicemail, note, again, rowVersion: _, days, phone, text: texts, email, letter, visit, ...rest } = checked;
  const ranks: Record<Channel, string> = { phone, text: texts, email, letter, visit };
  const agreed = channels.filter((each) => ranks[each]).toSorted((a, b) => ranks[a].localeCompare(ranks[b]));
  return {
    safeContact: { channels: agreed, voicemailOk: voicemail ? voicemail === 'yes' : null, note },
    wishes: { ...rest, days: days.map(Number), stoppedAt: again ? null : wishes.stoppedAt },
  };
}

/** A person's wishes as the form shows them. */
export function valuesOf({ safeContact, wishes }: Pick<Person, 'safeContact' | 'wishes'>): Typed {
  const { from, until, says, number, ourNumber, mayKnow, mustNotKnow, barred, notBefore, reviewOn } = wishes;
  const rankOf = (channel: Channel) => String(safeContact.channels.indexOf(channel) + 1 || '');
  return {
    ...Object.fromEntries(channels.map((each) => [each, rankOf(each)])),
    ...{ from, until, says, number, ourNumber, mayKnow, mustNotKnow },
    days: wishes.days.map(String),
    barred: barred.join('\n'),
    note: safeContact.note,
    voicemail: safeContact.voicemailOk === null ? '' : safeContact.voicemailOk ? 'yes' : 'no',
    ...dayParts('notBefore', notBefore),
    ...dayParts('reviewOn', reviewOn),
  };
}

function dayParts(name: string, value: string | null): Typed {
  const [year = '', month = '', day = ''] = value?.split('-') ?? [];
  return { [`${name}-day`]: day && String(Number(day)), [`${name}-month`]: month && String(Number(month)), [`${name}-year`]: year };
}
