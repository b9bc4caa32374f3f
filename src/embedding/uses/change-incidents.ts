import { randomUUID } from 'node:crypto';
import { accountsById, type Asker, type Colleague, leadsOf, managersOf, may, mayAtAll, reach } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { closeIncident, type Incident } from '../core/incident.ts';
import type { Site } from '../site.ts';
import * as store from '../store/incidents.ts';
import { allSites, siteById } from '../store/sites.ts';
import { type ChangePorts, note } from './change-needs.ts';
import type { NotReached } from './within.ts';

export type IncidentDetails = Pick<Incident, 'site' | 'happenedOn' | 'severity' | 'what' | 'atOnce'>;
export type IncidentsSeen = { incidents: Incident[]; sites: Site[]; names: ReadonlyMap<string, Colleague>; mayLead: boolean };
export type IncidentSeen = Omit<IncidentsSeen, 'incidents'> & { incident: Incident };
export type IncidentRefusal = NotReached | 'no-learning' | 'closed' | { stale: Incident };

const subject = (id: string) => ({ kind: 'incident', id });

/** What went wrong, or nearly did: anybody of staff may say so, and a lead closes it with what was learnt. */
export const incidentUses = ({ db, now, post }: ChangePorts) => {
  const within = <T, E>(asker: Asker, work: (tx: Tx) => Promise<Result<T, E>>): Promise<Result<T, E | NotReached>> =>
    mayAtAll(asker, 'report incident') ? db.inProgramme(asker.programme.id, work) : Promise.resolve(refuse('not-yours'));
  const mayLead = (asker: Asker) => reach(asker, 'report incident') === 'programme';
  const find = async (tx: Tx, asker: Asker, id: string) => {
    const found = uuid.test(id) ? await store.findIncident(tx, id) : undefined;
    return found && may(asker, 'report incident', { by: found.reportedBy }) ? found : undefined;
  };
  const around = async (tx: Tx, asker: Asker, incidents: readonly Incident[]) => ({
    sites: await allSites(tx),
    names: await accountsById(
      tx,
      incidents.flatMap(({ reportedBy, closed }) => [reportedBy, ...(closed ? [closed.by] : [])]),
    ),
    mayLead: mayLead(asker),
  });
  const change = (
    asker: Asker,
    id: string,
    rowVersion: number,
    decide: (before: Incident) => Result<Incident, 'no-learning' | 'closed'>,
    type: string,
  ): Promise<Result<Incident, IncidentRefusal>> =>
    within<Incident, IncidentRefusal>(asker, async (tx) => {
      const before = mayLead(asker) ? await find(tx, asker, id) : undefined;
      if (!before) return refuse('not-found');
      const after = decide(before);
      if (!after.ok) return after;
      if (!(await store.saveIncident(tx, { ...after.value, rowVersion }))) return refuse({ stale: before });
      await note(tx, asker, now(), type, subject(id));
      return after;
    });

  return {
    /** Whoever leads sees all; anybody else what they reported. */
    seeIncidents: (asker: Asker): Promise<Result<IncidentsSeen, NotReached>> =>
      within(asker, async (tx) => {
        const incidents = await store.incidentsOf(tx, mayLead(asker) ? {} : { by: asker.id });
        return ok({ incidents, ...(await around(tx, asker, incidents)) });
      }),

    seeIncident: (asker: Asker, id: string): Promise<Result<IncidentSeen, NotReached>> =>
      within<IncidentSeen, NotReached>(asker, async (tx) => {
        const incident = await find(tx, asker, id);
        return incident ? ok({ incident, ...(await around(tx, asker, [incident])) }) : refuse('not-found');
      }),

    /** Keeps it, and writes to whoever leads there: that something was reported, and nothing of what. */
    reportIncident: (asker: Asker, details: IncidentDetails): Promise<Result<string, NotReached>> =>
      within(asker, async (tx) => {
        const site = details.site ? await siteById(tx, details.site) : undefined;
        const incident: Incident = {
          ...{ ...details, site: site?.id ?? null, id: randomUUID(), reportedBy: asker.id, reportedAt: now() },
          ...{ learning: '', closed: null, rowVersion: 1 },
        };
        await store.addIncident(tx, incident);
        await note(tx, asker, now(), 'incident-reported', subject(incident.id), { severity: details.severity });
        for (const account of site ? await leadsOf(tx, site.team) : await managersOf(tx))
          await post.queue(tx, { template: 'incident-reported', about: incident.id, to: { account }, at: now() });
        return ok(incident.id);
      }),

    /** What was done about it and learnt; with `close`, it is closed by that. */
    learnFromIncident: (asker: Asker, id: string, told: { atOnce: string; learning: string; close: boolean }, rowVersion: number) =>
      change(
        asker,
        id,
        rowVersion,
        (before) => {
          const after = { ...before, atOnce: told.atOnce, learning: told.learning };
          return told.close ? closeIncident(after, asker.id, now()) : ok(after);
        },
        told.close ? 'incident-closed' : 'incident-changed',
      ),

    reopenIncident: (asker: Asker, id: string, rowVersion: number) =>
      change(asker, id, rowVersion, (before) => ok({ ...before, closed: null }), 'incident-reopened'),
  };
};
