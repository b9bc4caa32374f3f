-- Asking those who run services whether what is said of them is still right: one row for each asking of one organisation at one address.
create table assurance_ask (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  organisation_id uuid not null,
  -- Of the address that was asked, so that one which does not work is not asked again. The address itself stands with the services.
  address_hash bytea not null,
  asked_at timestamptz not null,
  -- The programme's day: nobody is asked twice on one, whoever asks.
  asked_on date not null,
  -- Null when Bothy asked by itself.
  asked_by uuid,
  reminded_at timestamptz,
  answered_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, organisation_id) references organisation,
  foreign key (programme_id, asked_by) references account
);
create unique index assurance_ask_once on assurance_ask (programme_id, organisation_id, address_hash, asked_on);
create index assurance_ask_silent on assurance_ask (programme_id, asked_at) where answered_at is null;
call protect('assurance_ask');

create table assurance_ask_service (
  programme_id uuid not null default current_programme() references programme,
  ask_id uuid not null,
  service_id uuid not null,
  answer text check (answer in ('right', 'changed', 'ended')),
  answered_at timestamptz,
  -- What was known of its last check before the answer, for whoever pressed the wrong button.
  was_assured_at date,
  was_assured_by text,
  -- What the answer suggested.
  suggestion_id uuid,
  primary key (programme_id, ask_id, service_id),
  foreign key (programme_id, ask_id) references assurance_ask on delete cascade,
  foreign key (programme_id, service_id) references service on delete cascade,
  check ((answer is null) = (answered_at is null))
);
create index assurance_ask_of_service on assurance_ask_service (programme_id, service_id);
call protect('assurance_ask_service');

-- Opens the page on which an organisation answers without an account. Only the mail holds the token.
create table assurance_link (
  programme_id uuid not null default current_programme() references programme,
  token_hash bytea not null,
  ask_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (programme_id, token_hash),
  foreign key (programme_id, ask_id) references assurance_ask on delete cascade
);
create unique index assurance_link_token on assurance_link (token_hash);
create index assurance_link_of on assurance_link (programme_id, ask_id);
call protect('assurance_link');

-- Asked before it is known which programme is meant.
create function assurance_of_link(token bytea, at timestamptz) returns table (programme uuid, ask uuid, expired boolean)
language sql stable security definer set search_path = public as $$
  select l.programme_id, l.ask_id, l.expires_at <= at from assurance_link l where l.token_hash = token
$$;
revoke execute on function assurance_of_link(bytea, timestamptz) from public;
grant execute on function assurance_of_link(bytea, timestamptz) to bothy_app;

-- What somebody says should change in the directory. It changes nothing before whoever keeps the directory has looked.
create table suggestion (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  service_id uuid not null,
  -- What it is about: 'times', 'place', 'cost' …
  part text not null,
  -- Each field with what was shown when it was suggested, and what it should be: {"times": {"before": "…", "after": "…"}}.
  changes jsonb not null,
  words text not null default '',
  from_kind text not null check (from_kind in ('public', 'organisation', 'account')),
  from_id uuid,
  -- Who says so, where they chose to tell. Forgotten when it is decided and they have been answered.
  sender_name text,
  sender_role text,
  sender_email text,
  made_at timestamptz not null,
  due_on date not null,
  owner_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined', 'duplicate')),
  reason text,
  -- What was answered to whoever suggested it.
  answer text not null default '',
  decided_at timestamptz,
  decided_by uuid,
  same_as uuid,
  -- The version of the service that the acceptance made, and the fields of it that it changed.
  accepted_version integer,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, service_id) references service on delete cascade,
  foreign key (programme_id, owner_id) references account,
  foreign key (programme_id, decided_by) references account,
  foreign key (programme_id, same_as) references suggestion,
  check ((from_kind = 'public') = (from_id is null)),
  check ((state = 'waiting') = (decided_at is null))
);
create index suggestion_newest on suggestion (programme_id, state, due_on, made_at);
create index suggestion_of_service on suggestion (programme_id, service_id, state);
create index suggestion_to_forget on suggestion (programme_id, decided_at) where sender_email is not null;
call protect('suggestion');

-- The work list asks for these.
create index service_of_assured on service (programme_id, status, assured_at nulls first, id);
create index service_capacity_expired on service_capacity (programme_id, expires_at);
