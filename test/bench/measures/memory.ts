import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Product, startProduct } from '../../support/product.ts';
import type { Bench } from '../bench.ts';
import { type Figure, memoryFigure } from '../figure.ts';
import { freePort, heapOf } from '../inspector.ts';
import { askOnce, queueFilters } from './queue.ts';

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

/** What lives in the isolate, with every actor and the worker in it, after whatever load there was. */
export async function measureHeap(product: Product, port: number): Promise<Figure[]> {
  const { before, after } = await heapWhileStirred(product, port);
  return [
    memoryFigure(
      'heap of the one isolate with all actors, after that, garbage collected',
      (after ?? before).used,
      128,
    ),
  ];
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
