import { errors, jwtVerify, SignJWT } from 'jose';
import { type AlertChannel, alertChannels } from '../../schema/domain/authorizations/alert.ts';
import { day_ms } from '../../schema/domain/dates.ts';
import { type SignsWithKey, signingKey } from '../signing-key.ts';

const typ = 'vetra-alert';
/** Who opens their mail after a week signs in, or rings. */
const good_ms = 7 * day_ms;

/** What a link to an alert stands for: it answers one alert, once, for whoever it was sent to. */
export interface AlertToken {
  /** its own id, and of the one answer that is given by it */
  id: string;
  tenantId: string;
  number: string;
  through: AlertChannel;
}

/** Signs a link's token. */
export async function signAlertToken(
  env: SignsWithKey,
  { id, tenantId, number, through }: AlertToken,
  now: number,
): Promise<string> {
  return new SignJWT({ t: tenantId, n: number, w: through })
    .setProtectedHeader({ alg: 'HS256', typ })
    .setJti(id)
    .setExpirationTime(Math.floor((now + good_ms) / 1000))
    .sign(await signingKey(env));
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a token stands for; `over`: it has expired; null: it was not made here. */
export async function readAlertToken(env: SignsWithKey, token: string): Promise<AlertToken | 'over' | null> {
  try {
    const { payload } = await jwtVerify(token, await signingKey(env), { algorithms: ['HS256'], typ });
    const { jti: id = '', t, n, w } = payload;
    const through = alertChannels.find((each) => each === w) ?? 'email';
    return { id, tenantId: text(t), number: text(n), through };
  } catch (fault) {
    if (fault instanceof errors.JWTExpired) return 'over';
    if (fault instanceof errors.JOSEError) return null;
    throw fault;
  }
}
