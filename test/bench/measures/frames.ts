import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { sendCommands } from '../../support/insurer.ts';
import { type Bench, holdClaims } from '../bench.ts';
import { type Figure, timeFigure } from '../figure.ts';
import { quantile } from '../load.ts';

const sockets = 500;
const lookers = 50;
const decisionsPerSecond = 100;
const seconds = 20;

interface Watch {
  /** when the decision on a claim was sent, by number */
  readonly sentAt: Map<string, number>;
  readonly delays_ms: number[];
  /** when a socket that does not look last got anything */
  readonly others: Map<number, number>;
}

/**
 * A socket as cheap as can be, because it shares the machine with what is measured: what comes is looked through for
 * claim numbers as it is, frame after frame, and nothing is said.
 */
function open(bench: Bench, index: number, watch: Watch): Promise<Socket> {
  const looks = index < lookers;
  const { hostname: host, port } = new URL(bench.product.origin);
  const headers = {
    cookie: bench.staff[index % bench.staff.length]?.cookie ?? '',
    origin: bench.product.origin,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
  };
  return new Promise((resolve, reject) => {
    const asked = request({ host, port, path: `/live?see=${looks ? 'queue' : 'dashboard'}`, headers });
    asked.on('error', reject);
    asked.on('response', ({ statusCode }) => reject(new Error(`socket ${index} was answered ${statusCode}`)));
    asked.on('upgrade', (_, socket: Socket) => {
      socket.on('data', (chunk: Buffer) => heard(chunk, index, looks, watch));
      resolve(socket);
    });
    asked.end();
  });
}

function heard(chunk: Buffer, index: number, looks: boolean, watch: Watch): void {
  const now = performance.now();
  if (!looks) return void watch.others.set(index, now);
  const said = new Set(chunk.toString('latin1').match(/CLM-\d\d-\d{6,}/g));
  for (const number of said) {
    const sent = watch.sentAt.get(number);
    if (sent !== undefined) watch.delays_ms.push(now - sent);
  }
}

/** From a decision to its frame at those who look at the queue, while many others have the product open. */
export async function measureFrames(bench: Bench): Promise<Figure[]> {
  const held = await holdClaims(bench, 'frames', decisionsPerSecond * seconds);
  const watch: Watch = { sentAt: new Map(), delays_ms: [], others: new Map() };
  const opened: Socket[] = [];
  for (let from = 0; from < sockets; from += 50)
    opened.push(
      ...(await Promise.all(Array.from({ length: 50 }, (_, nth) => open(bench, from + nth, watch)))),
    );
  const began = performance.now();
  const sending = held.map(async ({ number, version, recommendation, by }, nth) => {
    await new Promise((resolve) => setTimeout(resolve, (nth * 1000) / decisionsPerSecond));
    const principal = bench.staff[by]?.who;
    const command = { type: 'ApproveClaim', input: { number, version, recommendation } } as const;
    watch.sentAt.set(number, performance.now());
    await sendCommands(bench.product, bench.insurer.tenant, [
      { id: `frames-decide-${nth}`, command, ...(principal ? { principal } : {}) },
    ]);
  });
  await Promise.all(sending);
  const ended = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  for (const socket of opened) socket.destroy();
  watch.delays_ms.sort((a, b) => a - b);
  const rate = (held.length / ((ended - began) / 1000)).toFixed(0);
  const lastCounters = [...watch.others.values()].filter((at) => at >= ended - 50).length;
  return [
    timeFigure(
      `decision → frame, ${sockets} sockets of which ${lookers} look, ${rate} decisions/s, p95 of ${watch.delays_ms.length.toLocaleString('en')} frames`,
      quantile(watch.delays_ms, 0.95),
      30,
    ),
    timeFigure('… p50', quantile(watch.delays_ms, 0.5)),
    {
      what: '… sockets that look elsewhere and had the last counters within 1.5 s',
      measured: `${lastCounters} of ${sockets - lookers}`,
      aim: `${sockets - lookers}`,
      reached: lastCounters === sockets - lookers,
    },
  ];
}
