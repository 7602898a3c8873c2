import { createECDH, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { StatedFault } from './stated-fault.ts';

const bytes32 = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32, { error: 'must be the base64 of 32 bytes' });

const schema = z.strictObject({
  /** Encrypts the databases at rest (AES-256). Without it they cannot be read by anybody, ever. */
  databaseKey: bytes32,
  /** What the worker shows to the libSQL server. */
  databaseToken: z.string().min(32),
  /** What this machine's own programs show to the worker, such as the one that fills it with the demo. */
  systemToken: z.string().min(32),
  /** Signs the sessions; changing it signs everybody out. */
  sessionKey: bytes32,
  /** What push services know this installation by (RFC 8292); with another pair every browser has to agree anew. */
  vapid: z.strictObject({ publicKey: z.string().min(80), privateKey: z.string().min(40) }),
});

/** The secrets of one installation. */
export type Keys = Readonly<z.output<typeof schema>>;

/** A pair of keys as the Push API has them: the point as it is, and the number, base64url. */
function freshVapid(): Keys['vapid'] {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return {
    publicKey: pair.getPublicKey('base64url'),
    privateKey: Buffer.from(pair.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url'),
  };
}

const fresh = (): Keys => ({
  vapid: freshVapid(),
  databaseKey: randomBytes(32).toString('base64'),
  databaseToken: randomBytes(32).toString('base64url'),
  systemToken: randomBytes(32).toString('base64url'),
  sessionKey: randomBytes(32).toString('base64'),
});

async function make(keyFile: string): Promise<Keys> {
  const keys = fresh();
  await mkdir(dirname(keyFile), { recursive: true, mode: 0o700 });
  await writeFile(keyFile, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return keys;
}

/**
 * Reads the keys, or makes them where there are neither keys nor data. Data without its keys is refused: new keys would
 * not open it and would hide that the old ones are missing.
 */
export async function readOrMakeKeys(keyFile: string, databaseDir: string): Promise<Keys> {
  if (!existsSync(keyFile)) {
    if (!existsSync(databaseDir)) return make(keyFile);
    throw new StatedFault(
      `${databaseDir} holds data, but the key file ${keyFile} that opens it is missing: put it back.`,
    );
  }
  const { mode } = await stat(keyFile);
  if (mode & 0o077) {
    throw new StatedFault(
      `The key file ${keyFile} can be read by others on this machine: run chmod 600 ${keyFile}`,
    );
  }
  const text = await readFile(keyFile, 'utf8');
  const found = parseJson(text);
  // A file from before there were notifications gets the pair that it lacks.
  const isOlder = typeof found === 'object' && found !== null && !('vapid' in found);
  const parsed = schema.safeParse(isOlder ? { ...found, vapid: freshVapid() } : found);
  if (parsed.success && isOlder)
    await writeFile(keyFile, `${JSON.stringify(parsed.data, null, 2)}\n`, { mode: 0o600 });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'it'}: ${issue.message}`);
  throw new StatedFault(`The key file ${keyFile} is not as it was made (${faults.join('; ')}).`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
