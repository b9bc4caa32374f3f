-- What is known of a person besides their name and how to reach them: one document for each section of the record, every version kept.
-- Versions count through all sections of a person; the highest of a section is the one that stands. Saving is adding, so that two who edit
-- cannot overwrite each other, and two records that are joined keep all that was said in both.
create table person_section (
  programme_id uuid not null default current_programme() references programme,
  person_id uuid not null,
  section text not null,
  version integer not null check (version > 0),
  content jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null,
  primary key (programme_id, person_id, version),
  foreign key (programme_id, person_id) references person on delete cascade
);
create index person_section_newest on person_section (programme_id, person_id, section, version desc);
call protect('person_section');

-- A person may hold several numbers; the first is the one that is asked for first. Some cards have letters that change when a card is replaced.
alter table person_identifier add column version text not null default '';
alter table person_identifier add column place smallint not null default 0;

-- The code that the health service gives a practice (ODS code), which the standard demands of every record.
alter table practice add column code text not null default '';
create index person_name on person (programme_id, folded_name);

-- Whom somebody was told about: the name and how to reach them are what the standard means by a signpost.
alter table signpost add column to_name text not null default '';
alter table signpost add column to_role text not null default '';
alter table signpost add column to_team text not null default '';
alter table signpost add column to_contact text not null default '';
