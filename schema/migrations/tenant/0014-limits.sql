-- how much may be approved alone, by role (`role:<key>`) or API key (`key:<id>`); a holder or kind that is not here: nothing
create table approval_limits (
  holder text primary key,
  -- JSON by kind: minor units, or "unlimited" (schema/domain/limits/approval-limits.ts)
  limits text not null
) strict, without rowid;
insert into approval_limits (holder, limits)
  select 'role:' || key, case key
    when 'admin' then '{"claim":"unlimited"}'
    when 'claims-manager' then '{"claim":500000000}'
    else '{"claim":50000000}' end
  from roles where key in ('admin', 'claims-manager', 'adjudicator');

-- the amount that waits for a second person, while it does; and who decided
alter table claims add column proposed integer;
alter table claims add column decided_by text;
update claims set decided_by = body ->> '$.decidedBy' where decided_at is not null;
-- proposals in the queue's order; what somebody decided, by the moment; what waits, by when it came
create index claims_proposed on claims (rank_at, id) where proposed is not null;
create index claims_decided on claims (decided_by, decided_at, id) where decided_by is not null;
create index claims_waiting on claims (state, submitted_at, id) where state in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'QUERIED', 'RESUBMITTED');

-- what a manager's dashboard counts, kept in the same batch as what it counts; days are the tenant's own:
-- claims by the day they came in and the state they are in
create table claim_days (
  day text not null,
  state text not null,
  claims integer not null,
  primary key (day, state)
) strict, without rowid;
create index claim_days_waiting on claim_days (state, day)
  where claims <> 0 and state in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'QUERIED', 'RESUBMITTED');
-- claims that stand decided, by the day and by whom; straight: those the straight-through rule approved
create table decision_days (
  day text not null,
  decided_by text not null,
  approved integer not null,
  rejected integer not null,
  straight integer not null,
  primary key (day, decided_by)
) strict, without rowid;
insert into claim_days (day, state, claims)
  select date(submitted_at / 1000, 'unixepoch', '+1 hour'), state, count(*) from claims group by 1, 2;
insert into decision_days (day, decided_by, approved, rejected, straight)
  select date(decided_at / 1000, 'unixepoch', '+1 hour'), decided_by, sum(state in ('APPROVED', 'SETTLED')), sum(state = 'REJECTED'),
    sum(state in ('APPROVED', 'SETTLED') and decided_by = 'system' and body ->> '$.straightThrough.rule' is not null)
  from claims where decided_by is not null and state in ('APPROVED', 'SETTLED', 'REJECTED') group by 1, 2;
