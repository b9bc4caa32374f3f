import { randomUUID } from 'node:crypto';
import { type Asker, may, type Staff, staffOf, thisProgramme } from '../../identity/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as core from '../absence.ts';
import * as store from '../store/absences.ts';
import { byOf, type Ports, todayFor } from './needs.ts';
import { watchWorkers } from './watch-caseloads.ts';

export type AbsencesSeen = {
  absences: readonly core.Absence[];
  /** Whose days away the asker may plan. */
  workers: readonly Staff[];
  /** Who may cover. */
  covers: readonly Staff[];
  today: CalendarDay;
};
type Refused = 'not-found' | 'no-cover' | core.AbsenceRefusal;

export const absenceUses = ({ db, now, post }: Ports) => ({
  seeAbsences: (asker: Asker): Promise<AbsencesSeen> => db.inProgramme(asker.programme.id, (tx) => see(tx, asker, todayFor(asker, now()))),

  planAbsence: (asker: Asker, asked: core.NewAbsence): Promise<Result<core.Absence, Refused>> =>
    db.inProgramme(asker.programme.id, async (tx): Promise<Result<core.Absence, Refused>> => {
      const today = todayFor(asker, now());
      const seen = await see(tx, asker, today);
      const worker = seen.workers.find(({ id }) => id === asked.account);
      if (!worker) return refuse('not-found');
      if (asked.cover && !seen.covers.some(({ id, team }) => id === asked.cover && team === worker.team)) return refuse('no-cover');
      const others = await store.absencesOf(
        tx,
        [asked.account, asked.cover].filter((id) => id !== null),
        today,
      );
      const planned = core.planAbsence(asked, others, today);
      if (!planned.ok) return planned;
      const absence = { ...planned.value, id: randomUUID() };
      await store.addAbsence(tx, absence, asker.id, now());
      await record(tx, 'absence-planned', absence, asker, now());
      if (absence.cover && absence.cover !== asker.id)
        await post.queue(tx, { template: 'asked-to-cover', about: absence.id, to: { account: absence.cover }, at: now() });
      await watchWorkers(tx, now(), { only: [absence.account] });
      return ok(absence);
    }),

  /** Called off, or back early. */
  endAbsence: (asker: Asker, id: string): Promise<Result<core.Absence, 'not-found'>> =>
    db.inProgramme(asker.programme.id, async (tx) => {
      const absence = uuid.test(id) ? await store.findAbsence(tx, id) : undefined;
      const worker = absence && (await staffOf(tx, [absence.account])).find((each) => each.id === absence.account);
      if (!absence || !worker || !may(asker, 'plan absence', { by: worker.id, team: worker.team })) return refuse('not-found');
      if (!(await store.endAbsence(tx, id, now()))) return refuse('not-found');
      await record(tx, 'absence-ended', absence, asker, now());
      await watchWorkers(tx, now(), { only: [absence.account] });
      return ok(absence);
    }),
});

async function see(tx: Tx, asker: Asker, today: CalendarDay): Promise<AbsencesSeen> {
  const staff = (await staffOf(tx)).filter(({ active, team }) => active && team !== null);
  const workers = staff.filter(({ id, team }) => may(asker, 'plan absence', { by: id, team }));
  const absences = await store.absencesOf(
    tx,
    workers.map(({ id }) => id),
    today,
  );
  return { absences, workers, covers: staff.filter(({ team }) => team === asker.team), today };
}

const record = (tx: Tx, type: string, { id, account, cover, from, to }: core.Absence, asker: Asker, at: Date) =>
  recordEvents(tx, [{ type, subject: { kind: 'absence', id }, by: byOf(asker), at, data: { account, cover, from, to } }]);

/** Who looks after this worker's people just now, when they are away. For whoever writes to workers about people. */
export async function coverOf(tx: Tx, account: string, at: Date): Promise<string | undefined> {
  const today = dayIn((await thisProgramme(tx)).settings.timeZone, at);
  return (await store.awayOn(tx, today)).find((absence) => absence.account === account)?.cover ?? undefined;
}

/** Whose people this worker looks after just now, and until when. */
export async function coveredBy(tx: Tx, account: string, today: CalendarDay): Promise<core.Absence[]> {
  return (await store.awayOn(tx, today)).filter(({ cover }) => cover === account);
}
