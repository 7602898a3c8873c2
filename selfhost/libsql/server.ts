import { optionsFromEnvironment } from './options.ts';
import { startLibsql } from './start-libsql.ts';

export type { LibsqlOptions } from './options.ts';
export { type RunningLibsql, startLibsql } from './start-libsql.ts';

/** Runs the server until it is told to stop, or until the process that started it is gone. */
async function main(): Promise<void> {
  process.umask(0o077);
  const running = await startLibsql(optionsFromEnvironment(process.env));
  const stop = () => {
    running.stop().then(() => process.exit(0), fail);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
  console.log(JSON.stringify({ listening: running.url }));
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

if (import.meta.main) main().catch(fail);
