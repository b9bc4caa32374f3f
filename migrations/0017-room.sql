-- Every time that somebody said what room a service has. The latest of each unit counts; service_capacity holds the latest of all, for search.
create table room_telling (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  service_id uuid not null,
  unit text not null,
  -- Null: it is not known any more.
  available integer check (available >= 0),
  maximum integer check (maximum >= 0),
  description text not null default '',
  waiting_list boolean not null default false,
  wait_weeks integer check (wait_weeks >= 0),
  told_at timestamptz not null,
  expires_at timestamptz not null,
  by_kind text not null check (by_kind in ('account', 'organisation', 'person', 'system')),
  by_id uuid,
  primary key (programme_id, id),
  foreign key (programme_id, service_id) references service on delete cascade
);
create index room_telling_of_service on room_telling (programme_id, service_id, told_at desc);
call protect_log('room_telling');

-- A service, or all that an organisation runs, takes nobody on for a while.
create table service_pause (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  organisation_id uuid not null,
  -- Null: all that the organisation runs.
  service_id uuid,
  reason text not null check (reason in ('full', 'holiday', 'staff', 'building', 'money', 'other')),
  note text not null default '',
  -- The day on which they take people again, and when it begins. Null: until they say so.
  until date,
  until_at timestamptz,
  begun_at timestamptz not null,
  begun_by_kind text not null check (begun_by_kind in ('account', 'organisation')),
  begun_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (programme_id, id),
  foreign key (programme_id, organisation_id) references organisation,
  foreign key (programme_id, service_id) references service on delete cascade,
  check ((until is null) = (until_at is null))
);
create index service_pause_of on service_pause (programme_id, organisation_id, begun_at desc);
call protect('service_pause');

-- Until then a service is found lower, because it takes nobody.
alter table service_listing add column paused_until timestamptz;
create or replace view service_search as select * from service_listing where programme_id = current_programme();

-- How a service, or an organisation, has answered requests in the last year. What is due is counted again within minutes, and everything each day.
create table behaviour (
  programme_id uuid not null default current_programme() references programme,
  kind text not null check (kind in ('service', 'organisation')),
  id uuid not null,
  requests integer not null default 0,
  answered integer not null default 0,
  accepted integer not null default 0,
  silent integer not null default 0,
  -- Days from the request to the first answer, of those that were sent by mail.
  replies integer not null default 0,
  reply_median real,
  reply_p80 real,
  -- Days from the yes to the first time that they came.
  waits integer not null default 0,
  wait_median real,
  wait_p80 real,
  due boolean not null default true,
  counted_at timestamptz,
  primary key (programme_id, kind, id)
);
create index behaviour_age on behaviour (programme_id, due, counted_at);
call protect('behaviour');
