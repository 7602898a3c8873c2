create table visits (
  id integer primary key,
  number text not null,
  state text not null,
  version integer not null,
  facility_id text not null,
  facility_name text not null,
  enrollee_id text not null,
  member_id text not null,
  enrollee_name text not null,
  at integer not null,
  date text not null,
  by text not null,
  how text not null,
  covered integer not null,
  -- JSON {at, by, reason}; null: nobody has answered
  answered text
) strict;
create index visits_of_facility on visits (facility_id, at, id);
create index visits_of_enrollee on visits (enrollee_id, at, id);
create index visits_denied on visits (at, id) where state = 'DENIED';
