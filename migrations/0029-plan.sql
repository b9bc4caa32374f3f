-- What a plan holds besides its goals and actions, which are documents already.
alter table plan_version
  add column if_worse jsonb not null default '{}',
  add column agreed jsonb not null default '{}',
  add column funded_by text not null default '',
  add column other_plans text not null default '';

-- How a support is brought to its end together: when, with which contacts still to come, and what goes on afterwards.
create table ending_plan (
  programme_id uuid not null default current_programme() references programme,
  support_id uuid not null,
  person_id uuid not null,
  last_on date,
  check_ins jsonb not null default '[]',
  what_goes_on text not null default '',
  who_to_turn_to text not null default '',
  talked_through boolean not null default false,
  row_version integer not null default 1,
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (programme_id, support_id),
  foreign key (programme_id, support_id) references support,
  foreign key (programme_id, person_id) references person
);
create index ending_plan_person on ending_plan (programme_id, person_id);
call protect('ending_plan');

-- Opens a person's own copy of their plan, as it stood when it was shared. Only the message to them holds the token.
create table plan_share (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  person_id uuid not null,
  plan_id uuid not null,
  large boolean not null default false,
  easy boolean not null default false,
  shared_at timestamptz not null,
  shared_by uuid not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  stopped_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, plan_id) references plan_version
);
create index plan_share_person on plan_share (programme_id, person_id, shared_at desc);
call protect('plan_share');

create table plan_link (
  programme_id uuid not null default current_programme() references programme,
  token_hash bytea not null,
  share_id uuid not null,
  primary key (programme_id, token_hash),
  foreign key (programme_id, share_id) references plan_share on delete cascade
);
create unique index plan_link_token on plan_link (token_hash);
create index plan_link_share on plan_link (programme_id, share_id);
call protect('plan_link');

-- Asked before it is known which programme is meant.
create function plan_of_link(token bytea) returns table (programme uuid, share uuid)
language sql stable security definer set search_path = public as $$
  select programme_id, share_id from plan_link where token_hash = token
$$;
revoke execute on function plan_of_link(bytea) from public;
grant execute on function plan_of_link(bytea) to bothy_app;
