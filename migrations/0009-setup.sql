-- Two people may edit the same account, practice, team or settings: the second is told.
alter table programme add column row_version integer not null default 1;
alter table team add column row_version integer not null default 1;
alter table practice add column row_version integer not null default 1;
alter table account add column row_version integer not null default 1, add column signed_in_at timestamptz;

-- A link by which somebody chooses their password: when they are invited, and when they have forgotten it. Works once.
create table account_link (
  programme_id uuid not null default current_programme() references programme,
  token_hash bytea not null,
  account_id uuid not null,
  kind text not null check (kind in ('invited', 'reset')),
  ends_at timestamptz not null,
  primary key (programme_id, token_hash),
  foreign key (programme_id, account_id) references account
);
create unique index account_link_token on account_link (token_hash);
create index account_link_account on account_link (programme_id, account_id);
call protect('account_link');

-- It must be asked before it is known which programme is meant.
create function account_of_link(token bytea, at timestamptz) returns table (asker jsonb, kind text)
language sql stable security definer set search_path = public as $$
  select asker_json(a, p), l.kind
  from account_link l join account a on a.programme_id = l.programme_id and a.id = l.account_id join programme p on p.programme_id = l.programme_id
  where l.token_hash = token and l.ends_at > at and a.disabled_at is null
$$;

-- The link that an empty installation prints, to name its first programme and administrator. Holds no programme's data.
create table setup_link (
  token_hash bytea primary key,
  ends_at timestamptz not null
);

create function may_set_up(token bytea, at timestamptz) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from setup_link where token_hash = token and ends_at > at) and not exists (select from programme)
$$;

-- Uses up every link at once. Whoever comes second waits for the first, and then finds a programme.
create function begin_set_up(token bytea, at timestamptz) returns boolean
language plpgsql security definer set search_path = public as $$ begin
  perform pg_advisory_xact_lock(7266901);
  if not may_set_up(token, at) then return false; end if;
  delete from setup_link;
  return true;
end $$;

revoke execute on function account_of_link(bytea, timestamptz), may_set_up(bytea, timestamptz), begin_set_up(bytea, timestamptz) from public;
grant execute on function account_of_link(bytea, timestamptz), may_set_up(bytea, timestamptz), begin_set_up(bytea, timestamptz) to bothy_app;
