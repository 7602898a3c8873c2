import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { SubmitClaim } from '../../../schema/forms/submit-claim.ts';
import { issueKey } from '../../support/insurer.ts';
import { type Bench, filings, holdClaims, portalDecisions } from '../bench.ts';
import { type Figure, timeFigure } from '../figure.ts';
import { type Call, median, quantile, send } from '../load.ts';

const burst_claims = 2_000;
const rounds = 3;
/** Between two calls of the others: 20 a second of each kind. */
const pace_ms = 50;
const calm_ms = 4_000;

const kinds = ['decide', 'file'] as const;
type Kind = (typeof kinds)[number];
type Times = Record<Kind, number[]>;

/** The same claim as a facility's own key sends it: whose it is follows from the key. */
function* byFacility(calls: Iterable<Call>, apiKey: string): Generator<Call> {
  for (const call of calls) {
    const { facilityExternalId: _, ...claim }: SubmitClaim = JSON.parse(call.body ?? '');
    yield { ...call, headers: { ...call.headers, 'x-api-key': apiKey }, body: JSON.stringify(claim) };
  }
}

/** Others at their steady pace, each call timed by itself however many are under way. */
function steady(bench: Bench, calls: Readonly<Record<Kind, Iterator<Call>>>) {
  const origin = new URL(bench.product.origin);
  const agent = new Agent({ keepAlive: true });
  const times: Times = { decide: [], file: [] };
  const sent: Promise<void>[] = [];
  const faults: Error[] = [];
  const one = async (kind: Kind, call: Call) => {
    const began = performance.now();
    const { status, body } = await send(origin, agent, call);
    if (status >= 400) throw new Error(`${call.path}: ${status} ${body.slice(0, 300)}`);
    times[kind].push(performance.now() - began);
  };
  const timer = setInterval(() => {
    for (const kind of kinds) {
      const next = calls[kind].next();
      if (next.done) faults.push(new Error('the bursts took longer than there was to do beside them'));
      else sent.push(one(kind, next.value).catch((error: Error) => void faults.push(error)));
    }
  }, pace_ms);
  return {
    /** What was timed since the last look; the first failure, if there was one. */
    take: async (): Promise<Times> => {
      await Promise.all(sent.splice(0));
      if (faults[0]) throw faults[0];
      return { decide: times.decide.splice(0), file: times.file.splice(0) };
    },
    stop: async () => {
      clearInterval(timer);
      await Promise.all(sent);
      agent.destroy();
    },
  };
}

/** All at once, each on a connection of its own, as a program without patience does it; how long the last one took. */
async function rapidFire(bench: Bench, apiKey: string, name: string): Promise<number> {
  const origin = new URL(bench.product.origin);
  const agent = new Agent({ keepAlive: false });
  const began = performance.now();
  const calls = [...byFacility(filings(bench, name, burst_claims), apiKey)];
  const replies = await Promise.all(calls.map((call) => send(origin, agent, call)));
  const refused = replies.find(({ status }) => status !== 201);
  if (refused) throw new Error(`a claim of the burst: ${refused.status} ${refused.body.slice(0, 300)}`);
  return performance.now() - began;
}

const p95 = (times: readonly number[]) =>
  quantile(
    [...times].sort((a, b) => a - b),
    0.95,
  );

/**
 * One facility files 2,000 claims at once, while another organisation's program goes on filing and staff go on deciding
 * through their portal. Held against the same others without it, a moment before: the median of the rounds' quotients.
 */
export async function measureBurst(bench: Bench): Promise<Figure[]> {
  const facility = { kind: 'facility', id: bench.insurer.facilityId } as const;
  const apiKey = await issueKey(bench.product, bench.insurer, ['facility.claim.submit'], facility);
  const held = await holdClaims(bench, 'beside', 3_000);
  const others = steady(bench, {
    decide: portalDecisions(bench, 'beside', held),
    file: filings(bench, 'beside-file', 9_000),
  });
  const calm: Times[] = [];
  const during: Times[] = [];
  const lasted: number[] = [];
  try {
    await wait(calm_ms / 2);
    for (let round = 0; round < rounds; round += 1) {
      await others.take();
      await wait(calm_ms);
      calm.push(await others.take());
      lasted.push(await rapidFire(bench, apiKey, `burst${round}`));
      during.push(await others.take());
    }
  } finally {
    await others.stop();
  }
  const words = { decide: 'decisions through the portal', file: 'others’ filings' };
  return [
    timeFigure(
      `${burst_claims.toLocaleString('en')} claims of one facility at once, until the last is filed`,
      median(lasted),
    ),
    ...kinds.flatMap((kind) => [
      timeFigure(`… ${words[kind]} without it, p95`, median(calm.map((times) => p95(times[kind])))),
      timeFigure(`… ${words[kind]} during it, p95`, median(during.map((times) => p95(times[kind]))), 250),
    ]),
  ];
}
