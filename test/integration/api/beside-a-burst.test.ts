import { expect, test } from 'vitest';
import { aClaim, anInsurer, ask, tenantKey } from './an-integrator.ts';

const burst_claims = 320;
const own_claims = 6;
const day_ms = 86_400_000;

/** The order in which claims were decided on is their numbers'. */
const orderOf = (number: string) => Number(number.split('-').at(-1));

test('beside others a burst of one key goes on in small steps, and nobody waits for more than a few of it', async () => {
  const insurer = await anInsurer();
  const other = await tenantKey(insurer.tenantId);
  const send = async (key: string, name: string, nth: number) => {
    const startedAt = new Date(Date.now() - (nth % 80) * day_ms).toISOString();
    const body = aClaim({ startedAt, externalId: `${name}-${nth}` });
    const { status, body: receipt } = await ask('POST', '/v1/claims', {
      key,
      idempotencyKey: `${name}-${nth}`,
      body,
    });
    if (status !== 201) throw new Error(JSON.stringify(receipt));
    return orderOf(receipt.number);
  };
  let left = burst_claims;
  const burst = Array.from({ length: burst_claims }, (_, nth) =>
    send(insurer.key, 'burst', nth).finally(() => {
      left -= 1;
    }),
  );
  await Promise.race(burst);
  const own: number[] = [];
  for (let nth = 0; nth < own_claims; nth += 1) own.push(await send(other, 'other', nth));
  const leftThen = left;
  const orders = await Promise.all(burst);

  // What had been begun when the other came is before its first claim. Eight of the burst are worked on beside each later one
  // of it, and as many may have been half done by then.
  const between = (own.at(-1) ?? 0) - (own[0] ?? 0);
  expect(between).toBeLessThanOrEqual((own_claims - 1) * 16);
  expect(leftThen).toBeGreaterThan(burst_claims / 2);
  expect(new Set(orders).size).toBe(burst_claims);
});
