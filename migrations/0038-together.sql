-- Whoever is asked to look after social prescribing here together: for patients, community, staff, partners, and whoever pays.
create table steering_member (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  name text not null,
  constituency text not null check (constituency in ('patients', 'community', 'staff', 'partners', 'commissioner')),
  -- What they bring: "lives with chronic pain", "the befriending scheme". Their own words, and read by the group only.
  brings text not null default '',
  account_id uuid,
  from_day date not null,
  until_day date,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, account_id) references account
);
create index steering_member_account on steering_member (programme_id, account_id) where account_id is not null;
call protect('steering_member');

create table steering_meeting (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  starts_at timestamptz not null,
  place text not null default '',
  call_link text not null default '',
  agenda text not null default '',
  -- Said at the meeting, beside its decisions.
  notes text not null default '',
  stage text not null check (stage in ('planned', 'held', 'called-off')),
  row_version integer not null default 1,
  primary key (programme_id, id)
);
create index steering_meeting_when on steering_meeting (programme_id, starts_at desc);
call protect('steering_meeting');

-- What the group is given to read: made from what was so at one moment, and kept as it was.
create table steering_paper (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  meeting_id uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  parts jsonb not null,
  primary key (programme_id, id),
  foreign key (programme_id, meeting_id) references steering_meeting on delete cascade,
  foreign key (programme_id, made_by) references account
);
create index steering_paper_of on steering_paper (programme_id, meeting_id, made_at desc);
call protect('steering_paper');

create table steering_attendance (
  programme_id uuid not null default current_programme() references programme,
  meeting_id uuid not null,
  member_id uuid not null,
  how text not null check (how in ('there', 'by-call', 'sorry')),
  primary key (programme_id, meeting_id, member_id),
  foreign key (programme_id, meeting_id) references steering_meeting on delete cascade,
  foreign key (programme_id, member_id) references steering_member on delete cascade
);
create index steering_attendance_member on steering_attendance (programme_id, member_id);
call protect('steering_attendance');

create table steering_decision (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  meeting_id uuid not null,
  number integer not null,
  what text not null,
  outcome text not null check (outcome in ('yes', 'no', 'later')),
  reason text not null,
  -- Who saw it otherwise, and why, where they wish it to be said.
  otherwise text not null default '',
  about_kind text check (about_kind in ('idea', 'proposal')),
  about_id uuid,
  made_at timestamptz not null,
  made_by uuid not null,
  row_version integer not null default 1,
  primary key (programme_id, id),
  unique (programme_id, number),
  check ((about_kind is null) = (about_id is null)),
  foreign key (programme_id, meeting_id) references steering_meeting,
  foreign key (programme_id, made_by) references account
);
create index steering_decision_of on steering_decision (programme_id, meeting_id, number);
create index steering_decision_about on steering_decision (programme_id, about_id) where about_id is not null;
call protect('steering_decision');

create table steering_action (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  meeting_id uuid not null,
  decision_id uuid,
  what text not null,
  owner_id uuid not null,
  due_on date not null,
  done_on date,
  came_of_it text not null default '',
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, meeting_id) references steering_meeting,
  foreign key (programme_id, decision_id) references steering_decision,
  foreign key (programme_id, owner_id) references steering_member
);
create index steering_action_open on steering_action (programme_id, due_on) where done_on is null;
create index steering_action_of on steering_action (programme_id, meeting_id);
create index steering_action_decision on steering_action (programme_id, decision_id) where decision_id is not null;
create index steering_action_owner on steering_action (programme_id, owner_id);
call protect('steering_action');

-- What anybody would like to be otherwise. Only whoever sorts it reads it as it was written: it may name somebody.
create table idea (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  words text not null,
  -- Whose side it comes from, where they say so.
  voice text not null default '',
  came text not null check (came in ('page', 'paper', 'phone', 'talk')),
  -- The kind of page, as its route is written: never its address.
  page text not null default '',
  email text not null default '',
  made_at timestamptz not null,
  typed_by uuid,
  stage text not null check (stage in ('new', 'looking', 'planned', 'done', 'not-now')),
  -- As the group and everybody else may read it: somebody has made sure that it names nobody.
  told text not null default '',
  told_by uuid,
  answer text not null default '',
  answered_at timestamptz,
  meeting_id uuid,
  published_at timestamptz,
  published_by uuid,
  taken_back_at timestamptz,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, typed_by) references account,
  foreign key (programme_id, told_by) references account,
  foreign key (programme_id, published_by) references account,
  foreign key (programme_id, meeting_id) references steering_meeting
);
create index idea_stage on idea (programme_id, stage, made_at desc);
create index idea_meeting on idea (programme_id, meeting_id) where meeting_id is not null;
create index idea_published on idea (programme_id, published_at desc) where published_at is not null;
call protect('idea');

