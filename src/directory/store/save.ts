import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { idFrom } from '../feed/ids.ts';
import type { Organisation, Service } from '../service.ts';
import { listServices } from './listing.ts';
import { addRows, putRows } from './put.ts';
import { touchServices } from './records.ts';

export const putOrganisations = (tx: Tx, organisations: readonly Organisation[]): Promise<void> =>
  putRows(
    tx,
    'organisation',
    organisations.map((o) => ({ ...o })),
  );

/** Saves whole services, with what belongs to them, and what search knows of them. */
export async function putServices(tx: Tx, services: readonly Service[]): Promise<void> {
  const ids = services.map((service) => service.id);
  const each = <T extends Record<string, unknown>>(rows: (service: Service) => readonly T[]) =>
    services.flatMap((service) => rows(service).map((row) => ({ service_id: service.id, ...row })));

  await putRows(tx, 'service', services.map(toRow));
  const locations = new Map(services.flatMap((service) => service.locations).map(({ link: _, ...location }) => [location.id, location]));
  await putRows(tx, 'location', [...locations.values()]);

  for (const table of ['cost_option', 'service_at_location', 'schedule', 'service_capacity']) {
    await sql`delete from ${sql.table(table)} where service_id = any(${ids}::uuid[])`.execute(tx);
  }
  await addRows(
    tx,
    'cost_option',
    each((service) => service.costs.map((cost) => ({ ...cost }))),
  );
  await addRows(tx, 'service_at_location', await placings(tx, services));
  await addRows(
    tx,
    'schedule',
    each((service) => service.schedules.map(toScheduleRow)),
  );
  await addRows(
    tx,
    'service_capacity',
    each((service) => (service.capacity ? [toCapacityRow(service.capacity)] : [])),
  );
  await listServices(tx, ids);
}

/** Each service at each of its places, under the id that a feed gave to that, unless another service has the same one. */
async function placings(tx: Tx, services: readonly Service[]): Promise<{ id: string; service_id: string; location_id: string }[]> {
  const links = services.flatMap(({ locations }) => locations.flatMap(({ link }) => link ?? []));
  const { rows } = await sql<{ id: string }>`select id from service_at_location where id = any(${links}::uuid[])`.execute(tx);
  const taken = new Set(rows.map(({ id }) => id));
  return services.flatMap((service) =>
    service.locations.map(({ id, link }) => {
      const placing = link !== undefined && !taken.has(link) ? link : idFrom(`${service.id} at ${id}`);
      taken.add(placing);
      return { id: placing, service_id: service.id, location_id: id };
    }),
  );
}

export async function putCapacity(tx: Tx, service: string, capacity: NonNullable<Service['capacity']>): Promise<void> {
  await sql`delete from service_capacity where service_id = ${service}`.execute(tx);
  await addRows(tx, 'service_capacity', [{ service_id: service, ...toCapacityRow(capacity) }]);
  await listServices(tx, [service]);
  await touchServices(tx, [service], capacity.updatedAt);
}

const toRow = ({
  organisation,
  requestEmail,
  requestPhone,
  howToJoin,
  whoFor,
  minAge,
  maxAge,
  assuredAt,
  assuredBy,
  ...service
}: Service) => {
  const { costs: _costs, locations: _locations, schedules: _schedules, capacity: _capacity, ...plain } = service;
  return {
    ...plain,
    organisation_id: organisation,
    request_email: requestEmail,
    request_phone: requestPhone,
    how_to_join: howToJoin,
    who_for: whoFor,
    min_age: minAge,
    max_age: maxAge,
    assured_at: assuredAt,
    assured_by: assuredBy,
  };
};

const toScheduleRow = ({
  byDay,
  byMonthDay,
  opensAt,
  closesAt,
  validFrom,
  validTo,
  location,
  ...schedule
}: Service['schedules'][number]) => ({
  ...schedule,
  location_id: location,
  byday: byDay,
  bymonthday: byMonthDay,
  opens_at: opensAt,
  closes_at: closesAt,
  valid_from: validFrom,
  valid_to: validTo,
});

const toCapacityRow = ({ waitingList, waitWeeks, updatedAt, expiresAt, ...capacity }: NonNullable<Service['capacity']>) => ({
  ...capacity,
  waiting_list: waitingList,
  wait_weeks: waitWeeks,
  updated_at: updatedAt,
  expires_at: expiresAt,
});
