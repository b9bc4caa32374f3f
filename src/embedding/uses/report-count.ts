import { connectedSince } from '../../connections/index.ts';
import { gapsBetween, isRestricted } from '../../directory/index.ts';
import { peopleById } from '../../people/index.ts';
import { addDays, ageOn, type CalendarDay, dayIn, daysBetween, instantAt } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { practiceEndings, type PracticeReferral, practiceReferrals } from '../../referrals/index.ts';
import { firstContactsOf, goalsAtEnding } from '../../support/index.ts';
import { type Counted, type Figures, figuresOf } from '../core/report.ts';
import { lastDayOf } from '../core/report-month.ts';

type Time = { practice: string; from: CalendarDay; month: CalendarDay; timeZone: string };

/** Counts for one report, as things stand now. What is too small to tell never leaves this. */
export async function countFor(tx: Tx, { practice, from, month, timeZone }: Time): Promise<Figures> {
  const start = (day: CalendarDay) => instantAt(timeZone, day, '00:00');
  const [since, until] = [start(from), start(addDays(lastDayOf(month), 1))];
  const referrals = await practiceReferrals(tx, { practice, since, until });
  const people = await peopleById(
    tx,
    referrals.map(({ person }) => person),
  );
  const met = await firstContactsOf(
    tx,
    referrals.map(({ id }) => id),
  );
  const connected = await connectedSince(
    tx,
    referrals.map(({ person }) => person),
    since,
  );
  const endings = await practiceEndings(tx, { practice, since, until });
  const goals = await goalsAtEnding(
    tx,
    endings.map(({ id }) => id),
  );
  // The same days in every practice's report, so that no two of them can be taken from each other.
  const gaps = await gapsBetween(tx, start(month), until);
  const toCounted = ({ id, person, needs, stage, reason, receivedAt, asked }: PracticeReferral): Counted => {
    const day = dayIn(timeZone, receivedAt);
    const first = met.get(id);
    return {
      needs: needs.filter((need) => !isRestricted(need)),
      age: ageOn(people.get(person)?.dateOfBirth ?? day, day),
      outcome: stage === 'returned' ? 'returned' : stage === 'waiting' || stage === 'asked' ? 'waiting' : 'accepted',
      reason,
      asked,
      metAfterDays: first ? Math.max(0, daysBetween(day, dayIn(timeZone, first))) : null,
      connected: connected.has(person),
    };
  };
  return figuresOf({
    referrals: referrals.map(toCounted),
    endings: endings.map(({ id, because }) => ({ because, goals: goals.get(id) ?? [] })),
    gaps: gaps.filter(({ need }) => !isRestricted(need)),
  });
}
