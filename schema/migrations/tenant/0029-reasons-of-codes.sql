-- codes that are none, or of other days, have reasons of their own: a tenant that is open already has a table without them
insert or ignore into reason_codes (code, name, reason_group)
select new.code, new.name, 'CO' from (
  select '15' as code, 'Authorization number is not valid' as name
  union all select '302', 'Authorization is for another day'
) as new where exists (select 1 from reason_codes);
