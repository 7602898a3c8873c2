import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
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

/** What every answer tells browsers not to do. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  // A socket's answer belongs to the actor: it has no page to protect, and its headers cannot be changed.
  if (c.res.status === 101) return;
  c.header('Content-Security-Policy', policy);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('X-Frame-Options', 'DENY');
  c.header('Referrer-Policy', 'same-origin');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  if (isSecure(c)) c.header('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  // Nothing that a person signed in to see stays behind on a shared terminal.
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
};
