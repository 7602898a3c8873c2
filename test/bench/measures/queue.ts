import { Agent, request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import type { Bench } from '../bench.ts';
import { type Figure, sizeFigure, timeFigure } from '../figure.ts';
import { quantile, send } from '../load.ts';

/** Times in milliseconds of one caller asking again and again, sorted. */
async function ask(bench: Bench, path: string, times: number): Promise<number[]> {
  const origin = new URL(bench.product.origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const taken: number[] = [];
  for (let nth = 0; nth < times; nth += 1) {
    const cookie = bench.staff[nth % bench.staff.length]?.cookie ?? '';
    const began = performance.now();
    const reply = await send(origin, agent, { method: 'GET', path, headers: { cookie } });
    taken.push(performance.now() - began);
    if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}`);
  }
  agent.destroy();
  return taken.sort((a, b) => a - b);
}

/** Bytes of a page's body as a browser receives it: brotli. */
function wireBytes(bench: Bench, path: string): Promise<{ wire: number; rows: number }> {
  return new Promise((resolve, reject) => {
    const headers = { cookie: bench.staff[0]?.cookie ?? '', 'accept-encoding': 'br' };
    request(new URL(path, bench.product.origin), { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const body = Buffer.concat(parts);
        const html = answer.headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body;
        resolve({ wire: body.length, rows: html.toString('utf8').split('<tr').length - 2 });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Every filter that the queue offers, by its address's query; each finds something. */
export function queueFilters({ insurer }: Bench): { name: string; query: string }[] {
  return [
    { name: 'mine', query: '?view=mine' },
    { name: 'late', query: '?view=late' },
    { name: 'queried', query: '?view=queried' },
    { name: 'resubmitted', query: '?view=resubmitted' },
    { name: 'to receive', query: '?view=submitted' },
    { name: 'a state', query: '?state=RECEIVED' },
    { name: 'a facility', query: `?facility=${insurer.facilityId}` },
    { name: 'a small facility', query: '?facility=bench-7' },
    { name: 'a facility, late', query: '?view=late&facility=bench-7' },
    { name: 'a number', query: '?q=CLM-26-000500' },
    { name: 'a name', query: '?q=Ada12' },
  ];
}

/** Asks for one page of the queue. */
export const askOnce = (bench: Bench, query: string) =>
  ask(bench, `/${bench.insurer.slug}/claims${query}`, 1);

/** The queue's first page and every filter that is offered, with so many claims open. */
export async function measureQueue(bench: Bench, open: string, limit_ms: number): Promise<Figure[]> {
  const page = `/${bench.insurer.slug}/claims`;
  await ask(bench, page, 20);
  const figures: Figure[] = [
    timeFigure(
      `queue page of 50 rows, ${open} claims open, p95`,
      quantile(await ask(bench, page, 200), 0.95),
      limit_ms,
    ),
  ];
  const slow: Figure[] = [];
  let slowest = { name: '', ms: 0 };
  for (const { name, query } of queueFilters(bench)) {
    await ask(bench, page + query, 5);
    const ms = quantile(await ask(bench, page + query, 60), 0.95);
    if (ms > slowest.ms) slowest = { name, ms };
    if (ms > limit_ms) slow.push(timeFigure(`… filtered by ${name}, p95`, ms, limit_ms));
  }
  figures.push(timeFigure(`… its slowest filter (${slowest.name}), p95`, slowest.ms, limit_ms), ...slow);
  const { wire, rows } = await wireBytes(bench, page);
  figures.push(sizeFigure(`… on the wire, brotli, ${rows} rows`, wire, 8 * 1024));
  return figures;
}
