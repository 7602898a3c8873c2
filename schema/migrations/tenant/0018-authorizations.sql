create table authorizations (
  id integer primary key,
  number text not null,
  external_id text,
  state text not null,
  version integer not null,
  facility_id text not null,
  facility_name text not null,
  enrollee_id text not null,
  member_id text not null,
  enrollee_name text not null,
  client_code text not null,
  plan_code text,
  encounter_type text not null,
  urgency text not null,
  service_date text not null,
  currency text not null,
  requested integer not null,
  approved integer,
  requested_at integer not null,
  -- when it, or the appeal that is open, must be answered; null: nobody has to
  answer_by integer,
  decided_at integer,
  -- the account, for lists
  decided_by text,
  -- what claims name it by: the auth code, the breach reference that stands for one; a request that was answered late has both
  code text unique,
  reference text unique,
  valid_to text,
  risk integer not null,
  -- when something happens with it by itself next (a clock's last quarter, its end, an expiry, a release); null: nothing will
  next_at integer,
  -- JSON: the rest of the aggregate (schema/tables/tenant/authorizations.ts)
  body text not null
) strict;
create unique index authorizations_external on authorizations (facility_id, external_id) where external_id is not null;
-- what waits for an answer, by time left
create index authorizations_waiting on authorizations (answer_by, id) where answer_by is not null;
create index authorizations_waiting_of_facility on authorizations (facility_id, answer_by, id) where answer_by is not null;
create index authorizations_by_state on authorizations (state, id);
create index authorizations_of_facility on authorizations (facility_id, id);
create index authorizations_of_enrollee on authorizations (enrollee_id, id);
create index authorizations_by_decision on authorizations (decided_at, id) where decided_at is not null;
create index authorizations_next on authorizations (next_at) where next_at is not null;
