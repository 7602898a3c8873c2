import { buildPushPayload } from '@block65/webcrypto-web-push';
import type { Attempt } from '../../durable-objects/actor/parts.ts';
import type { Browser } from '../../schema/domain/notifications/browser.ts';

/** Who sends (RFC 8292). */
export interface Vapid {
  subject: string;
  publicKey: string;
  privateKey: string;
}

/** Anything that fetches: so that a test can be the push service. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

const patience_ms = 10_000;
/** A phone that was off for a day is asked no more. */
const kept_seconds = 86_400;

/** What a push service's answer means: gone for good, not now, or never. */
function attemptOf(status: number): Attempt {
  if (status >= 200 && status < 300) return { outcome: 'sent', fault: null };
  if (status === 404 || status === 410) return { outcome: 'gone', fault: String(status) };
  const isLater = status === 429 || status >= 500;
  return { outcome: isLater ? 'again' : 'refused', fault: String(status) };
}

/** Encrypts a message for one browser (RFC 8291) and hands it to its push service; `topic` takes the place of an earlier one. */
export async function sendPush(
  { endpoint, p256dh, auth }: Pick<Browser, 'endpoint' | 'p256dh' | 'auth'>,
  message: { data: Record<string, string>; topic: string },
  vapid: Vapid,
  fetcher: Fetcher,
): Promise<Attempt> {
  let request: Awaited<ReturnType<typeof buildPushPayload>>;
  try {
    request = await buildPushPayload(
      { data: message.data, options: { ttl: kept_seconds, urgency: 'high', topic: message.topic } },
      { endpoint, expirationTime: null, keys: { p256dh, auth } },
      vapid,
    );
  } catch {
    // Keys that are none: nothing will ever reach that browser.
    return { outcome: 'gone', fault: 'keys' };
  }
  try {
    const { headers, body, method } = request;
    const signal = AbortSignal.timeout(patience_ms);
    const response = await fetcher(endpoint, { method, headers, body, signal, redirect: 'manual' });
    await response.body?.cancel();
    return attemptOf(response.status);
  } catch {
    return { outcome: 'again', fault: 'unreachable' };
  }
}
