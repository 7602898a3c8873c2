-- requests for permission as their tenants have told: enough for lists and clocks over all tenants
create table authorizations (
  tenant_id text not null,
  number text not null,
  tenant_name text not null,
  state text not null,
  version integer not null,
  member_id text not null,
  enrollee_name text not null,
  encounter_type text not null,
  urgency text not null,
  service_date text not null,
  currency text not null,
  requested integer not null,
  approved integer,
  requested_at integer not null,
  -- when the tenant must have answered it, or the appeal that is open; null: nobody has to
  due_at integer,
  clock_ms integer not null,
  -- the clock stands while the tenant waits for an answer
  queried_at integer,
  code text,
  valid_to text,
  -- the facility may proceed, and names this in place of a code
  breach_reference text,
  appealed integer not null,
  changed_at integer not null,
  primary key (tenant_id, number)
) strict, without rowid;
create index authorizations_newest on authorizations (requested_at, tenant_id, number);
create index authorizations_by_state on authorizations (state, requested_at, tenant_id, number);
create index authorizations_waiting on authorizations (due_at, tenant_id, number) where due_at is not null;
create index authorizations_of_member on authorizations (member_id, requested_at);
