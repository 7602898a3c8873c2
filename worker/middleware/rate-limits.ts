import type { Context, MiddlewareHandler } from 'hono';
import { answerStatus } from '../answer.ts';
import { problem } from '../api/problems.ts';
import type { AppEnv } from '../env.ts';
import { addressOf, networkOf } from './address.ts';
import { type Allowance, TokenBuckets } from './token-bucket.ts';

/** What a person's browser may ask; a page that preloads and a held-down key stay far below. */
const person_allowance: Allowance = { rate: 50, burst: 400 };
/** What a key may ask: three times the submissions that the product promises to take from everyone together. */
const key_allowance: Allowance = { rate: 2_000, burst: 4_000 };
/** What may come from one address without anybody's name on it, wrong keys and ended sessions among it. */
const nameless_allowance: Allowance = { rate: 20, burst: 200 };

const people = new TokenBuckets(person_allowance);
const keys = new TokenBuckets(key_allowance);
const addresses = new TokenBuckets(nameless_allowance);

function tooMany(c: Context<AppEnv>, wait_s: number): Response {
  c.header('Retry-After', String(wait_s));
  const wait = wait_s === 1 ? '1 second' : `${wait_s} seconds`;
  const detail = `There were too many requests. Wait ${wait} and try again.`;
  return c.var.speaks === 'problem'
    ? problem(c, { code: 'rate-limited', detail })
    : answerStatus(c, 429, detail);
}

/**
 * Limits what comes without a name by its address. Who is signed in is not held up by nameless others at the same address:
 * a clinic's patients use its network. Whether a key is somebody's is known afterwards only, and it waits with the rest.
 */
export const limitAddress: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.var.session) return next();
  const network = networkOf(addressOf(c));
  const wait_s = addresses.wait_s(network, Date.now());
  if (wait_s > 0) return tooMany(c, wait_s);
  await next();
  if (c.var.principal === undefined) addresses.take(network, Date.now());
};

/** Limits what one person asks, in however many tabs. Stands after the session. */
export const limitPerson: MiddlewareHandler<AppEnv> = async (c, next) => {
  const account = c.var.session?.accountId;
  if (account === undefined) return next();
  const wait_s = people.wait_s(account, Date.now());
  if (wait_s > 0) return tooMany(c, wait_s);
  people.take(account, Date.now());
  return next();
};

/** How many seconds a key has to wait; 0, and then it is counted. The API answers in its own words. */
export function limitKey(keyId: string): number {
  const wait_s = keys.wait_s(keyId, Date.now());
  if (wait_s === 0) keys.take(keyId, Date.now());
  return wait_s;
}
