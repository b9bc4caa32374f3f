create table person (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  given_name text not null check (given_name <> ''),
  family_name text not null check (family_name <> ''),
  chosen_name text not null default '',
  date_of_birth date not null,
  folded_name text generated always as (folded(given_name || ' ' || family_name)) stored,
  pronouns text not null default '',
  phone text not null default '',
  email text not null default '',
  address text not null default '',
  place text not null default '',
  postcode text not null default '',
  practice_id uuid,
  -- How it is safe to reach them. Empty channels: nobody has asked yet.
  contact_channels text[] not null default '{}',
  voicemail_ok boolean,
  contact_note text not null default '',
  interpreter text not null default '',
  access_needs text not null default '',
  row_version integer not null default 1,
  added_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, practice_id) references practice
);
create index person_birth on person (programme_id, date_of_birth);
call protect('person');

create table person_identifier (
  programme_id uuid not null default current_programme() references programme,
  person_id uuid not null,
  system text not null,
  value text not null,
  primary key (programme_id, system, value),
  foreign key (programme_id, person_id) references person on delete cascade
);
create index identifier_person on person_identifier (programme_id, person_id);
call protect('person_identifier');

-- Which teams know a person: they have been referred to it.
create table person_team (
  programme_id uuid not null default current_programme() references programme,
  person_id uuid not null,
  team_id uuid not null,
  primary key (programme_id, person_id, team_id),
  foreign key (programme_id, person_id) references person on delete cascade,
  foreign key (programme_id, team_id) references team
);
call protect('person_team');

create table consent (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  purpose text not null check (purpose in ('support', 'share-with-service', 'evaluation', 'story')),
  recipient_id uuid,
  basis text not null check (basis in ('agreed', 'best-interests')),
  wording text not null,
  asked_by uuid,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person on delete cascade
);
create index consent_person on consent (programme_id, person_id, purpose);
call protect('consent');
