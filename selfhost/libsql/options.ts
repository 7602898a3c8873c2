import { randomBytes } from 'node:crypto';

export type LibsqlOptions = {
  /** Where the databases live, in `databases/`. Created when missing. */
  readonly dataDir: string;
  /** The encryption key: 32 bytes, as 64 hex digits or as base64. */
  readonly key: string;
  /** The bearer token that clients must send; made up when left out. */
  readonly token?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Only an address of this machine itself. 127.0.0.1 when left out. */
  readonly host?: string;
  /** Listen on this unix socket instead of a port. */
  readonly socketPath?: string;
  readonly databasesOpenMax?: number;
  readonly databaseIdle_ms?: number;
  /** How long a stream may be silent before it is rolled back. */
  readonly streamIdle_ms?: number;
  /** How long a writer waits for somebody else's interactive transaction. */
  readonly writerPatience_ms?: number;
  readonly bodyBytesMax?: number;
  readonly cacheKibTotal?: number;
};

export type LibsqlSettings = Required<Omit<LibsqlOptions, 'socketPath'>> & {
  readonly socketPath: string | null;
};

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Fills in what was left out. Throws on what would be unsafe or unreadable: the process must not start with it. */
export function settingsOf(options: LibsqlOptions): LibsqlSettings {
  const host = options.host ?? '127.0.0.1';
  if (!LOOPBACK.has(host)) throw new Error(`the libSQL server listens on loopback only, not on ${host}`);
  if (options.token === '') throw new Error('the token is empty');
  return {
    databasesOpenMax: 64,
    databaseIdle_ms: 60_000,
    streamIdle_ms: 10_000,
    writerPatience_ms: 5_000,
    bodyBytesMax: 32 * 1024 * 1024,
    cacheKibTotal: 256 * 1024,
    port: 0,
    ...options,
    token: options.token ?? randomBytes(24).toString('base64url'),
    socketPath: options.socketPath ?? null,
    host,
    key: readKey(options.key),
  };
}

/** The options that a process is started with. */
export function optionsFromEnvironment(env: NodeJS.ProcessEnv): LibsqlOptions {
  const port = Number(env.LIBSQL_PORT ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('LIBSQL_PORT is not a port number');
  return {
    dataDir: required(env, 'DATA_DIR'),
    token: required(env, 'LIBSQL_TOKEN'),
    key: required(env, 'LIBSQL_KEY'),
    port,
    ...(env.LIBSQL_HOST ? { host: env.LIBSQL_HOST } : {}),
    ...(env.LIBSQL_SOCKET ? { socketPath: env.LIBSQL_SOCKET } : {}),
  };
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

/** One spelling for the key however it was written, because the engine takes its spelling for the key. */
function readKey(written: string): string {
  const isHex = /^[0-9a-f]{64}$/i.test(written);
  const isBase64 = /^[A-Za-z0-9+/_-]+={0,2}$/.test(written);
  const bytes = isHex || isBase64 ? Buffer.from(written, isHex ? 'hex' : 'base64') : Buffer.alloc(0);
  if (bytes.length !== 32)
    throw new Error('the encryption key (LIBSQL_KEY) must be 32 bytes, in hex or base64');
  return bytes.toString('hex');
}
