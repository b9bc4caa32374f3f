create table programme (
  programme_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,60}$'),
  name text not null,
  settings jsonb not null default '{}'
);
call protect('programme');

create table team (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  name text not null,
  email text,
  phone text,
  primary key (programme_id, id)
);
call protect('team');

-- A primary care site; its referrals go to its team.
create table practice (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  name text not null,
  place text not null default '',
  team_id uuid not null,
  primary key (programme_id, id),
  foreign key (programme_id, team_id) references team
);
call protect('practice');

create table account (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null,
  roles text[] not null check (cardinality(roles) > 0),
  job_title text not null default '',
  practice_id uuid,
  team_id uuid,
  organisation_id uuid,
  password_hash text,
  disabled_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, practice_id) references practice,
  foreign key (programme_id, team_id) references team
);
-- People sign in with an email address alone, so it can stand for one account only.
create unique index account_email on account (email);
create index account_team on account (programme_id, team_id);
call protect('account');

create table session (
  programme_id uuid not null default current_programme() references programme,
  token_hash bytea not null,
  account_id uuid not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (programme_id, token_hash),
  foreign key (programme_id, account_id) references account
);
create unique index session_token on session (token_hash);
create index session_account on session (programme_id, account_id);
call protect('session');

create function asker_json(a account, p programme) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'id', a.id, 'email', a.email, 'name', a.name, 'roles', to_jsonb(a.roles), 'jobTitle', a.job_title,
    'practice', a.practice_id, 'practiceName', (select name from practice where programme_id = a.programme_id and id = a.practice_id), 'team', a.team_id, 'organisation', a.organisation_id,
    'programme', jsonb_build_object('id', p.programme_id, 'slug', p.slug, 'name', p.name, 'settings', p.settings))
$$;
revoke execute on function asker_json(account, programme) from public;

-- Three questions that must be asked before it is known which programme is meant.
create function asker_of_session(token bytea, at timestamptz, idle interval) returns jsonb
language plpgsql security definer set search_path = public as $$
declare found jsonb;
begin
  update session s set seen_at = at where s.token_hash = token and s.seen_at < at - interval '5 minutes' and s.seen_at > at - idle and s.ends_at > at;
  select asker_json(a, p) into found
    from session s join account a using (programme_id) join programme p using (programme_id)
    where s.token_hash = token and a.id = s.account_id and a.disabled_at is null and s.ends_at > at and s.seen_at > at - idle;
  return found;
end $$;

create function sign_in_of(address text) returns table (asker jsonb, password_hash text)
language sql stable security definer set search_path = public as $$
  select asker_json(a, p), a.password_hash from account a join programme p using (programme_id)
  where a.email = lower(address) and a.disabled_at is null
$$;

create function programme_of_slug(wanted text) returns jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object('id', p.programme_id, 'slug', p.slug, 'name', p.name, 'settings', p.settings) from programme p where p.slug = wanted
$$;

create function programme_ids() returns setof uuid
language sql stable security definer set search_path = public as $$ select programme_id from programme order by slug $$;

revoke execute on function asker_of_session(bytea, timestamptz, interval), sign_in_of(text), programme_of_slug(text), programme_ids() from public;
grant execute on function asker_of_session(bytea, timestamptz, interval), sign_in_of(text), programme_of_slug(text), programme_ids() to bothy_app;
