import type { Accessibility, Attendance, Audience, Need, Schedule, ServiceStatus, WayToJoin } from '../../src/directory/index.ts';

/** A service as this directory writes it down: what is left out is usual, and days are counted back from today. */
export type Listing = {
  key: string;
  name: string;
  about: string;
  needs: readonly Need[];
  /** A venue's key; `private:` and a town for an address that nobody may know. */
  at?: string | readonly string[];
  when?: readonly string[];
  note?: string;
  /** Free when left out. */
  cost?: readonly (readonly [option: string, amount: number | null])[];
  join: readonly WayToJoin[];
  who?: readonly Audience[];
  ages?: readonly [number | null, number | null];
  eligibility?: string;
  languages?: readonly string[];
  by?: readonly Attendance[];
  access?: readonly Accessibility[];
  room?: Room;
  /** How many days ago somebody checked it; null: nobody has. */
  checked?: number | null;
  checkedBy?: string;
  status?: ServiceStatus;
};

/** What it said of its room, so many days ago; after four weeks nobody knows. */
export type Room = { places: number; waitingList: boolean; weeks: number | null; ago: number };
export const places = (count: number, ago = 5): Room => ({ places: count, waitingList: false, weeks: null, ago });
export const full = (ago = 6): Room => ({ places: 0, waitingList: false, weeks: null, ago });
export const waiting = (weeks: number | null, ago = 8): Room => ({ places: 0, waitingList: true, weeks, ago });

export type Group = { key: string; name: string; about: string; services: readonly Listing[]; closed?: true };

const pattern = /^(?:(\d)w )?((?:-?\d?(?:MO|TU|WE|TH|FR|SA|SU),?)+) (\d\d:\d\d)-(\d\d:\d\d)$/;

/** 'TU 10:00-12:00' each week, '2w TH …' every other, '1TU …' or '-1FR …' in a month. */
export function toSchedule(when: string, note: string): Schedule {
  const [, weeks, days, opensAt, closesAt] = pattern.exec(when) ?? [];
  if (!days) throw new Error(`${when} is no time that a service could run.`);
  return {
    freq: /\d/.test(days) ? 'monthly' : 'weekly',
    interval: Number(weeks ?? 1),
    byDay: days.split(','),
    byMonthDay: [],
    opensAt: opensAt!,
    closesAt: closesAt!,
    validFrom: null,
    validTo: null,
    note,
    location: null,
  };
}
