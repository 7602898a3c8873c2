-- files on their way into the records (members.md, Bulk import)
create table imports (
  id text primary key,
  kind text not null,
  state text not null,
  uploaded_at integer not null,
  -- when its rows are deleted; null: they are at work, or gone
  expires_at integer,
  -- JSON: schema/domain/imports/import.ts
  body text not null
) strict, without rowid;
create index imports_newest on imports (uploaded_at, id);
create index imports_at_work on imports (id) where state in ('CHECKING', 'APPLYING');
create index imports_expiring on imports (expires_at) where expires_at is not null;

-- the rows of such a file, as long as they are kept
create table import_rows (
  import_id text not null,
  -- 1, 2, 3 … in the file's order
  n integer not null,
  -- the line of the file it begins on
  line integer not null,
  -- the portion it is worked through with, and its turn within that
  chunk integer not null,
  turn integer not null,
  -- JSON array: the cells as they stood
  cells text not null,
  -- JSON: what was read of them (schema/imports/work.ts); null: it could not be read
  work text,
  -- what it would do, or has done; null: not checked yet
  outcome text,
  -- JSON array of {column, message}
  reasons text,
  -- what it became: a member id, a code
  result text,
  primary key (import_id, n)
) strict, without rowid;
create index import_rows_of_chunk on import_rows (import_id, chunk, n);
create index import_rows_by_outcome on import_rows (import_id, outcome, n);
