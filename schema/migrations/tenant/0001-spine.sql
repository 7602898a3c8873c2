-- The commit log, the audit log and the fence. `seq` counts up by one: a stale writer loses its whole batch on it.
create table journal (
  seq integer primary key,
  command_id text not null unique,
  at integer not null,
  actor text not null,
  action text not null,
  -- what it is about: `claim:123`, `enrollee:<id>`
  subject text not null,
  -- JSON of figures, ids and states: never a name, a diagnosis or a sentence
  data text not null,
  -- JSON of what is personal, encrypted with the person's own key; null where nothing is
  sealed text,
  -- sha-256 of the command's input: the same id with another input is a conflict
  input_hash text not null,
  prev_hash text not null,
  hash text not null
) strict;
create index journal_subject on journal (subject, seq);

-- one row an event that somebody is told of; kept 90 days
create table notices (
  seq integer primary key references journal (seq),
  at integer not null,
  kind text not null,
  -- permission that lets one see it
  audience text not null,
  -- what it links to: a claim's number
  subject text not null,
  -- JSON for the sentence: never clinical
  data text not null
) strict;
create index notices_at on notices (at);

create table notice_marks (
  account_id text primary key,
  -- the last notice seen
  seq integer not null
) strict, without rowid;

create table settings (
  id integer primary key check (id = 1),
  -- JSON, schema/domain/tenant-settings.ts
  data text not null
) strict;

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

create table reason_codes (
  code text primary key,
  name text not null,
  reason_group text not null,
  active integer not null default 1
) strict, without rowid;

create table clients (
  code text primary key,
  name text not null,
  -- the family number last issued within the client
  families integer not null default 0
) strict, without rowid;

create table links (
  facility_id text primary key,
  external_id text unique,
  name text not null,
  -- JSON of the public profile as last told
  profile text not null,
  state text not null default 'APPROVED',
  -- 1 when the facility has a database and a portal: it is sent messages
  portal integer not null default 0
) strict;

create table services (
  id integer primary key,
  code text not null unique,
  external_id text unique,
  name text not null,
  service_group text not null,
  unit text not null,
  -- the tenant's standard price in minor units; null: none
  price integer,
  active integer not null default 1
) strict;
create virtual table services_text using fts5 (code, name, content = 'services', content_rowid = 'id', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
create trigger services_text_insert after insert on services begin
  insert into services_text (rowid, code, name) values (new.id, new.code, new.name);
end;
create trigger services_text_update after update of code, name on services begin
  insert into services_text (services_text, rowid, code, name) values ('delete', old.id, old.code, old.name);
  insert into services_text (rowid, code, name) values (new.id, new.code, new.name);
end;

create table enrollees (
  id text primary key,
  member_id text not null unique,
  external_id text unique,
  client_code text not null references clients (code),
  principal_id text references enrollees (id),
  relation text not null,
  first_name text not null,
  last_name text not null,
  birth_date text not null,
  sex text not null,
  phone text,
  email text,
  death_date text,
  cover_from text not null,
  cover_to text,
  state text not null default 'ACTIVE',
  -- the key that what is personal about them in the journal is sealed with (base64); erasing it erases that
  seal_key text
) strict;
create index enrollees_of_principal on enrollees (principal_id);

-- one aggregate, one row: lines, diagnoses, conversation and history are JSON within it
create table claims (
  id integer primary key,
  number text not null,
  external_id text,
  state text not null,
  version integer not null,
  outcome text,
  facility_id text not null,
  facility_name text not null,
  enrollee_id text not null,
  member_id text not null,
  enrollee_name text not null,
  encounter_type text not null,
  service_date text not null,
  billing_month text not null,
  currency text not null,
  claimed integer not null,
  approved integer,
  submitted_at integer not null,
  due_at integer,
  rank_at integer,
  decided_at integer,
  -- JSON: what of the aggregate is not a column of its own (schema/tables/tenant/claims.ts)
  body text not null
) strict;
-- the sender's id first: it is unique per facility, and asked for with and without one
create unique index claims_external on claims (external_id, facility_id) where external_id is not null;
-- the API's lists; every index ends in the id, which is the order of the list
create index claims_by_state on claims (state);
create index claims_by_submission on claims (submitted_at);
create index claims_of_facility on claims (facility_id, id);
create index claims_of_enrollee on claims (enrollee_id, service_date);
create index claims_open on claims (state, rank_at, id) where state in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'QUERIED', 'RESUBMITTED');

-- running counts the dashboard reads: kept in the same batch as what they count
create table claim_counts (
  facility_id text not null,
  state text not null,
  claims integer not null,
  claimed integer not null,
  approved integer not null,
  primary key (facility_id, state)
) strict, without rowid;
