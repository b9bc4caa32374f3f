import type { Need, Service } from '../../src/directory/index.ts';
import type { CalendarDay } from '../../src/platform/calendar.ts';
import type { Path } from '../path/path.ts';

export type Around = {
  referrer: string;
  practice: string;
  team: string;
  linkWorker: string;
  servicesFor: (need: Need) => readonly Service[];
};

/** Something that happens so many days after the referral. `plan` says on which day something later is meant to be. */
export type Step = { day: number; run: (path: Path, at: Date, plan: (day: number) => CalendarDay) => void };
