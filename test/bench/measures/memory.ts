import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Product, startProduct } from '../../support/product.ts';
import { type Bench, callers, decisions, filings, holdClaims, openBench } from '../bench.ts';
import { type Figure, memoryFigure } from '../figure.ts';
import { freePort, heapOf } from '../inspector.ts';
import { drive } from '../load.ts';
import { askOnce, queueFilters } from './queue.ts';
import { clean, decided, filed } from './rates.ts';

/** What the product holds resident, process by process: pages that two of them share are counted in both. */
export async function measureProcesses(product: Product, when: string, most_mb?: number): Promise<Figure[]> {
  const each = await product.memoryByProcess();
  const sum = Object.values(each).reduce((total, bytes) => total + bytes, 0);
  const parts = Object.entries(each).map(([name, bytes]) => `${name} ${Math.round(bytes / 1024 ** 2)}`);
  const whole = memoryFigure(`memory of all processes ${when}, resident`, sum, most_mb);
  return [{ ...whole, measured: `${whole.measured} (${parts.join(', ')})` }];
}

/** A runtime at rest does not collect when it is asked to. */
async function heapWhileStirred(product: Product, port: number) {
  const stirring = setInterval(() => fetch(product.origin).catch(() => undefined), 100);
  return heapOf(port).finally(() => clearInterval(stirring));
}

/**
 * What lives in the isolate, with the worker and every actor in it, after claims were filed and decided at one insurer: of a product of
 * its own, because a runtime that a debugger may attach to is slower.
 */
export async function measureLoadedHeap(): Promise<Figure[]> {
  const port = await freePort();
  const product = await startProduct({ env: { VETRA_INSPECTOR_PORT: String(port) } });
  try {
    const bench = await openBench(product);
    for (let run = 0; run < 3; run += 1) {
      clean(await drive(product.origin, callers, filings(bench, `filed${run}`, 3000), filed));
      const held = await holdClaims(bench, `decided${run}`, 4000);
      clean(await drive(product.internalOrigin, callers, decisions(bench, `decided${run}`, held), decided));
    }
    const { before, after } = await heapWhileStirred(product, port);
    const what =
      'heap of the isolate after 21,000 claims filed and 12,000 of them decided, garbage collected';
    return [memoryFigure(what, (after ?? before).used, 128)];
  } finally {
    await product.stop();
  }
}

async function actorFiles(dataDir: string): Promise<number> {
  let largest = 0;
  for await (const file of glob(join(dataDir, 'actors/**/*.sqlite')))
    largest = Math.max(largest, (await stat(file)).size);
  return largest;
}

/**
 * The heap of the isolate that an actor lives in (Cloudflare's 128 MB are for it), read by V8's own debugger interface:
 * after waking with so many claims and answering every filter, as it stands and with the garbage collected. What the actor's
 * SQLite holds is outside of it and bounded by the runtime; its file is named beside.
 */
export async function measureActorMemory(bench: Bench, dataDir: string, name: string): Promise<Figure[]> {
  await bench.product.stop();
  const port = await freePort();
  const product = await startProduct({ dataDir, env: { VETRA_INSPECTOR_PORT: String(port) } });
  const inspected = { ...bench, product };
  try {
    for (let round = 0; round < 5; round += 1)
      for (const { query } of queueFilters(inspected)) await askOnce(inspected, query);
    const { before, after } = await heapWhileStirred(product, port);
    return [
      memoryFigure(`heap of the actor's isolate, ${name} open claims, every filter asked`, before.used, 128),
      ...(after ? [memoryFigure('… with its garbage collected', after.used, 128)] : []),
      memoryFigure('… reserved by V8', before.total),
      memoryFigure("… the actor's own SQLite, on disk", await actorFiles(dataDir)),
    ];
  } finally {
    await product.stop();
  }
}
