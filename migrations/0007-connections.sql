-- A link worker connecting a person to a service: a FHIR Task, with the states of SDOH Clinical Care 3.0.0.
create table connection (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  reference text not null,
  person_id uuid not null,
  service_id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('asked', 'rung', 'self')),
  link_worker_id uuid not null,
  status text not null check (status in
    ('draft', 'requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'cancelled', 'completed', 'failed', 'entered-in-error')),
  reason text,
  status_reason text not null default '',
  -- Exactly what the organisation was told, as it stood then. Null: it was told nothing.
  shared jsonb,
  consent_id uuid,
  asked_at timestamptz not null,
  status_at timestamptz not null,
  heard_at timestamptz not null,
  expected_on date,
  nudged_at timestamptz,
  raised_at timestamptz,
  -- When silence is next to be looked at; null when nothing is awaited, or the link worker has been told.
  look_at timestamptz,
  attended boolean not null default false,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, service_id) references service,
  foreign key (programme_id, organisation_id) references organisation,
  foreign key (programme_id, link_worker_id) references account,
  foreign key (programme_id, consent_id) references consent,
  -- Nothing is told without consent, and those who go themselves are not spoken of.
  check ((shared is null) = (kind = 'self')),
  check ((shared is null) = (consent_id is null)),
  check (status not in ('rejected', 'failed', 'on-hold', 'cancelled') or reason is not null)
);
create unique index connection_open on connection (programme_id, person_id, service_id)
  where status in ('draft', 'requested', 'accepted', 'in-progress', 'on-hold');
create index connection_of_person on connection (programme_id, person_id, asked_at desc);
create index connection_of_organisation on connection (programme_id, organisation_id, status, asked_at);
create index connection_of_service on connection (programme_id, service_id, asked_at desc);
create index connection_to_chase on connection (programme_id, look_at) where look_at is not null;
call protect('connection');

-- What was heard about a connection, in the words of whoever said it.
create table connection_answer (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  connection_id uuid not null,
  name text not null,
  note text not null default '',
  weeks integer,
  reason text,
  by_kind text not null check (by_kind in ('account', 'organisation')),
  by_id uuid not null,
  -- A link worker wrote down what they heard on the phone.
  heard boolean not null default false,
  at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, connection_id) references connection on delete cascade
);
create index connection_answer_of on connection_answer (programme_id, connection_id, at);
call protect('connection_answer');

create table connection_session (
  programme_id uuid not null default current_programme() references programme,
  connection_id uuid not null,
  held_on date not null,
  came boolean not null,
  primary key (programme_id, connection_id, held_on),
  foreign key (programme_id, connection_id) references connection on delete cascade
);
call protect('connection_session');

-- Opens the page on which an organisation answers without an account. Made when a mail is sent; only the mail holds the token.
create table reply_link (
  programme_id uuid not null default current_programme() references programme,
  token_hash bytea not null,
  connection_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (programme_id, token_hash),
  foreign key (programme_id, connection_id) references connection on delete cascade
);
create unique index reply_link_token on reply_link (token_hash);
create index reply_link_of on reply_link (programme_id, connection_id);
call protect('reply_link');

-- Asked before it is known which programme is meant.
create function connection_of_reply(token bytea, at timestamptz) returns table (programme uuid, connection uuid, expired boolean)
language sql stable security definer set search_path = public as $$
  select r.programme_id, r.connection_id, r.expires_at <= at from reply_link r where r.token_hash = token
$$;
revoke execute on function connection_of_reply(bytea, timestamptz) from public;
grant execute on function connection_of_reply(bytea, timestamptz) to bothy_app;
