import type { CalendarDay } from '../platform/calendar.ts';

/** What a message itself may give away to whoever reads it over a shoulder: anything neutral, or no more than "please ring". */
export const mayBeSaid = ['all', 'ring-only'] as const;
export type MaySay = (typeof mayBeSaid)[number];

/** How our number may show on their phone. */
export const numberShown = ['any', 'ours', 'hidden'] as const;
export type NumberShown = (typeof numberShown)[number];

/** What somebody has told us about reaching them, beyond the ways themselves. */
export type ContactWishes = {
  /** 0 Monday … 6 Sunday; none means any. */
  days: readonly number[];
  /** 'HH:MM', or '' for no wish. */
  from: string;
  until: string;
  says: MaySay;
  number: NumberShown;
  /** Which of our numbers it should be, when it should be one of them. */
  ourNumber: string;
  mayKnow: string;
  mustNotKnow: string;
  /** Numbers, addresses of mail and of houses that nothing may go to. */
  barred: readonly string[];
  /** They asked to be left in peace until this day. */
  notBefore: CalendarDay | null;
  reviewOn: CalendarDay | null;
  /** When they asked for no more messages, as an ISO instant. */
  stoppedAt: string | null;
};

export const noWishes: ContactWishes = {
  days: [],
  from: '',
  until: '',
  says: 'all',
  number: 'any',
  ourNumber: '',
  mayKnow: '',
  mustNotKnow: '',
  barred: [],
  notBefore: null,
  reviewOn: null,
  stoppedAt: null,
};
