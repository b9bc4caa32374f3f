import { randomUUID } from 'node:crypto';
import { type Asker, mayAtAll } from '../../identity/index.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { burdenOf, type Schedule } from '../schedule.ts';
import { keptSchedule, type KeptSchedule, saveSchedule } from '../store/schedule.ts';
import { byOf, type Ports, todayFor } from './needs.ts';
import { offered, type Registered, registryOf } from './registry.ts';

export type ScheduleSeen = KeptSchedule & { offered: readonly Registered[]; burden: ReturnType<typeof burdenOf> };

export const scheduleUses = ({ db, now }: Ports) => ({
  seeSchedule: async (asker: Asker): Promise<Result<ScheduleSeen, 'not-yours'>> => {
    if (!mayAtAll(asker, 'manage instruments')) return refuse('not-yours');
    return db.inProgramme(asker.programme.id, async (tx) => {
      const kept = await keptSchedule(tx);
      const all = offered(await registryOf(tx, todayFor(asker, now())));
      const burden = burdenOf(
        kept.schedule,
        all.map(({ instrument }) => instrument),
      );
      return ok({ ...kept, offered: all, burden });
    });
  },

  saveSchedule: async (asker: Asker, schedule: Schedule, rowVersion: number): Promise<Result<'saved', 'not-yours' | 'stale'>> => {
    if (!mayAtAll(asker, 'manage instruments')) return refuse('not-yours');
    return db.inProgramme(asker.programme.id, async (tx) => {
      if (!(await saveSchedule(tx, { schedule, rowVersion }))) return refuse('stale');
      const subject = { kind: 'measure-schedule', id: randomUUID() };
      await recordEvents(tx, [{ type: 'measure-schedule-saved', subject, by: byOf(asker), at: now() }]);
      return ok('saved');
    });
  },
});