-- Opens the page on which whoever suggested something sees what came of it, and may take it back.
create table idea_link (
  programme_id uuid not null default current_programme() references programme,
  token_hash bytea not null,
  idea_id uuid not null,
  made_at timestamptz not null,
  primary key (programme_id, token_hash),
  foreign key (programme_id, idea_id) references idea on delete cascade
);
create unique index idea_link_token on idea_link (token_hash);
create index idea_link_of on idea_link (programme_id, idea_id);
call protect('idea_link');

-- Asked before it is known which programme is meant.
create function idea_of_link(token bytea) returns table (programme uuid, idea uuid)
language sql stable security definer set search_path = public as $$
  select l.programme_id, l.idea_id from idea_link l where l.token_hash = token
$$;
revoke execute on function idea_of_link(bytea) from public;
grant execute on function idea_of_link(bytea) to bothy_app;

-- A question that the group votes on. Who has voted is kept apart from what was voted: no row has both.
create table ballot (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  question text not null,
  -- What it is for: a thing of another module, found by this.
  about text not null default '',
  options jsonb not null,
  choose integer not null default 1 check (choose between 1 and 10),
  opened_at timestamptz not null,
  opened_by uuid not null,
  closes_on date not null,
  closed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, opened_by) references account
);
create index ballot_about on ballot (programme_id, about, opened_at desc);
call protect('ballot');

create table ballot_voter (
  programme_id uuid not null default current_programme() references programme,
  ballot_id uuid not null,
  member_id uuid not null,
  primary key (programme_id, ballot_id, member_id),
  foreign key (programme_id, ballot_id) references ballot on delete cascade,
  foreign key (programme_id, member_id) references steering_member
);
create index ballot_voter_member on ballot_voter (programme_id, member_id);
call protect('ballot_voter');

-- Counts that grow. A row for each vote would stand beside the row of its voter, and tell on them.
create table ballot_count (
  programme_id uuid not null default current_programme() references programme,
  ballot_id uuid not null,
  option_key text not null,
  votes integer not null default 0,
  primary key (programme_id, ballot_id, option_key),
  foreign key (programme_id, ballot_id) references ballot on delete cascade
);
call protect('ballot_count');

-- What the group owns together: whom to refer, and what is offered. Every version is kept.
create table shared_document (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  kind text not null check (kind in ('criteria', 'offer')),
  title text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  ended_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, made_by) references account
);
call protect('shared_document');

create table document_version (
  programme_id uuid not null default current_programme() references programme,
  document_id uuid not null,
  number integer not null,
  sections jsonb not null,
  adopted_at timestamptz not null,
  -- Null for the first, which was there before the group was.
  proposal_id uuid,
  decision_id uuid,
  primary key (programme_id, document_id, number),
  foreign key (programme_id, document_id) references shared_document,
  foreign key (programme_id, decision_id) references steering_decision
);
create index document_version_decision on document_version (programme_id, decision_id) where decision_id is not null;
call protect_log('document_version');

create table document_proposal (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  document_id uuid not null,
  based_on integer not null,
  sections jsonb not null,
  why text not null,
  -- Whose proposal it is: somebody may write it down for others.
  proposed_as text not null check (proposed_as in ('link-worker', 'referrer', 'team-lead', 'manager', 'steering', 'patients', 'community', 'partner')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  stage text not null check (stage in ('open', 'adopted', 'turned-down', 'taken-back')),
  decided_at timestamptz,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, document_id) references shared_document,
  foreign key (programme_id, proposed_by) references account
);
create index document_proposal_of on document_proposal (programme_id, document_id, proposed_at desc);
alter table document_version add foreign key (programme_id, proposal_id) references document_proposal;
create index document_version_proposal on document_version (programme_id, proposal_id) where proposal_id is not null;
call protect('document_proposal');

create table document_comment (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  proposal_id uuid not null,
  words text not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, proposal_id) references document_proposal on delete cascade,
  foreign key (programme_id, by_id) references account
);
create index document_comment_of on document_comment (programme_id, proposal_id, at);
call protect('document_comment');
