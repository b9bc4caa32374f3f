-- What is known of each thing in the directory, whole, in the words of HSDS 3.1. What several things share stands in them as {"id"}.
-- The tables of 0004 are what the rest of Bothy reads of it.
create table directory_record (
  programme_id uuid not null default current_programme() references programme,
  kind text not null check (kind in ('organisation', 'service', 'location')),
  id uuid not null,
  document jsonb not null,
  -- One more with each change.
  version integer not null default 1,
  changed_at timestamptz not null,
  -- Whose word this version is: 'feed:<id>', 'account:<id>', 'organisation:<id>', 'public' or 'operator'.
  changed_by text not null,
  -- Whose word each field is. '' stands for every field that is not named: {"": "feed:…", "description": "account:…"}.
  sources jsonb not null,
  change_set uuid,
  -- Taken out of the directory; kept, because people may have been connected to it.
  removed boolean not null default false,
  -- Its source says that nobody else may have it.
  private boolean not null default false,
  primary key (programme_id, kind, id)
);
create index directory_record_changed on directory_record (programme_id, kind, changed_at, id);
create index directory_record_of_change_set on directory_record (programme_id, change_set) where change_set is not null;
call protect('directory_record');

-- What a record said before its last change. Nothing is ever lost.
create table directory_version (
  programme_id uuid not null default current_programme() references programme,
  kind text not null,
  record_id uuid not null,
  version integer not null,
  document jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  sources jsonb not null,
  change_set uuid,
  removed boolean not null,
  primary key (programme_id, kind, record_id, version)
);
call protect_log('directory_version');

-- The taxonomy terms of each service, so that they can be asked for.
create table service_term (
  programme_id uuid not null default current_programme() references programme,
  service_id uuid not null,
  term_id uuid not null,
  taxonomy_id uuid,
  primary key (programme_id, service_id, term_id),
  foreign key (programme_id, service_id) references service on delete cascade
);
create index service_term_of_term on service_term (programme_id, term_id);
create index service_term_of_taxonomy on service_term (programme_id, taxonomy_id);
call protect('service_term');

-- The programmes that let anybody read their directory.
create function publishing_programmes() returns setof jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object('id', p.programme_id, 'slug', p.slug, 'name', p.name, 'settings', p.settings) from programme p
  where coalesce((p.settings ->> 'publishesDirectory')::boolean, true) order by p.slug
$$;
revoke execute on function publishing_programmes() from public;
grant execute on function publishing_programmes() to bothy_app;
