import { randomUUID } from 'node:crypto';
import { uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Asker } from '../asker.ts';
import type { Settings } from '../programme.ts';
import { addPractices, addTeams, thisProgramme } from '../store.ts';
import * as store from '../store/places.ts';
import { mayManage, noteChange, type Ports } from './needs.ts';

export type TypedPractice = { name: string; place: string; code: string; team: string };
export type TypedTeam = { name: string; email: string | null; phone: string | null };
export type { PracticeSeen, TeamSeen } from '../store/places.ts';
type Missing = 'not-yours' | 'not-found';
export type Stale<T> = { stale: T };

/** Practices, teams, and what the programme decides for itself. */
export function placeUses({ db, now }: Pick<Ports, 'db' | 'now'>) {
  return {
    async places(asker: Asker): Promise<Result<{ practices: store.PracticeSeen[]; teams: store.TeamSeen[] }, 'not-yours'>> {
      if (!mayManage(asker)) return refuse('not-yours');
      return db.inProgramme(asker.programme.id, async (tx) =>
        ok({ practices: await store.practicesSeen(tx), teams: await store.teamsSeen(tx) }),
      );
    },

    /** A new practice, or with an id and the version that was read, a changed one. */
    async savePractice(
      asker: Asker,
      typed: TypedPractice,
      known?: { id: string; rowVersion: number },
    ): Promise<Result<string, Missing | 'no-team' | Stale<store.PracticeSeen>>> {
      if (!mayManage(asker)) return refuse('not-yours');
      if (known && !uuid.test(known.id)) return refuse('not-found');
      return db.inProgramme(asker.programme.id, async (tx) => {
        if (!(await store.teamsSeen(tx)).some(({ id }) => id === typed.team)) return refuse('no-team');
        if (!known) {
          const id = randomUUID();
          await addPractices(tx, [{ id, ...typed }]);
          await noteChange(tx, asker, now(), 'practice-added', { kind: 'practice', id });
          return ok(id);
        }
        const before = (await store.practicesSeen(tx)).find(({ id }) => id === known.id);
        if (!before) return refuse('not-found');
        if (!(await store.updatePractice(tx, { ...known, ...typed }))) return refuse({ stale: before });
        await noteChange(tx, asker, now(), 'practice-changed', { kind: 'practice', id: known.id }, { team: typed.team });
        return ok(known.id);
      });
    },

    async saveTeam(
      asker: Asker,
      typed: TypedTeam,
      known?: { id: string; rowVersion: number },
    ): Promise<Result<string, Missing | Stale<store.TeamSeen>>> {
      if (!mayManage(asker)) return refuse('not-yours');
      if (known && !uuid.test(known.id)) return refuse('not-found');
      return db.inProgramme(asker.programme.id, async (tx) => {
        if (!known) {
          const id = randomUUID();
          await addTeams(tx, [{ id, ...typed }]);
          await noteChange(tx, asker, now(), 'team-added', { kind: 'team', id });
          return ok(id);
        }
        const before = (await store.teamsSeen(tx)).find(({ id }) => id === known.id);
        if (!before) return refuse('not-found');
        if (!(await store.updateTeam(tx, { ...known, ...typed }))) return refuse({ stale: before });
        await noteChange(tx, asker, now(), 'team-changed', { kind: 'team', id: known.id });
        return ok(known.id);
      });
    },

    async settings(asker: Asker): Promise<Result<ProgrammeSeen, 'not-yours'>> {
      if (!mayManage(asker)) return refuse('not-yours');
      return db.inProgramme(asker.programme.id, async (tx) => {
        const { name, slug, settings } = await thisProgramme(tx);
        return ok({ name, slug, settings, rowVersion: await store.programmeVersion(tx) });
      });
    },

    async saveSettings(
      asker: Asker,
      typed: { name: string; settings: Partial<Settings> },
      rowVersion: number,
    ): Promise<Result<'saved', 'not-yours' | Stale<ProgrammeSeen>>> {
      if (!mayManage(asker)) return refuse('not-yours');
      return db.inProgramme(asker.programme.id, async (tx) => {
        const before = await thisProgramme(tx);
        const settings = { ...before.settings, ...typed.settings };
        if (!(await store.updateProgramme(tx, { name: typed.name, settings }, rowVersion))) {
          return refuse({
            stale: { name: before.name, slug: before.slug, settings: before.settings, rowVersion: await store.programmeVersion(tx) },
          });
        }
        const fields = changedSettings(before, { name: typed.name, settings });
        await noteChange(tx, asker, now(), 'settings-changed', { kind: 'programme', id: asker.programme.id }, { fields });
        return ok('saved');
      });
    },
  };
}

export type ProgrammeSeen = { name: string; slug: string; settings: Settings; rowVersion: number };

type Named = { name: string; settings: Settings };

const changedSettings = (before: Named, after: Named): string[] => [
  ...(before.name === after.name ? [] : ['name']),
  ...Object.keys(after.settings).filter(
    (key) => JSON.stringify(before.settings[key as keyof Settings]) !== JSON.stringify(after.settings[key as keyof Settings]),
  ),
];
