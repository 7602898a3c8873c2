-- a link's life: REQUESTED, APPROVED, DECLINED, SUSPENDED, ENDED; what was linked before was so from the beginning
alter table links add column version integer not null default 1;
alter table links add column asked_by text;
alter table links add column asked_at integer;
alter table links add column starts_on text;
-- JSON: the days on which it was in force (schema/domain/network/link.ts)
alter table links add column in_force text not null default '[{"from":"0001-01-01","to":null}]';
-- JSON: every step, by whom, why
alter table links add column history text not null default '[]';
alter table links add column since text generated always as (in_force ->> '$[#-1].from') virtual;
alter table links add column until text generated always as (in_force ->> '$[#-1].to') virtual;
create index links_by_name on links (name, facility_id);
create index links_by_state on links (state, name, facility_id);

-- a facility is found by what people call it: its name, the tenant's own id, its place, its licence
create table link_words (
  id integer primary key,
  facility_id text not null unique,
  words text not null
) strict;
create virtual table link_words_text using fts5 (words, content = 'link_words', content_rowid = 'id', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
create trigger link_words_insert after insert on link_words begin
  insert into link_words_text (rowid, words) values (new.id, new.words);
end;
create trigger link_words_update after update of words on link_words begin
  insert into link_words_text (link_words_text, rowid, words) values ('delete', old.id, old.words);
  insert into link_words_text (rowid, words) values (new.id, new.words);
end;
create trigger links_insert after insert on links begin
  insert into link_words (facility_id, words)
    values (new.facility_id, concat_ws(' ', new.name, new.external_id, new.profile ->> 'city', new.profile ->> 'state', new.profile ->> 'licence'));
end;
create trigger links_update after update of name, external_id, profile on links begin
  update link_words set words = concat_ws(' ', new.name, new.external_id, new.profile ->> 'city', new.profile ->> 'state', new.profile ->> 'licence')
    where facility_id = new.facility_id;
end;
insert into link_words (facility_id, words)
  select facility_id, concat_ws(' ', name, external_id, profile ->> 'city', profile ->> 'state', profile ->> 'licence') from links;

-- dated prices in minor units; tariff: a facility's id, or `standard`; null: no price from that day on
create table tariff_prices (
  tariff text not null,
  service text not null,
  valid_from text not null,
  price integer,
  primary key (tariff, service, valid_from)
) strict, without rowid;
insert into tariff_prices (tariff, service, valid_from, price)
  select 'standard', code, '0001-01-01', price from services where price is not null;
