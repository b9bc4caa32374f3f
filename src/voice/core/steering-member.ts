import { addDays, type CalendarDay } from '../../platform/calendar.ts';

/** For whom somebody sits in the group. */
export const constituencies = ['patients', 'community', 'staff', 'partners', 'commissioner'] as const;
export type Constituency = (typeof constituencies)[number];

/** `untilDay`: the last day of their term. Members need no account. */
export type Member = {
  id: string;
  name: string;
  constituency: Constituency;
  brings: string;
  account: string | null;
  fromDay: CalendarDay;
  untilDay: CalendarDay | null;
  rowVersion: number;
};

export const sitsOn = ({ fromDay, untilDay }: Pick<Member, 'fromDay' | 'untilDay'>, day: CalendarDay): boolean =>
  fromDay <= day && (untilDay === null || day <= untilDay);

export type Seat = { constituency: Constituency; members: number; endingSoon: number };

const soonDays = 60;

/** Who is in the group on a day, by constituency; nobody at all is a seat to fill. */
export const balanceOf = (members: readonly Member[], day: CalendarDay): Seat[] =>
  constituencies.map((constituency) => {
    const sitting = members.filter((member) => member.constituency === constituency && sitsOn(member, day));
    const soon = addDays(day, soonDays);
    return {
      constituency,
      members: sitting.length,
      endingSoon: sitting.filter(({ untilDay }) => untilDay !== null && untilDay <= soon).length,
    };
  });

export const missingFrom = (balance: readonly Seat[]): Constituency[] =>
  balance.filter(({ members }) => members === 0).map(({ constituency }) => constituency);
