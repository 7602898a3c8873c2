import { setTimeout as pause } from 'node:timers/promises';

/** What the API answered: the status and the JSON of the body (problem+json for a refusal). */
export type Answer = { status: number; body: unknown };

/** Everything the program needs of the API: a call that is safe to repeat, repeated until it is answered. */
export type Api = {
  call(
    method: 'GET' | 'PUT' | 'POST',
    path: string,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Answer>;
  /** How many calls had to be made again, and why. */
  repeats: Map<string, number>;
};

const ATTEMPTS_MAX = 8;
const PAUSE_MS_MAX = 30_000;

/** How long to wait: what `Retry-After` says (seconds or a date), else twice as long each time from 200 ms. */
export function pauseMs(retryAfter: string | null, attempt: number, now: number): number {
  const backOff = 200 * 2 ** attempt;
  const date = retryAfter === null ? Number.NaN : Date.parse(retryAfter);
  const wanted = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : date - now;
  return Math.min(Number.isNaN(wanted) ? backOff : Math.max(0, wanted), PAUSE_MS_MAX);
}

/** JSON, or the text itself when something between us and the API answered with a page of its own. */
function read(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * The API at `url`, spoken to with `key`. Every call the program makes may be made twice (reads, PUTs and POSTs with an
 * Idempotency-Key), so 429, 503 and a broken connection are tried again.
 */
export function openApi(url: string, key: string): Api {
  const repeats = new Map<string, number>();

  async function once(method: string, path: string, body: unknown, idempotencyKey: string | undefined) {
    const headers: Record<string, string> = { 'x-api-key': key, accept: 'application/json' };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(new URL(path, url), { method, headers, ...sent });
    return { response, text: await response.text() };
  }

  return {
    repeats,
    async call(method, path, body, idempotencyKey) {
      for (let attempt = 1; ; attempt++) {
        const tried = await once(method, path, body, idempotencyKey).catch((error: unknown) => ({ error }));
        const again = 'error' in tried || tried.response.status === 429 || tried.response.status === 503;
        if (!again) return { status: tried.response.status, body: read(tried.text) };
        const why = 'error' in tried ? 'no answer' : String(tried.response.status);
        if (attempt === ATTEMPTS_MAX) {
          if ('error' in tried) throw new Error(`${method} ${path}: no answer`, { cause: tried.error });
          return { status: tried.response.status, body: read(tried.text) };
        }
        repeats.set(why, (repeats.get(why) ?? 0) + 1);
        const retryAfter = 'error' in tried ? null : tried.response.headers.get('retry-after');
        await pause(pauseMs(retryAfter, attempt, Date.now()));
      }
    },
  };
}

/** Works on every item, at most `limit` at a time, in order of starting. */
export async function inParallel<T>(items: readonly T[], limit: number, work: (item: T) => Promise<void>) {
  let next = 0;
  const worker = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}
