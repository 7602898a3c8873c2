import type { Row } from '@libsql/client/web';
import type { Finding, Reader } from './finding.ts';

/** Two questions that must have the same answer: what the rows say, and what is kept beside them. */
interface Comparison {
  check: string;
  rows: string;
  kept: string;
}

const comparisons: readonly Comparison[] = [
  {
    check: 'risk events',
    rows: `select c.id, f.value->>'n' n, f.value->>'rule' rule, f.value->>'state' state, c.facility_id, c.billing_month
      from claims c, json_each(c.body, '$.flags') f
      union all select -a.id, f.value->>'n', f.value->>'rule', f.value->>'state', a.facility_id, substr(a.service_date, 1, 7)
      from authorizations a, json_each(a.body, '$.flags') f`,
    kept: 'select claim_id, n, rule, state, facility_id, billing_month from risk_events',
  },
  {
    check: 'risk counts',
    rows: `select facility_id, billing_month, rule, count(*), sum(state = 'CONFIRMED'), sum(state = 'DISMISSED')
        from risk_events group by 1, 2, 3
      union all select '', '', rule, count(*), sum(state = 'CONFIRMED'), sum(state = 'DISMISSED') from risk_events group by 3`,
    kept: `select facility_id, billing_month, rule, raised, confirmed, dismissed from risk_counts
      where raised <> 0 or confirmed <> 0 or dismissed <> 0`,
  },
  {
    // By day only the tenant's zone could tell; over all days it is the same.
    check: 'days',
    rows: `select 'in', state, count(*), 0 from claims group by 2
      union all select 'decided', decided_by, sum(state in ('APPROVED', 'SETTLED')), sum(state = 'REJECTED') from claims
        where decided_by is not null and state in ('APPROVED', 'SETTLED', 'REJECTED') group by 2`,
    kept: `select 'in', state, sum(claims), 0 from claim_days group by 2 having sum(claims) <> 0
      union all select 'decided', decided_by, sum(approved), sum(rejected) from decision_days
        group by 2 having sum(approved) <> 0 or sum(rejected) <> 0`,
  },
];

const lineOf = (row: Row): string => Array.from({ length: row.length }, (_, at) => String(row[at])).join(' ');

/** Whether risk events are the flags of their claims, and what is counted of them and by day is the sum of the rows. */
export async function verifyRisk(client: Reader): Promise<Finding[]> {
  const answers = await client.batch(comparisons.flatMap(({ rows, kept }) => [rows, kept]));
  return comparisons.flatMap(({ check }, nth) => {
    const [is = [], says = []] = [answers[nth * 2], answers[nth * 2 + 1]].map((one) => one?.rows.map(lineOf));
    const [rows, kept] = [new Set(is), new Set(says)];
    return [
      ...is.filter((line) => !kept.has(line)).map((line) => `the rows say ${line}; what is kept does not`),
      ...says.filter((line) => !rows.has(line)).map((line) => `kept is ${line}; the rows do not say so`),
    ].map((message) => ({ check, message }));
  });
}
