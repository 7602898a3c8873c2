import { errors, jwtVerify, SignJWT } from 'jose';
import type { Env } from '../env.ts';
import { signingKey } from '../signing-key.ts';

const typ = 'vetra-file';
/** A link is followed at once: whoever finds it later finds nothing. */
const valid_s = 90;

/** Signs a link to one file, for a minute and a half. */
export async function signFileLink(env: Env, tenantId: string, fileId: string, now: number): Promise<string> {
  return new SignJWT({ of: tenantId })
    .setProtectedHeader({ alg: 'HS256', typ })
    .setSubject(fileId)
    .setExpirationTime(Math.floor(now / 1000) + valid_s)
    .sign(await signingKey(env));
}

/** The file that a link names; null: it was not signed here, was changed, or is over. */
export async function readFileLink(
  env: Env,
  token: string,
): Promise<{ tenantId: string; fileId: string } | null> {
  try {
    const { payload } = await jwtVerify(token, await signingKey(env), { algorithms: ['HS256'], typ });
    const { sub, of } = payload;
    return sub !== undefined && typeof of === 'string' ? { tenantId: of, fileId: sub } : null;
  } catch (fault) {
    if (fault instanceof errors.JOSEError) return null;
    throw fault;
  }
}
