-- A table of services that somebody has brought, until it is known what its columns mean and its rows are taken in.
create table csv_file (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  -- The feed that it is a new version of; null for a new one.
  feed_id uuid,
  name text not null,
  brought_by uuid not null,
  brought_at timestamptz not null,
  separator text not null check (separator in (',', ';', E'\t')),
  rows integer not null,
  primary key (programme_id, id),
  foreign key (programme_id, feed_id) references feed,
  foreign key (programme_id, brought_by) references account
);
create index csv_file_of_feed on csv_file (programme_id, feed_id);
create index csv_file_brought_by on csv_file (programme_id, brought_by);
create index csv_file_brought_at on csv_file (programme_id, brought_at);
call protect('csv_file');

-- In pieces, so that reading it needs no more memory than one of them.
create table csv_file_piece (
  programme_id uuid not null default current_programme() references programme,
  file_id uuid not null,
  nth integer not null,
  text text not null,
  primary key (programme_id, file_id, nth),
  foreign key (programme_id, file_id) references csv_file on delete cascade
);
call protect('csv_file_piece');
