-- What practices are given: the words of the role card, the examples and the leaflets, each version once and for good. Without words it is
-- Bothy's own text again.
create table tool_text (
  programme_id uuid not null default current_programme() references programme,
  name text not null check (name in ('role-card', 'examples', 'what-is', 'next', 'money')),
  version integer not null check (version > 0),
  words text check (words <> ''),
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (programme_id, name, version),
  foreign key (programme_id, saved_by) references account
);
call protect_log('tool_text');

-- At which practices, and of whom, the question about money is suggested; and what would help, as the team says it on the next report.
create table practice_tool (
  programme_id uuid not null default current_programme() references programme,
  practice_id uuid not null,
  prompts boolean not null default false,
  high_need_area boolean not null default false,
  first_visit boolean not null default false,
  age_from integer check (age_from between 0 and 120),
  age_to integer check (age_to between 0 and 120),
  would_help text not null default '',
  row_version integer not null default 1,
  primary key (programme_id, practice_id),
  foreign key (programme_id, practice_id) references practice,
  check (age_from is null or age_to is null or age_from <= age_to)
);
call protect('practice_tool');

-- Who is mailed a practice's report. Whoever stopped it is not asked again unless somebody adds them anew.
create table report_recipient (
  programme_id uuid not null default current_programme() references programme,
  practice_id uuid not null,
  account_id uuid not null,
  added_at timestamptz not null,
  added_by uuid not null,
  stopped_at timestamptz,
  stopped_by uuid,
  primary key (programme_id, practice_id, account_id),
  foreign key (programme_id, practice_id) references practice,
  foreign key (programme_id, account_id) references account,
  check ((stopped_at is null) = (stopped_by is null))
);
call protect('report_recipient');

-- One page a month for each practice, kept as it was made: no small number stands in it. A correction is a further version. Of a story
-- it keeps which one it was: the words are asked for each time, so that they are gone the moment that they are taken back.
create table practice_report (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  practice_id uuid not null,
  month date not null check (extract(day from month) = 1),
  version integer not null check (version > 0),
  from_day date not null check (from_day <= month),
  figures jsonb not null,
  would_help text not null default '',
  story_id uuid,
  story_recalled_at timestamptz,
  -- When those who had opened it were asked to destroy copies.
  recall_told_at timestamptz,
  made_at timestamptz not null,
  -- Nobody, when Bothy made it by itself.
  made_by uuid,
  primary key (programme_id, id),
  unique (programme_id, practice_id, month, version),
  foreign key (programme_id, practice_id) references practice,
  foreign key (programme_id, made_by) references account,
  check (story_recalled_at is null or story_id is not null)
);
create index practice_report_story on practice_report (programme_id, story_id) where story_id is not null;
create index practice_report_to_recall on practice_report (programme_id) where story_recalled_at is not null and recall_told_at is null;
call protect('practice_report');

-- To whom a report was mailed, and who has opened it, for the first time.
create table report_reader (
  programme_id uuid not null default current_programme() references programme,
  report_id uuid not null,
  account_id uuid not null,
  mailed_at timestamptz,
  opened_at timestamptz,
  primary key (programme_id, report_id, account_id),
  foreign key (programme_id, report_id) references practice_report,
  foreign key (programme_id, account_id) references account
);
call protect('report_reader');
