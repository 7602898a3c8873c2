-- the facility's mirror of a link's life; what was linked before was so from the beginning
alter table links add column version integer not null default 1;
alter table links add column asked_by text;
alter table links add column asked_at integer;
alter table links add column starts_on text;
alter table links add column in_force text not null default '[{"from":"0001-01-01","to":null}]';
alter table links add column history text not null default '[]';
create index links_by_state on links (state, name);
