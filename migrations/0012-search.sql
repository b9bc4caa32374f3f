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

-- Where on a grid of some twenty kilometres something is, so that a word, a need and a neighbourhood are asked of one index at once.
create function grid_cell(spot cube) returns text language sql immutable strict parallel safe
  return floor(latitude(spot::earth) * 5)::int || ':' || floor(longitude(spot::earth) * 2.5)::int;

-- What else of a service the index of search knows: whom it is for, how and in which language, and its needs in its part of the country.
-- What has no place, but visits or is on a screen or a telephone, is in the cell 'any'.
create function listing_keys(needs text[], who_for text[], attendance text[], languages text[], accessibility text[], spot cube)
returns text[] language sql immutable parallel safe
  return array(
    select 'who:' || w from unnest(who_for) w where w <> 'everyone'
    union select 'by:' || a from unnest(attendance) a where a <> 'in-person'
    union select 'in:' || l from unnest(languages) l where l <> 'en'
    union select 'with:' || x from unnest(accessibility) x
    union select n || '@' || cell from unnest(needs || '{""}'::text[]) n,
      (select coalesce(grid_cell(spot), case when attendance && '{online,phone,home-visit}' then 'any' end) as cell) c where cell is not null);

alter table service_listing
  add column keys text[] not null default '{}',
  -- Which form of a listing it has: one that an older Bothy wrote is written anew by the next start.
  add column form smallint not null default 0;
create index service_listing_old on service_listing (programme_id, form) where form < 1;
drop index service_listing_words;

create or replace view service_search as select * from service_listing where programme_id = current_programme();
create or replace view service_spelling as select * from service_word where programme_id = current_programme();

update service_listing l
set languages = s.languages, accessibility = s.accessibility, cheapest = case when s.free then 0 else c.least end,
  keys = listing_keys(l.needs, l.who_for, l.attendance, s.languages, s.accessibility, l.spot)
from service s
left join lateral (
  select min(amount) as least from cost_option c where c.programme_id = s.programme_id and c.service_id = s.id
) c on true
where s.programme_id = l.programme_id and s.id = l.service_id;
-- A longer list of what is still to be sorted into it would slow every search after a feed was read.
create index service_listing_words on service_listing using gin (words, needs, days, keys) with (gin_pending_list_limit = 256);
