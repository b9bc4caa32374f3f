-- Of the directory anybody may read all but a little. The little has an index of its own, so that the rest can be counted and paged through
-- without opening a document.
create index directory_record_hidden on directory_record (programme_id, kind, id) where private or removed;
create index service_published on service (programme_id, id, organisation_id);
create index service_at_location_published on service_at_location (programme_id, id, service_id, location_id);
create index location_private on location (programme_id, id) where private;

-- As with service_search in 0004: a view may use the index for @@, and says itself whose rows may be seen.
create index organisation_words on organisation using gin (to_tsvector('english', folded(name || ' ' || description)));
create view organisation_search as
  select id, to_tsvector('english', folded(name || ' ' || description)) as words from organisation where programme_id = current_programme();
grant select on organisation_search to bothy_app;

-- What is said of a service changes by itself, too, when its room is not known any more.
create index room_telling_expired on room_telling (programme_id, expires_at);
