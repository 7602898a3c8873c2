import type { InStatement, Row } from '@libsql/client/web';
import type { Finding, Reader } from './finding.ts';
import { type Entry, entryHash, genesis, type Head } from './journal.ts';
import { verifyBaselines } from './verify-baselines.ts';
import { verifyBenefits } from './verify-benefits.ts';
import { verifyPiles } from './verify-piles.ts';
import { verifyRequests } from './verify-requests.ts';
import { verifyRisk } from './verify-risk.ts';

const page_rows = 5_000;

const entryOf = (row: Row): Entry => ({
  seq: Number(row.seq),
  commandId: String(row.command_id),
  at: Number(row.at),
  actor: String(row.actor),
  action: String(row.action),
  subject: String(row.subject),
  data: String(row.data),
  sealed: row.sealed === null || row.sealed === undefined ? null : String(row.sealed),
  inputHash: String(row.input_hash),
  prevHash: String(row.prev_hash),
  hash: String(row.hash),
});

/** What a claim's last entry says of it. */
interface Last {
  state: string;
  version: number;
}

/** Why an entry does not follow the one before; null when it does. */
function fault(head: Head, entry: Entry): string | null {
  if (entry.seq !== head.seq + 1) return `entry ${entry.seq} follows entry ${head.seq}: numbers are missing`;
  if (entry.prevHash !== head.hash) return `entry ${entry.seq} does not name the hash of the entry before it`;
  if (entry.hash !== entryHash(entry)) return `entry ${entry.seq} has been rewritten: its hash does not fit`;
  return null;
}

/** The claims an entry speaks of, and what it says of them: a facility's entry may speak of many. */
function saidBy({ subject, data }: Entry): [string, Last][] {
  if (subject.startsWith('claim:')) {
    const { state, version }: Last = JSON.parse(data);
    return [[subject, { state, version }]];
  }
  if (!subject.startsWith('claims:')) return [];
  const { tenant, claims }: { tenant: string; claims: (Last & { number: string })[] } = JSON.parse(data);
  return claims.map(({ number, state, version }) => [`claim:${tenant}:${number}`, { state, version }]);
}

/** Walks the whole chain, and remembers what each claim's last entry says. */
async function walk(client: Reader): Promise<{ findings: Finding[]; last: Map<string, Last> }> {
  const findings: Finding[] = [];
  const last = new Map<string, Last>();
  let head: Head = genesis;
  for (;;) {
    const { rows } = await client.execute({
      sql: 'select * from journal where seq > ? order by seq limit ?',
      args: [head.seq, page_rows],
    });
    for (const entry of rows.map(entryOf)) {
      const message = fault(head, entry);
      if (message) findings.push({ check: 'chain', message });
      head = entry;
      for (const [subject, says] of saidBy(entry)) last.set(subject, says);
    }
    if (rows.length < page_rows) return { findings, last };
  }
}

const kinds = {
  tenant: {
    subject: `'claim:' || id`,
    counts: `select '' as grp, state, count(*) claims, cast(sum(claimed) as text) claimed, cast(sum(coalesce(approved, 0)) as text) approved from claims group by 2
      union all select facility_id, state, count(*), cast(sum(claimed) as text), cast(sum(coalesce(approved, 0)) as text) from claims group by 1, 2`,
    kept: 'select facility_id as grp, state, claims, cast(claimed as text) claimed, cast(approved as text) approved from claim_counts where claims <> 0 or claim_counts.claimed <> 0 or claim_counts.approved <> 0',
  },
  facility: {
    subject: `'claim:' || tenant_id || ':' || number`,
    counts: `select '' as grp, state, count(*) claims, cast(sum(claimed) as text) claimed, cast(sum(coalesce(approved, 0)) as text) approved from claims group by 2`,
    kept: `select '' as grp, state, claims, cast(claimed as text) claimed, cast(approved as text) approved from claim_counts where claims <> 0 or claim_counts.claimed <> 0 or claim_counts.approved <> 0`,
  },
} as const;

const countLines = (rows: Row[]) =>
  new Set(
    rows.map((row) => [row.grp, row.state, row.claims, row.claimed, row.approved].map(String).join(' ')),
  );

async function read(client: Reader, statements: InStatement[]): Promise<Row[][]> {
  return (await client.batch(statements)).map((result) => result.rows);
}

/**
 * What does not hold in an organisation's database: the journal's chain is unbroken and without gaps, the running
 * counts equal the rows, every claim is as its last journal entry says, every account is the sum of its ledger and every pile that of its claims. Empty:
 * all of it holds.
 */
export async function verifyOrganisation(kind: 'tenant' | 'facility', client: Reader): Promise<Finding[]> {
  const { subject, counts, kept } = kinds[kind];
  const { findings, last } = await walk(client);
  const [counted = [], stored = [], claims = []] = await read(client, [
    counts,
    kept,
    `select ${subject} as subject, state, version from claims`,
  ]);
  const [is, says] = [countLines(counted), countLines(stored)];
  for (const line of is)
    if (!says.has(line))
      findings.push({ check: 'counts', message: `the rows say ${line}, the running counts do not` });
  for (const line of says)
    if (!is.has(line))
      findings.push({ check: 'counts', message: `the running counts say ${line}, the rows do not` });
  for (const row of claims) {
    const said = last.get(String(row.subject));
    if (said?.state !== row.state || said?.version !== Number(row.version))
      findings.push({
        check: 'claims',
        message: `${row.subject} is ${row.state} version ${row.version}; its last entry says ${said?.state} version ${said?.version}`,
      });
    last.delete(String(row.subject));
  }
  for (const [missing] of last)
    findings.push({ check: 'claims', message: `${missing} is in the journal and has no row` });
  if (kind === 'facility') return findings;
  return [
    ...findings,
    ...(await verifyBenefits(client)),
    ...(await verifyPiles(client)),
    ...(await verifyRisk(client)),
    ...(await verifyBaselines(client)),
    ...(await verifyRequests(client)),
  ];
}
