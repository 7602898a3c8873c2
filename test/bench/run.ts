/**
 * `npm run bench`: the figures of the product on this machine, each beside its aim, the bare limits first. The product
 * runs as a customer runs it, on workerd; `npm run bench -- quick` leaves the million out, `npm run bench -- batch burst`
 * measures these alone. What fails is said in the table, and the rest is measured.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { type Product, startProduct } from '../support/product.ts';
import { measureBare } from './bare/bare.ts';
import { type Bench, callers, openBench } from './bench.ts';
import { type Figure, rateFigure, table, timeFigure } from './figure.ts';
import { fillWithClaims } from './fill.ts';
import { measureAlerts } from './measures/alerts.ts';
import { measureBareBatch } from './measures/bare-batch.ts';
import { measureBatch } from './measures/batch.ts';
import { measureBurst } from './measures/burst.ts';
import { measureEngine } from './measures/engine.ts';
import { measureFrames } from './measures/frames.ts';
import { measureImport } from './measures/import.ts';
import { measureEligibility, measureEnrollees } from './measures/members.ts';
import { measureActorMemory, measureLoadedHeap, measureProcesses } from './measures/memory.ts';
import { measureQueue } from './measures/queue.ts';
import {
  measureDecisions,
  measureFilings,
  measureLargePlan,
  measureStraightThrough,
} from './measures/rates.ts';
import { measureSearch } from './measures/search.ts';
import { measureLostView, measureWaking } from './measures/waking.ts';

const asked = process.argv.slice(2);
const quick = asked.includes('quick');
/** Measures by name; none: all of them. */
const chosen = asked.filter((word) => word !== 'quick');
const dataDir = await mkdtemp(join(tmpdir(), 'vetra-bench-'));
let product: Product = await startProduct({ dataDir });
const figures: Figure[] = [];
const add = (...more: Figure[]) => {
  figures.push(...more);
  process.stderr.write(`${table(more).split('\n').slice(2).join('\n')}\n`);
};

/** The time from the command to the first page, on a built tree and a store that is there. */
async function measureStart(dataDir: string): Promise<Figure> {
  const began = performance.now();
  const product = await startProduct({ dataDir });
  await fetch(product.origin).then((page) => page.text());
  const ms = performance.now() - began;
  await product.stop();
  return timeFigure('npm start on a built tree, to the first page', ms, 3000);
}

/** Starts again on the same store with the actors' views taken away, as when their disk is lost. */
async function startWithoutViews(bench: Bench): Promise<Bench> {
  await rm(join(dataDir, 'actors'), { recursive: true });
  product = await startProduct({ dataDir });
  return { ...bench, product };
}

async function measure(name: string, work: () => Promise<readonly Figure[]>): Promise<void> {
  if (chosen.length > 0 && !chosen.includes(name)) return;
  try {
    add(...(await work()));
  } catch (error) {
    process.exitCode = 1;
    add({
      what: name,
      measured: `failed: ${String(error).slice(0, 200)}`,
      aim: 'no failure',
      reached: false,
    });
  }
}

/** The actor and its queue with so many claims open. Called with a running product, it ends with one. */
async function measureMany(
  bench: Bench,
  upTo: number,
  name: string,
  page_ms: number,
): Promise<readonly Figure[]> {
  await fillWithClaims(bench, upTo);
  const again = await startWithoutViews(bench);
  add(...(await measureLostView(again, name)));
  add(...(await measureWaking(again, name)));
  add(...(await measureQueue(again, name, page_ms)));
  add(...(await measureProcesses(product, `with ${name} open claims`)));
  add(...(await measureActorMemory(again, dataDir, name)));
  product = await startProduct({ dataDir });
  return [];
}

async function measureBares(): Promise<{ figures: Figure[]; objectRate: number }> {
  const batch = await measureBareBatch(product.databaseUrl, product.databaseToken);
  const bare = await measureBare(callers);
  const hello = rateFigure('bare: workerd hello-world, 64 callers', [bare.hello.rate]);
  const object = rateFigure('bare: a Durable Object call, 64 callers', [bare.object.rate]);
  return { figures: [batch, hello, object], objectRate: bare.object.rate };
}

async function measureProduct(): Promise<void> {
  const bench = await openBench(product);
  const here = () => ({ ...bench, product });
  let objectRate = Number.NaN;
  await measure('bare', async () => {
    const bares = await measureBares();
    objectRate = bares.objectRate;
    return bares.figures;
  });
  await measure('filings', () => measureFilings(bench));
  await measure('plan', () => measureLargePlan(product));
  await measure('decisions', () => measureDecisions(bench, objectRate));
  await measure('engine', async () => measureEngine());
  await measure('eligibility', () => measureEligibility(bench));
  await measure('search', () => measureSearch(bench));
  await measure('import', () => measureImport(bench));
  await measure('alerts', () => measureAlerts(bench));
  await measure('frames', () => measureFrames(bench));
  await measure('batch', () => measureBatch(bench));
  await measure('burst', () => measureBurst(bench));
  // The last of these: whoever has 10,000 entries after it bills on nearly every day, and what is filed for them is a duplicate.
  await measure('straight', () => measureStraightThrough(bench));
  await measure('memory', () => measureProcesses(product, 'after the load above', 700));
  await measure('enrollees', () => measureEnrollees(bench));
  await measure('100000', () => measureMany(here(), 100_000, '100,000', 20));
  if (!quick) await measure('1000000', () => measureMany(here(), 1_000_000, '1,000,000', 30));
}

try {
  try {
    await measureProduct();
  } finally {
    await product.stop();
  }
  await measure('heap', measureLoadedHeap);
  await measure('start', async () => [await measureStart(dataDir)]);
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
const { model = 'unknown' } = cpus()[0] ?? {};
const date = new Date().toISOString().slice(0, 10);
process.stdout.write(`\n${table(figures)}\n\n`);
process.stdout.write(
  `${date}, ${cpus().length} × ${model}, ${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.version}\n`,
);
