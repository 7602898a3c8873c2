import type { Context } from 'hono';
import { keyHash } from '../../schema/api-key.ts';
import { authenticateKey } from '../directory/api-keys.ts';
import type { AppEnv } from '../env.ts';
import type { Fault } from './problems.ts';

type Holder = NonNullable<Awaited<ReturnType<typeof authenticateKey>>>;

/** How long a POST may go by what was read before: at 600 claims a second the directory is asked for 1 in 600. */
const kept_ms = 1_000;
const kept_max = 1_000;

/** Holders by hash of the key, oldest first. Values and no promises: requests cannot wait for one another's. */
const kept = new Map<string, { holder: Holder; until: number }>();

function keep(hash: string, holder: Holder): void {
  kept.delete(hash);
  kept.set(hash, { holder, until: Date.now() + kept_ms });
  const [oldest] = kept.keys();
  if (kept.size > kept_max && oldest !== undefined) kept.delete(oldest);
}

/**
 * Whose key came with the request; null: nobody's. It is read afresh from the directory, but for a POST: what a POST
 * does is a command, and the actor that does it checks the key by its own record, so that a key revoked a moment ago
 * does nothing there either.
 */
export async function keyHolder(c: Context<AppEnv>, key: string): Promise<Holder | null> {
  const hash = keyHash(key);
  const known = kept.get(hash);
  if (c.req.method === 'POST' && known && known.until > Date.now()) return known.holder;
  const holder = await authenticateKey(c.env, key);
  if (holder) keep(hash, holder);
  else kept.delete(hash);
  return holder;
}

/** The refusal of a key that is nobody's. */
export const unknownKey: Fault = {
  code: 'key-unknown',
  detail: 'There is no such API key, or it was revoked.',
  headers: { 'www-authenticate': 'ApiKey' },
};

/** Why an actor forbids what the directory's copy of the key allows: most often the key was revoked a moment ago. */
export async function whyForbidden(c: Context<AppEnv>, fault: Fault): Promise<Fault> {
  if (fault.code !== 'forbidden') return fault;
  const key = c.req.header('x-api-key') ?? '';
  kept.delete(keyHash(key));
  return (await authenticateKey(c.env, key)) ? fault : unknownKey;
}
