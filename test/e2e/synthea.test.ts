import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TenantCommand } from '../../schema/commands.ts';
import { makeId } from '../../schema/domain/ids.ts';
import { openDoor } from '../../selfhost/door.ts';
import { makeApiKey } from '../../worker/directory/make-api-key.ts';
import { type Product, startProduct } from '../support/product.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const run = promisify(execFile);
const scopes = [
  'claim.create',
  'claim.view',
  'client.create',
  'client.update',
  'enrollee.create',
  'enrollee.update',
  'network.link',
  'plan.publish',
  'service.update',
];
const tenantId = makeId(
  Date.UTC(2026, 0, 1),
  Uint8Array.from({ length: 10 }, (_, place) => place),
);

let product: Product;
let apiKey: string;

/** A tenant that takes claims of any age, and a key of its own for the program. */
beforeAll(async () => {
  product = await startProduct();
  const door = openDoor({ origin: product.internalOrigin, systemToken: product.systemToken });
  const key = makeApiKey();
  const commands: TenantCommand[] = [
    {
      type: 'OpenTenant',
      input: {
        slug: 'synthea',
        name: 'Synthea Mutual',
        prefix: 'SYN',
        currency: 'NGN',
        zone: 'Africa/Lagos',
        filingWindowDays: null,
      },
    },
    { type: 'IssueApiKey', input: { id: key.id, name: 'Integrator', scopes, secretHash: key.secretHash } },
  ];
  for (const [index, command] of commands.entries())
    await door.send({ kind: 'tenant', id: tenantId }, [
      { id: `synthea-opening-${index}`, at: Date.now(), command },
    ]);
  apiKey = key.key;
});

afterAll(async () => {
  await product?.stop();
});

/** What the program said it did; only what the tests ask of it. */
interface Said {
  claims: { inData: number; filed: number; repeated: number; skipped: number; refused: number };
  listed: { claims: number; lines: number; claimed: number };
  judged: {
    full: { lines: number };
    refused: { reasons: string; lines: number }[];
    reduced: { reasons: string; lines: number }[];
    unjudged: number;
  };
  refused: { what: string; id: string; reason: string }[];
}

async function fileClaims(...more: string[]): Promise<Said> {
  const program = [
    'examples/synthea/file-claims.ts',
    '--url',
    product.origin,
    '--key',
    apiKey,
    '--json',
    ...more,
  ];
  const { stdout } = await run(process.execPath, program, { maxBuffer: 16 << 20 });
  return JSON.parse(stdout);
}

/** Kobo of the charges by claim, straight from the files, by no code of the program's. */
function chargedByClaim(): Map<string, number[]> {
  const rows: Record<string, string>[] = parse(
    readFileSync('examples/synthea/data/claims_transactions.csv'),
    { columns: true },
  );
  const charges = rows.filter(({ TYPE }) => TYPE === 'CHARGE');
  const byClaim = Map.groupBy(charges, ({ CLAIMID }) => CLAIMID ?? '');
  return new Map(
    [...byClaim].map(([id, those]) => [id, those.map(({ AMOUNT }) => Math.round(Number(AMOUNT) * 100))]),
  );
}

/** Every claim of the tenant as `GET /v1/claims` answers it. */
async function listed(): Promise<
  { externalId: string; number: string; claimed: number; lines: { claimed: number }[] }[]
> {
  const found = [];
  for (let cursor = ''; ; ) {
    const address = new URL('/v1/claims?limit=200', product.origin);
    if (cursor) address.searchParams.set('cursor', cursor);
    const response = await fetch(address, { headers: { 'x-api-key': apiKey } });
    expect(response.status).toBe(200);
    const page = await response.json();
    found.push(...page.data);
    if (!page.next) return found;
    cursor = page.next;
  }
}

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

test('the claims that are there and those refused are together the claims of the files, to the kobo', async () => {
  const said = await fileClaims();
  const charged = chargedByClaim();
  expect(charged.size).toBe(1267);
  expect([...charged.values()].flat()).toHaveLength(1545);

  const refused = new Set(said.refused.filter(({ what }) => what === 'claims').map(({ id }) => id));
  const there = await listed();
  expect(there.length + refused.size).toBe(1267);
  expect(new Set(there.map(({ number }) => number)).size).toBe(there.length);
  for (const claim of there) {
    const amounts = charged.get(claim.externalId) ?? [];
    expect(claim.lines.map((line) => line.claimed).sort()).toEqual(amounts.sort());
    expect(claim.claimed).toBe(sum(amounts));
    expect(refused.has(claim.externalId)).toBe(false);
  }
  const lost = sum([...refused].flatMap((id) => charged.get(id) ?? []));
  expect(sum(there.map(({ claimed }) => claimed)) + lost).toBe(sum([...charged.values()].flat()));
  expect(said.listed.claims).toBe(there.length);
  expect(said.refused).toEqual([]);
});

test('every line is judged: most are paid, and some refused or reduced for each of several reasons', async () => {
  const { judged } = await fileClaims();
  const lines = (rows: { lines: number }[]) => sum(rows.map((row) => row.lines));
  expect(judged.full.lines + lines(judged.refused) + lines(judged.reduced)).toBe(1545);
  expect(judged.unjudged).toBe(0);
  expect(judged.full.lines).toBeGreaterThan(500);
  const reasons = new Set(judged.refused.map((row) => row.reasons));
  for (const reason of ['18', '96', '119', '197'])
    expect([reason, reasons.has(reason)]).toEqual([reason, true]);
  const lowered = new Set(judged.reduced.flatMap((row) => row.reasons.split(' + ')));
  for (const reason of ['2', '3', '45', '119']) expect([reason, lowered.has(reason)]).toEqual([reason, true]);
});

test('a second run files nothing and says the same of every line, and sending everything again files nothing twice', async () => {
  const before = await listed();
  const first = await fileClaims();
  const second = await fileClaims();
  expect(second.judged).toEqual(first.judged);
  expect(second.claims).toMatchObject({ filed: 0, skipped: before.length });
  const again = await fileClaims('--resend');
  expect(again.claims).toMatchObject({ repeated: before.length, refused: 0 });
  expect(await listed()).toEqual(before);
});
