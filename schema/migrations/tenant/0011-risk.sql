-- what claims usually are: each found by a key that follows from the claim, changed with it in the same batch
create table baselines (
  key text primary key,
  -- JSON, schema/domain/risk/baselines.ts
  data text not null
) strict, without rowid;

-- a person's latest claims of a month, where the next claim's risk rules find them: bounded, however many they file
create table person_months (
  enrollee_id text not null,
  month text not null,
  -- JSON, [[claim id, first day, last day], …] in the order of filing
  claims text not null,
  primary key (enrollee_id, month)
) strict, without rowid;

-- flagged claims only, one row an event; the claim's own row has it too
create table risk_events (
  claim_id integer not null,
  n integer not null,
  -- the journal entry that raised it: newest first
  seq integer not null,
  number text not null,
  at integer not null,
  rule text not null,
  state text not null,
  weight real not null,
  line integer,
  facility_id text not null,
  facility_name text not null,
  billing_month text not null,
  claimed integer not null,
  evidence text not null,
  -- JSON, numbers of the other claims
  claims text not null,
  primary key (claim_id, n)
) strict, without rowid;
create index risk_events_by_state on risk_events (state, seq, n);
create index risk_events_by_rule on risk_events (rule, state, seq, n);
create index risk_events_of_facility on risk_events (facility_id, state, seq, n);
create index risk_events_of_facility_by_rule on risk_events (facility_id, rule, state, seq, n);

-- what became of the events, by pile and rule; '' as facility and month: over everything
create table risk_counts (
  facility_id text not null,
  billing_month text not null,
  rule text not null,
  raised integer not null,
  confirmed integer not null,
  dismissed integer not null,
  primary key (facility_id, billing_month, rule)
) strict, without rowid;

create table investigations (
  id integer primary key,
  state text not null,
  title text not null,
  opened_at integer not null,
  version integer not null,
  -- JSON: the rest of the aggregate (schema/tables/tenant/risk.ts)
  body text not null
) strict;
create index investigations_by_state on investigations (state, id);

-- what is held, found by a claim's facility, its practitioner's licence, or the investigation that it is part of
create table holds (
  subject text primary key,
  -- JSON, schema/domain/investigations/hold-subject.ts
  data text not null,
  -- 1: claims are being held, or let go, in the background
  sweeping integer not null
) strict, without rowid;
create index holds_sweeping on holds (sweeping) where sweeping = 1;

-- the undecided claims of a practitioner, by licence as hold-subject.ts writes it: what a hold on one looks through
create index claims_of_practitioner on claims (
  replace(replace(replace(replace(upper(body ->> '$.practitionerLicence'), ' ', ''), '-', ''), '/', ''), '.', ''), id
) where state in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'QUERIED', 'RESUBMITTED') and body ->> '$.practitionerLicence' is not null;
