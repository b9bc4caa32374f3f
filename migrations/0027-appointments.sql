-- Two people must not be promised one room, nor one person two places, at one time: ranges that exclude each other need equality beside them.
create extension if not exists btree_gist;

-- Where people are seen: "room 3 at Glenkens".
create table meeting_room (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  name text not null,
  -- Null: it is somewhere else than at a practice.
  practice_id uuid,
  place text not null default '',
  getting_there text not null default '',
  ended_at timestamptz,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, practice_id) references practice
);
call protect('meeting_room');

-- The hours of a week in which a link worker sees people. Minutes since midnight on the clocks of the programme.
create table working_hours (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  account_id uuid not null,
  weekday integer not null check (weekday between 0 and 6),
  starts integer not null check (starts between 0 and 1439),
  ends integer not null check (ends <= 1440),
  slot_minutes integer not null check (slot_minutes between 15 and 240),
  room_id uuid,
  from_day date not null,
  -- The last day on which they hold; null: until they are ended.
  until_day date,
  primary key (programme_id, id),
  foreign key (programme_id, account_id) references account,
  foreign key (programme_id, room_id) references meeting_room,
  check (starts < ends),
  check (until_day >= from_day),
  constraint hours_apart exclude using gist
    (programme_id with =, account_id with =, weekday with =, int4range(starts, ends) with &&, daterange(from_day, until_day, '[]') with &&),
  constraint rooms_apart exclude using gist
    (programme_id with =, room_id with =, weekday with =, int4range(starts, ends) with &&, daterange(from_day, until_day, '[]') with &&)
    where (room_id is not null)
);
create index working_hours_of on working_hours (programme_id, account_id, weekday);
call protect('working_hours');

-- Days that are not like the others: away, or working although the week does not say so.
create table other_day (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('away', 'extra')),
  from_day date not null,
  to_day date not null,
  starts integer check (starts between 0 and 1439),
  ends integer check (ends <= 1440),
  slot_minutes integer check (slot_minutes between 15 and 240),
  room_id uuid,
  primary key (programme_id, id),
  foreign key (programme_id, account_id) references account,
  foreign key (programme_id, room_id) references meeting_room,
  check (from_day <= to_day),
  check ((kind = 'extra') = (starts is not null and ends is not null and slot_minutes is not null)),
  check (kind = 'away' or (from_day = to_day and starts < ends))
);
create index other_day_of on other_day (programme_id, account_id, from_day);
call protect('other_day');

-- Somebody is to be met or rung, at a time that they know of.
create table appointment (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('meeting', 'call', 'home', 'video', 'accompanied')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  room_id uuid,
  place text not null default '',
  bring text not null default '',
  getting_there text not null default '',
  -- Whether the person gets letters about it.
  tell boolean not null,
  stage text not null check (stage in ('booked', 'happened', 'not-there', 'cancelled')),
  -- Who called it off, and what is known of why.
  ended_by text check (ended_by in ('person', 'us')),
  reason text,
  note text not null default '',
  -- What would make it easier to come.
  easier text[] not null default '{}',
  -- What the person last answered on their own page.
  answer text check (answer in ('coming', 'change')),
  answered_at timestamptz,
  wish text not null default '',
  remind_at timestamptz,
  contact_id uuid,
  made_at timestamptz not null,
  made_by uuid not null,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, room_id) references meeting_room,
  check (ends_at between starts_at + interval '15 minutes' and starts_at + interval '4 hours'),
  check ((stage = 'cancelled') = (ended_by is not null)),
  constraint person_once exclude using gist (programme_id with =, person_id with =, tstzrange(starts_at, ends_at) with &&) where (stage = 'booked'),
  constraint room_once exclude using gist (programme_id with =, room_id with =, tstzrange(starts_at, ends_at) with &&)
    where (stage = 'booked' and room_id is not null)
);
create index appointment_of_person on appointment (programme_id, person_id, starts_at desc);
create index appointment_to_remind on appointment (programme_id, remind_at) where stage = 'booked' and remind_at is not null;
create index appointment_of_room on appointment (programme_id, room_id, starts_at) where room_id is not null;
call protect('appointment');

-- Who goes: one link worker, or two. Times stand here too, so that nobody is promised twice.
create table appointment_worker (
  programme_id uuid not null default current_programme() references programme,
  appointment_id uuid not null,
  account_id uuid not null,
  first boolean not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  booked boolean not null,
  primary key (programme_id, appointment_id, account_id),
  foreign key (programme_id, appointment_id) references appointment on delete cascade,
  foreign key (programme_id, account_id) references account,
  constraint worker_once exclude using gist (programme_id with =, account_id with =, tstzrange(starts_at, ends_at) with &&) where (booked)
);
create index appointment_worker_of on appointment_worker (programme_id, account_id, starts_at);
call protect('appointment_worker');

-- Opens the page on which a person answers without an account. Made when a message is sent; only the message holds the token.
create table appointment_link (
  programme_id uuid not null default current_programme() references programme,
  token_hash bytea not null,
  appointment_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (programme_id, token_hash),
  foreign key (programme_id, appointment_id) references appointment on delete cascade
);
create unique index appointment_link_token on appointment_link (token_hash);
create index appointment_link_of on appointment_link (programme_id, appointment_id);
call protect('appointment_link');

-- Asked before it is known which programme is meant.
create function appointment_of_link(token bytea, at timestamptz) returns table (programme uuid, appointment uuid, expired boolean)
language sql stable security definer set search_path = public as $$
  select l.programme_id, l.appointment_id, l.expires_at <= at from appointment_link l where l.token_hash = token
$$;
revoke execute on function appointment_of_link(bytea, timestamptz) from public;
grant execute on function appointment_of_link(bytea, timestamptz) to bothy_app;

-- A link worker's private calendar for their telephone. One at a time; a new one ends the last.
create table calendar_feed (
  programme_id uuid not null default current_programme() references programme,
  token_hash bytea not null,
  account_id uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (programme_id, token_hash),
  foreign key (programme_id, account_id) references account
);
create unique index calendar_feed_token on calendar_feed (token_hash);
create unique index calendar_feed_of on calendar_feed (programme_id, account_id) where ended_at is null;
call protect('calendar_feed');

-- Whoever may not sign in any more has no calendar either.
create function account_of_feed(token bytea) returns table (programme uuid, account uuid)
language sql stable security definer set search_path = public as $$
  select f.programme_id, f.account_id
  from calendar_feed f join account a on a.programme_id = f.programme_id and a.id = f.account_id
  where f.token_hash = token and f.ended_at is null and a.disabled_at is null
$$;
revoke execute on function account_of_feed(bytea) from public;
grant execute on function account_of_feed(bytea) to bothy_app;
