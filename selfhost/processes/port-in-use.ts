import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const attempts = 10;

/**
 * Why an address cannot be listened on, as a sentence, or null if it can. It is tried for half a second, because the
 * system gives a port back a moment after the process that had it is gone.
 */
export async function portFault(host: string, port: number): Promise<string | null> {
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    if (!(await tryListen(host, port))) return null;
    await wait(50);
  }
  return tryListen(host, port);
}

function tryListen(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(sentence(error.code ?? '', host, port)));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

function sentence(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is used by another program: stop that, or choose another port, e.g. PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${port} is reserved for the system's own programs: choose one from 1024 up.`;
  if (code === 'EADDRNOTAVAIL') return `HOST ${host} is not an address of this machine.`;
  return `HOST ${host} and PORT ${port} cannot be listened on (${code}).`;
}
