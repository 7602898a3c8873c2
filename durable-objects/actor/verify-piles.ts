import type { Row } from '@libsql/client/web';
import { type PileFigures, pileSums } from '../../schema/domain/piles/pile.ts';
import type { Finding, Reader } from './finding.ts';

const open = `state in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'QUERIED', 'RESUBMITTED')`;
const flags = `(select count(*) from json_each(body, '$.flags') where value->>'state' = 'OPEN')`;
const clean = `(coalesce(body->>'$.recommended.clean', 0) and ${flags} = 0 and coalesce(json_array_length(body, '$.holds'), 0) = 0)`;
const unless = (no: string, amount: string) => `iif(${no}, 0, coalesce(${amount}, 0))`;
const withdrawn = `state = 'WITHDRAWN'`;

/** Each figure as one claim's row says it. */
const ofRow: PileSql = {
  claims: `not (${withdrawn})`,
  open,
  queried: `state = 'QUERIED'`,
  clean: `${open} and state <> 'QUERIED' and ${clean}`,
  flagged: `${open} and ${flags} > 0`,
  passed: `state in ('APPROVED', 'SETTLED')`,
  rejected: `state = 'REJECTED'`,
  withdrawn,
  claimed: unless(withdrawn, 'claimed'),
  recommended: unless(withdrawn, `body->>'$.recommended.approved'`),
  approved: unless(withdrawn, 'approved'),
  undecided: `iif(${open}, claimed, 0)`,
  flags: `iif(${open}, ${flags}, 0)`,
};
type PileSql = Record<keyof PileFigures, string>;

const counted = `select facility_id, billing_month as month, ${pileSums
  .map((name) => `cast(sum(${ofRow[name]}) as text) as ${name}`)
  .join(', ')} from claims group by 1, 2`;
const kept = `select facility_id, month, ${pileSums.map((name) => `cast(piles.${name} as text) as ${name}`).join(', ')}
  from piles where claims <> 0 or withdrawn <> 0`;

const lineOf = (row: Row): string =>
  `${row.facility_id} ${row.month}: ${pileSums.map((name) => `${name} ${row[name]}`).join(', ')}`;

/** Whether every pile is the sum of its claims. */
export async function verifyPiles(client: Reader): Promise<Finding[]> {
  const [is = [], says = []] = (await client.batch([counted, kept])).map(({ rows }) => rows.map(lineOf));
  const [rows, piles] = [new Set(is), new Set(says)];
  return [
    ...is.filter((line) => !piles.has(line)).map((line) => `the claims say ${line}; the pile does not`),
    ...says.filter((line) => !rows.has(line)).map((line) => `the pile says ${line}; the claims do not`),
  ].map((message) => ({ check: 'piles', message }));
}
