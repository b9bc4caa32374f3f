-- What the belonging index counts of referrals, by site. Referrals publish it, so that other modules can count beside it; no words leave.
create view referral_of_site with (security_invoker = true) as
  select programme_id, id, practice_id, team_id, referred_by, received_at, stage from referral;
grant select on referral_of_site to bothy_app;

-- Short facts about how a site works with its link worker: each as somebody said it on a day. Nothing is overwritten; the newest holds.
create table belonging_fact (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  site_id uuid not null,
  fact text not null,
  -- Null: it is not known any more.
  answer text,
  said_on date not null,
  said_by text not null,
  noted_at timestamptz not null,
  by_id uuid not null,
  primary key (programme_id, id),
  foreign key (programme_id, by_id) references account
);
create index belonging_fact_of on belonging_fact (programme_id, site_id, fact, said_on desc, noted_at desc);
call protect_log('belonging_fact');

-- The rules by which a programme places its sites, where they differ from those of Bothy. Every version is kept.
create table belonging_rules (
  programme_id uuid not null default current_programme() references programme,
  version integer not null check (version > 0),
  rules jsonb not null,
  why text not null,
  made_at timestamptz not null,
  by_id uuid not null,
  primary key (programme_id, version),
  foreign key (programme_id, by_id) references account
);
call protect_log('belonging_rules');

-- What was found of a site in a month. This month's is counted again each day; a month that is over stays as it was.
create table belonging_month (
  programme_id uuid not null default current_programme() references programme,
  site_id uuid not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  counted_on date not null,
  rules_version integer not null,
  found jsonb not null,
  primary key (programme_id, site_id, month)
);
call protect('belonging_month');

-- Something that is done so that an indicator moves, and whether it did.
create table belonging_action (
  programme_id uuid not null default current_programme() references programme,
  id uuid not null,
  site_id uuid not null,
  indicator text not null,
  what text not null,
  owner text not null,
  began_on date not null,
  review_on date not null check (review_on >= began_on),
  -- The figure when it began and when it was looked at again; null: it was not known.
  value_at_start double precision,
  value_at_review double precision,
  stage text not null default 'open' check (stage in ('open', 'reviewed', 'stopped')),
  ended_on date,
  by_id uuid not null,
  primary key (programme_id, id),
  foreign key (programme_id, by_id) references account,
  check ((stage = 'open') = (ended_on is null))
);
create index belonging_action_of on belonging_action (programme_id, site_id, began_on desc);
create index belonging_action_due on belonging_action (programme_id, review_on) where stage = 'open';
call protect('belonging_action');
