import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Attempt } from '../../durable-objects/actor/parts.ts';
import type { Fetcher } from './push.ts';

/** The header that a message and an answer are signed in: `sha256=<hex of HMAC over the body>`. */
export const signatureHeader = 'X-Vetra-Signature';
const patience_ms = 10_000;

const signatureOf = (secret: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** Whether a body was signed with the secret. */
export function isSigned(secret: string, body: string, signature: string): boolean {
  const [own, given] = [Buffer.from(signatureOf(secret, body)), Buffer.from(signature)];
  return own.length === given.length && timingSafeEqual(own, given);
}

/** Hands a text message to whoever sends it for the tenant; `id` stays the same however often it is tried. */
export async function sendSms(
  { url, secret }: { url: string; secret: string },
  message: { id: string; to: string; text: string },
  fetcher: Fetcher,
): Promise<Attempt> {
  const body = JSON.stringify(message);
  const headers = { 'content-type': 'application/json', [signatureHeader]: signatureOf(secret, body) };
  try {
    const signal = AbortSignal.timeout(patience_ms);
    const response = await fetcher(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
    await response.body?.cancel();
    const { status } = response;
    if (status >= 200 && status < 300) return { outcome: 'sent', fault: null };
    return { outcome: status === 429 || status >= 500 ? 'again' : 'refused', fault: String(status) };
  } catch {
    return { outcome: 'again', fault: 'unreachable' };
  }
}
