import { bookUses } from './uses/book.ts';
import { feedUses } from './uses/feed.ts';
import { figureUses } from './uses/figures.ts';
import { hoursUses } from './uses/hours.ts';
import { openOwnAppointment } from './uses/link.ts';
import { lookUses } from './uses/look.ts';
import type { Ports } from './uses/needs.ts';
import { outcomeUses } from './uses/outcome.ts';
import { openReminding } from './uses/remind.ts';
import { roomUses } from './uses/rooms.ts';
import { weekUses } from './uses/week.ts';

export { letters } from './letters/to-person.ts';
export type { Hours } from './hours.ts';
export type { Room } from './room.ts';
export type { BeforeBooking, InTheWay } from './uses/book.ts';
export type { Figures } from './uses/figures.ts';
export { handOverAppointments, stopAppointments } from './uses/hooks.ts';
export type { HoursPage } from './uses/hours.ts';
export type { OwnAppointment } from './uses/link.ts';
export { agreedTimes, atOnce } from './uses/look.ts';
export { becameContact, type ChangeRefusal } from './uses/outcome.ts';
export type { RoomsPage } from './uses/rooms.ts';
export { surgeryDays } from './uses/surgery-days.ts';
export type { CalendarSeen } from './uses/week.ts';
export { toIcal } from './feed/ical.ts';

export type { AnswerRefusal } from './uses/link.ts';
export type { BookRefusal } from './uses/book.ts';
export type { AddRefusal } from './uses/hours.ts';
export type Calendars = ReturnType<typeof openCalendar>;

/** When and where people are seen. */
export function openCalendar(ports: Ports) {
  const { remindAll } = openReminding(ports);
  return {
    ...bookUses(ports),
    ...outcomeUses(ports),
    ...lookUses(ports),
    ...weekUses(ports),
    ...hoursUses(ports),
    ...roomUses(ports),
    ...feedUses(ports),
    ...figureUses(ports),
    own: openOwnAppointment(ports),
    handlers: { 'remind-of-appointments': remindAll },
    schedules: { 'remind-of-appointments': '*/10 * * * *' },
  };
}
