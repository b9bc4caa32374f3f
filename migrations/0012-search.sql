-- What a search may ask of a service beside what 0004 keeps: languages, ways in, what it costs at least, and where it says that it works.
alter table service_listing
  add column languages text[] not null default '{}',
  add column accessibility text[] not null default '{}',
  -- In whole units of its currency; null when nobody has said.
  add column cheapest numeric,
  -- Folded names and first halves of postcodes, or 'everywhere'; empty when it has not said.
  add column area text[] not null default '{}';

-- What an index of words makes of each word, so that one can be known without asking every listing.
alter table service_word add column stem text not null default '';
update service_word set stem = coalesce((tsvector_to_array(to_tsvector('english', word)))[1], '');
create index service_word_stem on service_word (programme_id, stem);

create or replace view service_search as select * from service_listing where programme_id = current_programme();
create or replace view service_spelling as select * from service_word where programme_id = current_programme();

update service_listing l
set languages = s.languages, accessibility = s.accessibility, cheapest = case when s.free then 0 else c.least end
from service s
left join lateral (
  select min(amount) as least from cost_option c where c.programme_id = s.programme_id and c.service_id = s.id
) c on true
where s.programme_id = l.programme_id and s.id = l.service_id;

-- When a service does not run although its times say so.
create table service_closure (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null default gen_random_uuid(),
  service_id uuid not null,
  first_day date not null,
  last_day date not null,
  note text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, service_id) references service on delete cascade,
  check (first_day <= last_day)
);
create index service_closure_of_service on service_closure (programme_id, service_id, first_day);
call protect('service_closure');

-- Whether it runs on bank holidays. Null: nobody has said, so it is taken to be closed.
alter table service add column on_holidays boolean;
