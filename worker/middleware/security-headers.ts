import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
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
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
});

/** What every answer tells browsers not to do. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  // A socket's answer belongs to the actor: it has no page to protect.
  if (c.res.status === 101) return;
  const headers = amendableHeaders(c);
  for (const [name, value] of always) headers.set(name, value);
  if (isSecure(c)) headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  // Nothing that a person signed in to see stays behind on a shared terminal.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
};
