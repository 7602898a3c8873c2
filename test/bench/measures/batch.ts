import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '@libsql/client';
import { batch_claims_max } from '../../../schema/domain/piles/batch.ts';
import { type Bench, doAll } from '../bench.ts';
import { type Figure, timeFigure } from '../figure.ts';
import { median } from '../load.ts';

const runs = 3;
/** Nothing else of the load is of these days: a claim of the same day and service is a duplicate. */
const first_days_ago = 400;

/** Files so many claims of one billing month at the bench's facility; their numbers. */
async function file(
  bench: Bench,
  name: string,
  daysAgo: number,
): Promise<{ numbers: string[]; month: string }> {
  const startedAt = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  const filed = await doAll(
    bench,
    Array.from({ length: batch_claims_max }, (_, nth) => ({
      id: `${name}-${nth}`,
      command: {
        type: 'SubmitClaim',
        input: { ...bench.insurer.filing(5), startedAt, externalId: `${name}-${nth}` },
      },
    })),
  );
  return { numbers: filed.map(({ number }) => String(number)), month: startedAt.slice(0, 7) };
}

/** How many of a batch were decided, and when the journal says that it was begun and ended. */
async function settled(bench: Bench, batchId: string): Promise<{ decided: number; ms: number }> {
  const client = createClient({
    url: bench.product.databaseUrl.replace('{db}', `tenant-${bench.insurer.tenant.id}`),
    authToken: bench.product.databaseToken,
  });
  for (;;) {
    const { rows } = await client.execute({
      sql: `select count(*) filter (where action = 'DecideInBatch') decided, max(at) - min(at) ms,
        count(*) filter (where action = 'CloseBatch') closed
        from journal where command_id = ?1 or command_id between ?2 || ':' and ?2 || ';'`,
      args: [`decide-${batchId}`, batchId],
    });
    const [row] = rows;
    if (Number(row?.closed) > 0) {
      client.close();
      return { decided: Number(row?.decided), ms: Number(row?.ms) };
    }
    await wait(20);
  }
}

/** One decision on 500 claims of a pile: each is decided by its own rules, with an entry of its own. */
export async function measureBatch(bench: Bench): Promise<Figure[]> {
  const [manager] = bench.insurer.staff;
  if (!manager) throw new Error('the insurer has no staff');
  const taken: number[] = [];
  const prepared: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { numbers, month } = await file(bench, `batch${run}`, first_days_ago + run);
    const pile = { facilityId: bench.insurer.facilityId, month, numbers };
    const began = performance.now();
    const [made] = await doAll(bench, [
      { id: `prepare-${run}`, principal: manager, command: { type: 'PrepareBatch', input: pile } },
    ]);
    prepared.push(performance.now() - began);
    const batchId = String(made?.batchId);
    const input = { batchId, verb: 'approve' } as const;
    await doAll(bench, [
      { id: `decide-${batchId}`, principal: manager, command: { type: 'DecideBatch', input } },
    ]);
    const { decided, ms } = await settled(bench, batchId);
    if (decided < batch_claims_max * 0.95) throw new Error(`${decided} of ${batch_claims_max} were decided`);
    taken.push(ms);
  }
  return [
    timeFigure(
      `one decision on ${batch_claims_max} claims, booked and durable, until all are decided`,
      median(taken),
      1_000,
    ),
    timeFigure('… put together and judged beforehand', median(prepared)),
  ];
}
