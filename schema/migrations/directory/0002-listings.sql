-- the facilities that a tenant can ask for a link, and the tenants that a facility can: found by words, listed by name
create table listings (
  id integer primary key,
  kind text not null,
  organisation_id text not null,
  name text not null collate nocase,
  -- of a facility
  facility_kind text,
  level text,
  place text not null default '',
  licence text not null default '',
  unique (kind, organisation_id)
) strict;
create index listings_by_name on listings (kind, name, id);
create index listings_by_facility_kind on listings (kind, facility_kind, name, id);
create index listings_by_level on listings (kind, level, name, id);
create index listings_by_both on listings (kind, facility_kind, level, name, id);

create virtual table listings_text using fts5 (name, place, licence, content = 'listings', content_rowid = 'id', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
create trigger listings_insert after insert on listings begin
  insert into listings_text (rowid, name, place, licence) values (new.id, new.name, new.place, new.licence);
end;
create trigger listings_update after update of name, place, licence on listings begin
  insert into listings_text (listings_text, rowid, name, place, licence) values ('delete', old.id, old.name, old.place, old.licence);
  insert into listings_text (rowid, name, place, licence) values (new.id, new.name, new.place, new.licence);
end;
create trigger listings_delete after delete on listings begin
  insert into listings_text (listings_text, rowid, name, place, licence) values ('delete', old.id, old.name, old.place, old.licence);
end;

create trigger organisations_listed after insert on organisations when new.kind in ('facility', 'tenant') and new.state = 'ACTIVE' begin
  insert into listings (kind, organisation_id, name, facility_kind, level, place, licence)
    values (new.kind, new.id, new.name, new.profile ->> 'kind', new.profile ->> 'level', concat_ws(' ', new.profile ->> 'address', new.profile ->> 'city', new.profile ->> 'state'), coalesce(new.profile ->> 'licence', ''));
end;
create trigger organisations_relisted after update of name, state, profile on organisations when new.kind in ('facility', 'tenant') begin
  insert into listings (kind, organisation_id, name, facility_kind, level, place, licence)
    select new.kind, new.id, new.name, new.profile ->> 'kind', new.profile ->> 'level', concat_ws(' ', new.profile ->> 'address', new.profile ->> 'city', new.profile ->> 'state'), coalesce(new.profile ->> 'licence', '')
    where new.state = 'ACTIVE'
    on conflict (kind, organisation_id) do update set name = excluded.name, facility_kind = excluded.facility_kind, level = excluded.level, place = excluded.place, licence = excluded.licence;
  delete from listings where kind = new.kind and organisation_id = new.id and new.state <> 'ACTIVE';
end;
insert into listings (kind, organisation_id, name, facility_kind, level, place, licence)
  select kind, id, name, profile ->> 'kind', profile ->> 'level', concat_ws(' ', profile ->> 'address', profile ->> 'city', profile ->> 'state'), coalesce(profile ->> 'licence', '')
  from organisations where kind in ('facility', 'tenant') and state = 'ACTIVE';
