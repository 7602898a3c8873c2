-- an enrollee looks for facilities by what they are and how near they are
alter table links add column kind text generated always as (profile ->> '$.kind') virtual;
alter table links add column latitude real generated always as (profile ->> '$.latitude') virtual;
alter table links add column longitude real generated always as (profile ->> '$.longitude') virtual;
create index links_by_kind on links (state, kind, name, facility_id);
create index links_by_latitude on links (state, latitude) where latitude is not null;
