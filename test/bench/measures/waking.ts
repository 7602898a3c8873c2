import { setTimeout as wait } from 'node:timers/promises';
import { openDoor } from '../../../selfhost/door.ts';
import type { Bench } from '../bench.ts';
import { type Figure, timeFigure } from '../figure.ts';
import { median } from '../load.ts';

/** The launcher gives a process up that ends more often than this within its patience. */
const kills = 3;
/** So often it is asked whether a view is whole again. */
const look_ms = 50;

const doorOf = ({ product }: Bench) =>
  openDoor({ origin: product.internalOrigin, systemToken: product.systemToken });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** A view that was lost is rebuilt while it already answers. */
export async function measureLostView(bench: Bench, name: string): Promise<Figure[]> {
  const page = new URL(`/${bench.insurer.slug}/claims`, bench.product.origin);
  const headers = { cookie: bench.staff[0]?.cookie ?? '' };
  const began = performance.now();
  const first = await timed(async () => (await fetch(page, { headers })).text());
  for (let isWhole = false; !isWhole; await wait(look_ms)) {
    const { queue } = await doorOf(bench).views(bench.insurer.tenant);
    isWhole = queue?.rebuilding === false;
  }
  return [
    timeFigure(`a tenant's actor whose view is lost, ${name} open claims, to its first answer`, first),
    timeFigure('… until it is whole again', performance.now() - began),
  ];
}

/** An actor that was evicted, or whose process ended, with its view on disk: to its first page of the queue and counts. */
export async function measureWaking(bench: Bench, name: string): Promise<Figure[]> {
  const times: number[] = [];
  for (let nth = 0; nth < kills; nth += 1) {
    await bench.product.killWorkerd();
    await bench.product.healthy();
    times.push(await timed(() => doorOf(bench).views(bench.insurer.tenant)));
  }
  return [
    timeFigure(
      `a tenant's actor waking with ${name} open claims, to its first answer, median of ${kills} kills`,
      median(times),
      100,
    ),
    timeFigure('… the slowest', Math.max(...times)),
  ];
}
