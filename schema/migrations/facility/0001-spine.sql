create table journal (
  seq integer primary key,
  command_id text not null unique,
  at integer not null,
  actor text not null,
  action text not null,
  subject text not null,
  data text not null,
  sealed text,
  input_hash text not null,
  prev_hash text not null,
  hash text not null
) strict;
create index journal_subject on journal (subject, seq);

-- one row an event that somebody is told of, numbered by themselves: one journal entry may hold many
create table notices (
  seq integer primary key,
  at integer not null,
  kind text not null,
  audience text not null,
  subject text not null,
  data text not null
) strict;
create index notices_at on notices (at);

create table notice_marks (
  account_id text primary key,
  seq integer not null
) strict, without rowid;

create table roles (
  key text primary key,
  name text not null,
  permissions text not null
) strict, without rowid;

create table staff (
  account_id text primary key,
  name text not null,
  email text not null,
  role_key text not null references roles (key),
  state text not null default 'ACTIVE'
) strict, without rowid;

create table api_keys (
  id text primary key,
  name text not null,
  scopes text not null,
  created_at integer not null,
  revoked_at integer
) strict, without rowid;

-- the tenants it is linked with
create table links (
  tenant_id text primary key,
  slug text not null,
  name text not null,
  currency text not null,
  zone text not null,
  state text not null default 'APPROVED'
) strict, without rowid;

-- what is being entered; kept until it is submitted or thrown away
create table drafts (
  id text primary key,
  tenant_id text,
  -- counts up with every save: a save on an older one is refused with what is there now
  version integer not null,
  author_id text not null,
  author_name text not null,
  created_at integer not null,
  saved_at integer not null,
  -- set when the tenant has accepted it
  claim_number text,
  -- JSON as typed, valid or not
  body text not null
) strict;
create index drafts_open on drafts (saved_at) where claim_number is null;

-- a claim as the tenants have told: enough for lists and counts over all of them
create table claims (
  tenant_id text not null,
  number text not null,
  tenant_name text not null,
  state text not null,
  outcome text,
  version integer not null,
  member_id text not null,
  enrollee_name text not null,
  encounter_type text not null,
  service_date text not null,
  currency text not null,
  claimed integer not null,
  approved integer,
  submitted_at integer not null,
  changed_at integer not null,
  primary key (tenant_id, number)
) strict;
create index claims_newest on claims (submitted_at desc, number);
create index claims_by_state on claims (state, submitted_at desc, number);
create index claims_of_member on claims (member_id, submitted_at desc);

-- messages taken in: each is applied once, in order
create table deliveries (
  source text primary key,
  seq integer not null
) strict, without rowid;

create table claim_counts (
  state text primary key,
  claims integer not null,
  claimed integer not null,
  approved integer not null
) strict, without rowid;
