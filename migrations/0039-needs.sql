-- What a community needs: figures of areas as others publish them, places that a programme names, and counts of its own.

-- A table of figures that was brought in. What is newest counts; taking one back lets the one before it count again.
create table area_load (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  name text not null check (name <> ''),
  source text not null check (source <> ''),
  licence text not null check (licence <> ''),
  invented boolean not null default false,
  loaded_at timestamptz not null,
  -- Null: brought in by a command.
  loaded_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  primary key (programme_id, id),
  foreign key (programme_id, loaded_by) references account,
  foreign key (programme_id, undone_by) references account
);
call protect('area_load');

create table area_value (
  programme_id uuid not null default current_programme() references programme,
  load_id uuid not null,
  indicator text not null,
  area text not null,
  year text not null,
  area_name text not null default '',
  value double precision not null,
  unit text not null default '',
  -- How many people, households … the value is of.
  denominator double precision check (denominator > 0),
  source text not null default '',
  primary key (programme_id, load_id, indicator, area, year),
  foreign key (programme_id, load_id) references area_load on delete cascade
);
create index area_value_area on area_value (programme_id, area, indicator, year);
call protect('area_value');

-- A file until somebody has said what its columns mean.
create table area_file (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  name text not null,
  text text not null,
  brought_at timestamptz not null,
  brought_by uuid not null,
  primary key (programme_id, id),
  foreign key (programme_id, brought_by) references account
);
call protect('area_file');

create table needs_place (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  name text not null check (name <> ''),
  areas text[] not null default '{}',
  -- First halves of postcodes, or with one figure more: 'DG7', 'DG7 3'. Never finer.
  postcodes text[] not null default '{}',
  practices uuid[] not null default '{}',
  version integer not null default 1,
  row_version integer not null default 1,
  retired_at timestamptz,
  primary key (programme_id, id)
);
call protect('needs_place');

-- Every way in which a place was ever bounded: what was counted by one of them must not be told apart by another.
create table needs_place_bound (
  programme_id uuid not null default current_programme() references programme,
  place_id uuid not null,
  version integer not null,
  postcodes text[] not null default '{}',
  practices uuid[] not null default '{}',
  primary key (programme_id, place_id, version),
  foreign key (programme_id, place_id) references needs_place
);
call protect('needs_place_bound');

-- Whether people are counted each quarter or each year. Chosen once: one inside the other would tell small numbers by taking them apart.
create table needs_counting (
  programme_id uuid not null primary key default current_programme() references programme,
  every text not null check (every in ('quarter', 'year')),
  chosen_at timestamptz not null,
  chosen_by uuid not null,
  foreign key (programme_id, chosen_by) references account
);
call protect('needs_counting');

-- What was counted of a time that is over, as it is shown from then on. Null: too few to be shown, and how few is not kept.
create table needs_count (
  programme_id uuid not null default current_programme() references programme,
  period text not null,
  -- 'all', or a place and its version.
  place text not null,
  kind text not null,
  need text not null,
  count integer check (count = 0 or count >= 5),
  counted_at timestamptz not null,
  primary key (programme_id, period, place, kind, need)
);
call protect_log('needs_count');

create table needs_priority (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  place_id uuid,
  need text not null,
  title text not null check (title <> ''),
  why text not null default '',
  added_at timestamptz not null,
  added_by uuid not null,
  removed_at timestamptz,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, place_id) references needs_place,
  foreign key (programme_id, added_by) references account
);
call protect('needs_priority');

-- What has been done about it.
create table needs_priority_step (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  priority_id uuid not null,
  on_day date not null,
  words text not null check (words <> ''),
  by_id uuid not null,
  at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, priority_id) references needs_priority,
  foreign key (programme_id, by_id) references account
);
call protect('needs_priority_step');

-- What people and the directory publish for counting: no name, no date of birth, no address.
create view person_where with (security_invoker = true) as select programme_id, id, practice_id, postcode from person;
create view service_needs with (security_invoker = true) as select programme_id, id, needs from service;
grant select on person_where, service_needs to bothy_app;

-- 'DG7 3AB' however it was written; '' where there is none.
create function spaced_postcode(postcode text) returns text language sql immutable as $$
  select case when length(plain) > 4 then left(plain, -3) || ' ' || right(plain, 3) else '' end
  from (select upper(regexp_replace(postcode, '[^A-Za-z0-9]', '', 'g'))) as p(plain)
$$;

-- Which of some places somebody with this practice and postcode belongs to: [{ key, postcodes, practices }].
create function places_of(practice uuid, spaced text, places jsonb) returns text[] language sql immutable as $$
  select coalesce(array_agg(p ->> 'key' order by p ->> 'key'), '{}') from jsonb_array_elements(places) p
  where p -> 'practices' ? practice::text
    or exists (select from jsonb_array_elements_text(p -> 'postcodes') c
      where spaced like case when c like '% %' then c || '%' else c || ' %' end)
$$;
