import { createHash } from 'node:crypto';

/** A new secret: 256 bits, marked so that it is known for what it is when it turns up somewhere. */
export function makeSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const base64 = btoa(String.fromCharCode(...bytes));
  return `vetra_${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** What is kept of a secret: enough to know it again, nothing to use it with. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
