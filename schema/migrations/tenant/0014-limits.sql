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
