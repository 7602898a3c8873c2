import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppEnv } from '../env.ts';
import { isSecure } from '../middleware/origin.ts';

// Browsers accept the prefix on https only; plain http exists on loopback alone.
const nameOf = (c: Context<AppEnv>) => (isSecure(c) ? '__Host-vetra' : 'vetra');
const attributes = (c: Context<AppEnv>) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c) }) as const;

/** The session token that the browser holds. */
export const tokenOf = (c: Context<AppEnv>): string | undefined => getCookie(c, nameOf(c));

/** Gives the browser a session token. It has no lifetime of its own: closing the browser ends it there. */
export function giveToken(c: Context<AppEnv>, token: string): void {
  setCookie(c, nameOf(c), token, attributes(c));
}

/** Takes the session token from the browser. */
export function takeToken(c: Context<AppEnv>): void {
  deleteCookie(c, nameOf(c), attributes(c));
}
