-- what a role may approve alone of a claim it may grant alone on a request, until somebody says otherwise
update approval_limits set limits = json_set(limits, '$.authorization', limits -> '$.claim')
  where limits ->> '$.claim' is not null and limits ->> '$.authorization' is null and holder like 'role:%';
