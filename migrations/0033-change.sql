-- The change that a site goes through: whether it has begun, its plan, what stands in the way, and what was promised to it.
create table site_start (
  programme_id uuid not null default current_programme() references programme,
  site_id uuid not null,
  stage text not null check (stage in ('preparing', 'live')),
  -- Planned while it prepares; when it began, once it is live.
  starts_on date,
  row_version integer not null default 1,
  primary key (programme_id, site_id)
);
call protect('site_start');

-- The questions of readiness, answered together. Each check stays as it was.
create table readiness_check (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  site_id uuid not null,
  answers jsonb not null,
  note text not null default '',
  checked_at timestamptz not null,
  by_id uuid not null,
  primary key (programme_id, id),
  foreign key (programme_id, by_id) references account
);
create index readiness_check_of_site on readiness_check (programme_id, site_id, checked_at desc);
call protect_log('readiness_check');

-- One line of a site's registers: a step of the plan, a barrier, somebody's training, a risk, or something an institution promised.
create table site_entry (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  site_id uuid not null,
  register text not null check (register in ('plan', 'barriers', 'training', 'risks', 'commitments')),
  what text not null,
  -- The phase of a step, the kind of training or commitment.
  sort text not null default '',
  stage text not null,
  owner text not null default '',
  how text not null default '',
  evidence text not null default '',
  likelihood integer check (likelihood between 1 and 3),
  impact integer check (impact between 1 and 3),
  -- When it was done, or promised.
  on_day date,
  -- When it is due, looked at again, or runs out.
  due_on date,
  -- The question or the step of the template that it came from.
  made_from text not null default '',
  added_at timestamptz not null,
  removed_at timestamptz,
  row_version integer not null default 1,
  primary key (programme_id, id)
);
create index site_entry_of_site on site_entry (programme_id, site_id, register) where removed_at is null;
create index site_entry_of_register on site_entry (programme_id, register) where removed_at is null;
call protect('site_entry');

-- How each line read before, and who changed it when.
create table site_entry_version (
  programme_id uuid not null default current_programme() references programme,
  entry_id uuid not null,
  version integer not null,
  content jsonb not null,
  at timestamptz not null,
  by_id uuid not null,
  primary key (programme_id, entry_id, version),
  foreign key (programme_id, entry_id) references site_entry,
  foreign key (programme_id, by_id) references account
);
call protect_log('site_entry_version');

-- What went wrong, or nearly did, in the words of whoever saw it.
create table incident (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  -- Null: not at one site.
  site_id uuid,
  reported_by uuid not null,
  reported_at timestamptz not null,
  happened_on date not null,
  severity text not null check (severity in ('near-miss', 'low', 'serious', 'grave')),
  what text not null,
  at_once text not null default '',
  learning text not null default '',
  closed_at timestamptz,
  closed_by uuid,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, reported_by) references account,
  foreign key (programme_id, closed_by) references account,
  check ((closed_at is null) = (closed_by is null))
);
create index incident_open on incident (programme_id, closed_at, reported_at desc);
call protect('incident');
