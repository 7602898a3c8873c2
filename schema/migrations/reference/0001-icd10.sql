create table icd10 (
  id integer primary key,
  code text not null unique,
  billable integer not null check (billable in (0, 1)),
  description text not null
) strict;

-- The words stand in icd10 alone; the index holds prefixes too, for a search that answers while one types.
create virtual table icd10_search using fts5(
  description,
  content = 'icd10',
  content_rowid = 'id',
  prefix = '2 3 4',
  tokenize = 'unicode61 remove_diacritics 2'
);

create trigger icd10_inserted after insert on icd10 begin
  insert into icd10_search (rowid, description) values (new.id, new.description);
end;

create trigger icd10_deleted after delete on icd10 begin
  insert into icd10_search (icd10_search, rowid, description) values ('delete', old.id, old.description);
end;

create trigger icd10_updated after update on icd10 begin
  insert into icd10_search (icd10_search, rowid, description) values ('delete', old.id, old.description);
  insert into icd10_search (rowid, description) values (new.id, new.description);
end;

-- What has been loaded completely, by name and edition.
create table sources (
  name text primary key,
  edition text not null,
  rows integer not null,
  loaded_at text not null
) strict;
