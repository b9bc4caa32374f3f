import { openPracticeTools } from '../../src/embedding/index.ts';
import type { Account, Asker } from '../../src/identity/index.ts';
import { addDays, dayIn, instantAt } from '../../src/platform/calendar.ts';
import type { Database } from '../../src/platform/database.ts';
import { approvedStories, noteUse, storyForReport } from '../../src/voice/index.ts';
import { accounts, practices, programme } from '../programme.ts';

const as = (account: Omit<Account, 'passwordHash'>): Asker => ({
  ...account,
  programme,
  practiceName: Object.values(practices).find(({ id }) => id === account.practice)?.name ?? null,
});

/** The last two months on a page for each practice, as they were made and read; and what the team asked for. */
export async function tellTools(db: Database, now: Date): Promise<void> {
  const { timeZone } = programme.settings;
  const today = dayIn(timeZone, now);
  const thisMonthBegins = `${today.slice(0, 8)}01`;
  const at = (instant: Date) =>
    openPracticeTools({
      db,
      now: () => instant,
      post: { queue: () => Promise.resolve() },
      everyProgramme: () => Promise.resolve([programme.id]),
      stories: {
        // The stories of the demo are of today: those who read earlier months had none.
        forReport: (tx, asked) => (dayIn(timeZone, asked.at) < thisMonthBegins ? Promise.resolve(undefined) : storyForReport(tx, asked)),
        shown: (tx, when) => approvedStories(tx, 'practice-report', when),
        noteUse: (tx, { report, ...use }) => noteUse(tx, { ...use, use: 'practice-report', kind: 'practice-report', where: report }),
      },
    });
  // By the fifth, the first working day of a month has always been.
  const thisMonth = `${today.slice(0, 8)}05`;
  const lastMonth = `${addDays(thisMonth, -10).slice(0, 8)}05`;
  const mornings = [lastMonth, thisMonth].map((day) => instantAt(timeZone, day, '06:20'));

  const dev = as(accounts.dev);
  const begin = at(new Date(mornings[0]!.getTime() - 20 * 86_400_000));
  const { glenkens, fleet } = practices;
  for (const [practice, account] of [
    [glenkens, accounts.isla],
    [glenkens, accounts.anwar],
    [fleet, accounts.fiona],
  ] as const)
    await begin.reports.addRecipient(dev, practice.id, account.id);
  const some = { on: true, highNeedArea: false, firstVisit: false, ageFrom: null, ageTo: null, rowVersion: 0 };
  await begin.tools.savePrompting(dev, {
    ...{ ...some, practice: glenkens.id, firstVisit: true, ageFrom: 18, ageTo: 64 },
    wouldHelp: 'A mobile number where there is one: half of the landlines in the glen go to an answering machine.',
  });
  await begin.tools.savePrompting(dev, {
    ...{ ...some, practice: fleet.id, highNeedArea: true },
    wouldHelp: 'Telling people that Rhona is in the surgery on Thursdays. They like to have seen a face.',
  });

  for (const morning of mornings) {
    const made = morning < now ? morning : now;
    await at(made).handlers['make-practice-reports']();
    const read = new Date(Math.min(made.getTime() + 5 * 3_600_000, now.getTime()));
    for (const [practice, who] of [
      [glenkens, accounts.anwar],
      [fleet, accounts.fiona],
    ] as const) {
      const seen = await at(read).reports.seeReports(as(who), practice.id);
      const newest = seen.ok ? seen.value.reports[0] : undefined;
      if (newest) await at(read).reports.openReport(as(who), newest.id);
    }
  }
}
