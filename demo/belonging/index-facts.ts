import { recordAccess } from '../../src/platform/access.ts';
import { addDays, type CalendarDay, instantAt } from '../../src/platform/calendar.ts';
import type { Database } from '../../src/platform/database.ts';
import { openBelonging, tellFacts } from '../../src/embedding/index.ts';
import { addAccounts, addPractices, addTeams } from '../../src/identity/index.ts';
import { openClock } from '../clock.ts';
import { accounts, practices, programme } from '../programme.ts';
import { openRandom } from '../random.ts';
import { noRows, saveRows } from '../rows.ts';
import { openWorkers } from '../working/workers.ts';
import { asking, ewan, morag, practice, staff, team } from './urr.ts';
import { referredFromUrr } from './urr-people.ts';

type Answers = Parameters<typeof tellFacts>[2][number]['fact'];
/** In spring, in summer and now: what changed, and who said so. Working days ago. */
const said: readonly { ago: number; by: string; answers: Partial<Record<Answers, string>> }[] = [
  {
    ago: 150,
    by: 'Morag Sloan, link worker',
    answers: {
      ...{ 'criteria-say': 'without', 'may-decline': 'asks-first', 'team-meetings': 'no', 'hears-back': 'no', 'record-access': 'none' },
      ...{ room: 'no', induction: 'no', 'named-lead': 'no', 'it-account': 'no', 'community-time': 'some', cover: 'no' },
    },
  },
  {
    ago: 84,
    by: 'Linda Grierson, practice manager',
    answers: {
      ...{ 'criteria-say': 'asked', 'team-meetings': 'sometimes', 'hears-back': 'sometimes', 'record-access': 'read' },
      ...{ room: 'when-free', induction: 'begun', 'named-lead': 'yes', 'it-account': 'yes' },
    },
  },
  {
    ago: 20,
    by: 'Dr Ruth Callander, who leads on it',
    answers: {
      ...{ 'criteria-say': 'together', 'may-decline': 'yes', 'team-meetings': 'regularly', 'hears-back': 'regularly' },
      ...{ 'record-access': 'write', room: 'own-days', induction: 'yes', cover: 'sometimes' },
    },
  },
];

/** At Glenkens, where staff have also answered three surveys. */
const saidAtGlenkens: typeof said = [
  {
    ago: 185,
    by: 'Sam Findlay, link worker',
    answers: {
      'criteria-say': 'asked',
      'may-decline': 'no',
      'team-meetings': 'sometimes',
      'record-access': 'none',
      room: 'when-free',
      'named-lead': 'no',
    },
  },
  {
    ago: 60,
    by: 'Dr Anwar Malik',
    answers: {
      'may-decline': 'yes',
      'team-meetings': 'regularly',
      'record-access': 'read',
      room: 'own-days',
      'named-lead': 'yes',
      'hears-back': 'sometimes',
    },
  },
];

/** A surgery that went from bolted on to belonging in three quarters of a year; the index reads it out of what happened. */
export async function tellIndex(db: Database, now: Date): Promise<void> {
  const clock = openClock(now, programme.settings.timeZone);
  const world = {
    ...{ settings: programme.settings, random: openRandom('urr'), rows: noRows(), services: new Map() },
    ...{ references: new Set<string>(), letters: false },
  };
  const opened = referredFromUrr(world, clock);
  await db.inProgramme(programme.id, async (tx) => {
    await addTeams(tx, [team]);
    await addPractices(tx, [practice]);
    await addAccounts(tx, [...staff, morag, ewan]);
    await saveRows(tx, world.rows, programme.settings);
    for (const { account, person, at } of opened)
      await recordAccess(tx, { account, people: [person], what: 'GET /referrals/:id/letter', at });
    const tell = (site: string, told: typeof said) =>
      tellFacts(
        tx,
        site,
        told.flatMap(({ ago, by: saidBy, answers }) =>
          Object.entries(answers).map(([fact, answer]) => ({
            ...{
              fact: fact as Answers,
              answer,
              saidBy,
              saidOn: clock.dayAgo(ago),
              notedAt: clock.ago(ago, '16:00'),
              by: accounts.catriona.id,
            },
          })),
        ),
      );
    await tell(practice.id, said);
    await tell(practices.glenkens.id, saidAtGlenkens);
  });
  await supervise(db, clock);
  await sitIn(db, clock);
  await act(db, clock);
  await countBack(db, clock.today);
}

