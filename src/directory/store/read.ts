import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Closure } from '../schedule.ts';
import type { Pause } from '../room.ts';
import { pauseOf } from './room.ts';
import type { Organisation, Service } from '../service.ts';

export type WholeService = Service & {
  organisationName: string;
  organisationWebsite: string | null;
  pause: Pause | null;
  closures: readonly Closure[];
  /** Whether it runs on bank holidays; null when nobody has said. */
  onHolidays: boolean | null;
};

type Row = Omit<WholeService, 'capacity' | 'pause'> & {
  paused: boolean;
  until: string | null;
  untilAt: Date | null;
  begunAt: Date;
  available: number | null;
  unit: string;
  waitingList: boolean;
  waitWeeks: number | null;
  updatedAt: Date;
  expiresAt: Date;
};

const aDay = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$';
const listIn = (path: string) =>
  sql`jsonb_array_elements(case jsonb_typeof(r.document #> ${path}) when 'array' then r.document #> ${path} else '[]' end)`;

/** Days on which it does not run: ours, and those of the holiday schedules of older feeds. */
const closuresOf = sql`coalesce((
  select jsonb_agg(jsonb_build_object('from', said.first, 'to', said.last, 'note', said.note) order by said.first) from (
    select c ->> 'from' as first, c ->> 'to' as last, coalesce(c ->> 'note', '') as note from ${listIn('{bothy,closures}')} c
    union all
    select h ->> 'start_date', coalesce(h ->> 'end_date', h ->> 'start_date'), '' from ${listIn('{holiday_schedules}')} h
    where lower(h ->> 'closed') in ('true', 'y', 'yes')
  ) said where said.first ~ ${aDay} and said.last ~ ${aDay} and said.first <= said.last), '[]')`;

/** Services with all that belongs to them, in the order of the ids. */
export async function servicesById(tx: Tx, ids: readonly string[]): Promise<WholeService[]> {
  if (!ids.length) return [];
  const { rows } = await sql<Row>`
    select s.id, s.organisation_id as organisation, s.name, s.description, s.status, s.url, s.email, s.phone,
      s.request_email as "requestEmail", s.request_phone as "requestPhone", s.needs, s.how_to_join as "howToJoin", s.who_for as "whoFor",
      s.min_age as "minAge", s.max_age as "maxAge", s.eligibility, s.free, s.languages, s.attendance, s.accessibility,
      s.assured_at as "assuredAt", s.assured_by as "assuredBy", o.name as "organisationName", o.website as "organisationWebsite",
      c.available, c.unit, c.waiting_list as "waitingList", c.wait_weeks as "waitWeeks", c.updated_at as "updatedAt", c.expires_at as "expiresAt",
      ${closuresOf} as closures, r.document #> '{bothy,on_holidays}' = 'true' as "onHolidays",
      p.id is not null as paused, p.until, p.until_at as "untilAt", p.begun_at as "begunAt",
      coalesce((select jsonb_agg(jsonb_build_object('option', option, 'amount', amount, 'currency', currency) order by amount, option)
        from cost_option where service_id = s.id), '[]') as costs,
      coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'address', l.address, 'town', l.town, 'postcode', l.postcode,
          'latitude', l.latitude, 'longitude', l.longitude, 'private', l.private, 'link', sal.id) order by l.town, l.name)
        from service_at_location sal join location l on l.id = sal.location_id where sal.service_id = s.id), '[]') as locations,
      coalesce((select jsonb_agg(jsonb_build_object('freq', freq, 'interval', "interval", 'byDay', byday, 'byMonthDay', bymonthday,
          'opensAt', to_char(opens_at, 'HH24:MI'), 'closesAt', to_char(closes_at, 'HH24:MI'), 'validFrom', valid_from, 'validTo', valid_to,
          'note', note, 'location', location_id) order by freq desc, byday, opens_at)
        from schedule where service_id = s.id), '[]') as schedules
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, nth)
    join service s on s.id = wanted.id
    join organisation o on o.id = s.organisation_id
    left join directory_record r on r.kind = 'service' and r.id = s.id
    left join service_capacity c on c.service_id = s.id
    left join lateral (${pauseOf(sql`s`)}) p on true
    order by wanted.nth`.execute(tx);
  return rows.map(toWhole);
}

const toWhole = ({
  available,
  unit,
  waitingList,
  waitWeeks,
  updatedAt,
  expiresAt,
  paused,
  until,
  untilAt,
  begunAt,
  ...service
}: Row): WholeService => ({
  ...service,
  pause: paused ? { until, untilAt, begunAt } : null,
  capacity: available === null ? null : { unit, available, waitingList, waitWeeks, updatedAt, expiresAt },
});

export async function organisationsById(tx: Tx, ids: readonly string[]): Promise<Organisation[]> {
  const { rows } = await sql<Organisation>`
    select id, name, description, website, email, phone, status from organisation where id = any(${ids}::uuid[])`.execute(tx);
  return rows;
}

export async function allOrganisations(tx: Tx): Promise<Organisation[]> {
  const { rows } = await sql<Organisation>`
    select id, name, description, website, email, phone, status from organisation order by lower(unaccent(name)), id`.execute(tx);
  return rows;
}
