import { join } from 'node:path';
import { buildIfStale, builtVersion } from './build/bundle.ts';
import { type Health, waitForHealth } from './health.ts';
import { type Keys, readOrMakeKeys } from './keys.ts';
import { lockDataDir } from './processes/data-lock.ts';
import { databaseUrl, type LibsqlProcess, spawnLibsql } from './processes/libsql-process.ts';
import { portFault } from './processes/port-in-use.ts';
import { endLeftovers, removeRunFile, writeRunFile } from './processes/run-file.ts';
import { type Supervised, supervise } from './processes/supervise.ts';
import { spawnWorkerd, type WorkerdProcess } from './processes/workerd-process.ts';
import { attachmentPort, type Settings } from './settings.ts';
import { StatedFault } from './stated-fault.ts';

/** A running product on one machine. */
export interface Instance {
  /** Where browsers go. */
  readonly origin: string;
  /** Where this machine's own programs reach the worker without TLS. */
  readonly internalOrigin: string;
  readonly databaseUrl: string;
  readonly databaseToken: string;
  readonly systemToken: string;
  readonly health: Health;
  /** Serves what has been built since. */
  readonly reload: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What an instance tells whoever started it. */
export interface Listener {
  readonly say: (sentence: string) => void;
  /** One of the two processes does not stay up: the instance is of no use any more. */
  readonly onGivenUp: (sentence: string) => void;
}

/** Where the databases are within a data directory. */
export const databaseDir = (dataDir: string): string => join(dataDir, 'databases');

function startLibsql(settings: Settings, keys: Keys, listener: Listener, onRestart: () => void) {
  return supervise<LibsqlProcess>({
    name: 'libSQL',
    start: (previous) =>
      spawnLibsql({
        dataDir: settings.DATA_DIR,
        port: previous?.port ?? settings.VETRA_LIBSQL_PORT,
        token: keys.databaseToken,
        key: keys.databaseKey,
      }),
    ...listener,
    onRestart,
  });
}

async function bindingsOf(
  settings: Settings,
  keys: Keys,
  libsqlOrigin: string,
): Promise<Record<string, string>> {
  return {
    DATABASE_URL: databaseUrl(libsqlOrigin),
    DATABASE_TOKEN: keys.databaseToken,
    DATABASE_ADMIN: 'embedded',
    SESSION_KEY: keys.sessionKey,
    SYSTEM_TOKEN: keys.systemToken,
    VAPID_PUBLIC_KEY: keys.vapid.publicKey,
    VAPID_PRIVATE_KEY: keys.vapid.privateKey,
    ...(settings.PORT !== 0 && { LINK_ORIGIN: publicOrigin(settings, settings.PORT) }),
    DEMO: settings.VETRA_DEMO ? '1' : '0',
    VERSION: await builtVersion(),
    ...(settings.VETRA_BEHIND_PROXY && { CLIENT_ADDRESS_HEADER: 'x-forwarded-for' }),
    ...(settings.VETRA_ORIGIN && { ORIGIN: settings.VETRA_ORIGIN }),
    ...(settings.VETRA_ATTACHMENT_ORIGIN && { ATTACHMENT_ORIGIN: settings.VETRA_ATTACHMENT_ORIGIN }),
  };
}

function startWorkerd(
  settings: Settings,
  bindings: () => Promise<Record<string, string>>,
  listener: Listener,
  onRestart: () => void,
): Promise<Supervised<WorkerdProcess>> {
  const { TLS_CERT: certificate, TLS_KEY: key } = settings;
  return supervise<WorkerdProcess>({
    name: 'workerd',
    start: async (previous) =>
      spawnWorkerd({
        host: settings.HOST,
        port: previous?.port ?? settings.PORT,
        internalPort: previous?.internalPort ?? 0,
        attachmentPort: attachmentPort(settings),
        behindProxy: settings.VETRA_BEHIND_PROXY,
        actorsDir: join(settings.DATA_DIR, 'actors'),
        allowNetworks: settings.VETRA_ALLOW_NETWORKS,
        trustedCertificates: settings.VETRA_TRUSTED_CERTIFICATES,
        bindings: await bindings(),
        inspectorPort: settings.VETRA_INSPECTOR_PORT,
        ...(certificate && key && { tls: { certificate, key } }),
      }),
    ...listener,
    onRestart,
  });
}

function publicOrigin(settings: Settings, port: number): string {
  const host = settings.HOST === '0.0.0.0' || settings.HOST === '::' ? 'localhost' : settings.HOST;
  return settings.VETRA_ORIGIN ?? `${settings.TLS_CERT ? 'https' : 'http'}://${host}:${port}`;
}

async function takeDataDir(dataDir: string, stack: AsyncDisposableStack): Promise<void> {
  const lock = await lockDataDir(dataDir);
  if (!lock)
    throw new StatedFault(`Vetra is running on ${dataDir} already: stop it, or choose another DATA_DIR.`);
  stack.defer(lock.release);
  await endLeftovers(dataDir);
}

/** Starts libSQL and the runtime on the settings and waits until the product answers; what fails leaves nothing behind. */
export async function startInstance(settings: Settings, listener: Listener): Promise<Instance> {
  await using stack = new AsyncDisposableStack();
  await takeDataDir(settings.DATA_DIR, stack);
  const files = attachmentPort(settings);
  const fault =
    (await portFault(settings.HOST, settings.PORT)) ??
    (files === null ? null : await portFault(settings.HOST, files));
  if (fault) throw new StatedFault(fault);
  const keys = await readOrMakeKeys(settings.keyFile, databaseDir(settings.DATA_DIR));
  const announce = () => void writeRun();
  const starting = startLibsql(settings, keys, listener, announce);
  const [libsql] = await Promise.all([starting, buildIfStale()]).catch(async (error) => {
    await starting.then((started) => started.stop()).catch(() => undefined);
    throw error;
  });
  stack.defer(libsql.stop);
  const bindings = () => bindingsOf(settings, keys, libsql.current().origin);
  const workerd = await startWorkerd(settings, bindings, listener, announce);
  stack.defer(() => removeRunFile(settings.DATA_DIR));
  stack.defer(workerd.stop);
  const origin = publicOrigin(settings, workerd.current().port);
  const internalOrigin = `http://127.0.0.1:${workerd.current().internalPort}`;
  const writeRun = () =>
    writeRunFile(settings.DATA_DIR, {
      origin,
      internalOrigin,
      libsqlOrigin: libsql.current().origin,
      launcherPid: process.pid,
      libsqlPid: libsql.current().child.pid ?? 0,
      workerdPid: workerd.current().child.pid ?? 0,
    });
  await writeRun();
  const health = await waitForHealth(internalOrigin);
  const running = stack.move();
  return {
    origin,
    internalOrigin,
    health,
    databaseUrl: databaseUrl(libsql.current().origin),
    databaseToken: keys.databaseToken,
    systemToken: keys.systemToken,
    reload: workerd.restart,
    stop: () => running.disposeAsync(),
  };
}
