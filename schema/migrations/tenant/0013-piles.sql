-- all claims of one facility in one billing month: sums that the commands keep, one row a pile and cycle
-- (schema/domain/piles/pile.ts says what each of them counts)
create table piles (
  facility_id text not null,
  month text not null,
  claims integer not null,
  open integer not null,
  queried integer not null,
  clean integer not null,
  flagged integer not null,
  passed integer not null,
  rejected integer not null,
  withdrawn integer not null,
  claimed integer not null,
  recommended integer not null,
  approved integer not null,
  undecided integer not null,
  flags integer not null,
  primary key (facility_id, month)
) strict, without rowid;
create index piles_by_weight on piles (undecided, month, facility_id) where open > 0;
create index piles_by_flags on piles (flags, undecided, month, facility_id) where open > 0;
create index piles_of_month on piles (month, undecided, facility_id);

-- a pile's claims in rank order, decided ones among them
create index claims_of_pile on claims (facility_id, billing_month, rank_at, id);

insert into piles
select
  facility_id,
  billing_month,
  sum(state <> 'WITHDRAWN'),
  sum(is_open),
  sum(state = 'QUERIED'),
  sum(is_open and state <> 'QUERIED' and passes and open_flags = 0 and holds = 0),
  sum(is_open and open_flags > 0),
  sum(state in ('APPROVED', 'SETTLED')),
  sum(state = 'REJECTED'),
  sum(state = 'WITHDRAWN'),
  sum(iif(state <> 'WITHDRAWN', claimed, 0)),
  sum(iif(state <> 'WITHDRAWN', recommended, 0)),
  sum(iif(state <> 'WITHDRAWN', coalesce(approved, 0), 0)),
  sum(iif(is_open, claimed, 0)),
  sum(iif(is_open, open_flags, 0))
from (
  select
    facility_id,
    billing_month,
    state,
    claimed,
    approved,
    state in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'QUERIED', 'RESUBMITTED') as is_open,
    coalesce(json_extract(body, '$.recommended.approved'), 0) as recommended,
    coalesce(json_extract(body, '$.recommended.clean'), 0) as passes,
    coalesce(json_array_length(body, '$.holds'), 0) as holds,
    (select count(*) from json_each(body, '$.flags') where value ->> 'state' = 'OPEN') as open_flags
  from claims
)
group by 1, 2;
