-- How somebody wishes to be reached, beyond the ways themselves: see ContactWishes. And that they have died.
alter table person
  add column contact_wishes jsonb not null default '{}',
  add column died_told_at timestamptz,
  add column died_on date,
  add constraint person_died check (died_on is null or died_told_at is not null);

-- Every version of what was agreed about reaching somebody. Nobody in saved_by: the person themselves, by a link.
create table safe_contact_version (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  said jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person on delete cascade
);
create index safe_contact_version_of on safe_contact_version (programme_id, person_id, saved_at desc);
call protect('safe_contact_version');

-- That somebody died, who said so, and whether that was a mistake.
create table death (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  died_on date,
  said_by text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  undone_because text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person on delete cascade,
  check ((undone_at is null) = (undone_by is null))
);
create unique index death_of on death (programme_id, person_id) where undone_at is null;
create index death_person on death (programme_id, person_id, recorded_at desc);
call protect('death');

-- What was stopped because of it, so that it can be started again after a mistake.
create table death_stopped (
  programme_id uuid not null default current_programme() references programme,
  death_id uuid not null,
  position integer not null,
  kind text not null,
  thing_id uuid,
  what text not null default '',
  primary key (programme_id, death_id, position),
  foreign key (programme_id, death_id) references death on delete cascade
);
call protect('death_stopped');

-- A link in a mail to a person, by which they can ask for no more messages. It works for as long as the mail may be read.
create table stop_link (
  programme_id uuid not null default current_programme() references programme,
  token_hash bytea not null,
  person_id uuid not null,
  made_at timestamptz not null,
  primary key (programme_id, token_hash),
  foreign key (programme_id, person_id) references person on delete cascade
);
create unique index stop_link_token on stop_link (token_hash);
create index stop_link_person on stop_link (programme_id, person_id);
call protect('stop_link');

-- Asked before it is known which programme is meant.
create function person_of_stop_link(token bytea) returns table (programme uuid, person uuid)
language sql stable security definer set search_path = public as $$
  select programme_id, person_id from stop_link where token_hash = token
$$;
revoke execute on function person_of_stop_link(bytea) from public;
grant execute on function person_of_stop_link(bytea) to bothy_app;

-- By which way a message to a person left, or is to leave: some ways need somebody's hands.
alter table message
  drop constraint message_state_check,
  add constraint message_state_check check (state in ('queued', 'sending', 'to-print', 'by-hand', 'sent', 'stopped', 'failed')),
  add column way text check (way in ('email', 'text', 'letter', 'by-hand')),
  add column team_id uuid,
  add column printed_at timestamptz,
  add column done_by uuid,
  add constraint message_way check ((state in ('to-print', 'by-hand')) <= (way is not null));
create index message_to_print on message (programme_id, team_id, queued_at) where state = 'to-print';
