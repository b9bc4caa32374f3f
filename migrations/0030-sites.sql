-- A site is a practice or a team whose belonging is looked at. It has the id of what it is; what points to one keeps that id.
create view site with (security_invoker = true) as
  select programme_id, id, 'practice'::text as kind, name, place, team_id from practice
  union all
  select programme_id, id, 'team', name, '', id from team;
grant select on site to bothy_app;

-- A site that became part of another. What was learnt of it stays its own, and is shown with the other.
create table site_merge (
  programme_id uuid not null default current_programme() references programme,
  site_id uuid not null,
  into_id uuid not null check (into_id <> site_id),
  on_day date not null,
  by_id uuid not null,
  primary key (programme_id, site_id),
  foreign key (programme_id, by_id) references account
);
call protect('site_merge');
