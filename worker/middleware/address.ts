import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';

/** An IPv4 caller of a socket that takes both: `::ffff:203.0.113.9`, or with the last part in hexadecimal. */
function mappedIpv4(address: string): string | null {
  const [, dotted, high, low] =
    /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i.exec(address) ?? [];
  if (dotted !== undefined) return dotted;
  if (high === undefined || low === undefined) return null;
  return [high, low]
    .flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255])
    .join('.');
}

/** The network a caller can change addresses in: all of an IPv4 address, the first half of an IPv6 one. */
export function networkOf(address: string): string {
  const ipv4 = mappedIpv4(address);
  if (ipv4 !== null) return ipv4;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after].slice(0, 4).join(':');
}

/** `127.0.0.1:49540` and `[::1]:49540` without the port. */
const withoutPort = (text: string) =>
  /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1');

/**
 * From where a request comes. Only a header that a proxy of ours sets is believed, and of several addresses in it only the
 * last, which that proxy added; without one, what the runtime saw.
 */
export function addressOf(c: Context<AppEnv>): string {
  const seen = c.req.raw.cf?.clientIp;
  const direct = typeof seen === 'string' ? seen : undefined;
  const header = c.env.CLIENT_ADDRESS_HEADER ?? (direct === undefined ? 'cf-connecting-ip' : undefined);
  const told = header === undefined ? undefined : c.req.header(header)?.split(',').at(-1)?.trim();
  return withoutPort(told ?? direct ?? 'unknown');
}
