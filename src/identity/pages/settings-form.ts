import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { holidayChoices, numberChoices, type Settings, usualSettings } from '../programme.ts';
import { optionalWords, words } from './accounts-form.ts';
import { timeZoneField } from './setup-form.ts';

type W = Words['accounts'];

/** The whole numbers among the settings: the least and most that make sense. */
export const ranges = {
  decideWithinDays: [1, 60],
  firstAttemptWithinDays: [1, 60],
  attemptsBeforeClosing: [2, 20],
  attemptsOverDays: [1, 90],
  chaseAfterDays: [1, 60],
  replyLinkDays: [1, 180],
  remindOfAppointmentDays: [0, 14],
  safeCaseload: [2, 999],
  heldCountsPercent: [0, 100],
  silentAfterDays: [3, 90],
  askStillRightAfterDays: [0, 730],
  visitOverdueMinutes: [5, 120],
} as const satisfies Partial<Record<keyof Settings, readonly [number, number]>>;

const between = ([least, most]: readonly [number, number], w: W) => {
  const error = w.errors.days(least, most);
  return z
    .string({ error })
    .trim()
    .regex(/^\d{1,4}$/, error)
    .transform(Number)
    .refine((count) => count >= least && count <= most, error);
};

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const domain = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

export const settingsForm = (w: W) =>
  z.object({
    name: words(100, w, w.errors.programme),
    timeZone: timeZoneField(w),
    holidays: z.enum(holidayChoices).catch(usualSettings.holidays),
    code: optionalWords(20, w),
    healthNumber: z.enum(numberChoices).catch(usualSettings.healthNumber),
    colour: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^(#[0-9a-f]{6})?$/, w.errors.colour)
      .default(''),
    decideWithinDays: between(ranges.decideWithinDays, w),
    firstAttemptWithinDays: between(ranges.firstAttemptWithinDays, w),
    attemptsBeforeClosing: between(ranges.attemptsBeforeClosing, w),
    attemptsOverDays: between(ranges.attemptsOverDays, w),
    chaseAfterDays: between(ranges.chaseAfterDays, w),
    replyLinkDays: between(ranges.replyLinkDays, w),
    remindOfAppointmentDays: between(ranges.remindOfAppointmentDays, w),
    safeCaseload: between(ranges.safeCaseload, w),
    heldCountsPercent: between(ranges.heldCountsPercent, w),
    silentAfterDays: between(ranges.silentAfterDays, w),
    askStillRightAfterDays: between(ranges.askStillRightAfterDays, w),
    secureEmailDomains: z
      .string()
      .default('')
      .transform((text) => lines(text.toLowerCase()).map((line) => line.replace(/^@/, '')))
      .refine((domains) => domains.length <= 100 && domains.every((each) => domain.test(each)), w.errors.domain),
    publishesDirectory: z
      .string()
      .default('')
      .transform((text) => text === 'yes'),
    sharingNeedsAgreement: z
      .string()
      .default('')
      .transform((text) => text === 'yes'),
    visitOverdueMinutes: between(ranges.visitOverdueMinutes, w),
  });
