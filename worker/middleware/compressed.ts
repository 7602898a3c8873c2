import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';

const compressible = /^(text\/html|application\/(problem\+)?json|text\/csv)/;
/** below this a compressed body is hardly smaller than a plain one */
const worthwhile_bytes = 400;

/** Marks text as compressed where the browser takes it: the runtime then compresses the body as it sends it. */
export const compressed: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const { headers, body, status } = c.res;
  if (status === 101 || body === null || headers.has('Content-Encoding')) return;
  if (!compressible.test(headers.get('Content-Type') ?? '')) return;
  if (Number(headers.get('Content-Length') ?? worthwhile_bytes) < worthwhile_bytes) return;
  const accepted = c.req.header('Accept-Encoding') ?? '';
  const coding = /\bbr\b(?!\s*;\s*q=0(\.0*)?\b)/.test(accepted)
    ? 'br'
    : /\bgzip\b/.test(accepted)
      ? 'gzip'
      : null;
  c.header('Vary', 'Accept-Encoding', { append: true });
  if (coding === null) return;
  c.header('Content-Encoding', coding);
  c.res.headers.delete('Content-Length');
};
