-- A person's account of how it was for them, or a worker's of their work. What they said, and the wording that may be shared, are kept apart.
create table story (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  -- Null: a worker tells of their own work.
  person_id uuid,
  team_id uuid not null,
  practice_id uuid,
  how text not null check (how in ('own-page', 'together', 'phone', 'written-down', 'own-work')),
  stage text not null check (stage in ('asked', 'begun', 'told', 'checking', 'approved', 'declined', 'withdrawn')),
  asked_by uuid not null,
  added_at timestamptz not null,
  told_at timestamptz,
  original text not null default '',
  title text not null default '',
  words text not null default '',
  needs text[] not null default '{}',
  -- Counts every change of the words; the teller's yes is to one version of them.
  version integer not null default 0,
  approved_version integer,
  approved_at timestamptz,
  approved_how text check (approved_how in ('own-page', 'in-person', 'phone', 'own-work')),
  approved_with uuid,
  -- What the teller wants otherwise.
  not_right text not null default '',
  -- What was flagged, and a worker has looked at: it names nobody.
  cleared text[] not null default '{}',
  others_named boolean not null default false,
  others_yes text not null default '',
  others_yes_at timestamptz,
  others_yes_by uuid,
  -- The teller has died: nothing is shown until a lead has decided.
  aside_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  decided_why text not null default '',
  ended_at timestamptz,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, team_id) references team,
  foreign key (programme_id, practice_id) references practice,
  foreign key (programme_id, asked_by) references account,
  check (stage <> 'approved' or (approved_version is not null and approved_version = version)),
  check ((stage in ('declined', 'withdrawn')) = (ended_at is not null))
);
create index story_person on story (programme_id, person_id, added_at desc);
create index story_teller on story (programme_id, asked_by, added_at desc) where person_id is null;
create index story_approved on story (programme_id, approved_at desc) where stage = 'approved';
call protect('story');

-- Each wording that a teller was shown, as it was.
create table story_wording (
  programme_id uuid not null default current_programme() references programme,
  story_id uuid not null,
  version integer not null check (version > 0),
  title text not null,
  words text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (programme_id, story_id, version),
  foreign key (programme_id, story_id) references story
);
call protect('story_wording');

-- What a teller answered about each use. The line with the highest turn counts; none is ever changed.
create table story_answer (
  programme_id uuid not null default current_programme() references programme,
  story_id uuid not null,
  use text not null check (use in ('team', 'practice-report', 'funders', 'public')),
  turn integer not null check (turn > 0),
  answer text not null check (answer in ('yes', 'no', 'taken-back', 'ended')),
  asked_with text not null,
  how text not null check (how in ('own-page', 'in-person', 'phone', 'own-work', 'by-itself')),
  written_by uuid,
  said_at timestamptz not null,
  expires_on date,
  primary key (programme_id, story_id, use, turn),
  foreign key (programme_id, story_id) references story,
  check ((answer = 'yes') = (expires_on is not null))
);
call protect_log('story_answer');

-- Where a story was used, in which version, and who got it; and what became of that once the yes was taken back.
create table story_use (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  story_id uuid not null,
  use text not null,
  kind text not null,
  where_id uuid not null,
  label text not null default '',
  way text not null check (way in ('shown', 'printed', 'mailed')),
  who_got text not null default '',
  practice_id uuid,
  version integer not null,
  used_at timestamptz not null,
  used_by uuid,
  pulled_at timestamptz,
  recalled_at timestamptz,
  recalled_by uuid,
  recalled_how text not null default '',
  primary key (programme_id, id),
  unique (programme_id, story_id, kind, where_id, way, who_got),
  foreign key (programme_id, story_id) references story,
  foreign key (programme_id, practice_id) references practice
);
create index story_use_to_recall on story_use (programme_id, pulled_at) where pulled_at is not null and recalled_at is null;
call protect('story_use');

-- The links by which people tell and look over their story. Only the hash of each is kept.
create table story_link (
  programme_id uuid not null default current_programme() references programme,
  token_hash bytea not null,
  story_id uuid not null,
  purpose text not null check (purpose in ('tell', 'check')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (programme_id, token_hash),
  foreign key (programme_id, story_id) references story
);
create unique index story_link_token on story_link (token_hash);
call protect('story_link');

-- Asked before it is known which programme is meant.
create function story_of_link(token bytea, at timestamptz) returns table (programme uuid, story uuid, purpose text, expired boolean)
language sql stable security definer set search_path = public as $$
  select l.programme_id, l.story_id, l.purpose, l.expires_at <= at from story_link l where l.token_hash = token
$$;
revoke execute on function story_of_link(bytea, timestamptz) from public;
grant execute on function story_of_link(bytea, timestamptz) to bothy_app;
