-- A letter to somebody, queued in the transaction of what it tells. What it says is composed only when it is delivered.
create table message (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  template text not null,
  about_id uuid not null,
  person_id uuid,
  to_kind text not null check (to_kind in ('account', 'service', 'person')),
  to_id uuid not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'stopped', 'failed')),
  why text,
  tries integer not null default 0,
  queued_at timestamptz not null,
  claimed_at timestamptz,
  sent_at timestamptz,
  to_name text,
  to_address text,
  subject text,
  body text,
  primary key (programme_id, id),
  check ((state = 'sending') <= (claimed_at is not null)),
  check ((state = 'sent') = (sent_at is not null)),
  check ((state in ('stopped', 'failed')) <= (why is not null))
);
create index message_newest on message (programme_id, queued_at desc, id desc);
create index message_state on message (programme_id, state, queued_at desc, id desc);
create index message_person on message (programme_id, person_id, queued_at desc) where person_id is not null;
create index message_about on message (programme_id, about_id);
call protect('message');
