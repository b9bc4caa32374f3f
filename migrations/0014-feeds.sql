-- Where the directory is taken in from.
create table feed (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('hsds', 'ndjson', 'tabular', 'csv', 'openactive', 'file')),
  -- Where it is read from by the clock; null when somebody brings it.
  address text,
  -- Of two feeds that say different things, the one with the higher trust is believed.
  trust integer not null default 5 check (trust between 1 and 9),
  pull_hours integer check (pull_hours between 1 and 8760),
  -- 'itself': what it brings is applied when nothing of it is doubtful. 'ask': somebody looks first.
  apply text not null default 'ask' check (apply in ('itself', 'ask')),
  -- How the columns of a CSV file are read, and the like.
  options jsonb not null default '{}',
  stopped boolean not null default false,
  -- What the next reading may ask for: only what has changed since.
  changed_since timestamptz,
  last_whole timestamptz,
  next_pull timestamptz,
  row_version integer not null default 1,
  primary key (programme_id, id)
);
create unique index feed_address on feed (programme_id, address) where address is not null;
create index feed_due on feed (programme_id, next_pull) where next_pull is not null;
call protect('feed');

-- One reading of a feed. A reading that broke off leaves a mark, and the next goes on from there.
create table feed_run (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  -- In the order in which they began, also when a clock says the same.
  nth bigint generated always as identity,
  feed_id uuid not null,
  -- The first of the readings that together read the feed once from its beginning to its end.
  chain_id uuid not null,
  began_at timestamptz not null,
  -- A reading that has not been touched for a while has died.
  touched_at timestamptz not null,
  ended_at timestamptz,
  state text not null default 'reading' check (state in ('reading', 'complete', 'incomplete', 'failed')),
  -- Only what has changed was asked for, so what is not in it has not vanished.
  partial boolean not null default false,
  reason text not null default '',
  resume jsonb,
  counts jsonb not null default '{}',
  primary key (programme_id, id),
  foreign key (programme_id, feed_id) references feed
);
create index feed_run_of_feed on feed_run (programme_id, feed_id, nth desc);
call protect('feed_run');

create table feed_reject (
  programme_id uuid not null default current_programme() references programme,
  run_id uuid not null,
  nth integer not null,
  path text not null,
  name text not null default '',
  reason text not null,
  primary key (programme_id, run_id, nth),
  foreign key (programme_id, run_id) references feed_run on delete cascade
);
call protect('feed_reject');

-- What each feed last said of each thing, and which of our records that is. Before this, a record was of one feed only.
drop table feed_record;
create table feed_record (
  programme_id uuid not null default current_programme() references programme,
  feed_id uuid not null,
  kind text not null check (kind in ('organisation', 'service', 'location')),
  -- The UUID that the feed gives it, or one made of whatever the feed calls it.
  feed_key uuid not null,
  -- Null while a person has yet to say whether it is something that we have.
  record_id uuid,
  -- What it says and we have taken; what it names stands in it as {"id"} by the feed's own ids. Null until then.
  document jsonb,
  -- What it says while nobody has yet said which record it is.
  pending jsonb,
  -- Where it stood in the feed.
  path text not null default '',
  -- Of what it said last, taken or not.
  hash text not null,
  said_at timestamptz not null,
  -- The chain of readings that last met it.
  seen_in uuid not null,
  gone boolean not null default false,
  primary key (programme_id, feed_id, kind, feed_key),
  foreign key (programme_id, feed_id) references feed
);
create index feed_record_of_record on feed_record (programme_id, kind, record_id) where record_id is not null;
call protect('feed_record');

-- Validators of the pages of a feed, so that an unchanged page is not sent twice. The address is kept as its hash.
create table feed_page (
  programme_id uuid not null default current_programme() references programme,
  feed_id uuid not null,
  page text not null,
  etag text,
  last_modified text,
  -- What stood on it: whether more follows, and the keys of its records.
  content jsonb not null,
  primary key (programme_id, feed_id, page),
  foreign key (programme_id, feed_id) references feed
);
call protect('feed_page');

