import type { Row } from '@libsql/client/web';
import type { Finding, Reader } from './finding.ts';

const shown_max = 20;
const figures = [
  'used',
  'reserved',
  'units',
  'reservedUnits',
  'days',
  'reservedDays',
  'visits',
  'reservedVisits',
  'deductible',
  'overallDeductible',
];

const sum = (column: string, adds: string, takes: string) =>
  `sum(case kind when '${adds}' then ${column} when '${takes}' then -${column} else 0 end)`;
const used = (column: string) => sum(column, 'CONSUME', 'REVERSE');
const reserved = (column: string) => sum(column, 'RESERVE', 'RELEASE');

const sums = [
  used('amount'),
  reserved('amount'),
  used('units'),
  reserved('units'),
  used('days'),
  reserved('days'),
  used('visits'),
  reserved('visits'),
  used('deductible'),
  used('overall_deductible'),
];
const named = sums.map((each, i) => `${each} as "${figures[i]}"`).join(', ');
const something = figures.map((name) => `"${name}" <> 0`).join(' or ');

// Around the sums: where a column of the ledger has a sum's name, `having` would mean the column.
const byLedger = `select * from (select family_id, period, enrollee_id, plan, benefit, ${named} from ledger
  group by family_id, period, enrollee_id, plan, benefit) where ${something}`;
const byAccounts = `select a.family_id, a.period, person.key as enrollee_id, plan.key as plan, benefit.key as benefit,
    ${figures.map((name) => `benefit.value->>'${name}' as "${name}"`).join(', ')}
  from accounts a, json_each(a.people) person, json_each(person.value) plan, json_each(plan.value) benefit
  where ${figures.map((name) => `benefit.value->>'${name}' <> 0`).join(' or ')}`;

const line = (row: Row): string => {
  const { family_id: family, period, enrollee_id: person, plan, benefit } = row;
  const said = figures.filter((name) => Number(row[name]) !== 0).map((name) => `${name} ${row[name]}`);
  return `${person} of family ${family}, ${plan} ${benefit} from ${period}: ${said.join(', ')}`;
};

/** Claims that were decided on a recommendation: what their ledger entries come to, and whether each line's parts are the whole. */
const byClaim = `select c.number, coalesce(c.approved, 0) approved, c.state,
    coalesce((select ${used('amount')} from ledger where claim_id = c.id), 0) booked
  from claims c
  where (select sum(l.value->>'judged' is not null) from json_each(c.body, '$.lines') l) > 0 or exists (select 1 from ledger where claim_id = c.id)`;
const unbooked = `select number, approved, booked from (${byClaim})
  where booked <> case when state in ('APPROVED', 'SETTLED') then approved else 0 end limit ${shown_max}`;
const unequal = `select c.number, l.value->>'line' line from claims c, json_each(c.body, '$.lines') l
  where l.value->>'judged' is not null and l.value->>'claimed' <> l.value->>'approved'
    + coalesce(l.value->>'enrolleeShare', 0) + coalesce(l.value->>'facilityShare', 0) limit ${shown_max}`;

/** What codes have reserved, by the ledger and by the lines they were given for. */
const reservedByCode = `select authorization, ${reserved('amount')} amount, ${reserved('units')} units from ledger
  where authorization is not null group by authorization`;
const leftByCode = `select a.code authorization,
    sum(max(0, l.value->>'approved' - l.value->>'used')) amount, sum(l.value->>'approvedQuantity' - l.value->>'usedQuantity') units
  from authorizations a, json_each(a.body, '$.lines') l
  where l.value->>'$.reservation.plan' is not null and l.value->>'approvedQuantity' > l.value->>'usedQuantity' group by a.code`;
const reservedOff = `select authorization, sum(amount) amount, sum(units) units from (
    select * from (${reservedByCode}) union all select authorization, -amount, -units from (${leftByCode}))
  group by authorization having sum(amount) <> 0 or sum(units) <> 0 limit ${shown_max}`;

/**
 * Where a family's account is not the sum of its ledger entries (members.md, Benefit ledger), recomputed by the database
 * itself and not by the functions that wrote it; where a claim's entries do not come to what was approved of it; where a
 * line's parts are not the whole; where a code has reserved what is not left of it. Empty: everything is equal.
 */
export async function verifyBenefits(client: Reader): Promise<Finding[]> {
  const [ledgerOnly, accountsOnly, claimsOff, linesOff, codesOff] = await client.batch([
    `select * from (${byLedger} except ${byAccounts}) limit ${shown_max}`,
    `select * from (${byAccounts} except ${byLedger}) limit ${shown_max}`,
    unbooked,
    unequal,
    reservedOff,
  ]);
  const finding = (message: string): Finding => ({ check: 'benefits', message });
  return [
    ...(ledgerOnly?.rows ?? []).map((row) => finding(`the ledger says ${line(row)}; the account does not`)),
    ...(accountsOnly?.rows ?? []).map((row) => finding(`the account says ${line(row)}; the ledger does not`)),
    ...(claimsOff?.rows ?? []).map(({ number, approved, booked }) =>
      finding(`claim ${number} was approved with ${approved}; its ledger entries come to ${booked}`),
    ),
    ...(linesOff?.rows ?? []).map((row) =>
      finding(`line ${row.line} of claim ${row.number} is not the sum of its parts`),
    ),
    ...(codesOff?.rows ?? []).map(({ authorization, amount, units }) =>
      finding(`what ${authorization} has reserved is ${amount} and ${units} units off what is left of it`),
    ),
  ];
}
