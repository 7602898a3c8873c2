import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { import_bytes_max } from '../../schema/domain/imports/import.ts';
import type { AppEnv } from '../env.ts';
import { AtOnce } from '../middleware/at-once.ts';
import { here } from '../middleware/here.ts';
import { ownOrigin } from '../middleware/origin.ts';
import { limitKey } from '../middleware/rate-limits.ts';
import { keyHolder, unknownKey } from './key-holder.ts';
import { problem } from './problems.ts';

/** Refuses what a page of another origin sends: a key is never in a browser, and no answer carries CORS headers. */
export const ownOriginOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const origin = c.req.header('origin');
  if (origin === undefined || origin === ownOrigin(c)) return next();
  return problem(c, {
    code: 'cross-origin',
    detail: 'This was sent by a page of another origin. Send it from a server.',
  });
};

/**
 * What a program sends without waiting for answers is worked on in its own turn: for what is beyond that nothing has been
 * read or asked yet. Twice as many may wait as the largest burst that is promised to be taken in.
 */
const atOnce = new AtOnce({
  waiting_max: 4_000,
  company: here,
  clock: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

/** What a key is called among those who are here. */
const named = (key: string) => `key ${key}`;

/** Lets so many requests of one key be worked on at once; before the key is looked up, so that a burst does that once. */
export const inTurn: MiddlewareHandler<AppEnv> = async (c, next) => {
  const leave = await atOnce.enter(named(c.req.header('x-api-key') ?? ''));
  if (!leave) {
    const detail = 'This key has sent too much at once. Wait for answers, then send the rest.';
    return problem(c, { code: 'rate-limited', detail, headers: { 'retry-after': '1' } });
  }
  try {
    return await next();
  } finally {
    leave();
  }
};

async function inCompany(key: string, next: () => Promise<void>): Promise<void> {
  const leave = here.come(named(key), Date.now());
  try {
    await next();
  } finally {
    leave(Date.now());
  }
}

/** Sets who acts and for whom by the key in `x-api-key`; without one the API answers nothing. */
export const withKey: MiddlewareHandler<AppEnv> = async (c, next) => {
  const sent = c.req.header('x-api-key') ?? '';
  if (sent === '')
    return problem(c, {
      code: 'key-missing',
      detail: 'Send the API key in the header x-api-key.',
      headers: { 'www-authenticate': 'ApiKey' },
    });
  const holder = await keyHolder(c, sent);
  if (!holder) return problem(c, unknownKey);
  c.set('principal', holder.principal);
  c.set('organisation', holder.organisation);

  const wait_s = limitKey(holder.principal.id);
  if (wait_s === 0) return inCompany(sent, next);
  const detail = `This key has sent too many requests. Wait ${wait_s} s, then send it again.`;
  return problem(c, { code: 'rate-limited', detail, headers: { 'retry-after': String(wait_s) } });
};

/** The largest body that is read; one that grows larger while it arrives is refused as well. */
const body_bytes_max = 1_000_000;

const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) =>
      problem(c, {
        code: 'too-large',
        detail: `The body is larger than ${maxSize.toLocaleString('en')} bytes.`,
      }),
  });
const small = limited(body_bytes_max);
const files = limited(import_bytes_max);

/** Refuses a body that is too large before it is read; an address that takes a file takes more. */
export const smallBodies: MiddlewareHandler<AppEnv> = (c, next) => {
  if (c.var.streamsFiles) return next();
  return c.var.takesFile ? files(c, next) : small(c, next);
};
