-- Definitions of instruments that a programme has brought in, each version once and for good. What comes with Bothy is in the code.
create table instrument_version (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  instrument text not null check (instrument ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  version text not null check (version <> ''),
  definition jsonb not null,
  added_at timestamptz not null,
  -- Nobody, when an operator brought it in.
  added_by uuid,
  primary key (programme_id, id),
  unique (programme_id, instrument, version)
);
call protect('instrument_version');

-- Whether it is used here, in which version, and who has compared its wording with the official form.
create table instrument_use (
  programme_id uuid not null default current_programme() references programme,
  instrument text not null,
  in_use boolean not null,
  version text not null,
  wording_confirmed boolean not null default false,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (programme_id, instrument)
);
call protect('instrument_use');

-- Who said that the programme is licensed to use an instrument's own questions, and until when. The newest line counts.
create table licence_attestation (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  instrument text not null,
  holder text not null,
  number text not null,
  expires_on date not null,
  withdrawn boolean not null,
  attested_at timestamptz not null,
  attested_by uuid not null,
  primary key (programme_id, id)
);
create index licence_attestation_newest on licence_attestation (programme_id, instrument, attested_at desc);
call protect_log('licence_attestation');

-- What a programme asks, when, and how much of somebody's time that may take.
create table measure_schedule (
  programme_id uuid not null default current_programme() references programme,
  content jsonb not null,
  row_version integer not null default 1,
  primary key (programme_id)
);
call protect('measure_schedule');

-- One asking of one instrument, answered or not.
create table measure (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  support_id uuid,
  instrument text not null,
  version text not null,
  language text not null,
  mode text not null check (mode in ('together', 'phone', 'paper', 'own-page')),
  interpreter boolean not null default false,
  proxy boolean not null default false,
  point text not null check (point in ('baseline', 'review', 'close', 'follow-up')),
  state text not null check (state in ('sent', 'begun', 'complete', 'part', 'declined', 'withdrawn', 'struck')),
  taken_on date not null,
  asked_by uuid not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  answers jsonb not null default '{}',
  goals jsonb not null default '[]',
  scores jsonb not null default '[]',
  unscored jsonb not null default '[]',
  why_not text,
  note text not null default '',
  alarmed boolean not null default false,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, support_id) references support,
  foreign key (programme_id, asked_by) references account,
  check ((state in ('sent', 'begun')) = (ended_at is null)),
  check (state <> 'declined' or why_not is not null)
);
create index measure_person on measure (programme_id, person_id, taken_on desc);
create index measure_instrument on measure (programme_id, instrument, taken_on) where state = 'complete';
call protect('measure');

-- The links by which people answer on their own page. Only the hash of each is kept.
create table measure_link (
  programme_id uuid not null default current_programme() references programme,
  token_hash bytea not null,
  measure_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (programme_id, token_hash),
  foreign key (programme_id, measure_id) references measure
);
create unique index measure_link_token on measure_link (token_hash);
create index measure_link_measure on measure_link (programme_id, measure_id);
call protect('measure_link');

-- Asked before it is known which programme is meant.
create function measure_of_link(token bytea, at timestamptz) returns table (programme uuid, measure uuid, expired boolean)
language sql stable security definer set search_path = public as $$
  select l.programme_id, l.measure_id, l.expires_at <= at from measure_link l where l.token_hash = token
$$;
revoke execute on function measure_of_link(bytea, timestamptz) from public;
grant execute on function measure_of_link(bytea, timestamptz) to bothy_app;
