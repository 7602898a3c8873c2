import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toRequests } from '../../../examples/synthea/requests.ts';
import { newestMoment, readSynthea } from '../../../examples/synthea/tables.ts';

const data = readSynthea();
const terms = { days: 1024, currency: 'NGN', timeZone: 'Africa/Lagos' };
const requests = toRequests(data, terms);

/** The charges' amounts summed as text, by a way of its own: kobo as BigInt, straight off the file. */
function chargedKobo(): bigint {
  const rows = readFileSync('examples/synthea/data/claims_transactions.csv', 'utf8')
    .split('\n')
    .map((line) => line.split(','))
    .filter((cells) => cells[4] === 'CHARGE');
  return rows.reduce((sum, cells) => {
    const [whole = '0', part = ''] = (cells[5] ?? '').split('.');
    return sum + BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
  }, 0n);
}

test('every claim and every charge becomes a claim and a line', () => {
  expect(requests.claims).toHaveLength(1267);
  expect(requests.claims.flatMap((claim) => claim.lines)).toHaveLength(1545);
  expect(new Set(requests.claims.map((claim) => claim.externalId)).size).toBe(1267);
});

test('the claims sum to what the charges sum to', () => {
  const claimed = requests.claims.reduce((sum, claim) => sum + claim.total, 0);
  expect(BigInt(claimed)).toBe(chargedKobo());
  expect(claimed).toBe(109_240_273);
});

test('each total is the sum of its lines, each a whole number of minor units', () => {
  for (const claim of requests.claims) {
    const sum = claim.lines.reduce((total, line) => total + line.quantity * line.unitPrice, 0);
    expect(claim.total).toBe(sum);
    expect(claim.lines.every((line) => Number.isSafeInteger(line.unitPrice) && line.quantity >= 1)).toBe(
      true,
    );
  }
});

test('49 claims ask for nothing: 127 charges of the data are 0.00', () => {
  expect(requests.claims.filter((claim) => claim.total === 0)).toHaveLength(49);
  expect(requests.claims.flatMap((claim) => claim.lines).filter((line) => line.unitPrice === 0)).toHaveLength(
    127,
  );
});

test('604 encounters are named by 1,267 claims', () => {
  expect(new Set(requests.claims.map((claim) => claim.encounterId)).size).toBe(604);
});

test('only what the claims need is created first', () => {
  expect(requests.facilities).toHaveLength(51);
  expect(requests.services).toHaveLength(118);
  expect(requests.enrollees).toHaveLength(27);
  expect(requests.facilities.filter(({ body }) => body.kind === 'hospital').length).toBeGreaterThan(10);
});

test('the oldest claim comes first and the newest moment is that of an encounter of 2024', () => {
  expect(requests.claims[0]?.startedAt.slice(0, 10)).toBe('1970-11-10');
  expect(newestMoment(data)).toBe('2024-02-02T20:42:14Z');
});
