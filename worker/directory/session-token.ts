import { errors, jwtVerify, SignJWT } from 'jose';
import type { Env } from '../env.ts';
import { signingKey } from '../signing-key.ts';

const typ = 'vetra-session';

/** Signs the name of a session row. `expiresAt` in milliseconds. */
export async function signSessionToken(env: Env, sessionId: string, expiresAt: number): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ })
    .setJti(sessionId)
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .sign(await signingKey(env));
}

/** The session that a token names, or null when it was not signed here, was changed, or has expired. */
export async function readSessionToken(env: Env, token: string): Promise<string | null> {
  try {
    const { payload } = await jwtVerify(token, await signingKey(env), { algorithms: ['HS256'], typ });
    return payload.jti ?? null;
  } catch (fault) {
    if (fault instanceof errors.JOSEError) return null;
    throw fault;
  }
}
