-- Something that whoever leads a team has to know of. A line stays on their page until they have said what they made of it, or its cause is over.
create table alert (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  kind text not null check (kind in ('risk-raised', 'glass-broken', 'visit-overdue', 'supervision-overdue', 'without-link-worker', 'caseload-over', 'wellbeing')),
  team_id uuid not null,
  person_id uuid,
  about_kind text not null,
  about_id uuid not null,
  raised_at timestamptz not null,
  raised_by uuid,
  -- When the leads were last written to; empty while that is still to be done.
  told_at timestamptz,
  times_told integer not null default 0,
  seen_at timestamptz,
  seen_by uuid,
  seen_note text not null default '',
  settled_at timestamptz,
  settled_by uuid,
  primary key (programme_id, id),
  foreign key (programme_id, team_id) references team,
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, raised_by) references account,
  foreign key (programme_id, seen_by) references account,
  foreign key (programme_id, settled_by) references account,
  check ((seen_at is null) = (seen_by is null))
);
-- However often something is noticed, it is one line until it is over.
create unique index alert_once on alert (programme_id, kind, about_id) where settled_at is null;
create index alert_of_team on alert (programme_id, team_id, raised_at desc, id);
create index alert_to_tell on alert (programme_id, raised_at) where told_at is null;
call protect('alert');

-- A risk to the person or to others. Ended ones stay: history is the best warning.
create table risk (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  level text not null check (level in ('watch', 'careful', 'act')),
  words text not null,
  helps text not null default '',
  started_on date,
  review_on date not null,
  ended_on date,
  ended_why text not null default '',
  said_at timestamptz not null,
  said_by uuid not null,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, said_by) references account,
  check (ended_on is not null or ended_why = '')
);
create index risk_of_person on risk (programme_id, person_id, said_at desc);
call protect('risk');

-- Somebody asked, and there was no known risk.
create table no_known_risk (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  words text not null default '',
  said_at timestamptz not null,
  said_by uuid not null,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, said_by) references account
);
create index no_known_risk_of_person on no_known_risk (programme_id, person_id, said_at desc);
call protect('no_known_risk');

-- What is kept apart from the record: only its author, whoever leads the team, and somebody who opens it with a reason may read it.
create table restricted_fact (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  team_id uuid not null,
  kind text not null check (kind in ('safeguarding', 'domestic-abuse', 'third-party', 'legal', 'other')),
  words text not null,
  comment text not null default '',
  started_on date,
  ended_on date,
  -- Of safeguarding: a code, a child who is looked after, a plan for one not yet born.
  safeguarding jsonb not null default '{}',
  hidden_from_person boolean not null default true,
  -- Accounts of the team who may not even open it with a reason, such as a relative.
  kept_from uuid[] not null default '{}',
  kept_from_words text not null default '',
  said_at timestamptz not null,
  said_by uuid not null,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, team_id) references team,
  foreign key (programme_id, said_by) references account
);
create index restricted_fact_of_person on restricted_fact (programme_id, person_id, said_at desc);
call protect('restricted_fact');

-- Somebody opened what is kept apart, with a reason, for a while. A lead looks at every opening.
create table glass_opening (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  team_id uuid not null,
  opened_by uuid not null,
  reason text not null,
  words text not null default '',
  opened_at timestamptz not null,
  until timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid,
  was_right text check (was_right in ('right', 'not-right', 'talk')),
  review_note text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, team_id) references team,
  foreign key (programme_id, opened_by) references account,
  foreign key (programme_id, reviewed_by) references account,
  check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (was_right is null))
);
create index glass_opening_of_person on glass_opening (programme_id, person_id, opened_at desc);
call protect('glass_opening');

-- Somebody was worried about the person. It stays in sight until a lead and a link worker have both looked again.
create table risk_raised (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  team_id uuid not null,
  source text not null check (source in ('button', 'measure', 'contact', 'other')),
  about_kind text,
  about_id uuid,
  raised_at timestamptz not null,
  raised_by uuid,
  worries text[] not null default '{}',
  did text[] not null default '{}',
  words text not null default '',
  lead_at timestamptz,
  lead_by uuid,
  lead_note text not null default '',
  worker_at timestamptz,
  worker_by uuid,
  worker_note text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, team_id) references team,
  foreign key (programme_id, raised_by) references account,
  foreign key (programme_id, lead_by) references account,
  foreign key (programme_id, worker_by) references account,
  check ((lead_at is null) = (lead_by is null) and (worker_at is null) = (worker_by is null))
);
create index risk_raised_of_person on risk_raised (programme_id, person_id, raised_at desc);
call protect('risk_raised');

-- Somebody goes out alone. Where they go is for their team only.
create table visit (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  worker_id uuid not null,
  team_id uuid not null,
  person_id uuid,
  about_kind text,
  about_id uuid,
  place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  mobile text not null,
  ring text not null default '',
  note text not null default '',
  planned_at timestamptz not null,
  arrived_at timestamptz,
  safe_at timestamptz,
  called_off_at timestamptz,
  help_at timestamptz,
  -- How often the lead was told that nothing has been heard, and when last.
  times_missed integer not null default 0,
  missed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, worker_id) references account,
  foreign key (programme_id, team_id) references team,
  foreign key (programme_id, person_id) references person,
  check (ends_at > starts_at)
);
create index visit_out on visit (programme_id, ends_at) where safe_at is null and called_off_at is null;
create index visit_of_worker on visit (programme_id, worker_id, starts_at desc);
create index visit_of_team on visit (programme_id, team_id, starts_at desc);
create index visit_of_person on visit (programme_id, person_id) where person_id is not null;
call protect('visit');
