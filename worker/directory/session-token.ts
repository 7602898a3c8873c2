import { errors, jwtVerify, SignJWT } from 'jose';
import type { Env } from '../env.ts';

const typ = 'vetra-session';
const keyOf = (env: Env) => Uint8Array.from(atob(env.SESSION_KEY), (char) => char.charCodeAt(0));

/** Signs the name of a session row. `expiresAt` in milliseconds. */
export function signSessionToken(env: Env, sessionId: string, expiresAt: number): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ })
    .setJti(sessionId)
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .sign(keyOf(env));
}

/** The session that a token names, or null when it was not signed here, was changed, or has expired. */
export async function readSessionToken(env: Env, token: string): Promise<string | null> {
  try {
    const { payload } = await jwtVerify(token, keyOf(env), { algorithms: ['HS256'], typ });
    return payload.jti ?? null;
  } catch (fault) {
    if (fault instanceof errors.JOSEError) return null;
    throw fault;
  }
}
