-- How much of a worker a person takes: what the worker says, or else what the last weeks say. The lists need both at once, and so they
-- stand in the support, as what is next does; so does what the person is waiting for.
alter table support
  add column weight smallint check (weight between 1 and 3),
  add column suggested_weight smallint not null default 2 check (suggested_weight between 1 and 3),
  add column held_since date,
  add column held_because text check (held_because in ('service', 'change', 'nowhere', 'other')),
  add column held_for text not null default '',
  add constraint support_held check ((held_since is null) = (held_because is null)),
  add constraint support_held_open check (held_since is null or stage = 'open');

-- A time in which the person waits and support goes on: there may be several in one support, one at a time.
create table holding (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  support_id uuid not null,
  because text not null check (because in ('service', 'change', 'nowhere', 'other')),
  connection_id uuid,
  gap_id uuid,
  -- What is waited for, as lists may call it.
  awaits text not null default '',
  words text not null default '',
  since date not null,
  review_on date not null,
  until date,
  ended_because text check (ended_because in ('by-hand', 'answered', 'closed')),
  started_by uuid not null,
  ended_by uuid,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, support_id) references support,
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, connection_id) references connection,
  check (review_on >= since),
  check (until is null or until >= since),
  check ((until is null) = (ended_because is null)),
  check (connection_id is null or because = 'service'),
  check (gap_id is null or because = 'nowhere')
);
create unique index holding_open on holding (programme_id, support_id) where until is null;
create index holding_support on holding (programme_id, support_id, since);
create index holding_person on holding (programme_id, person_id, since);
create index holding_connection on holding (programme_id, connection_id) where until is null;
call protect('holding');

-- A caseload as somebody likes to look at it. A shared one is the whole team's.
create table caseload_view (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  owner_id uuid not null,
  team_id uuid,
  name text not null check (name <> ''),
  asked jsonb not null,
  saved_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, owner_id) references account,
  foreign key (programme_id, team_id) references team
);
create unique index caseload_view_own on caseload_view (programme_id, owner_id, lower(name));
create index caseload_view_team on caseload_view (programme_id, team_id) where team_id is not null;
call protect('caseload_view');

-- Which of them somebody starts with.
create table caseload_start (
  programme_id uuid not null default current_programme() references programme,
  account_id uuid not null,
  view_id uuid not null,
  primary key (programme_id, account_id),
  foreign key (programme_id, account_id) references account,
  foreign key (programme_id, view_id) references caseload_view on delete cascade
);
create index caseload_start_view on caseload_start (programme_id, view_id);
call protect('caseload_start');

-- A name that was looked for: it never stands in an address.
create table caseload_search (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  account_id uuid not null,
  words text not null,
  at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, account_id) references account
);
create index caseload_search_at on caseload_search (programme_id, at);
call protect('caseload_search');

-- Somebody's support goes from one worker to another. They are told at `tell_at`; until then it can be taken back.
create table handover (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  support_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  from_team_id uuid not null,
  note text not null check (note <> ''),
  -- The tasks and connections that went along, to be given back when it is taken back.
  moved jsonb not null default '{}',
  by_id uuid not null,
  at timestamptz not null,
  tell_at timestamptz not null,
  told_at timestamptz,
  undone_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, support_id) references support,
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, from_id) references account,
  foreign key (programme_id, to_id) references account,
  check (from_id <> to_id),
  check (told_at is null or undone_at is null)
);
create index handover_to_tell on handover (programme_id, tell_at) where told_at is null and undone_at is null;
create index handover_person on handover (programme_id, person_id, at desc);
create index handover_from on handover (programme_id, from_id, at desc);
create index handover_to on handover (programme_id, to_id, at desc);
call protect('handover');

-- Somebody is away, and who looks after their people meanwhile.
create table absence (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  account_id uuid not null,
  cover_id uuid,
  from_on date not null,
  to_on date not null,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, account_id) references account,
  foreign key (programme_id, cover_id) references account,
  check (from_on <= to_on),
  check (cover_id is null or cover_id <> account_id)
);
create index absence_of on absence (programme_id, account_id, to_on);
create index absence_cover on absence (programme_id, cover_id, to_on);
call protect('absence');
