-- Anybody may search the public directory, and say that nothing there was right: nobody's account stands behind those.
alter table search alter column account_id drop not null;
alter table gap alter column recorded_by drop not null;
-- The towns that a map names; the gazetteer may hold millions of postcodes beside them.
create index place_towns on place (programme_id, latitude, longitude) where kind = 'town';

-- Services that somebody has picked out: for a person whom they support, or to show to others.
create table shortlist (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  name text not null,
  -- Whoever began it.
  account_id uuid not null,
  -- Whose it is, where it is one person's: part of their record then.
  person_id uuid,
  made_at timestamptz not null,
  -- Taken away, and for a while still there to be put back.
  removed_at timestamptz,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, account_id) references account,
  foreign key (programme_id, person_id) references person on delete cascade
);
create index shortlist_of_account on shortlist (programme_id, account_id, made_at desc);
create index shortlist_of_person on shortlist (programme_id, person_id) where person_id is not null;
call protect('shortlist');

create table shortlist_item (
  programme_id uuid not null default current_programme() references programme,
  shortlist_id uuid not null,
  service_id uuid not null,
  -- Read by everybody who is shown the list.
  note text not null default '',
  place integer not null,
  removed_at timestamptz,
  row_version integer not null default 1,
  primary key (programme_id, shortlist_id, service_id),
  foreign key (programme_id, shortlist_id) references shortlist on delete cascade,
  foreign key (programme_id, service_id) references service on delete cascade
);
create index shortlist_item_of_service on shortlist_item (programme_id, service_id);
call protect('shortlist_item');

-- A link by which a shortlist is shown to whoever has it, until it ends.
create table shortlist_link (
  programme_id uuid not null default current_programme() references programme,
  token_hash bytea not null,
  shortlist_id uuid not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (programme_id, token_hash),
  foreign key (programme_id, shortlist_id) references shortlist on delete cascade
);
create unique index shortlist_link_token on shortlist_link (token_hash);
create index shortlist_link_of on shortlist_link (programme_id, shortlist_id);
call protect('shortlist_link');

-- Asked before it is known which programme is meant.
create function shortlist_of_link(token bytea, at timestamptz) returns table (programme uuid, shortlist uuid, ended boolean)
language sql stable security definer set search_path = public as $$
  select l.programme_id, l.shortlist_id, l.ends_at <= at or s.removed_at is not null
  from shortlist_link l join shortlist s on s.programme_id = l.programme_id and s.id = l.shortlist_id where l.token_hash = token
$$;
revoke execute on function shortlist_of_link(bytea, timestamptz) from public;
grant execute on function shortlist_of_link(bytea, timestamptz) to bothy_app;

-- Where a shortlist is to be sent, when that is neither a colleague's, a service's nor the person's own address. Forgotten a week later.
create table shortlist_mail (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  shortlist_id uuid not null,
  address text not null,
  asked_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, shortlist_id) references shortlist on delete cascade
);
create index shortlist_mail_of on shortlist_mail (programme_id, shortlist_id);
call protect('shortlist_mail');
alter table message drop constraint message_to_kind_check;
alter table message add constraint message_to_kind_check check (to_kind in ('account', 'service', 'person', 'address'));
