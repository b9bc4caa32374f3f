import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import { contactChannels, type ContactOutcome, contactOutcomes, usualMinutes } from '../contact.ts';
import { isOnlyHeadings, withoutEmptyHeadings } from '../contact-templates.ts';
import { dayAhead, text } from './asked.ts';
import { momentFields } from './moment.tsx';

const wholeOrNone = (most: number, wrong: string) =>
  z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || (/^\d{1,3}$/.test(typed) && Number(typed) <= most), wrong)
    .transform((typed) => (typed === '' ? null : Number(typed)));

const listed = z.union([z.string(), z.array(z.string())]).default([]);
const kmTyped = /^\d{1,4}([.,]\d)?$/;

type W = { contact: Words['support']['contact']; more: Words['contacts'] };

/** The fields that a contact and its correction have in common. */
const fields = ({ contact: { errors }, more }: W, today: CalendarDay) => ({
  channel: z.enum(contactChannels, { error: errors.channel }),
  ...momentFields(errors, today),
  minutes: z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || (/^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 720), errors.minutes),
  place: text(200, errors.tooLong(200)),
  present: text(200, errors.tooLong(200)),
  company: listed,
  note: text(10_000, errors.tooLong(10_000)),
  nextStep: text(200, errors.tooLong(200)),
  debrief: z.literal('yes').optional(),
  tags: listed.transform((tags) => [...new Set([tags].flat())].slice(0, 20)),
  travelMinutes: wholeOrNone(720, more.errors.travel),
  travelKm: z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || (kmTyped.test(typed) && Number(typed.replace(',', '.')) <= 2000), more.errors.km)
    .transform((typed) => (typed === '' ? null : Number(typed.replace(',', '.')))),
});

type Typed = z.output<z.ZodObject<ReturnType<typeof fields>>>;

const whole = <T extends Pick<Typed, 'minutes' | 'debrief' | 'channel' | 'company' | 'present'>>({
  minutes,
  debrief,
  company,
  present,
  ...rest
}: T) => ({
  ...rest,
  minutes: Number(minutes) || usualMinutes[rest.channel],
  debrief: debrief === 'yes',
  present: [...[company].flat(), present]
    .map((each) => each.trim())
    .filter(Boolean)
    .join(', ')
    .slice(0, 200),
});

/** `headings` are those of the template: what was not written under does not count as a note, and is left out. */
export const contactForm = (words: W, today: CalendarDay, headings: readonly string[]) => {
  const { errors } = words.contact;
  const isEmpty = (note: string) => !note || isOnlyHeadings(note, headings);
  // Said along with what else is wrong, so that nobody is sent back twice.
  const isText = ({ issues }: z.core.ParsePayload) => !issues.some(({ path }) => path?.[0] === 'note' || path?.[0] === 'outcome');
  return z
    .object({
      ...fields(words, today),
      outcome: z.enum([...contactOutcomes, 'not-there'], { error: words.more.errors.outcome }).default('met'),
      nextOn: dayAhead(today, { wrong: errors.nextOn, past: errors.pastNext, far: errors.nextFar }),
      template: z.string().max(60).default(''),
      another: z.literal('yes').optional(),
    })
    .refine(({ note, outcome }) => outcome !== 'met' || !isEmpty(note), { path: ['note'], message: errors.note, when: isText })
    .transform((typed) => {
      const empty = isEmpty(typed.note);
      const note = empty ? words.more.could : withoutEmptyHeadings(typed.note, headings);
      return { ...whole(typed), note, written: empty ? '' : note, another: typed.another === 'yes' };
    });
};

export const correctionForm = (words: W, today: CalendarDay) => {
  const { errors } = words.contact;
  return z
    .object({
      ...fields(words, today),
      note: z.string({ error: errors.note }).trim().min(1, errors.note).max(10_000, errors.tooLong(10_000)),
      outcome: z.enum(contactOutcomes).default('met'),
      why: text(300, errors.tooLong(300)).refine((why) => why !== '', words.more.errors.why),
      rowVersion: z.coerce.number().int().catch(0),
    })
    .transform(({ outcome, ...typed }) => ({ ...whole(typed), outcome: outcome satisfies ContactOutcome }));
};
