import { Agent, request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import type { Bench } from '../bench.ts';
import { type Figure, sizeFigure, timeFigure } from '../figure.ts';
import { median, quantile, send } from '../load.ts';

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

/** Every view and filter that the queue offers, and pairs of them, by its address's query; each finds something. */
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
    { name: 'a client', query: '?client=C7' },
    { name: 'a plan', query: '?plan=P5' },
    { name: 'risk from 30', query: '?risk=30' },
    { name: 'risk from 60', query: '?risk=60' },
    { name: 'due soon', query: '?due=soon' },
    { name: 'due late', query: '?due=late' },
    { name: 'held', query: '?held=1' },
    { name: 'flagged', query: '?flagged=1' },
    { name: 'a facility, late', query: '?view=late&facility=bench-7' },
    { name: 'a client, risk from 60', query: '?client=C7&risk=60' },
    { name: 'a facility, flagged', query: `?facility=${insurer.facilityId}&flagged=1` },
    { name: 'a number', query: '?q=CLM-26-000500' },
  ];
}

/** Asks for one page of the queue. */
export const askOnce = (bench: Bench, query: string) =>
  ask(bench, `/${bench.insurer.slug}/claims${query}`, 1);

/** Everybody of the team takes the claim that comes next, so that all hold one. */
async function takeOneEach({ insurer, product, staff }: Bench): Promise<void> {
  const origin = new URL(product.origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = {
    origin: origin.origin,
    'content-type': 'application/x-www-form-urlencoded',
  };
  for (const [nth, { cookie }] of staff.entries())
    await send(origin, agent, {
      method: 'POST',
      path: `/${insurer.slug}/claims/next`,
      headers: { ...headers, cookie },
      body: `command_id=next-${nth}-${Date.now()}`,
    });
  agent.destroy();
}

/** So often everything is asked in turn, and so many times each: what slows the machine for a moment slows one round. */
const rounds = 5;
const round_times = 40;

/** Milliseconds of one address: each the median of the rounds. */
interface Taken {
  p50: number;
  p95: number;
}

/** How long some addresses take; what finds nothing measures nothing. */
async function timesOf(bench: Bench, paths: ReadonlyMap<string, string>): Promise<Map<string, Taken>> {
  const taken = new Map<string, Taken[]>();
  for (let round = 0; round < rounds; round += 1)
    for (const [name, path] of paths) {
      if (round === 0 && (await wireBytes(bench, path)).rows < 1) throw new Error(`${path} finds no claim`);
      await ask(bench, path, 5);
      const times = await ask(bench, path, round_times);
      const round_ms = { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
      taken.set(name, [...(taken.get(name) ?? []), round_ms]);
    }
  const middle = (all: readonly Taken[]): Taken => ({
    p50: median(all.map(({ p50 }) => p50)),
    p95: median(all.map(({ p95 }) => p95)),
  });
  return new Map([...taken].map(([name, all]) => [name, middle(all)]));
}

/** By how much the page and its filters take longer than with the fewer claims measured before, at worst: by their medians. */
function growth(taken: ReadonlyMap<string, Taken>, before: ReadonlyMap<string, Taken>): Figure[] {
  const ratios = [...taken].flatMap(([name, { p50 }]) => {
    const earlier = before.get(name);
    return earlier === undefined ? [] : [{ name, times: p50 / earlier.p50 }];
  });
  const whole = ratios.find(({ name }) => name === all);
  const worst = ratios.toSorted((a, b) => b.times - a.times)[0];
  return [whole, worst].flatMap((each) =>
    each === undefined
      ? []
      : [
          {
            what: `… ${each === whole ? 'the whole page' : `at worst (${each.name})`} beside fewer claims, medians`,
            measured: `${each.times.toFixed(2)} ×`,
            aim: '≤ 1.50 ×',
            reached: each.times <= 1.5,
          },
        ],
  );
}

const all = 'all';
const measured: Map<string, Taken>[] = [];

/** The queue's first page and every filter that is offered, with so many claims open. */
export async function measureQueue(bench: Bench, open: string, limit_ms: number): Promise<Figure[]> {
  const page = `/${bench.insurer.slug}/claims`;
  await takeOneEach(bench);
  await ask(bench, page, 20);
  const offered = queueFilters(bench).map(({ name, query }): [string, string] => [name, page + query]);
  const taken = await timesOf(bench, new Map([[all, page], ...offered]));
  const p95 = new Map([...taken].map(([name, times]) => [name, times.p95]));
  const whole = p95.get(all) ?? Number.NaN;
  const filters = new Map([...p95].filter(([name]) => name !== all));
  const [[slowest, most] = ['', Number.NaN]] = [...filters].sort(([, a], [, b]) => b - a);
  const slow = [...filters].filter(([, ms]) => ms > limit_ms);
  const { wire, rows } = await wireBytes(bench, page);
  const before = measured.at(-1) ?? new Map<string, Taken>();
  measured.push(taken);
  return [
    timeFigure(
      `queue page of 50 rows, ${open} claims open, p95, median of ${rounds} rounds`,
      whole,
      limit_ms,
    ),
    timeFigure(`… its slowest filter of ${filters.size} (${slowest}), p95`, most, limit_ms),
    ...slow.map(([name, ms]) => timeFigure(`… filtered by ${name}, p95`, ms, limit_ms)),
    {
      what: '… its slowest filter beside the whole page',
      measured: `${(most / whole).toFixed(2)} ×`,
      aim: '',
      reached: null,
    },
    ...growth(taken, before),
    sizeFigure(`… on the wire, brotli, ${rows} rows`, wire, 8 * 1024),
  ];
}
