import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Uint8Array, number, ScryptOptions, Buffer>(scrypt);

// What OWASP's Password Storage Cheat Sheet names for scrypt with 32 MB: about 90 ms of one core.
const cost = { N: 2 ** 15, r: 8, p: 1 };
const hash_bytes = 32;

const hash = (password: string, salt: Uint8Array, { N, r, p } = cost): Promise<Buffer> =>
  derive(password.normalize('NFKC'), salt, hash_bytes, { N, r, p, maxmem: 256 * N * r });

/** Hashes a password for keeping: `N$r$p$salt$hash`, the last two in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hashed = await hash(password, salt);
  return [cost.N, cost.r, cost.p, salt.toString('base64'), hashed.toString('base64')].join('$');
}

/** Kept for nobody: what a password is compared with when there is no account, so that the answer takes as long. */
const nobody = [
  cost.N,
  cost.r,
  cost.p,
  Buffer.alloc(16).toString('base64'),
  Buffer.alloc(hash_bytes).toString('base64'),
].join('$');

/** Whether the password is the one whose hash was kept; takes as long, and says no, where none was. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [N, r, p, salt = '', expected = ''] = (kept ?? nobody).split('$');
  const figures = { N: Number(N), r: Number(r), p: Number(p) };
  const found = await hash(password, Buffer.from(salt, 'base64'), figures);
  return timingSafeEqual(found, Buffer.from(expected, 'base64')) && kept !== null;
}
