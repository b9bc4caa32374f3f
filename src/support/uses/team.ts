import { accountsById, type Asker, type Colleague, may } from '../../identity/index.ts';
import { peopleById, type Person } from '../../people/index.ts';
import { uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Alert, see, type SeeRefusal } from '../alert.ts';
import * as store from '../store/alerts.ts';
import { holdRaised, raisedByIds } from '../store/raised.ts';
import { addDays } from '../../platform/calendar.ts';
import { type Waits, waitsByReason } from '../holding.ts';
import { holdingsInTeam } from '../store/holdings.ts';
import { byOf, type NotReached, type Ports, todayFor } from './needs.ts';
import { tellOfAlerts } from './alerts.ts';
import { saveLook } from './danger.ts';
import { visitsById } from '../store/visits.ts';
import type { Visit } from '../visit.ts';
import { watchVisits } from './visits.ts';
import type { Raised } from '../raised.ts';
import type { Opening } from '../restricted.ts';
import { openingsById } from '../store/restricted.ts';

/** What a lead's page shows. */
export type TeamSeen = {
  waiting: readonly Alert[];
  dealtWith: readonly Alert[];
  people: ReadonlyMap<string, Person>;
  names: ReadonlyMap<string, Colleague>;
  raised: ReadonlyMap<string, Raised>;
  openings: ReadonlyMap<string, Opening>;
  visits: ReadonlyMap<string, Visit>;
  /** What people of the team wait for, over the last ninety days. */
  waits: readonly Waits[];
};

const waitsOverDays = 90;

export const teamUses = ({ db, now, post }: Ports) => ({
  seeTeam: async (asker: Asker): Promise<Result<TeamSeen, 'not-yours'>> => {
    const { team } = asker;
    if (!team || !may(asker, 'lead team', { team })) return refuse('not-yours');
    return db.inProgramme(asker.programme.id, async (tx) => {
      const waiting = await store.waitingOf(tx, team);
      const dealtWith = await store.dealtWithOf(tx, team, 30);
      const all = [...waiting, ...dealtWith];
      const known = <T>(ids: readonly (T | null | undefined)[]): T[] => ids.filter((id) => id != null);
      const visits = await visitsById(tx, known(waiting.map(({ kind, about }) => (kind === 'visit-overdue' ? about.id : null))));
      const today = todayFor(asker, now());
      const since = addDays(today, -waitsOverDays);
      return ok({
        waiting,
        visits,
        waits: waitsByReason(await holdingsInTeam(tx, team, since), since, today),
        dealtWith,
        openings: await openingsById(tx, known(waiting.map(({ kind, about }) => (kind === 'glass-broken' ? about.id : null)))),
        raised: await raisedByIds(tx, known(waiting.map(({ kind, about }) => (kind === 'risk-raised' ? about.id : null)))),
        people: await peopleById(tx, known(all.map(({ person }) => person))),
        names: await accountsById(
          tx,
          known(
            all.flatMap(({ raisedBy, seen, settled, about }) => [raisedBy, seen?.by, settled?.by, about.id, visits.get(about.id)?.worker]),
          ),
        ),
      });
    });
  },

  /** The lead says what they made of it. */
  seeAlert: async (asker: Asker, id: string, note: string): Promise<Result<Alert, NotReached | SeeRefusal>> => {
    if (!uuid.test(id)) return refuse('not-found');
    return db.inProgramme(asker.programme.id, async (tx): Promise<Result<Alert, NotReached | SeeRefusal>> => {
      const alert = await store.findAlert(tx, id);
      if (!alert) return refuse('not-found');
      if (!may(asker, 'lead team', { team: alert.team })) return refuse('not-yours');
      const seen = see(alert, { by: asker.id, at: now(), note });
      if (!seen.ok) return seen;
      await store.saveSeen(tx, id, seen.value.seen!);
      if (alert.kind === 'risk-raised') {
        const raised = await holdRaised(tx, alert.about.id);
        if (raised && !raised.lead) await saveLook(tx, raised, 'lead', seen.value.seen!);
      }
      await recordEvents(tx, [
        {
          type: 'alert-seen',
          subject: { kind: 'alert', id },
          person: alert.person ?? undefined,
          by: byOf(asker),
          at: now(),
          data: { kind: alert.kind },
        },
      ]);
      return seen;
    });
  },

  /** Every minute: looks for whoever is late from a visit, and writes to leads of what they have not been told of. A fault in one programme is that programme's. */
  watchOver: async (programme: string): Promise<void> => {
    await db.inProgramme(programme, (tx) => watchVisits(tx, post, now()));
    await db.inProgramme(programme, (tx) => tellOfAlerts(tx, post, now()));
  },
});
