-- Each answer that a person gave: a yes or a no to one purpose (and one recipient), with how it was asked. A yes can be withdrawn. On what law we
-- rely (`lawful`), and how the duty of confidence is met (`confidentiality`), are two questions, and are kept apart.
alter table consent rename column basis to confidentiality;
alter table consent drop constraint consent_basis_check, drop constraint consent_purpose_check;
update consent set confidentiality = 'explicit' where confidentiality = 'agreed';
alter table consent
  add column answer text not null default 'given' check (answer in ('given', 'refused')),
  add column how text not null default 'in-person' check (how in ('in-person', 'phone', 'online', 'representative', 'best-interests')),
  -- Who answered for them and by what right, or why it is in their best interests.
  add column why text not null default '',
  add column lawful text not null default 'public-task' check (lawful in ('public-task', 'legitimate-interests', 'consent')),
  add column withdrawn_by uuid,
  add column withdrawn_how text,
  add check (purpose in ('support', 'share-with-service', 'practice', 'contact', 'evaluation', 'research', 'story')),
  add check (confidentiality in ('explicit', 'implied', 'best-interests')),
  add check (withdrawn_at is null or answer = 'given'),
  add check (how not in ('representative', 'best-interests') or why <> '');

-- What was shared is taken out when a person takes their yes back; which fields it were, and when, stays.
alter table connection add column redacted_fields text[], add column redacted_at timestamptz;
do $$ declare old record; begin
  for old in select conname from pg_constraint where conrelid = 'connection'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%shared%' loop
    execute format('alter table connection drop constraint %I', old.conname);
  end loop;
end $$;
alter table connection
  -- Nothing is told without consent, and those who go themselves are not spoken of.
  add constraint connection_told check (case when kind = 'self' then shared is null and redacted_at is null else (shared is null) = (redacted_at is not null) end),
  add constraint connection_agreed check ((kind = 'self') = (consent_id is null)),
  add constraint connection_redacted check ((redacted_at is null) = (redacted_fields is null));

-- Whether a person is on the national list of those whose confidential facts may not be used beyond their care without their yes.
create table opt_out_list (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  -- 'opted-out': it names who opted out. 'cleaned': it names who remains of those that we asked about.
  kind text not null check (kind in ('opted-out', 'cleaned')),
  read_at timestamptz not null,
  read_by uuid,
  numbers integer not null,
  opted_out integer not null,
  primary key (programme_id, id)
);
call protect('opt_out_list');
create table person_opt_out (
  programme_id uuid not null default current_programme() references programme,
  person_id uuid not null,
  opted_out boolean not null,
  checked_at timestamptz not null,
  -- Null: they told us themselves.
  list_id uuid,
  noted_by uuid,
  primary key (programme_id, person_id),
  foreign key (programme_id, person_id) references person,
  foreign key (programme_id, list_id) references opt_out_list
);
call protect('person_opt_out');

-- Facts about people, with their names, that left for something other than their care.
create table extract (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  purpose text not null check (purpose in ('evaluation', 'research')),
  basis text not null check (basis in ('explicit-consent', 'section-251')),
  approval text not null default '',
  recipient text not null check (recipient <> ''),
  fields text[] not null check (cardinality(fields) > 0),
  from_day date not null,
  to_day date not null,
  people integer not null,
  left_out jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, made_by) references account,
  check (basis <> 'section-251' or approval <> '')
);
create index extract_newest on extract (programme_id, made_at desc);
call protect('extract');
create table extract_person (
  programme_id uuid not null default current_programme() references programme,
  extract_id uuid not null,
  person_id uuid not null,
  primary key (programme_id, extract_id, person_id),
  foreign key (programme_id, extract_id) references extract,
  foreign key (programme_id, person_id) references person
);
create index extract_of_person on extract_person (programme_id, person_id);
call protect('extract_person');

-- Two records of one person. The one that goes stays as a signpost to the other, so that old links and logs still lead somewhere.
alter table person add column merged_into uuid, add column merged_at timestamptz,
  add foreign key (programme_id, merged_into) references person,
  add check ((merged_into is null) = (merged_at is null)), add check (merged_into <> id);
