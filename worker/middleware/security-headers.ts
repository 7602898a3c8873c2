import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
import { asksForPiece } from '../render.tsx';
import { amendableHeaders } from './amendable-headers.ts';
import { isSecure } from './origin.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vetra',
].join('; ');

const always = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
});
/** What speaks of a document. A piece that a page's own script asked for is none, and is smaller without. */
const ofDocuments = Object.entries({
  'Content-Security-Policy': policy,
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
});

/** What every answer tells browsers not to do. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  // A socket's answer belongs to the actor: it has no page to protect.
  if (c.res.status === 101) return;
  const headers = amendableHeaders(c);
  for (const [name, value] of always) headers.set(name, value);
  // A file that somebody sent says for itself what it may do, which is less.
  if (!asksForPiece(c))
    for (const [name, value] of ofDocuments) if (!headers.has(name)) headers.set(name, value);
  if (isSecure(c)) headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  // Nothing that a person signed in to see stays behind on a shared terminal.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
};
