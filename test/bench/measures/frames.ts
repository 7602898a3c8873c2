import { sendCommands } from '../../support/insurer.ts';
import { type Bench, holdClaims } from '../bench.ts';
import { type Figure, sizeFigure, timeFigure } from '../figure.ts';
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
  frames: number;
  largest: number;
}

function open(bench: Bench, index: number, watch: Watch): Promise<WebSocket> {
  const looks = index < lookers;
  const url = `${bench.product.origin.replace('http', 'ws')}/live?see=${looks ? 'queue' : 'dashboard'}`;
  const { cookie } = bench.staff[index % bench.staff.length] ?? { cookie: '' };
  return new Promise((resolve, reject) => {
    // Node's WebSocket takes headers besides the standard's list of protocols.
    const options = { headers: { cookie, origin: bench.product.origin } };
    const socket: WebSocket = Reflect.construct(WebSocket, [url, options]);
    socket.onopen = () => resolve(socket);
    socket.onerror = () => reject(new Error(`socket ${index} did not open`));
    socket.onmessage = ({ data }) => {
      const frame = String(data);
      const now = performance.now();
      watch.largest = Math.max(watch.largest, Buffer.byteLength(frame));
      if (!looks) return void watch.others.set(index, now);
      for (const [number] of frame.matchAll(/CLM-\d\d-\d{6,}/g)) {
        const sent = watch.sentAt.get(number);
        if (sent === undefined) continue;
        watch.frames += 1;
        watch.delays_ms.push(now - sent);
        break;
      }
    };
  });
}

/** From a decision to its frame at those who look at the queue, while many others have the product open. */
export async function measureFrames(bench: Bench): Promise<Figure[]> {
  const held = await holdClaims(bench, 'frames', decisionsPerSecond * seconds);
  const watch: Watch = { sentAt: new Map(), delays_ms: [], others: new Map(), frames: 0, largest: 0 };
  const opened: WebSocket[] = [];
  for (let from = 0; from < sockets; from += 50)
    opened.push(
      ...(await Promise.all(Array.from({ length: 50 }, (_, nth) => open(bench, from + nth, watch)))),
    );
  const began = performance.now();
  const sending = held.map(async ({ number, version, by }, nth) => {
    await new Promise((resolve) => setTimeout(resolve, (nth * 1000) / decisionsPerSecond));
    const principal = bench.staff[by]?.who;
    const command = { type: 'ApproveClaim', input: { number, version } } as const;
    watch.sentAt.set(number, performance.now());
    await sendCommands(bench.product, bench.insurer.tenant, [
      { id: `frames-decide-${nth}`, command, ...(principal ? { principal } : {}) },
    ]);
  });
  await Promise.all(sending);
  const ended = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  for (const socket of opened) socket.close();
  watch.delays_ms.sort((a, b) => a - b);
  const rate = (held.length / ((ended - began) / 1000)).toFixed(0);
  const lastCounters = [...watch.others.values()].filter((at) => at >= ended - 50).length;
  return [
    timeFigure(
      `decision → frame, ${sockets} sockets of which ${lookers} look, ${rate} decisions/s, p95 of ${watch.frames.toLocaleString('en')} frames`,
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
    sizeFigure('largest live frame', watch.largest, 400),
  ];
}
