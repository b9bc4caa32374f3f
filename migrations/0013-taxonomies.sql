-- Lists of words that others sort services by, with their licences, and what each of their terms means in ours.
create table taxonomy (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  name text not null,
  description text not null default '',
  uri text,
  version text,
  -- What must be said wherever its terms are shown or given out.
  licence text not null default '',
  licence_uri text,
  -- 'feed': known only from what the documents of a feed said about it.
  source text not null check (source in ('feed', 'open-eligibility', 'openactive', 'csv', 'json', 'snomed-refset')),
  imported_at timestamptz not null,
  -- What the last import of it came to, in numbers, and which rows were not taken.
  outcome jsonb,
  -- The metadata of HSDS.
  metadata jsonb not null default '[]',
  primary key (programme_id, id)
);
call protect('taxonomy');

-- A feed may name a parent or a taxonomy that it never gives, so neither is a reference.
create table taxonomy_term (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  taxonomy_id uuid,
  parent_id uuid,
  code text,
  name text not null,
  description text not null default '',
  language text,
  term_uri text,
  taxonomy text,
  -- Whatever else was said about it.
  document jsonb not null default '{}',
  -- No longer in its list; kept, because services may still carry it.
  retired boolean not null default false,
  -- The import that last had it.
  seen_in uuid,
  primary key (programme_id, id)
);
create index taxonomy_term_by_name on taxonomy_term (programme_id, taxonomy_id, folded(name), id);
create index taxonomy_term_of_parent on taxonomy_term (programme_id, parent_id);
create index taxonomy_term_by_uri on taxonomy_term (programme_id, term_uri);
create index taxonomy_term_by_code on taxonomy_term (programme_id, code);
call protect('taxonomy_term');

-- What somebody has said of a term, even that it means none of ours. One that is not settled means what its parent does.
create table term_match (
  programme_id uuid not null default current_programme() references programme,
  term_id uuid not null,
  row_version integer not null default 1,
  settled boolean not null,
  -- Null: as Bothy brings it.
  matched_by uuid,
  matched_at timestamptz not null,
  primary key (programme_id, term_id),
  foreign key (programme_id, term_id) references taxonomy_term,
  foreign key (programme_id, matched_by) references account
);
call protect('term_match');

-- What it means: a code of one of our lists, or a term of another list. `relation` is what the term is to that, as in SKOS.
create table crosswalk (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null default gen_random_uuid(),
  term_id uuid not null,
  list text,
  code text,
  to_term_id uuid,
  relation text not null check (relation in ('same', 'narrower', 'broader', 'related')),
  primary key (programme_id, id),
  unique nulls not distinct (programme_id, term_id, list, code, to_term_id),
  foreign key (programme_id, term_id) references term_match on delete cascade,
  foreign key (programme_id, to_term_id) references taxonomy_term,
  check ((list is null) = (code is null) and (list is null) <> (to_term_id is null))
);
create index crosswalk_to_term on crosswalk (programme_id, to_term_id);
call protect('crosswalk');

-- What was changed together, and what it was before, so that it can be put back.
create table crosswalk_change (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  taxonomy_id uuid not null,
  kind text not null check (kind in ('edited', 'accepted', 'brought')),
  at timestamptz not null,
  by_account uuid,
  -- [{ "term", "version": after the change, "was": what it meant before, or null }]
  terms jsonb not null,
  undone_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, taxonomy_id) references taxonomy,
  foreign key (programme_id, by_account) references account
);
create index crosswalk_change_of_taxonomy on crosswalk_change (programme_id, taxonomy_id, at desc);
call protect('crosswalk_change');

-- The same term in a list that was imported whole, for terms that are only known from a feed: by its address, or by its code and the name of its list.
create view term_twin with (security_invoker = true) as
with told as (
  select t.programme_id, t.id, t.term_uri, t.code, lower(coalesce(t.taxonomy, o.name)) as list
  from taxonomy_term t left join taxonomy o on o.programme_id = t.programme_id and o.id = t.taxonomy_id
  where o.id is null or o.source = 'feed'
)
select told.programme_id, told.id as term_id, w.id as twin_id
from told
join taxonomy_term w on w.programme_id = told.programme_id and w.term_uri = told.term_uri and w.id <> told.id
join taxonomy x on x.programme_id = w.programme_id and x.id = w.taxonomy_id and x.source <> 'feed'
union
select told.programme_id, told.id, w.id
from told
join taxonomy_term w on w.programme_id = told.programme_id and w.code = told.code and w.id <> told.id
join taxonomy x on x.programme_id = w.programme_id and x.id = w.taxonomy_id and x.source <> 'feed'
where told.list in (lower(x.name), lower(x.uri));
grant select on term_twin to bothy_app;