create index person_merged on person (programme_id, merged_into) where merged_into is not null;
create table person_merge (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  gone_id uuid not null,
  kept_id uuid not null,
  merged_at timestamptz not null,
  merged_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (programme_id, id),
  foreign key (programme_id, gone_id) references person,
  foreign key (programme_id, kept_id) references person
);
create index person_merge_kept on person_merge (programme_id, kept_id, merged_at desc);
create index person_merge_gone on person_merge (programme_id, gone_id);
call protect('person_merge');
-- Each row that joining changed, as it was and as it became, so that joining can be undone. No `before`: it came; no `after`: it was put aside.
create table person_merge_row (
  programme_id uuid not null default current_programme() references programme,
  merge_id uuid not null,
  relation text not null,
  key jsonb not null,
  before jsonb,
  after jsonb,
  primary key (programme_id, merge_id, relation, key),
  foreign key (programme_id, merge_id) references person_merge
);
call protect('person_merge_row');

-- All that follows runs as whoever asks, so that row-level security holds in it.

-- This record, and those that were joined into it: what is only ever added to (events, who looked) stays under the id that it was written with.
create function records_of(whose uuid) returns setof uuid language sql stable as $$
  with recursive record(id) as (select whose union select p.id from person p join record r on p.merged_into = r.id) select id from record
$$;

-- Every table of which rows belong to a person, asked of the catalogue, so that a new one cannot be forgotten: it has a person_id, or refers to person.
create function person_keys() returns table (relation regclass, keys name[], primary_key name[], written name[]) language sql stable as $$
  select c.oid::regclass, array_agg(distinct a.attname),
    (select array_agg(k.attname order by k.attnum) from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = any (i.indkey) where i.indrelid = c.oid and i.indisprimary),
    (select array_agg(w.attname order by w.attnum) from pg_attribute w where w.attrelid = c.oid and w.attnum > 0 and not w.attisdropped and w.attgenerated = '' and w.attidentity = '')
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind = 'r' and not c.relispartition and has_table_privilege('bothy_app', c.oid, 'update') and c.relname not in ('person', 'person_merge')
    and a.atttypid = 'uuid'::regtype and a.attname <> 'programme_id'
    and (a.attname = 'person_id' or exists (
      select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'person'::regclass and a.attnum = any (f.conkey)))
  group by c.oid
$$;

create function person_rows(whose uuid[]) returns table (relation text, key jsonb, content jsonb) language plpgsql stable as $$
declare t record;
begin
  return query select 'person', jsonb_build_object('programme_id', p.programme_id, 'id', p.id), to_jsonb(p) from person p where p.id = any (whose);
  for t in select * from person_keys() loop
    return query execute format('select %L, jsonb_build_object(%s), to_jsonb(t) from %s t where %s', t.relation::text,
      (select string_agg(format('%L, t.%I', k, k), ', ') from unnest(t.primary_key) k), t.relation,
      (select string_agg(format('t.%I = any ($1)', k), ' or ') from unnest(t.keys) k)) using whose;
  end loop;
end $$;

create function note_before_merge(merge uuid, gone uuid, kept uuid) returns void language sql as $$
  insert into person_merge_row (merge_id, relation, key, before) select merge, relation, key, content from person_rows(array[gone, kept])
$$;

create function note_after_merge(merge uuid, gone uuid, kept uuid) returns void language plpgsql as $$
begin
  insert into person_merge_row (merge_id, relation, key, after) select merge, relation, key, content from person_rows(array[gone, kept])
    on conflict (programme_id, merge_id, relation, key) do update set after = excluded.after;
  delete from person_merge_row where merge_id = merge and before = after;
end $$;

-- What is numbered for each person, such as the versions of a plan: those of the record that stays go on top of the other's.
create function number_on_top(gone uuid, kept uuid) returns void language plpgsql as $$
declare t record; highest integer;
begin
  for t in
    select k.relation, n.attname as number from person_keys() k
    join pg_index i on i.indrelid = k.relation and i.indisunique and i.indnkeyatts = 3
    join pg_attribute n on n.attrelid = k.relation and n.attnum = any (i.indkey) and n.atttypid = 'integer'::regtype
    where exists (select from pg_attribute p where p.attrelid = k.relation and p.attnum = any (i.indkey) and p.attname = 'person_id')
  loop
    execute format('select max(%I) from %s where person_id = $1', t.number, t.relation) into highest using gone;
    if highest is not null then
      execute format('update %s set %I = %I + 1000000 where person_id = $1', t.relation, t.number, t.number) using kept;
      execute format('update %s set %I = %I - 1000000 + $2 where person_id = $1', t.relation, t.number, t.number) using kept, highest;
    end if;
  end loop;
end $$;

