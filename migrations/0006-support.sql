-- The time that a link worker spends with a person, from acceptance to closing. What is next stands here as well as in its task,
-- so that a caseload is read from one index.
create table support (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  referral_id uuid not null,
  link_worker_id uuid not null,
  team_id uuid not null,
  needs text[] not null,
  started_at timestamptz not null,
  last_contact_at timestamptz,
  stage text not null check (stage in ('open', 'closed')),
  closed_because text,
  closed_at timestamptz,
  next_due date,
  next_kind text,
  next_note text not null default '',
  row_version integer not null default 1,
  primary key (programme_id, id),
  unique (programme_id, referral_id),
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, referral_id) references referral,
  foreign key (programme_id, link_worker_id) references account,
  foreign key (programme_id, team_id) references team,
  check ((stage = 'closed') = (closed_because is not null)),
  check ((stage = 'closed') = (closed_at is not null)),
  check ((next_due is null) = (next_kind is null))
);
create index support_caseload on support (programme_id, link_worker_id, next_due, id) where stage = 'open';
create index support_team on support (programme_id, team_id, next_due, id) where stage = 'open';
create index support_waiting on support (programme_id, link_worker_id, coalesce(last_contact_at, started_at), id) where stage = 'open';
create index support_team_waiting on support (programme_id, team_id, coalesce(last_contact_at, started_at), id) where stage = 'open';
create index support_closed on support (programme_id, link_worker_id, closed_at desc, id) where stage = 'closed';
create index support_team_closed on support (programme_id, team_id, closed_at desc, id) where stage = 'closed';
create index support_person on support (programme_id, person_id, started_at desc);
call protect('support');

-- Something to be done by somebody by a day. Without a support it is about a person whose support has ended, and stands under its owner.
create table task (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  support_id uuid,
  owner_id uuid not null,
  kind text not null,
  about_kind text,
  about_id uuid,
  due_on date not null,
  note text not null default '',
  added_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, support_id) references support,
  foreign key (programme_id, owner_id) references account,
  check ((about_kind is null) = (about_id is null))
);
create index task_support on task (programme_id, support_id, due_on) where done_at is null;
create index task_owner on task (programme_id, owner_id, due_on) where done_at is null and support_id is null;
create index task_about on task (programme_id, about_id) where done_at is null;
create index task_person on task (programme_id, person_id, due_on);
call protect('task');

-- Somebody tried to reach the person.
create table attempt (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  support_id uuid not null,
  tried_at timestamptz not null,
  channel text not null check (channel in ('phone', 'text', 'email', 'letter', 'visit')),
  outcome text not null,
  note text not null default '',
  -- Why this way, when the person had asked for another.
  why_this_way text not null default '',
  by_id uuid not null,
  primary key (programme_id, id),
  foreign key (programme_id, support_id) references support
);
create index attempt_support on attempt (programme_id, support_id, tried_at desc);
create index attempt_person on attempt (programme_id, person_id, tried_at desc);
call protect('attempt');

-- They were in touch.
create table contact (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  support_id uuid not null,
  happened_at timestamptz not null,
  channel text not null check (channel in ('phone', 'text', 'email', 'letter', 'visit', 'video')),
  place text not null default '',
  minutes integer not null check (minutes between 1 and 720),
  present text not null default '',
  note text not null,
  next_step text not null default '',
  debrief boolean not null default false,
  by_id uuid not null,
  primary key (programme_id, id),
  foreign key (programme_id, support_id) references support
);
create index contact_support on contact (programme_id, support_id, happened_at desc);
create index contact_person on contact (programme_id, person_id, happened_at desc);
call protect('contact');

-- Every save is a row of its own, so that no version is ever lost; the highest is the plan.
create table plan_version (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  version integer not null check (version > 0),
  what_matters text not null default '',
  strengths text not null default '',
  needs text[] not null default '{}',
  goals jsonb not null default '[]',
  actions jsonb not null default '[]',
  review_on date,
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (programme_id, id),
  unique (programme_id, person_id, version),
  foreign key (programme_id, person_id) references person
);
call protect('plan_version');

-- What was said at the end of a support. There is one for each time that it ended.
create table closing (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  support_id uuid not null,
  referral_id uuid not null,
  because text not null,
  goals jsonb not null default '[]',
  outcome text not null default '',
  did_not_work text not null default '',
  for_practice text not null default '',
  what_next text not null default '',
  tell_referrer boolean not null,
  closed_at timestamptz not null,
  closed_by uuid not null,
  primary key (programme_id, id),
  foreign key (programme_id, support_id) references support,
  foreign key (programme_id, referral_id) references referral
);
create index closing_referral on closing (programme_id, referral_id, closed_at desc);
call protect('closing');

-- Worked out when a name is saved, so that a long list can be sorted by it.
alter table person add column sort_name text generated always as
  (folded(case when chosen_name = '' then given_name || ' ' || family_name else chosen_name end)) stored;

-- What lists show of a person; people publish it so that a list is one query. It shows each reader only their own programme's rows.
create view person_in_list with (security_invoker = true) as
  select programme_id, id, given_name, family_name, chosen_name, date_of_birth, place, interpreter, sort_name
  from person;
grant select on person_in_list to bothy_app;
