import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** One request of a load: what is sent, and whether the answer is what was wanted. */
export interface Call {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What an answer was. */
export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What a load did: rates in calls a second, times in milliseconds. */
export interface Figures {
  calls: number;
  failed: number;
  seconds: number;
  rate: number;
  p50_ms: number;
  p95_ms: number;
  /** the first answer that was not wanted, to say what went wrong */
  firstFailure: string | null;
}

/** Sends one request over a kept-alive connection and reads the whole answer. */
export function send(origin: URL, agent: Agent, call: Call): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        host: origin.hostname,
        port: origin.port,
        method: call.method,
        path: call.path,
        headers: {
          ...call.headers,
          ...(call.body === undefined ? {} : { 'content-length': Buffer.byteLength(call.body) }),
        },
      },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(call.body);
  });
}

/** The value below which `share` (0–1) of the sorted values lie. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle of several runs' figures. */
export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

/** Drives `calls` with a fixed number of callers, each sending its next call when the last is answered. */
export async function drive(
  originText: string,
  callers: number,
  calls: Iterator<Call>,
  wanted: (reply: Reply) => boolean,
): Promise<Figures> {
  const origin = new URL(originText);
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const times: number[] = [];
  let failed = 0;
  let firstFailure: string | null = null;
  const began = performance.now();
  const caller = async () => {
    for (let next = calls.next(); !next.done; next = calls.next()) {
      const sent = performance.now();
      const reply = await send(origin, agent, next.value);
      times.push(performance.now() - sent);
      if (wanted(reply)) continue;
      failed += 1;
      firstFailure ??= `${next.value.method} ${next.value.path} → ${reply.status} ${reply.body.slice(0, 300)}`;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    calls: times.length,
    failed,
    seconds,
    rate: times.length / seconds,
    p50_ms: quantile(times, 0.5),
    p95_ms: quantile(times, 0.95),
    firstFailure,
  };
}
