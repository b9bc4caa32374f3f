-- What an organisation and the programme have agreed in writing. Without one about data, nothing that names somebody is shared.
create table agreement (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('sharing', 'service', 'both')),
  signed_on date not null,
  -- Null: it runs until somebody ends it.
  expires_on date check (expires_on >= signed_on),
  contact text not null default '',
  note text not null default '',
  keeper_id uuid not null,
  ended_at timestamptz,
  ended_why text not null default '',
  -- The end of which its keeper has been warned.
  warned_for date,
  row_version integer not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, organisation_id) references organisation,
  foreign key (programme_id, keeper_id) references account
);
create index agreement_of_organisation on agreement (programme_id, organisation_id);
create index agreement_ends on agreement (programme_id, expires_on) where ended_at is null;
call protect('agreement');

-- A programme that is at work already goes on sharing until it has written down its agreements and switches this on.
update programme set settings = settings || '{"sharingNeedsAgreement": false}';
