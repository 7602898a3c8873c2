import { createServer } from 'node:net';

/** Why an address cannot be listened on, as a sentence, or null if it can. */
export function portFault(host: string, port: number): Promise<string | null> {
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
