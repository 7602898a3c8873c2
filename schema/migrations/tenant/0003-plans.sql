-- A plan is a name under which versions are published; a published version is never changed.
create table plans (
  code text primary key,
  name text not null,
  scheme text not null,
  -- nobody is put on it from this date on; null: in use
  retired_from text
) strict, without rowid;

create table plan_versions (
  plan text not null references plans (code),
  -- 1, 2, 3 … within the plan, in the order of their dates
  version integer not null,
  -- first day in force, until the next one's
  from_date text not null,
  -- JSON: schema/domain/plans/plan.ts, PlanRules
  rules text not null,
  primary key (plan, version)
) strict;

-- what is to become a plan's next version; the revision counts on when a draft is discarded or published
create table plan_drafts (
  plan text primary key references plans (code),
  revision integer not null,
  -- the version it was begun from; null: none was published
  based_on integer,
  -- JSON as above; null: there is no draft now
  rules text,
  saved_at integer not null,
  saved_by text not null
) strict;

create table service_groups (
  code text primary key,
  name text not null
) strict, without rowid;
insert into service_groups (code, name) values
  ('consultation', 'Consultations'),
  ('procedure', 'Procedures'),
  ('drug', 'Drugs'),
  ('laboratory', 'Laboratory tests'),
  ('imaging', 'Imaging'),
  ('consumable', 'Consumables'),
  ('admission', 'Admission and ward care'),
  ('dental', 'Dental care'),
  ('optical', 'Optical care'),
  ('maternity', 'Maternity care'),
  ('other', 'Other services');

-- for whom a service makes sense; null: anybody
alter table services add column sex text;
alter table services add column age_from integer;
alter table services add column age_to integer;
-- days that must lie between two dates of it for one person; null: none
alter table services add column min_interval_days integer;
-- 1 (lowest) to 5, of consultations; null: none
alter table services add column consultation_level integer;
-- JSON: the codes of the services that a package holds
alter table services add column parts text not null default '[]';
-- the list of a group, in the order of the codes
create index services_of_group on services (service_group, code);