-- Changes that belong together: previewed, applied and undone as one.
create table change_set (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  kind text not null check (kind in ('feed', 'gone', 'manual', 'csv', 'match', 'choice')),
  feed_id uuid,
  run_id uuid,
  -- Whose word it is, as in directory_record.changed_by.
  by text not null,
  made_at timestamptz not null,
  state text not null default 'gathering' check (state in ('gathering', 'proposed', 'applying', 'applied', 'undone', 'dropped')),
  -- Why a person must look before it is applied: codes.
  guard text[] not null default '{}',
  counts jsonb not null default '{}',
  decided_at timestamptz,
  decided_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, feed_id) references feed,
  foreign key (programme_id, run_id) references feed_run,
  foreign key (programme_id, decided_by) references account,
  foreign key (programme_id, undone_by) references account
);
create index change_set_made on change_set (programme_id, made_at desc);
create index change_set_of_feed on change_set (programme_id, feed_id, made_at desc);
create index change_set_of_run on change_set (programme_id, run_id);
create index change_set_decided_by on change_set (programme_id, decided_by);
create index change_set_undone_by on change_set (programme_id, undone_by);
call protect('change_set');

create table change (
  programme_id uuid not null default current_programme() references programme,
  change_set_id uuid not null,
  nth integer not null,
  kind text not null check (kind in ('organisation', 'service', 'location')),
  -- Organisations and places before the services that name them.
  turn smallint not null generated always as (case kind when 'organisation' then 1 when 'location' then 2 else 3 end) stored,
  record_id uuid not null,
  action text not null check (action in ('add', 'change', 'withdraw', 'put-back')),
  name text not null default '',
  -- Null when it was made; then what was there when this was proposed, and what was there when it was applied.
  before jsonb,
  before_version integer,
  after jsonb not null,
  sources jsonb,
  fields text[] not null default '{}',
  -- What the feed said that led here, when that is not just what it is to be, and what it had said before, so that undoing also takes that back.
  feed_key uuid,
  said jsonb,
  said_before jsonb,
  decision text not null default 'wanted' check (decision in ('wanted', 'refused')),
  outcome text check (outcome in ('applied', 'same', 'overtaken', 'undone', 'kept')),
  primary key (programme_id, change_set_id, nth),
  unique (programme_id, change_set_id, kind, record_id),
  foreign key (programme_id, change_set_id) references change_set on delete cascade
);
create index change_to_do on change (programme_id, change_set_id, turn, nth) where outcome is null and decision = 'wanted';
create index change_done on change (programme_id, change_set_id, turn, nth) where outcome = 'applied';
create index change_of_record on change (programme_id, kind, record_id);
call protect('change');

-- What two things must have in common to be worth comparing. `version` is that of the record which the keys were made of.
create table match_key (
  programme_id uuid not null default current_programme() references programme,
  kind text not null,
  key text not null,
  record_id uuid not null,
  primary key (programme_id, kind, key, record_id)
);
create index match_key_of_record on match_key (programme_id, kind, record_id);
call protect('match_key');

create table match_keyed (
  programme_id uuid not null default current_programme() references programme,
  kind text not null,
  record_id uuid not null,
  version integer not null,
  primary key (programme_id, kind, record_id)
);
call protect('match_keyed');

-- Something of a feed that may be something that we have. A person says.
create table match_question (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  feed_id uuid not null,
  kind text not null check (kind in ('organisation', 'service')),
  feed_key uuid not null,
  -- [{ "id", "score", "reasons" }], the likeliest first.
  candidates jsonb not null,
  asked_at timestamptz not null,
  -- The record that it is; equal to the feed_key when it is something new.
  answer uuid,
  answered_at timestamptz,
  answered_by uuid,
  primary key (programme_id, id),
  unique (programme_id, feed_id, kind, feed_key),
  foreign key (programme_id, feed_id) references feed,
  foreign key (programme_id, answered_by) references account
);
create index match_question_open on match_question (programme_id, asked_at) where answer is null;
create index match_question_answered_by on match_question (programme_id, answered_by);
call protect('match_question');

-- Whose word somebody wants for a field of a record, whatever the trust of the feeds.
create table feed_choice (
  programme_id uuid not null default current_programme() references programme,
  kind text not null,
  record_id uuid not null,
  field text not null,
  source text not null,
  chosen_by uuid not null,
  chosen_at timestamptz not null,
  primary key (programme_id, kind, record_id, field),
  foreign key (programme_id, chosen_by) references account
);
create index feed_choice_chosen_by on feed_choice (programme_id, chosen_by);
call protect('feed_choice');
