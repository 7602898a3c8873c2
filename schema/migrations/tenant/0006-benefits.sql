-- where a person's services and visits stand among their claims: looked up when another claim of theirs is judged. Written
-- once, when a claim is filed; what became of it is the claim's own. `subject`: a service in a year, or a visit.
create table uses (
  enrollee_id text not null,
  subject text not null,
  claim_id integer not null,
  line integer not null,
  day text not null,
  facility_id text not null,
  primary key (enrollee_id, subject, claim_id, line)
) strict, without rowid;

-- the benefit ledger (members.md): append-only, one row an entry, numbered within its journal entry
create table ledger (
  family_id text not null,
  -- first day of the plan year it counts in
  period text not null,
  seq integer not null,
  n integer not null,
  at integer not null,
  kind text not null check (kind in ('RESERVE', 'RELEASE', 'CONSUME', 'REVERSE')),
  enrollee_id text not null,
  plan text not null,
  benefit text not null,
  amount integer not null,
  units integer not null,
  days integer not null,
  visits integer not null,
  deductible integer not null,
  overall_deductible integer not null,
  service_date text not null,
  claim_id integer,
  line integer,
  authorization text,
  primary key (family_id, period, seq, n)
) strict, without rowid;
create index ledger_of_claim on ledger (claim_id) where claim_id is not null;

-- a family's use in one plan year, by person, plan and benefit: always the sum of its ledger entries
create table accounts (
  family_id text not null,
  period text not null,
  -- JSON, schema/domain/benefits/account.ts
  people text not null,
  primary key (family_id, period)
) strict, without rowid;