type Clock = ReturnType<typeof openClock>;

/** Somebody from outside supervises both; once, then when it can be found, and by now as agreed. */
async function supervise(db: Database, clock: Clock): Promise<void> {
  const at = openWorkers(db);
  const days = [
    [morag, [130, 96, 66, 36, 6]],
    [ewan, [92, 62, 32, 4]],
  ] as const;
  for (const [worker, held] of days) {
    const who = asking(worker);
    await at(clock.ago(176)).support.setSchedule(who, worker.id, {
      everyWeeks: 6,
      supervisor: null,
      outsideName: 'Dr Una Thorburn, psychologist',
    });
    for (const ago of held) {
      const { support } = at(clock.ago(ago, '09:00'));
      const planned = await support.planSession(who, worker.id, { onDay: clock.dayAgo(ago), kind: 'clinical' });
      if (!planned.ok) throw new Error('A session could not be planned.');
      await support.writeSession(who, planned.value.id, { notes: '', version: 1, held: true, covered: [], actions: [] });
    }
  }
}

/** A room with a door: first none, then an afternoon every other week, then two days in each. */
async function sitIn(db: Database, clock: Clock): Promise<void> {
  const at = openWorkers(db);
  const { calendar } = at(clock.ago(118));
  const lead = asking(accounts.catriona);
  const details = {
    name: 'The small room, Urr Valley Surgery',
    practice: practice.id,
    place: 'Mill Street, Dalbeattie',
    gettingThere: 'Past reception, the second door. No step.',
  };
  const room = await calendar.addRoom(lead, details);
  if (!room.ok) throw new Error('The room could not be added.');
  const hours = (who: typeof morag, weekday: number, ago: number, untilAgo: number | null) =>
    at(clock.ago(ago)).calendar.addHours(asking(who), who.id, {
      ...{ weekday, starts: 9 * 60, ends: 12 * 60, slotMinutes: 60, room: room.value.id },
      ...{ from: clock.dayAgo(ago), until: untilAgo === null ? null : clock.dayAgo(untilAgo) },
    });
  await hours(morag, 1, 98, 88);
  await hours(morag, 1, 80, null);
  await hours(ewan, 3, 40, null);
}

const openIndex = (db: Database, instant: Date) => openBelonging({ db, now: () => instant, everyProgramme: () => Promise.resolve([]) });

/** What was done about it, and whether it moved. */
async function act(db: Database, clock: Clock): Promise<void> {
  const lead = asking(accounts.catriona);
  const begin = (ago: number, indicator: string, what: string, owner: string, reviewOn: CalendarDay) =>
    openIndex(db, clock.ago(ago, '16:30')).beginAction(lead, practice.id, { indicator, what, owner, reviewOn });
  await begin(
    128,
    'active-referrers',
    'Morag comes to the Tuesday meeting for ten minutes, with one story of what came of a referral',
    'Morag Sloan',
    clock.dayAgo(10),
  );
  await begin(
    120,
    'record-access',
    'Ask the practice manager what is missing for access to the record',
    'Linda Grierson',
    clock.dayAgo(40),
  );
  await begin(30, 'cover', 'Ewan and Morag name who stands in for whom at Christmas', 'Ewan Copland', clock.ahead(14));
  for (const ago of [40, 10]) await openIndex(db, clock.ago(ago, '18:00')).reviewDue(programme.id);
}

/** The last day of each of nine months, and today. */
async function countBack(db: Database, today: CalendarDay): Promise<void> {
  const index = openIndex(db, instantAt(programme.settings.timeZone, today, '04:00'));
  const days = [today];
  while (days.length < 9) days.push(addDays(`${days.at(-1)!.slice(0, 7)}-01`, -1));
  for (const day of days.toReversed()) await index.countAsAt(programme.id, practice.id, day);
  for (const day of days.slice(0, 4).toReversed()) await index.countAsAt(programme.id, practices.glenkens.id, day);
}