-- Whether any row of any table refers to this row.
create function hangs_on(relation regclass, one tid) returns boolean language plpgsql stable as $$
declare f record; found boolean;
begin
  for f in
    select c.conrelid::regclass as child, (
      select string_agg(format('x.%I = t.%I', a.attname, b.attname), ' and ') from unnest(c.conkey, c.confkey) k (from_key, to_key)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.from_key join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.to_key) as joins
    from pg_constraint c where c.contype = 'f' and c.confrelid = relation
  loop
    execute format('select exists (select from %s x, %s t where t.ctid = $1 and %s)', f.child, relation, f.joins) into found using one;
    if found then return true; end if;
  end loop;
  return false;
end $$;

-- Gives every row of one record to the other. Of what there can be only one of, the one that is there stays, and the other is put aside;
-- should anything hang on that other, nothing is joined.
create function move_person(gone uuid, kept uuid) returns void language plpgsql as $$
declare t record; one tid; renamed text;
begin
  perform number_on_top(gone, kept);
  for t in select * from person_keys() loop
    select string_agg(format('%I = case when %I = $1 then $2 else %I end', a.attname, a.attname, a.attname), ', ') into renamed
      from pg_attribute a where a.attrelid = t.relation and a.attname = any (t.written) and a.atttypid = 'uuid'::regtype and a.attname <> 'programme_id';
    for one in execute format('select ctid from %s where %s', t.relation, (select string_agg(format('%I = $1', k), ' or ') from unnest(t.keys) k)) using gone loop
      begin
        execute format('update %s set %s where ctid = $3', t.relation, renamed) using gone, kept, one;
      exception when unique_violation or check_violation then
        if hangs_on(t.relation, one) then
          raise exception 'Both records have one of % and something hangs on it', t.relation using errcode = 'BY001';
        end if;
        execute format('delete from %s where ctid = $1', t.relation) using one;
      end;
    end loop;
  end loop;
end $$;

-- Puts back each row that joining changed. A row that somebody has worked on since keeps that work, and only goes back to whose it was.
-- Answers how many those are.
create function undo_merge(merge uuid, gone uuid) returns integer language plpgsql as $$
declare
  t record; r record; current jsonb; keyed text; columns text; owners text; progress boolean := true; left_over boolean := true; since integer := 0;
  done jsonb[] := '{}';
begin
  while left_over loop
    if not progress then raise exception 'Joining cannot be undone: rows stand in each other''s way' using errcode = 'BY002'; end if;
    progress := false; left_over := false;
    for r in
      select m.relation, m.key, m.before, m.after from person_merge_row m where m.merge_id = merge and not (jsonb_build_array(m.relation, m.key) = any (done))
      order by (m.before is null) desc, (m.before ->> 'person_id' = gone::text) desc nulls last, m.relation, m.key
    loop
      if r.relation = 'person' then
        select 'person'::regclass as relation, array['programme_id', 'id']::name[] as primary_key, array_agg(w.attname) as written into t
          from pg_attribute w where w.attrelid = 'person'::regclass and w.attnum > 0 and not w.attisdropped and w.attgenerated = '';
      else
        select k.relation, k.primary_key, k.written into t from person_keys() k where k.relation = r.relation::regclass;
      end if;
      select string_agg(format('t.%I = x.%I', k, k), ' and ') into keyed from unnest(t.primary_key) k;
      select string_agg(format('%I', k), ', ') into columns from unnest(t.written) k;
      current := null;
      execute format('select to_jsonb(t) from %s t, jsonb_populate_record(null::%s, $1) x where %s', t.relation, t.relation, keyed) into current using r.key;
      begin
        if r.before is null then
          if current = r.after then
            execute format('delete from %s t using jsonb_populate_record(null::%s, $1) x where %s', t.relation, t.relation, keyed) using r.key;
          end if;
        elsif current is null then
          if r.after is null then
            execute format('insert into %s (%s) overriding system value select %s from jsonb_populate_record(null::%s, $1)', t.relation, columns, columns, t.relation) using r.before;
          end if;
        elsif current = r.after then
          execute format('update %s t set (%s) = (select %s from jsonb_populate_record(null::%s, $2)) from jsonb_populate_record(null::%s, $1) x where %s',
            t.relation, columns, columns, t.relation, t.relation, keyed) using r.key, r.before;
        else
          select string_agg(format('%I = %L', e.key, e.value), ', ') into owners from jsonb_each_text(r.before) e where e.value = gone::text;
          if owners is not null then
            execute format('update %s t set %s from jsonb_populate_record(null::%s, $1) x where %s', t.relation, owners, t.relation, keyed) using r.key;
          end if;
          since := since + 1;
        end if;
        progress := true;
        done := done || jsonb_build_array(r.relation, r.key);
      exception when unique_violation or foreign_key_violation then left_over := true;
      end;
    end loop;
  end loop;
  return since;
end $$;
