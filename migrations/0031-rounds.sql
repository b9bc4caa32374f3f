-- One wave of a survey among those who work at a site: the statements of NoMAD, or a few of them.
create table survey_round (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  -- A practice or a team. What was learnt of a site keeps the name that it had.
  site_id uuid not null,
  site_name text not null,
  kind text not null check (kind in ('full', 'pulse')),
  items text[] not null check (cardinality(items) > 0),
  general boolean not null,
  intervention text not null,
  organisation text not null,
  languages text[] not null,
  opens_on date not null,
  closes_on date not null check (closes_on > opens_on),
  least_percent integer not null check (least_percent between 1 and 100),
  stage text not null check (stage in ('planned', 'open', 'closed', 'called-off')),
  reminded_on date,
  closed_on date,
  -- How many were invited under each name that answers are kept under, from its opening on.
  invited jsonb not null default '{}',
  row_version integer not null default 1,
  made_by uuid not null,
  primary key (programme_id, id),
  foreign key (programme_id, made_by) references account,
  check ((stage = 'closed') = (closed_on is not null))
);
create index survey_round_site on survey_round (programme_id, site_id, opens_on desc);
create index survey_round_due on survey_round (programme_id, opens_on) where stage in ('planned', 'open');
call protect('survey_round');

-- Who may still answer. Torn up when its answer comes, so that what is left says who has not answered, and nothing says who has.
create table survey_slip (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  -- The role, until the round opens; then the name under which answers are kept.
  role text not null,
  -- Nobody's, where it is a code on paper.
  address text,
  primary key (programme_id, id),
  foreign key (programme_id, round_id) references survey_round,
  unique (programme_id, round_id, address)
);
call protect('survey_slip');

-- The secrets by which a slip is used: one for each mail, or the code on paper. A secret without a slip has been used, or its round is over.
create table survey_secret (
  programme_id uuid not null default current_programme() references programme,
  secret_hash bytea not null,
  round_id uuid not null,
  slip_id uuid,
  primary key (programme_id, secret_hash),
  foreign key (programme_id, round_id) references survey_round,
  foreign key (programme_id, slip_id) references survey_slip
);
create unique index survey_secret_hash on survey_secret (secret_hash);
create index survey_secret_slip on survey_secret (programme_id, slip_id);
call protect('survey_secret');

-- The box that answers lie in until the round closes: no time, no order, no number that stays. It is shaken with every answer.
create table survey_answer (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  role text not null,
  answers jsonb not null,
  primary key (programme_id, id),
  foreign key (programme_id, round_id) references survey_round
);
create index survey_answer_round on survey_answer (programme_id, round_id);
call protect('survey_answer');

-- All that is ever told of a round, worked out when it closes. The answers themselves are destroyed then.
create table survey_report (
  programme_id uuid not null default current_programme() references programme,
  round_id uuid not null,
  report jsonb not null,
  primary key (programme_id, round_id),
  foreign key (programme_id, round_id) references survey_round
);
call protect_log('survey_report');

-- Who has compared the three general questions with the published form. Without a line, pages say that nobody has.
create table general_wording (
  programme_id uuid not null default current_programme() references programme,
  confirmed_on date not null,
  confirmed_by uuid not null,
  primary key (programme_id),
  foreign key (programme_id, confirmed_by) references account
);
call protect_log('general_wording');

-- Asked before it is known which programme is meant.
create function round_of_secret(secret bytea) returns table (programme uuid, round uuid)
language sql stable security definer set search_path = public as $$
  select programme_id, round_id from survey_secret where secret_hash = secret
$$;
revoke execute on function round_of_secret(bytea) from public;
grant execute on function round_of_secret(bytea) to bothy_app;
