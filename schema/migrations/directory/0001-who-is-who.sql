create table organisations (
  kind text not null,
  id text not null,
  -- the tenant's short name in addresses (`meridian`); for others null
  slug text unique,
  name text not null,
  state text not null default 'ACTIVE',
  -- JSON: for a facility its public profile (kind, level, city, state, address, phone, licence); for a client its tenant
  profile text not null default '{}',
  primary key (kind, id)
) strict;

create table accounts (
  id text primary key,
  email text not null unique,
  name text not null,
  -- scrypt: N$r$p$salt$hash, base64; null until the invitation is accepted
  password text,
  state text not null default 'ACTIVE',
  -- 1: one of the people of the demo, whom anybody may choose where the demo is on
  demo integer not null default 0,
  created_at integer not null
) strict, without rowid;
create index accounts_demo on accounts (name) where demo = 1;

-- a copy: the truth is the organisation's own `staff` and `roles`, from where its actor delivers changes
create table memberships (
  account_id text not null references accounts (id),
  kind text not null,
  organisation_id text not null,
  role_key text not null,
  role_name text not null,
  -- JSON array of permission names
  permissions text not null,
  state text not null default 'ACTIVE',
  primary key (account_id, kind, organisation_id),
  foreign key (kind, organisation_id) references organisations (kind, id)
) strict, without rowid;

create table sessions (
  id text primary key,
  account_id text not null references accounts (id),
  -- the organisation chosen; null until then
  kind text,
  organisation_id text,
  created_at integer not null,
  seen_at integer not null,
  expires_at integer not null,
  address text,
  agent text
) strict, without rowid;
create index sessions_of_account on sessions (account_id);

create table api_keys (
  id text primary key,
  -- sha-256 of the secret; the secret is shown once and kept nowhere
  secret_hash text not null unique,
  kind text not null,
  organisation_id text not null,
  name text not null,
  scopes text not null,
  created_at integer not null,
  created_by text not null,
  revoked_at integer,
  foreign key (kind, organisation_id) references organisations (kind, id)
) strict, without rowid;
create index api_keys_of_organisation on api_keys (kind, organisation_id);

-- growing delays: misses by `account:<e-mail hash>` and `address:<ip>`
create table throttles (
  key text primary key,
  misses integer not null,
  until integer not null,
  seen_at integer not null
) strict, without rowid;
create index throttles_seen on throttles (seen_at);

-- how far each organisation's deliveries to the directory have come: applied once
create table deliveries (
  source text primary key,
  seq integer not null
) strict, without rowid;
