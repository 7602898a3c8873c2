import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
import { amendableHeaders } from './amendable-headers.ts';

const compressible = /^(text\/html|text\/csv|application\/json)/;

/** The best coding that the browser takes, of those the runtime knows. */
function codingFor(accepted: string): 'br' | 'gzip' | null {
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\b)/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

/**
 * Marks a page or a list as compressed where the browser takes it: the runtime then compresses the body as it sends it.
 * What a program's POST or PUT answers is a line or two, which compressing would not make smaller.
 */
export const compressed: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const { headers, body, status } = c.res;
  if (status === 101 || body === null || headers.has('Content-Encoding')) return;
  const type = headers.get('Content-Type') ?? '';
  if (!compressible.test(type) || (c.req.method !== 'GET' && !type.startsWith('text/html'))) return;
  const own = amendableHeaders(c);
  own.append('Vary', 'Accept-Encoding');
  const coding = codingFor(c.req.header('Accept-Encoding') ?? '');
  if (coding === null) return;
  own.set('Content-Encoding', coding);
  own.delete('Content-Length');
};
