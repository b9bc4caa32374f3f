-- What there is nearby. The words are those of HSDS 3.1, so that a feed can be taken in and given out without renaming.
create table organisation (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  name text not null,
  description text not null default '',
  website text,
  email text,
  phone text,
  status text not null default 'active' check (status in ('active', 'inactive')),
  primary key (programme_id, id)
);
call protect('organisation');

create table service (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  description text not null default '',
  status text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  url text,
  email text,
  phone text,
  -- Where requests to take somebody on are sent: for link workers, never for a public page.
  request_email text,
  request_phone text,
  needs text[] not null default '{}',
  how_to_join text[] not null default '{}',
  who_for text[] not null default '{}',
  min_age integer,
  max_age integer,
  eligibility text not null default '',
  -- Null: nobody has said.
  free boolean,
  languages text[] not null default '{}',
  attendance text[] not null default '{}',
  accessibility text[] not null default '{}',
  assured_at date,
  assured_by text,
  primary key (programme_id, id),
  foreign key (programme_id, organisation_id) references organisation,
  check (min_age <= max_age)
);
create index service_of_organisation on service (programme_id, organisation_id);
call protect('service');

create table cost_option (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null default gen_random_uuid(),
  service_id uuid not null,
  option text not null,
  amount numeric,
  currency text not null default 'GBP',
  primary key (programme_id, id),
  foreign key (programme_id, service_id) references service on delete cascade
);
create index cost_option_of_service on cost_option (programme_id, service_id);
call protect('cost_option');

create table location (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  name text not null default '',
  address text not null default '',
  town text not null default '',
  postcode text not null default '',
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- Its address must never be shown, such as a refuge's; only its town may be known.
  private boolean not null default false,
  primary key (programme_id, id)
);
call protect('location');

create table service_at_location (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null default gen_random_uuid(),
  service_id uuid not null,
  location_id uuid not null,
  primary key (programme_id, id),
  unique (programme_id, service_id, location_id),
  foreign key (programme_id, service_id) references service on delete cascade,
  foreign key (programme_id, location_id) references location
);
create index service_at_location_place on service_at_location (programme_id, location_id);
call protect('service_at_location');

create table schedule (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null default gen_random_uuid(),
  service_id uuid not null,
  location_id uuid,
  freq text not null check (freq in ('weekly', 'monthly')),
  interval integer not null default 1 check (interval between 1 and 60),
  byday text[] not null default '{}',
  bymonthday integer[] not null default '{}',
  opens_at time,
  closes_at time,
  valid_from date,
  valid_to date,
  note text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, service_id) references service on delete cascade,
  foreign key (programme_id, location_id) references location
);
create index schedule_of_service on schedule (programme_id, service_id);
call protect('schedule');

create table service_capacity (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null default gen_random_uuid(),
  service_id uuid not null,
  unit text not null default 'places',
  available integer not null check (available >= 0),
  waiting_list boolean not null default false,
  wait_weeks integer check (wait_weeks >= 0),
  updated_at timestamptz not null,
  -- After this, nobody knows.
  expires_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, service_id) references service on delete cascade
);
create unique index service_capacity_of_service on service_capacity (programme_id, service_id);
call protect('service_capacity');

-- What search reads: one row for each place of each active service, written in the transaction that changes the service.
create table service_listing (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  service_id uuid not null,
  location_id uuid,
  words tsvector not null,
  spot cube,
  needs text[] not null,
  who_for text[] not null,
  days text[] not null,
  attendance text[] not null,
  free boolean not null,
  min_age integer,
  max_age integer,
  room integer,
  room_until timestamptz,
  assured_at date,
  primary key (programme_id, id),
  foreign key (programme_id, service_id) references service on delete cascade
);
create index service_listing_of_service on service_listing (programme_id, service_id);
create index service_listing_fresh on service_listing (programme_id, assured_at desc nulls last, id);
create index service_listing_words on service_listing using gin (words, needs, days);
create index service_listing_spot on service_listing using gist (spot);
call protect('service_listing');

-- Every word that the listings use, so that a mistyped one can be put right.
create table service_word (
  programme_id uuid not null default current_programme() references programme,
  word text not null,
  primary key (programme_id, word)
);
create index service_word_like on service_word using gin (word gin_trgm_ops);
call protect('service_word');

-- Under row-level security PostgreSQL may not use an index for @@, &&, % or the nearness of cubes, because it does not
-- know that they keep secrets. A view runs with its owner's rights, and says itself whose rows may be seen.
create view service_search as select * from service_listing where programme_id = current_programme();
create view service_spelling as select * from service_word where programme_id = current_programme();
grant select on service_search, service_spelling to bothy_app;

-- The gazetteer: postcodes without their space, the first halves of postcodes, folded names of places.
create table place (
  programme_id uuid not null default current_programme() references programme,
  code text collate "C" not null,
  kind text not null check (kind in ('postcode', 'outcode', 'town')),
  name text not null,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  primary key (programme_id, code)
);
call protect('place');

-- What somebody typed, kept for a while so that no words stand in a URL.
create table search (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  account_id uuid not null,
  words text not null,
  place text not null,
  filters jsonb not null,
  at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, account_id) references account
);
create index search_age on search (programme_id, at);
call protect('search');

-- What was needed and could not be found.
create table gap (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  needs text[] not null check (cardinality(needs) > 0),
  why text not null check (why in ('none', 'too-far', 'full', 'not-eligible', 'cost', 'language', 'access', 'other')),
  place text not null default '',
  -- A town or the first half of a postcode: fit to be counted, never somebody's home.
  area text not null default '',
  latitude double precision,
  longitude double precision,
  note text not null default '',
  person_id uuid,
  recorded_by uuid not null,
  at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, recorded_by) references account
);
create index gap_age on gap (programme_id, at desc);
create index gap_of_person on gap (programme_id, person_id);
create index gap_recorded_by on gap (programme_id, recorded_by, at desc);
call protect('gap');
