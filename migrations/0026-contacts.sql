-- What somebody has typed into a long form and not saved yet. Each tab has its own; nobody but its account ever reads it.
-- A finished one stays for a while without its words, so that a late autosave does not bring it back.
create table draft (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  account_id uuid not null,
  -- The page that it belongs to: ids only, as in every address.
  page text not null check (length(page) <= 200),
  fields jsonb not null default '{}',
  turn integer not null default 0,
  began_at timestamptz not null,
  saved_at timestamptz not null,
  finished_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, account_id) references account
);
create index draft_of_account on draft (programme_id, account_id, page, saved_at desc) where finished_at is null;
create index draft_old on draft (programme_id, saved_at);
call protect('draft');

-- With this a programme signs which form it gave to whom, so that what was typed is kept even when the session has ended meanwhile.
create table draft_key (
  programme_id uuid not null default current_programme() references programme,
  key bytea not null,
  primary key (programme_id)
);
call protect('draft_key');

-- Contacts: what kind, what was done that no form has, how far, how it went; and every version of what was written.
alter table contact add column template text not null default '';
alter table contact add column tags text[] not null default '{}';
alter table contact add column travel_minutes integer check (travel_minutes between 0 and 720);
alter table contact add column travel_km numeric(6, 1) check (travel_km between 0 and 2000);
alter table contact add column outcome text not null default 'met' check (outcome in ('met', 'could-not-come'));
alter table contact add column row_version integer not null default 1;
alter table contact add column struck_at timestamptz;
alter table contact add column struck_by uuid;
alter table contact add column struck_why text not null default '';
alter table contact add check ((struck_at is null) = (struck_by is null));
create index contact_for_supervision on contact (programme_id, by_id, happened_at desc) where debrief and struck_at is null;

create table contact_version (
  programme_id uuid not null default current_programme() references programme,
  contact_id uuid not null,
  version integer not null check (version > 0),
  content jsonb not null,
  written_at timestamptz not null,
  written_by uuid not null,
  why text not null default '',
  primary key (programme_id, contact_id, version),
  foreign key (programme_id, contact_id) references contact
);
call protect_log('contact_version');

-- A worker's own way of writing up a kind of contact, or their team's.
create table contact_template (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  team_id uuid not null,
  -- Null: everybody's in the team.
  account_id uuid,
  name text not null,
  channel text not null,
  minutes integer not null check (minutes between 1 and 720),
  headings text[] not null default '{}',
  tags text[] not null default '{}',
  row_version integer not null default 1,
  retired_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, team_id) references team,
  foreign key (programme_id, account_id) references account
);
create index contact_template_team on contact_template (programme_id, team_id) where retired_at is null;
call protect('contact_template');

-- Tags that a programme made for itself, beside those that Bothy has.
create table contact_tag (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  name text not null,
  retired_at timestamptz,
  primary key (programme_id, id)
);
create unique index contact_tag_name on contact_tag (programme_id, lower(name)) where retired_at is null;
call protect('contact_tag');

-- How often somebody is supervised, and by whom: an account, or somebody outside who is named.
create table supervision (
  programme_id uuid not null default current_programme() references programme,
  worker_id uuid not null,
  every_weeks integer not null check (every_weeks between 1 and 26),
  supervisor_id uuid,
  outside_name text not null default '',
  set_at timestamptz not null,
  row_version integer not null default 1,
  primary key (programme_id, worker_id),
  foreign key (programme_id, worker_id) references account,
  foreign key (programme_id, supervisor_id) references account
);
create index supervision_by on supervision (programme_id, supervisor_id);
call protect('supervision');

create table supervision_session (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  worker_id uuid not null,
  supervisor_id uuid,
  outside_name text not null default '',
  kind text not null check (kind in ('one-to-one', 'group', 'clinical')),
  on_day date not null,
  stage text not null check (stage in ('planned', 'held', 'called-off')),
  moves integer not null default 0,
  notes text not null default '',
  added_at timestamptz not null,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, worker_id) references account,
  foreign key (programme_id, supervisor_id) references account
);
create index supervision_session_worker on supervision_session (programme_id, worker_id, on_day desc);
call protect('supervision_session');

-- What is to be talked over: a contact by its id (its words stay in the person's record), or a line of the worker's own.
create table supervision_topic (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  worker_id uuid not null,
  contact_id uuid,
  words text not null default '',
  added_at timestamptz not null,
  -- The session in which it was talked over.
  session_id uuid,
  primary key (programme_id, id),
  unique (programme_id, contact_id),
  foreign key (programme_id, worker_id) references account,
  foreign key (programme_id, contact_id) references contact,
  foreign key (programme_id, session_id) references supervision_session
);
create index supervision_topic_worker on supervision_topic (programme_id, worker_id, added_at);
call protect('supervision_topic');

create table supervision_action (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  session_id uuid not null,
  worker_id uuid not null,
  what text not null,
  due_on date not null,
  added_at timestamptz not null,
  done_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, session_id) references supervision_session,
  foreign key (programme_id, worker_id) references account
);
create index supervision_action_worker on supervision_action (programme_id, worker_id, due_on) where done_at is null;
call protect('supervision_action');

-- Three questions of our own about how the work is for the worker; theirs alone unless they share it.
create table wellbeing_check (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  worker_id uuid not null,
  answered_at timestamptz not null,
  manageable integer check (manageable between 0 and 10),
  supported integer check (supported between 0 and 10),
  rested integer check (rested between 0 and 10),
  shared boolean not null default false,
  primary key (programme_id, id),
  foreign key (programme_id, worker_id) references account
);
create index wellbeing_check_worker on wellbeing_check (programme_id, worker_id, answered_at desc);
call protect('wellbeing_check');

create index task_of_owner on task (programme_id, owner_id, due_on, id) where done_at is null;
