/**
 * `npm run bench`: the figures of the product on this machine, each beside its aim, the bare limits first. The product
 * runs as a customer runs it, on workerd; `npm run bench -- quick` leaves the million out.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDoor } from '../../selfhost/door.ts';
import { type Product, startProduct } from '../support/product.ts';
import { measureBare } from './bare/bare.ts';
import { type Bench, callers, openBench } from './bench.ts';
import { type Figure, memoryFigure, rateFigure, table, timeFigure } from './figure.ts';
import { fillWithClaims } from './fill.ts';
import { measureBareBatch } from './measures/bare-batch.ts';
import { measureEngine } from './measures/engine.ts';
import { measureFrames } from './measures/frames.ts';
import { measureImport } from './measures/import.ts';
import { measureEligibility, measureEnrollees } from './measures/members.ts';
import { measureQueue } from './measures/queue.ts';
import {
  measureDecisions,
  measureFilings,
  measureLargePlan,
  measureStraightThrough,
} from './measures/rates.ts';
import { measureSearch } from './measures/search.ts';

const quick = process.argv.includes('quick');
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

/** Takes the actors' views away, as when their disk is lost, and starts again on the same store. */
async function loseViews(bench: Bench): Promise<Bench> {
  await bench.product.stop();
  await rm(join(dataDir, 'actors'), { recursive: true });
  product = await startProduct({ dataDir });
  return { ...bench, product };
}

/** A product at rest answers a page of the queue in less; so often in a row it is taken to be. */
const settled_ms = 60;
const settled_answers = 20;

/** A view that was lost is rebuilt while it already answers. */
async function measureLostView(bench: Bench, name: string): Promise<Figure[]> {
  const began = performance.now();
  const page = await fetch(new URL(`/${bench.insurer.slug}/claims`, bench.product.origin), {
    headers: { cookie: bench.staff[0]?.cookie ?? '' },
  });
  await page.text();
  const first = performance.now() - began;
  const door = openDoor({ origin: bench.product.internalOrigin, systemToken: bench.product.systemToken });
  for (let swift = 0; swift < settled_answers; ) {
    const asked = performance.now();
    await door.views(bench.insurer.tenant);
    swift = performance.now() - asked < settled_ms ? swift + 1 : 0;
    await wait(20);
  }
  const rebuilt = performance.now() - began;
  return [
    timeFigure(`a tenant's actor whose view is lost, ${name} open claims, to its first answer`, first),
    timeFigure('… until it answers as if at rest', rebuilt),
  ];
}

/** An actor that was evicted, or whose process ended, with its view on disk. */
async function measureWaking(bench: Bench, name: string): Promise<Figure> {
  await bench.product.killWorkerd();
  await bench.product.healthy();
  const began = performance.now();
  const answer = await fetch(new URL('/internal/views', bench.product.internalOrigin), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-vetra-system': bench.product.systemToken,
    },
    body: JSON.stringify({ actor: { kind: 'tenant', id: bench.insurer.tenant.id } }),
  });
  if (!answer.ok) throw new Error(`/internal/views answered ${answer.status}`);
  await answer.text();
  return timeFigure(`a tenant's actor waking with ${name} open claims`, performance.now() - began, 100);
}

async function measureMany(bench: Bench, upTo: number, name: string, limit_ms: number): Promise<Bench> {
  await fillWithClaims(bench, upTo);
  const again = await loseViews(bench);
  add(...(await measureLostView(again, name)));
  add(await measureWaking(again, name));
  add(...(await measureQueue(again, name, limit_ms)));
  return again;
}

async function measureProduct(): Promise<void> {
  let bench = await openBench(product);
  add(await measureBareBatch(product.databaseUrl, product.databaseToken));
  const bare = await measureBare(callers);
  add(
    rateFigure('bare: workerd hello-world, 64 callers', [bare.hello.rate]),
    rateFigure('bare: a Durable Object call, 64 callers', [bare.object.rate]),
  );
  add(...(await measureFilings(bench)));
  add(...(await measureStraightThrough(bench)));
  add(...(await measureLargePlan(product)));
  add(...(await measureDecisions(bench, bare.object.rate)));
  add(...measureEngine());
  add(...(await measureEligibility(bench)));
  add(...(await measureSearch(bench)));
  add(...(await measureImport(bench)));
  add(...(await measureFrames(bench)));
  add(memoryFigure('memory of all processes after the load above', await product.memoryBytes(), 700));
  add(...(await measureEnrollees(bench)));
  bench = await measureMany(bench, 100_000, '100,000', 20);
  if (!quick) bench = await measureMany(bench, 1_000_000, '1,000,000', 30);
  add(memoryFigure('memory of all processes after the runs above', await product.memoryBytes()));
}

try {
  try {
    await measureProduct();
  } finally {
    await product.stop();
  }
  add(await measureStart(dataDir));
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
const { model = 'unknown' } = cpus()[0] ?? {};
const date = new Date().toISOString().slice(0, 10);
process.stdout.write(`\n${table(figures)}\n\n`);
process.stdout.write(
  `${date}, ${cpus().length} × ${model}, ${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.version}\n`,
);
