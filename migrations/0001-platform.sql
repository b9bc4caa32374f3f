create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists cube;
create extension if not exists earthdistance;

-- The role that the application works as. Roles belong to the whole server, so another Bothy database may have made it already.
-- An account that may not make roles can still use one that was made for it.
do $$ begin
  if not exists (select from pg_roles where rolname = 'bothy_app') then create role bothy_app nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  execute format('grant bothy_app to %I', current_user);
exception when others then null;
end $$;
grant usage on schema public to bothy_app;

create function current_programme() returns uuid language sql stable parallel safe
  return nullif(current_setting('bothy.programme', true), '')::uuid;

-- How names are compared: case and accents do not make two people of one.
create function folded(words text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, words));

-- Every table that holds a programme's data is protected: rows of other programmes can be neither seen nor written.
create procedure protect(guarded regclass) language plpgsql as $$ begin
  execute format('alter table %s enable row level security', guarded);
  execute format('create policy programme on %s using (programme_id = current_programme()) with check (programme_id = current_programme())', guarded);
  execute format('grant select, insert, update, delete on %s to bothy_app', guarded);
end $$;

-- The same for what is only ever added to: the application can never change or remove a line.
create procedure protect_log(guarded regclass) language plpgsql as $$ begin
  call protect(guarded);
  execute format('revoke update, delete on %s from bothy_app', guarded);
end $$;

create sequence event_seq;
grant usage on sequence event_seq to bothy_app;

create table event (
  programme_id uuid not null default current_programme(),
  seq bigint not null default nextval('event_seq'),
  at timestamptz not null,
  type text not null,
  subject_kind text not null,
  subject_id uuid not null,
  person_id uuid,
  by_kind text not null check (by_kind in ('account', 'organisation', 'person', 'system')),
  by_id uuid,
  data jsonb not null default '{}',
  primary key (programme_id, seq, at)
) partition by range (at);
create index event_of_person on event (programme_id, person_id, at desc, seq desc);
create index event_of_subject on event (programme_id, subject_id, at desc, seq desc);
call protect_log('event');
create table event_earlier partition of event default;

-- Opened ahead of time by a daily job. What has happened before its month was opened lives in event_earlier, and so does the rest of
-- that month. Months are those of UTC, whatever the clock of the connection.
create function open_event_month(of_day date) returns void language plpgsql security definer set search_path = public as $$
declare
  first_day date := date_trunc('month', of_day)::date;
begin
  execute format('create table if not exists %I partition of event for values from (%L) to (%L)', 'event_' || to_char(first_day, 'YYYY_MM'),
    to_char(first_day, 'YYYY-MM-DD "00:00+00"'), to_char(first_day + interval '1 month', 'YYYY-MM-DD "00:00+00"'));
exception when check_violation then null;
end $$;
revoke execute on function open_event_month(date) from public;

-- Who looked at whose record.
create table access (
  programme_id uuid not null default current_programme(),
  id bigint generated always as identity,
  at timestamptz not null,
  account_id uuid not null,
  person_id uuid not null,
  what text not null,
  primary key (programme_id, id)
);
create index access_of_person on access (programme_id, person_id, at desc);
call protect_log('access');

-- Sign-in attempts, by a hash of who is trying; rows expire. Holds no programme's data.
create table rate_limit (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
