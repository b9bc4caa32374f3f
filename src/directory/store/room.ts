import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import type { Pause, PauseReason, Telling } from '../room.ts';

/** A telling with whose word it is. */
export type Told = Telling & { by: By };

type TellingRow = Telling & { service: string; byKind: By['kind']; byId: string | null };

const tellingColumns = sql`id, service_id as service, unit, available, maximum, description, waiting_list as "waitingList", wait_weeks as "waitWeeks",
  told_at as "updatedAt", expires_at as "expiresAt", by_kind as "byKind", by_id as "byId"`;

const toTold = ({ service: _, byKind, byId, ...telling }: TellingRow): Told => ({
  ...telling,
  by: byKind === 'system' ? { kind: 'system' } : { kind: byKind, id: byId! },
});

export async function addTelling(tx: Tx, service: string, { by, ...telling }: Told): Promise<void> {
  const { id, unit, available, maximum, description, waitingList, waitWeeks, updatedAt, expiresAt } = telling;
  await sql`
    insert into room_telling (id, service_id, unit, available, maximum, description, waiting_list, wait_weeks, told_at, expires_at, by_kind, by_id)
    values (${id}, ${service}, ${unit}, ${available}, ${maximum}, ${description}, ${waitingList}, ${waitWeeks}, ${updatedAt}, ${expiresAt},
      ${by.kind}, ${'id' in by ? by.id : null})`.execute(tx);
}

/** What was told of a service's room, the latest first. */
export async function tellingsOf(tx: Tx, service: string, limit: number): Promise<Told[]> {
  const { rows } = await sql<TellingRow>`
    select ${tellingColumns} from room_telling where service_id = ${service} order by told_at desc, id limit ${limit}`.execute(tx);
  return rows.map(toTold);
}

/** The latest telling of each unit of each service, by service; what was taken back too. */
export async function latestTellings(tx: Tx, services: readonly string[]): Promise<Map<string, Told[]>> {
  const latest = new Map<string, Told[]>();
  if (!services.length) return latest;
  const { rows } = await sql<TellingRow>`
    select distinct on (service_id, lower(unit)) ${tellingColumns} from room_telling
    where service_id = any(${services}::uuid[]) order by service_id, lower(unit), told_at desc, id`.execute(tx);
  for (const row of rows.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime()))
    latest.set(row.service, [...(latest.get(row.service) ?? []), toTold(row)]);
  return latest;
}

/** The pause that holds longest, of those of a service or of whoever runs it that nobody has ended; it may be over by now. `service` is its row. */
export const pauseOf = (service: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select id, until, until_at, begun_at from service_pause
  where organisation_id = ${service}.organisation_id and (service_id is null or service_id = ${service}.id) and ended_at is null
  order by until_at desc nulls first limit 1`;

export type PauseBy = { kind: 'account' | 'organisation'; id: string };
/** A pause as it was asked for. `service` is null when it is of all that the organisation runs. */
export type FullPause = Pause & {
  id: string;
  organisation: string;
  service: string | null;
  reason: PauseReason;
  note: string;
  begunBy: PauseBy;
  endedAt: Date | null;
};

type PauseRow = Omit<FullPause, 'begunBy'> & { begunByKind: PauseBy['kind']; begunBy: string };

const pauseColumns = sql`id, organisation_id as organisation, service_id as service, reason, note, until, until_at as "untilAt",
  begun_at as "begunAt", begun_by_kind as "begunByKind", begun_by as "begunBy", ended_at as "endedAt"`;

const toPause = ({ begunByKind, begunBy, ...pause }: PauseRow): FullPause => ({ ...pause, begunBy: { kind: begunByKind, id: begunBy } });

export async function addPause(tx: Tx, { begunBy, ...pause }: Omit<FullPause, 'endedAt'>): Promise<void> {
  await sql`
    insert into service_pause (id, organisation_id, service_id, reason, note, until, until_at, begun_at, begun_by_kind, begun_by)
    values (${pause.id}, ${pause.organisation}, ${pause.service}, ${pause.reason}, ${pause.note}, ${pause.until}, ${pause.untilAt},
      ${pause.begunAt}, ${begunBy.kind}, ${begunBy.id})`.execute(tx);
}

/** Held until the transaction ends. */
export async function holdPause(tx: Tx, id: string): Promise<FullPause | undefined> {
  const { rows } = await sql<PauseRow>`select ${pauseColumns} from service_pause where id = ${id} for update`.execute(tx);
  return rows[0] && toPause(rows[0]);
}

/** The pauses that hold at an instant: of everything an organisation runs, or of this service of it too. */
export async function pausesNow(tx: Tx, organisation: string, service: string | null, now: Date): Promise<FullPause[]> {
  const { rows } = await sql<PauseRow>`
    select ${pauseColumns} from service_pause
    where organisation_id = ${organisation} and (service_id is null or service_id = ${service}::uuid) and ended_at is null
      and (until_at is null or until_at > ${now})
    order by service_id nulls first, begun_at`.execute(tx);
  return rows.map(toPause);
}

export async function endPause(tx: Tx, id: string, by: PauseBy | null, at: Date | null): Promise<void> {
  await sql`update service_pause set ended_at = ${at}, ended_by = ${by?.id ?? null} where id = ${id}`.execute(tx);
}

/** Notes that a service changed when what was told of its room expired, or its pause was over, by itself: readers who ask for changes are to hear of it. */
export async function touchWhatIsOver(tx: Tx, now: Date): Promise<void> {
  await sql`
    with over as (
      select service_id as id, max(expires_at) as at from service_capacity where expires_at <= ${now} group by service_id
      union all select service_id, max(expires_at) from room_telling where expires_at <= ${now} group by service_id
      union all select s.id, max(p.until_at) from service_pause p
        join service s on s.organisation_id = p.organisation_id and (p.service_id is null or p.service_id = s.id)
        where p.ended_at is null and p.until_at <= ${now} group by s.id
    ), latest as (select id, max(at) as at from over group by id)
    update directory_record r set changed_at = latest.at from latest where r.kind = 'service' and r.id = latest.id and r.changed_at < latest.at`.execute(
    tx,
  );
}

export async function servicesRunBy(tx: Tx, organisation: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select s.id, s.name from service s
    where organisation_id = ${organisation} and not exists (select from directory_record r where r.kind = 'service' and r.id = s.id and r.removed)
    order by (status = 'active') desc, lower(unaccent(name)), id limit 500`.execute(tx);
  return rows;
}
