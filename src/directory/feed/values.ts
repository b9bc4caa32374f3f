import { type CalendarDay, isCalendarDay } from '../../platform/calendar.ts';
import { textIn } from './raw.ts';

export const toEmail = (value: unknown): string | null => {
  const text = textIn(value).replace(/^mailto:/i, '');
  return /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]{2,}$/.test(text) && text.length <= 254 ? text : null;
};

/** Only what a browser may safely follow; a bare host gets its https. */
export const toLink = (value: unknown): string | null => {
  const text = textIn(value);
  const address = /^[a-z0-9-]+(\.[a-z0-9-]+)+([/?#]|$)/i.test(text) ? `https://${text}` : text;
  if (/\s/.test(address) || address.length > 2000 || !URL.canParse(address)) return null;
  return ['http:', 'https:'].includes(new URL(address).protocol) ? address : null;
};

export const toPhone = (value: unknown): string | null => {
  const text = textIn(value).replace(/^["'\s]+|["'\s]+$/g, '');
  return text.length <= 60 && (text.match(/\d/g) ?? []).length >= 3 ? text : null;
};

export const toDay = (value: unknown): CalendarDay | null => {
  const day = textIn(value).slice(0, 10);
  return isCalendarDay(day) && day > '0001' ? day : null;
};

/** 'HH:MM' of '9:00', '09:00:00' or '09:00Z': what the clock on the wall shows. */
export const toClockTime = (value: unknown): string | null => {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i.exec(textIn(value)) ?? [];
  return hours !== undefined && Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes!}` : null;
};

export const toInstant = (value: unknown): Date | null => {
  const text = textIn(value);
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? new Date(text) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
};

/** A number between two bounds, also when it is written as text. */
export const toNumber =
  (least: number, most: number) =>
  (value: unknown): number | null => {
    const number = textIn(value) === '' ? NaN : Number(textIn(value));
    return number >= least && number <= most ? number : null;
  };

export const toWhole =
  (least: number, most: number) =>
  (value: unknown): number | null => {
    const number = toNumber(least, most)(value);
    return Number.isInteger(number) ? number : null;
  };
