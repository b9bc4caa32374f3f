-- Codes of the programme's own, and what it changed of those that come with Bothy. One that was used is retired or merged, never deleted.
create table code (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  -- The key of one that comes with Bothy: its name is in the dictionaries.
  shipped text,
  parent_id uuid,
  name text not null default '',
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  codable boolean not null default true,
  description text not null default '',
  use_when text not null default '',
  not_when text not null default '',
  state text not null check (state in ('in-use', 'retired', 'merged')),
  into_id uuid,
  row_version integer not null default 1,
  primary key (programme_id, id),
  check (shipped is not null or name <> ''),
  check ((state = 'merged') = (into_id is not null))
);
call protect('code');

-- Each code as it stood after each change, so that a passage coded then can be read as it was meant.
create table code_version (
  programme_id uuid not null default current_programme() references programme,
  code_id uuid not null,
  version integer not null check (version > 0),
  content jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (programme_id, code_id, version),
  foreign key (programme_id, code_id) references code
);
call protect_log('code_version');

-- How many code each story before anybody sees what the others said.
create table coding_plan (
  programme_id uuid not null default current_programme() references programme,
  coders integer not null check (coders between 1 and 6),
  row_version integer not null default 1,
  primary key (programme_id)
);
call protect('coding_plan');

-- One coder's work on one wording of a story. `gone`: the story was taken back; only that there was one is kept.
create table story_coding (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  story_id uuid not null,
  version integer not null check (version > 0),
  coder_id uuid not null,
  begun_at timestamptz not null,
  done_at timestamptz,
  gone_at timestamptz,
  primary key (programme_id, id),
  unique (programme_id, story_id, version, coder_id),
  foreign key (programme_id, story_id) references story,
  foreign key (programme_id, coder_id) references account
);
call protect('story_coding');

-- A passage that a coder gave a code: from and to count UTF-16 units of the wording. One taken off again stays, so that the way can be followed.
create table passage (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  coding_id uuid not null,
  code_id uuid not null,
  starts integer not null check (starts >= 0),
  ends integer not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, coding_id) references story_coding,
  check (ends > starts)
);
create index passage_coding on passage (programme_id, coding_id);
create index passage_code on passage (programme_id, code_id) where removed_at is null;
call protect('passage');

-- What somebody thought while coding: about a story, a code, or the whole. `about_id` is null for the whole.
create table coding_memo (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  about text not null check (about in ('story', 'code', 'whole')),
  about_id uuid,
  words text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, written_by) references account,
  check ((about = 'whole') = (about_id is null))
);
create index coding_memo_about on coding_memo (programme_id, about, about_id, written_at);
call protect('coding_memo');
