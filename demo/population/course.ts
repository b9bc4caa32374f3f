import type { CancelReason, Kind, RefusalReason } from '../../src/connections/index.ts';
import type { Need } from '../../src/directory/index.ts';
import type { Closure, ReturnReason, Source } from '../../src/referrals/index.ts';
import { rates } from '../figures.ts';
import type { Random } from '../random.ts';

/** What will come of a connection. Days are counted from the referral. */
export type Tie = { day: number; kind: Kind; answerDay: number; startDay: number } & (
  | { outcome: 'started' | 'did-not-come' | 'silent' }
  | { outcome: 'waiting'; weeks: number | null }
  | { outcome: 'refused'; reason: RefusalReason }
  | { outcome: 'cancelled'; reason: CancelReason }
);

/** How a referral will go, all of it, before any of it is told. Days are counted from the referral. */
export type Course = {
  needs: readonly Need[];
  source: Source;
  question: boolean;
  decideDay: number;
  attemptDays: readonly number[];
  contactDays: readonly number[];
  planned: boolean;
  gap: boolean;
  ties: readonly Tie[];
  endDay: number;
  ending: { returned: ReturnReason } | { closed: Closure };
};

export function courseOf(random: Random): Course {
  const waitDay = days(random, rates.waitDays, 200);
  const { from, to } = rates.decisionShare;
  const decideDay = waitDay * (from + (to - from) * random.float());
  const begun = { needs: needsOf(random), source: random.weighted(rates.source), question: random.chance(rates.questionFirst), decideDay };
  const nothing = { ...begun, attemptDays: [], contactDays: [], planned: false, gap: false, ties: [] };

  const fate = random.float();
  if (fate < rates.returned) return { ...nothing, endDay: decideDay, ending: { returned: random.weighted(rates.returnReason) } };
  if (fate < 1 - rates.contacted) return unreached(random, nothing, decideDay);
  return inTouch(random, begun, waitDay);
}

/** Some waits are long, but nobody is forgotten for ever. */
const days = (random: Random, { median, p90 }: { median: number; p90: number }, most = 2 * p90): number =>
  Math.min(most, random.logNormal(median, p90));

function needsOf(random: Random): Need[] {
  const first: Need = random.weighted(rates.need);
  const second: Need = random.weighted(rates.need);
  return random.chance(rates.secondNeed) && second !== first ? [first, second] : [first];
}

function unreached(random: Random, nothing: Omit<Course, 'endDay' | 'ending'>, decideDay: number): Course {
  const closed = random.weighted(rates.couldNotBeReached);
  const first = decideDay + random.int(2, 8);
  const attemptDays = [first, first + random.int(4, 8), first + random.int(10, 16)];
  return { ...nothing, attemptDays, endDay: attemptDays[2]! + random.int(2, 9), ending: { closed } };
}

function inTouch(random: Random, begun: Pick<Course, 'needs' | 'source' | 'question' | 'decideDay'>, waitDay: number): Course {
  const fits = (share: number) => random.chance(share / rates.contacted);
  const count = fits(rates.threeContacts)
    ? 3 + random.negativeBinomial(rates.moreContacts.mean, rates.moreContacts.size)
    : random.int(1, 2);
  const contactDays = [waitDay];
  while (contactDays.length < count) contactDays.push(contactDays.at(-1)! + 2 + days(random, rates.betweenContactsDays));

  const tries = { none: 0, one: 1, two: 2 }[random.weighted(rates.attemptsBefore)];
  const between = waitDay - begun.decideDay;
  const attemptDays = Array.from({ length: tries }, (_, nth) => begun.decideDay + (between * (nth + 1)) / (tries + 1));

  const ties = fits(rates.connected) ? tiesOf(random, contactDays) : [];
  const last = Math.max(contactDays.at(-1)!, ...ties.map(({ startDay }) => startDay));
  const endDay = last + random.int(rates.endingDays.from, rates.endingDays.to);
  const closed = random.weighted(rates.closure);
  return {
    ...begun,
    attemptDays,
    contactDays,
    planned: random.chance(rates.planned),
    gap: random.chance(rates.recordedGap),
    ties,
    endDay,
    ending: { closed },
  };
}

function tiesOf(random: Random, contactDays: readonly number[]): Tie[] {
  const starts = random.chance(rates.started / rates.connected);
  const count = 1 + { none: 0, one: 1, two: 2 }[random.weighted(rates.moreConnections)];
  return Array.from({ length: count }, (_, nth) => {
    const day = contactDays[Math.min(nth, contactDays.length - 1)]! + 0.1 * (nth + 1);
    const kind = random.weighted(rates.connectionKind);
    const answerDay = day + 0.5 + days(random, rates.answerDays);
    const startDay = answerDay + 1 + days(random, rates.startDays);
    const when = { day, kind, answerDay, startDay };
    // Whoever starts something starts the last of what they were connected to; the others are why there was another.
    return starts && nth === count - 1 ? { ...when, outcome: 'started' } : endOf(random, when);
  });
}

function endOf(random: Random, when: { day: number; kind: Kind; answerDay: number; startDay: number }): Tie {
  const outcome = when.kind === 'self' ? 'did-not-come' : random.weighted(rates.notStarted);
  switch (outcome) {
    case 'refused':
      return { ...when, outcome, reason: random.weighted(rates.refusal) };
    case 'waiting':
      return { ...when, outcome, weeks: random.chance(0.2) ? null : random.int(2, 16) };
    case 'cancelled':
      return { ...when, outcome, reason: random.pick(['person-changed-mind', 'no-longer-needed', 'found-elsewhere']) };
    case 'did-not-come':
    case 'silent':
      return { ...when, outcome };
  }
}
