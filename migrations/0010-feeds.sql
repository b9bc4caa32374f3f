-- What feeds brought, and its content in brief, so that the same feed twice changes nothing.
create table feed_record (
  programme_id uuid not null default current_programme() references programme,
  kind text not null check (kind in ('organisation', 'service')),
  record_id uuid not null,
  -- The address or file that last gave it.
  feed text not null,
  hash text not null,
  seen_at timestamptz not null,
  primary key (programme_id, kind, record_id)
);
create index feed_record_of_feed on feed_record (programme_id, feed, seen_at);
call protect('feed_record');
