create table referral (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  reference text not null,
  person_id uuid not null,
  source text not null check (source in ('practice', 'self', 'family', 'agency', 'team')),
  referred_by uuid,
  practice_id uuid,
  team_id uuid not null,
  needs text[] not null check (cardinality(needs) > 0),
  note text not null default '',
  stage text not null check (stage in ('waiting', 'asked', 'accepted', 'returned', 'closed')),
  received_at timestamptz not null,
  due_on date,
  link_worker_id uuid,
  decided_at timestamptz,
  return_reason text,
  return_note text not null default '',
  closed_because text,
  closed_at timestamptz,
  primary key (programme_id, id),
  unique (programme_id, reference),
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, team_id) references team,
  check ((stage = 'returned') = (return_reason is not null)),
  check ((stage = 'closed') = (closed_because is not null)),
  check (stage <> 'accepted' or link_worker_id is not null)
);
create index referral_queue on referral (programme_id, team_id, received_at) where stage in ('waiting', 'asked');
create index referral_made on referral (programme_id, referred_by, received_at desc);
create index referral_practice on referral (programme_id, practice_id, received_at desc);
create index referral_person on referral (programme_id, person_id, received_at desc);
call protect('referral');

create table referral_question (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  referral_id uuid not null,
  question text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, referral_id) references referral on delete cascade,
  check ((answer is null) = (answered_at is null))
);
create index question_referral on referral_question (programme_id, referral_id, asked_at);
call protect('referral_question');

-- Information given to somebody, and nothing asked of a team. It may be given to a person whose name nobody took.
create table signpost (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid,
  needs text[] not null check (cardinality(needs) > 0),
  given text not null,
  note text not null default '',
  given_by uuid not null,
  practice_id uuid,
  given_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person
);
create index signpost_practice on signpost (programme_id, practice_id, given_at desc);
create index signpost_given_by on signpost (programme_id, given_by, given_at desc);
call protect('signpost');
