-- Files of claims and drafts: a row each, its key in it; erasing the row erases the file wherever its pieces lie.
create table attachments (
  id text primary key,
  place text not null,
  state text not null,
  expires_at integer,
  -- JSON: schema/domain/attachments/stored-file.ts
  body text not null
) strict, without rowid;
create index attachments_by_place on attachments (place);
create index attachments_by_expiry on attachments (expires_at) where expires_at is not null;

-- Their pieces, encrypted; `bytes` is null where they lie in a bucket. -1 is the small picture.
create table attachment_chunks (
  attachment_id text not null,
  n integer not null,
  size integer not null,
  bytes blob,
  primary key (attachment_id, n)
) strict;

-- Who looked at what of whom: only ever added to.
create table access_records (
  id text primary key,
  at integer not null,
  account_id text not null,
  name text not null,
  organisation text not null,
  what text not null,
  subject text not null,
  claim_number text,
  enrollee_id text,
  address text not null
) strict;
create index access_records_by_time on access_records (at);
create index access_records_by_enrollee on access_records (enrollee_id, at);
